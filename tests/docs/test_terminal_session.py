"""The recorder of the terminal sessions that the README shows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.terminal_session import Said, recorded, said

TALK = """stty -echo
echo hello
while printf '\\033[1myou> \\033[0m' && read -r line; do
    printf '%s\\n' "$line"
    printf 'thinking\\r\\033[K'
    printf 'one of %s\\n\\n\\n\\ntwo\\nthree\\n' "$line"
done
"""


@pytest.fixture
def program(tmp_path: Path) -> str:
    (tmp_path / "talk.sh").write_text(TALK)
    return "sh talk.sh"


def test_what_is_typed_and_answered_stands_there_without_escapes(program: str, tmp_path: Path) -> None:
    shown = recorded(program, [Said("why?"), Said("what?", 1)], tmp_path, {"PATH": os.environ["PATH"]})
    assert shown == "hello\n\nyou> why?\none of why?\n\ntwo\nthree\n\nyou> what?\none of what?\n[…]\n"


def test_a_program_that_ends_early_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="ended early:\nno"):
        recorded("echo no", [Said("why?")], tmp_path, {"PATH": os.environ["PATH"]})


def test_a_line_may_say_how_much_of_its_answer_is_shown() -> None:
    assert said(" y am i unfit?? [4]") == Said("y am i unfit??", 4)
    assert said("what of [1]?") == Said("what of [1]?", 0)
