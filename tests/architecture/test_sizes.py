"""Files and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

MOST_LINES = 300
LONGEST_FUNCTION = 45
PACKAGE = ROOT / "careercraft"


def function_lengths(path: Path) -> Iterator[tuple[str, int]]:
    """(name, lines without the signature, decorators and docstring) of every function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                yield f"{path.name}:{node.name}", (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_no_module_is_too_long() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
    assert len(lengths) > 100


def test_functions_are_small() -> None:
    found = [item for path in PACKAGE.rglob("*.py") for item in function_lengths(path)]
    lengths = sorted(length for _, length in found)
    assert [item for item in found if item[1] > LONGEST_FUNCTION] == []
    assert lengths[len(lengths) // 2] < 8
    assert lengths[len(lengths) * 9 // 10] < 25


def test_a_long_function_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text(
        "def long():\n    '''Words.'''\n"
        + "    print()\n" * 60
        + "\n\nclass A:\n    def short(self):\n        pass\n"
    )
    assert list(function_lengths(path)) == [("long.py:long", 60), ("long.py:short", 1)]
