"""A conversation at a prompt as a person sees it: typed into a real (pseudo) terminal, and given back as text."""

from __future__ import annotations

import os
import re
import select
import shlex
import struct
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PROMPT = "you> "
_ROWS, _COLUMNS = 60, 80
_LONGEST = 120.0
"""Seconds for all of it."""
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_REDRAWN = re.compile(r"[^\n]*\r\x1b\[K")
"""A line that tells the stage, and is wiped before the next one."""
_CUT = "[…]"


class Said(NamedTuple):
    text: str
    most: int = 0
    """Lines of its answer that are shown; 0 is all."""


def said(text: str) -> Said:
    """ "why unfit? [6]": the question, and how many lines of its answer the page has room for."""
    found = re.fullmatch(r"(.+?)(?: \[(\d+)\])?", text.strip())
    assert found is not None, text
    return Said(found[1], int(found[2] or 0))


def recorded(command: str, asked: Sequence[Said], folder: Path, environment: Mapping[str, str]) -> str:
    """The session without its end. A terminal that can do nothing shows each answer once, without escapes."""
    arguments = shlex.split(command)
    variables = {**environment, "TERM": "dumb", "COLUMNS": str(_COLUMNS), "LINES": str(_ROWS)}
    printed = _typed(arguments, [one.text for one in asked], folder, variables)
    plain = _ESCAPE.sub("", _REDRAWN.sub("", printed.replace("\r\n", "\n"))).replace("\r", "")
    before, *answers = re.split(rf"^{re.escape(PROMPT)}", plain, flags=re.MULTILINE)
    assert len(answers) > len(asked), f"{command} ended early:\n{plain}"
    shown = [_tidy(before), *(_answer(text, one) for text, one in zip(answers, asked, strict=False))]
    return "\n\n".join(shown) + "\n"


def _answer(text: str, one: Said) -> str:
    typed, *lines = _tidy(text).split("\n")
    if one.most and len(lines) > one.most:
        lines = [*_tidy("\n".join(lines[: one.most])).split("\n"), _CUT]
    return "\n".join([f"{PROMPT}{typed}", *lines])


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _typed(arguments: list[str], texts: list[str], folder: Path, variables: Mapping[str, str]) -> str:
    """Everything that the terminal got. A text is typed once the prompt waits for it; then Ctrl-D."""
    import fcntl
    import termios

    terminal, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    program = subprocess.Popen(
        arguments,
        cwd=folder,
        env=dict(variables),
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    )
    os.close(inner)
    waiting = [*(text.encode() + b"\r" for text in texts), b"\x04"]
    got, prompts, until = b"", 0, time.monotonic() + _LONGEST
    try:
        while time.monotonic() < until:
            if not select.select([terminal], [], [], 0.05)[0]:
                seen = got.count(PROMPT.encode())
                echoes = termios.tcgetattr(terminal)[3] & termios.ECHO  # then all that is typed comes twice
                if waiting and seen > prompts and not echoes:
                    prompts = seen
                    os.write(terminal, waiting.pop(0))
                continue
            piece = b""
            with suppress(OSError):  # Linux's way of saying that the program has ended
                piece = os.read(terminal, 65_536)
            if not piece:
                break
            got += piece
    finally:
        os.close(terminal)
        program.kill()
        program.wait()
    return got.decode("utf-8", "replace")
