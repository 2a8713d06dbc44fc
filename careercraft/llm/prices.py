"""What litellm's own price list says of a model, read from its file: no import, and no connection."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from careercraft.llm.options import ModelOptions

_FILE = "model_prices_and_context_window_backup.json"
_GUESSED_CONTEXT = 8_192
"""Tokens, of a model that nobody knows: what small local models are usually run with."""
_OLLAMA_CONTEXT = 8_192
"""Tokens that an Ollama model is asked to keep room for. Its own default is less, and it cuts what is longer."""


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """By litellm's names; empty where litellm isn't installed or has no such file."""
    found = importlib.util.find_spec("litellm")
    if found is None or found.origin is None:
        return {}
    try:
        data = msgspec.json.decode((Path(found.origin).parent / _FILE).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return {}
    return {name: entry for name, entry in data.items() if isinstance(entry, dict)}


def entry(name: str) -> dict[str, Any]:
    """Of a model under its full name, or under its bare name where the provider is the same; empty if unknown."""
    entries = _entries()
    found = entries.get(name)
    if found is not None:
        return found
    provider, _, bare = name.partition("/")
    found = entries.get(bare, {})
    same = str(found.get("litellm_provider", "")).partition("-")[0] == provider.lower()
    return found if same else {}


def providers() -> frozenset[str]:
    """All that the list names."""
    return frozenset(str(entry.get("litellm_provider", "")) for entry in _entries().values())


def price(options: ModelOptions) -> tuple[float, float] | None:
    """US dollars for a token that is read, and for one that is written; None where no price is known."""
    known = entry(options.name)
    read, written = known.get("input_cost_per_token"), known.get("output_cost_per_token")
    if isinstance(read, int | float) and isinstance(written, int | float):
        return float(read), float(written)
    if options.local and options.provider in {"ollama", "ollama_chat", "lm_studio", "llamafile"}:
        return 0.0, 0.0
    return None


def cost(options: ModelOptions, read: int, written: int) -> float | None:
    """US dollars, without what a provider takes off for what it remembered."""
    prices = price(options)
    return None if prices is None else read * prices[0] + written * prices[1]


def context_tokens(options: ModelOptions) -> int:
    """What goes in and what comes out together must not be more."""
    if options.context_tokens:
        return options.context_tokens
    known = entry(options.name).get("max_input_tokens")
    most = known if isinstance(known, int) and known > 0 else 0
    if options.provider in {"ollama", "ollama_chat"}:
        return min(most or _OLLAMA_CONTEXT, _OLLAMA_CONTEXT)
    return most or _GUESSED_CONTEXT


def keeps_schema(name: str) -> bool | None:
    """None where the list doesn't know the model: then it is found out."""
    known = entry(name)
    return bool(known.get("supports_response_schema")) if known else None


def calls_tools(name: str) -> bool | None:
    known = entry(name)
    return bool(known.get("supports_function_calling")) if known else None
