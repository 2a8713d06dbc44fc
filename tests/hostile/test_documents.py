"""No hostile document, and no model that obeys one, moves a number or gets a skill counted that nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercraft.api import Workbench
from careercraft.match import proposed
from careercraft.match import proposed_context as context
from careercraft.match.proposed import checked
from careercraft.match.semantic import best_windows, windows
from careercraft.model.proposed import Claim
from tests.conftest import EXAMPLES
from tests.hostile.documents import CASES, WIRED, Case
from tests.hostile.stage import check, check_wired
from tests.llm.server import ScriptedServer

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_case(case: Case, bench: Workbench) -> None:
    check(case, bench)


@pytest.mark.parametrize("case", WIRED, ids=[case.id for case in WIRED])
def test_a_form_over_http(case: Case, bench: Workbench, hostile_server: ScriptedServer) -> None:
    check_wired(case, bench, hostile_server)


@pytest.mark.parametrize(
    ("name", "told"), [("resume.pdf", {"data-team-leadership"}), ("nurse.docx", {"patient-flow-management"})]
)
def test_an_attacker_who_tries_every_skill_on_every_line(
    name: str, told: set[str], bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What words mean is the weakest of the grounds: of all skills, held against each line, next to none stays."""
    monkeypatch.setattr(proposed, "MOST", 10**6)
    resume = bench.resume(bench.read(EXAMPLES / name))
    job = bench.job(bench.read(EXAMPLES / "job.txt"))
    claims = [
        claim for line in resume.document.lines for claim in _near(resume.document.quote(line.span), bench)
    ]
    assert len(claims) > 30
    found = checked(claims, resume, job, bench.linker, bench.today)
    assert {item.id for item in found.kept} <= told


def _near(line: str, bench: Workbench) -> Iterator[Claim]:
    """Claims of all skills that are anywhere near to the words of a line."""
    tokens, vectors = bench.linker.encoder.encode_tokens([line])[0], bench.linker.vectors
    nearest, _ = best_windows(windows(tokens), vectors.matrix)
    whole = vectors.matrix @ tokens.sentence
    for row, skill_id in enumerate(vectors.ids):
        skill = bench.taxonomy.skills[skill_id]
        if nearest[row] > 0.7 or (skill.kind == "soft" and whole[row] > 0.38):
            yield Claim(kind="skill", name=skill.name, quote=line)


@pytest.mark.parametrize("line", (FOLDER / "sentences.txt").read_text("utf-8").splitlines())
def test_what_a_sentence_says_of_a_skill(line: str) -> None:
    """`-` refuses the skill between the stars, `+` lets it stand; `!` refuses what is true, `?` lets stand what is not:
    as far as it goes."""
    sign, _, marked = line.partition(" ")
    start, end = marked.index("*"), marked.rindex("*") - 1
    text = f"Experience\n\n- {marked.replace('*', '')}\n- Another line\n"
    place = (start + 14, end + 14)
    looks = (context.denies, context.wishes, context.is_somebody_elses, context.in_address)
    assert any(look(text, *place) for look in looks) == (sign in "-!")


def test_there_are_enough_of_them() -> None:
    assert len({case.id for case in (*CASES, *WIRED)}) == len(CASES) + len(WIRED) >= 60
