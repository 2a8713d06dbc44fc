"""JSON whose strings can be written out again."""

from __future__ import annotations

import json
import re
from typing import Any

_HALF_ESCAPE = re.compile(r"\\ud[89a-f]", re.I)
_HALVES = re.compile("[\ud800-\udfff]")


def load_json(text: str, *, strict: bool = True) -> Any:
    """As `json.loads`, with halves of surrogate pairs left out: no encoding has bytes for them.

    Raises `json.JSONDecodeError`, and `RecursionError` for what is nested too deeply.
    """
    value = json.loads(text, strict=strict)
    return _without_halves(value) if _HALF_ESCAPE.search(text) else value


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return _HALVES.sub("", value)
    if isinstance(value, list):
        return [_without_halves(item) for item in value]
    if isinstance(value, dict):
        return {_without_halves(key): _without_halves(item) for key, item in value.items()}
    return value
