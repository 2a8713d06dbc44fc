"""npm themes at pinned versions: installing them, and turning resumes into HTML with them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

THEMES = ("even", "kendall", "stackoverflow", "macchiato", "class", "flat")
HELD_OUT_THEMES = (("elegant", "onepage"), ("paper", "caffeine"), ("slick", "simplyelegant"))
"""Of the held-out sets by number; all are opened."""
_SOURCE = Path(__file__).parent / "themes"
_FILES = ("package.json", "package-lock.json", "render.mjs")


class MissingTool(RuntimeError):
    """A program that the corpus is made with isn't installed."""


class ThemeError(RuntimeError):
    """A theme could not render a resume."""


def install(folder: Path) -> None:
    """The packages of the lock file under `folder`; nothing is run on installing, nothing done twice."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise MissingTool("the themes need Node.js with npm (apt install nodejs npm)")
    folder.mkdir(parents=True, exist_ok=True)
    lock = (_SOURCE / "package-lock.json").read_bytes()
    stamp = folder / "installed.lock"
    for name in _FILES:
        shutil.copyfile(_SOURCE / name, folder / name)
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=folder, check=True)
    stamp.write_bytes(lock)


class Renderer:
    """One Node.js process that renders resumes until it is closed."""

    def __init__(self, folder: Path) -> None:
        self._node = subprocess.Popen(
            ["node", "render.mjs"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def __enter__(self) -> Renderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._node.kill()
        self._node.communicate()

    def html(self, theme: str, resume: dict[str, Any]) -> str:
        """Raises `ThemeError` with the theme's own message.

        `themes/<theme>.css`, where there is one, mends what would be cut off on paper.
        """
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps({"theme": theme, "resume": resume}) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline() or '{"error": "node ended"}')
        if "error" in answer:
            raise ThemeError(f"{theme}: {answer['error']}")
        mended = _SOURCE / f"{theme}.css"
        style = f"<style>{mended.read_text('utf-8')}</style>" if mended.exists() else ""
        return str(answer["html"]) + style
