"""What a report says of a model's proposals, in words."""

from __future__ import annotations

import pytest
from msgspec import UNSET, structs

from careercraft.model.match import Evidence
from careercraft.model.proposed import Proposal, Proposals
from careercraft.model.score import Verdict
from careercraft.render.build_proposals import build_proposals, counting
from careercraft.render.passages import Marks

UNFIT = Verdict(
    label="UNFIT", readiness=59.7, threshold=70.0, confidence=71.0, interval=(50.0, 65.0), borderline=False,
    reasons=(), hard_requirements=(),
)  # fmt: skip
FIT = structs.replace(UNFIT, label="FIT", readiness=76.8)
WORDS = Evidence(document="resume", quote="Titanium", start=3, end=11)
SKILL = Proposal(kind="skill", id="titanium", name="Titanium", by="name", quote=WORDS, words=WORDS)
SHOWN = Proposals(
    model="openai/x", prompts=("p 1",), counted=False, kept=(SKILL,), dropped={}, verdict_with=FIT,
    verdict_without=UNFIT,
)  # fmt: skip
USED = structs.replace(SHOWN, counted=True)


@pytest.mark.parametrize(
    ("proposals", "effect", "beside"),
    [
        (
            SHOWN,
            "What it proposes doesn't count here. If it did, the verdict would be FIT (readiness 76.8), not UNFIT "
            "(readiness 59.7); --llm-evidence use counts it.",
            "",
        ),
        (
            structs.replace(SHOWN, verdict_with=UNFIT),
            "What it proposes doesn't count here. If it did, the verdict would stay UNFIT (readiness 59.7).",
            "",
        ),
        (
            USED,
            "What it proposes counts here, as you asked: FIT (readiness 76.8). Without it: UNFIT (readiness 59.7).",
            "This counts what openai/x found. Without that: UNFIT (readiness 59.7).",
        ),
        (
            structs.replace(USED, verdict_without=UNSET),
            "What it proposes counts here, as you asked: FIT (readiness 76.8).",
            "This counts what openai/x found.",
        ),
        (
            structs.replace(USED, kept=(), verdict_with=UNFIT),
            "Nothing that it proposed holds and is new; no number moves.",
            "",
        ),
    ],
)
def test_whether_they_count_is_said_first(proposals: Proposals, effect: str, beside: str) -> None:
    view = build_proposals(proposals, Marks())
    assert view is not None
    assert view.effect == effect
    assert counting(proposals) == beside


def test_what_was_thrown_away_is_counted_by_its_reason() -> None:
    one = build_proposals(structs.replace(SHOWN, dropped={"denied": 1}), Marks())
    more = build_proposals(structs.replace(SHOWN, dropped={"denied": 1, "known": 2}), Marks())
    none = build_proposals(SHOWN, Marks())
    assert one is not None
    assert more is not None
    assert none is not None
    assert one.dropped == "1 more was thrown away: 1 that the document denies or only wishes for."
    assert more.dropped.startswith("3 more were thrown away: 1 that the document denies")
    assert none.dropped == ""


def test_no_name_moves_the_cursor() -> None:
    hostile = structs.replace(SKILL, name="Zyx\x1b[2Jtron\n9", years=2.0)
    view = build_proposals(structs.replace(USED, model="openai/\x1b]0;x\x07y", kept=(hostile,)), Marks())
    assert view is not None
    shown = f"{view.model}{view.items[0].name}{counting(structs.replace(USED, model=chr(27)))}"
    assert shown.isprintable()
    assert view.items[0].name.endswith("9, 2 years")


def test_without_a_model_there_is_nothing() -> None:
    assert build_proposals(UNSET, Marks()) is None
    assert counting(UNSET) == ""
