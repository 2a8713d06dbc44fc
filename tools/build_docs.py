"""Refreshes what the documentation shows of the program: `python tools/build_docs.py [--check] [--picture]`.

- `docs/commands.md`: every command with its arguments and options, from the functions that define them;
- each block between `<!-- output: COMMAND -->` and `<!-- end -->` in README.md and docs/: what COMMAND prints,
  run beside `examples/` on an empty history, 80 columns wide, in the order of the page;
- each block between `<!-- session: COMMAND | LINE | LINE [6] -->` and `<!-- end -->`: a terminal in which COMMAND
  runs and the lines are typed, of each answer the first so many lines;
- each block between `<!-- file: NAME -->` and `<!-- end -->`: that file;
- each block between `<!-- made: NAME -->` and `<!-- end -->`: what `tools/llm_page.py` makes under that name;
- with `--picture`, `docs/images/report.png`: the HTML report of the first example, by headless Chromium.

`--check` writes nothing, names the stale files and exits with 1. tests/docs runs the same check.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script in tools/ sees the checkout that it stands in

from tools.build_examples import chromium  # noqa: E402
from tools.commands_page import commands_page  # noqa: E402
from tools.llm_page import MADE  # noqa: E402
from tools.terminal_session import recorded, said  # noqa: E402

DAY = "2026-11-20"
COMMANDS_FILE = ROOT / "docs" / "commands.md"
PICTURE = ROOT / "docs" / "images" / "report.png"
_PICTURE_SIZE = "960,1030"
_BLOCK = re.compile(
    r"(?P<open><!-- (?P<kind>output|session): (?P<command>.+?) -->\n)(?P<body>.*?)(?P<close><!-- end -->)",
    re.DOTALL,
)
_MADE = re.compile(r"(?P<open><!-- made: (?P<name>.+?) -->\n)(?P<body>.*?)(?P<close><!-- end -->)", re.DOTALL)
_FILE = re.compile(r"(?P<open><!-- file: (?P<name>.+?) -->\n)(?P<body>.*?)(?P<close><!-- end -->)", re.DOTALL)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def refreshed(text: str) -> str:
    """The page with each shown output replaced by what its command prints now."""
    text = _MADE.sub(lambda found: f"{found['open']}{MADE[found['name']]()}{found['close']}", text)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _furnish(place)
        shown = _BLOCK.sub(lambda found: _block(found, place), text)
    return _FILE.sub(_file, shown)


def _file(found: re.Match[str]) -> str:
    name = found["name"]
    language = {".py": "python", ".yaml": "yaml"}.get(Path(name).suffix, "text")
    return f"{found['open']}```{language}\n{(ROOT / name).read_text(encoding='utf-8')}```\n{found['close']}"


def _block(found: re.Match[str], place: Path) -> str:
    command = found["command"]
    if found["kind"] == "session":
        command, *lines = command.split(" | ")
        printed = recorded(command, [said(line) for line in lines], place / "work", _environment(place))
    else:
        printed = shown_output(command, place)
    return f"{found['open']}```text\n$ {command}\n{printed}```\n{found['close']}"


def shown_output(command: str, place: Path) -> str:
    """What the command prints on both streams; the moments in it are those of the day that is shown."""
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=place / "work",
        env=_environment(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    lines = [line.rstrip() for line in done.stdout.decode("utf-8").splitlines()]
    return _MOMENT.sub(f"{DAY} 09:00:00", "\n".join(lines).strip("\n") + "\n")


def _environment(place: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREERCRAFT_")}
    return kept | {
        "CAREERCRAFT_HOME": str(place / "home"),
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
        "PATH": f"{place / 'bin'}{os.pathsep}{kept.get('PATH', '')}",
    }


def _furnish(place: Path) -> None:
    """A folder to work in with the examples, and the commands of this checkout, installed or not."""
    (place / "work").mkdir()
    (place / "work" / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    (place / "bin").mkdir()
    for name, arguments in (("careercraft", "-m careercraft "), ("python", "")):
        script = place / "bin" / name
        line = f'PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} {arguments}"$@"'
        script.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        script.chmod(0o755)


def pages() -> list[Path]:
    """Pages that may show outputs."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def wanted() -> Iterator[tuple[Path, str]]:
    """Each page that is made or refreshed here, and what it should hold."""
    yield COMMANDS_FILE, commands_page()
    for page in pages():
        text = page.read_text(encoding="utf-8")
        if page != COMMANDS_FILE and (_BLOCK.search(text) or _MADE.search(text)):
            yield page, refreshed(text)


def stale() -> list[tuple[Path, str]]:
    return [
        (page, text)
        for page, text in wanted()
        if not page.exists() or page.read_text(encoding="utf-8") != text
    ]


def make_picture() -> None:
    """The report of the first example in light colors."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _furnish(place)
        report = place / "report.html"
        sides = "examples/resume.pdf examples/job.txt"
        print(shown_output(f"careercraft analyze {sides} --today {DAY} -o {report}", place), end="")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--window-size={_PICTURE_SIZE}",
        ]
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        command = [chromium(), *flags, f"--screenshot={PICTURE}", report.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Refresh docs/commands.md and the outputs shown in the pages."
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 when something is stale"
    )
    parser.add_argument(
        "--picture", action="store_true", help="take the picture of the report too (needs Chromium)"
    )
    asked = parser.parse_args()
    found = stale()
    for page, text in found:
        print(f"{'stale' if asked.check else 'refreshed'}: {page.relative_to(ROOT)}")
        if not asked.check:
            page.write_text(text, encoding="utf-8")
    if asked.picture and not asked.check:
        make_picture()
    return 1 if asked.check and found else 0


if __name__ == "__main__":
    raise SystemExit(main())
