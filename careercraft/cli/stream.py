"""`analyze --stream`: what happens, as JSON lines; the last holds the analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis
    from careercraft.pipeline import Stage


def write_stage(stage: Stage) -> None:
    import msgspec

    console.out(msgspec.json.encode({"event": "stage", "stage": stage.name, **stage.facts}) + b"\n")


def write_note(words: str) -> None:
    _write_event("model", words)


def write_prose(words: str) -> None:
    """A sentence that was checked, as it came."""
    _write_event("prose", words)


def _write_event(event: str, words: str) -> None:
    import msgspec

    console.out(msgspec.json.encode({"event": event, "text": words}) + b"\n")


def last_line(analysis: Analysis) -> bytes:
    from careercraft.render.json import encode_line

    return (
        b'{"event":"analysis","analysis":' + encode_line(analysis, None, brief=False).rstrip(b"\n") + b"}\n"
    )
