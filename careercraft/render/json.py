"""The JSON contract `careercraft.analysis/1`: written and read."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from careercraft.errors import InputError
from careercraft.model.analysis import SCHEMA, Analysis


def encode(analysis: Analysis) -> bytes:
    """The whole analysis over several lines, two spaces deep, keys in the order they are declared."""
    return msgspec.json.format(msgspec.json.encode(analysis), indent=2) + b"\n"


def encode_line(analysis: Analysis, pair: str | int | None, brief: bool) -> bytes:
    """One line of a batch or stream: the same object with `pair` in front, if there is one.

    `brief` leaves out `documents`, `resume` and `job`.
    """
    if brief:
        analysis = msgspec.structs.replace(analysis, documents=UNSET, resume=UNSET, job=UNSET)
    body = msgspec.json.encode(analysis)
    if pair is not None:
        body = b'{"pair":' + msgspec.json.encode(pair) + b"," + body[1:]
    return body + b"\n"


class _Head(msgspec.Struct):
    schema: str = ""


def decode(data: bytes) -> Analysis:
    """An analysis from a report or a batch line. Raises InputError when it is none, or of another version."""
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.schema == SCHEMA:
            return msgspec.json.decode(data, type=Analysis)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not a {SCHEMA} report: {error}", "write one with `--format json`") from error
    raise InputError(
        f"not a {SCHEMA} report: its schema is {head.schema[:60] or 'not stated'!r}",
        "write one with `--format json`, or read it with the version that wrote it",
    )
