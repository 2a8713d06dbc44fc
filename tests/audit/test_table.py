"""The table: what moved stands in it in every format, and text of the user's is no order to a terminal or a page."""

from __future__ import annotations

import json

from careercraft.audit import table
from careercraft.audit.run import Audit, Move, Outcome

MOVED = Outcome(kind="name", what="Ana -> Bo\x1b[31m|<b>", moves=(Move("readiness", "61.0", "60.5"),))
HOME = Outcome(kind="address", what="Phoenix -> Lagos", expected=(Move("location_match", "100.0", "0.0"),))
SAME = Outcome(kind="dates", what="2 periods as Jan 2020 - Mar 2023")
BARE = Outcome(
    kind="bullets", what="nothing", promised=False, expected=(Move("soft_skills", "10.0", "20.0"),)
)
AUDIT = Audit(resume="ana.pdf", job="job.txt", outcomes=(MOVED, HOME, SAME, BARE), missing=("phone",))


def test_a_move_is_counted() -> None:
    assert AUDIT.moved == 1
    assert (MOVED.same, HOME.same, SAME.same, BARE.same) == (False, True, True, True)


def test_text() -> None:
    text = table.as_text(AUDIT, 80)
    assert text.startswith("ana.pdf against job.txt: 4 swaps, 1 moved a score\n")
    assert "readiness: 61.0 -> 60.5" in text
    assert "same to the byte*" in text
    assert "* all but location_match" in text
    assert "moved**\n    soft_skills: 10.0 -> 20.0" in text
    assert "** nothing is promised" in text
    assert "\x1b" not in text
    assert "nothing to swap of: Telephone" in text
    assert max(map(len, text.splitlines())) <= 80


def test_long_words_stay_within_the_width() -> None:
    long = Outcome(kind="name", what=" ".join(["somebody"] * 20))
    text = table.as_text(Audit(resume="a", job="b", outcomes=(long,), missing=()), 60)
    assert max(map(len, text.splitlines())) <= 60


def test_markdown() -> None:
    text = table.as_markdown(AUDIT)
    assert "readiness 61.0 → 60.5" in text
    assert "&lt;b&gt;" in text
    assert "\\|" in text
    assert "| Telephone | nothing to swap | – |" in text


def test_json() -> None:
    content = json.loads(table.as_json(AUDIT))
    assert content["schema"] == table.SCHEMA
    assert content["moved"] == 1
    assert [swap["same"] for swap in content["swaps"]] == [False, True, True, True]
    assert [swap["promised"] for swap in content["swaps"]] == [True, True, True, False]
    assert content["swaps"][0]["moves"] == [{"score": "readiness", "before": "61.0", "after": "60.5"}]
    assert content["nothing_to_swap"] == ["phone"]
