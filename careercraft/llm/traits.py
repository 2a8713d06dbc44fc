"""What was found out about a model, kept in the cache folder: whether it keeps a schema, whether it calls functions,
and how long a text its server takes.

A hint, no truth: losing it costs one call. It holds neither a key nor an address, only a hash of both names.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from careercraft import paths
from careercraft.llm import prices
from careercraft.llm.options import ModelOptions
from careercraft.model.chat import ModelTraits

_OLLAMA = {"ollama", "ollama_chat"}


class Known(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """None: not found out yet."""

    schema: bool | None = None
    tools: bool | None = None
    context: int | None = None
    """Tokens, of a server that refused a text and named its limit."""


def traits_of(options: ModelOptions) -> ModelTraits:
    """What was found out, else what the price list says, else hoped for. No call, and no import of litellm."""
    known = _read().get(_key(options), Known())
    schema = known.schema if known.schema is not None else prices.keeps_schema(options.name)
    if known.schema is None and options.provider in _OLLAMA:
        schema = True  # it makes every model keep one, whatever the list says
    tools = known.tools if known.tools is not None else prices.calls_tools(options.name)
    context = prices.context_tokens(options)
    if known.context is not None and not options.context_tokens:
        context = min(context, known.context)
    return ModelTraits(
        name=options.name,
        context_tokens=context,
        schema=schema is not False,
        tools=tools is not False,
        local=options.local,
    )


def remember(
    options: ModelOptions,
    *,
    schema: bool | None = None,
    tools: bool | None = None,
    context: int | None = None,
) -> None:
    """Adds what was found out. A cache that can't be written is no failure."""
    every = _read()
    before = every.get(_key(options), Known())
    now = Known(
        schema=before.schema if schema is None else schema,
        tools=before.tools if tools is None else tools,
        context=before.context if context is None else context,
    )
    if now != before:
        _write({**every, _key(options): now})


def forget(options: ModelOptions) -> None:
    """So that it is found out anew, as after an update of the server."""
    every = _read()
    if every.pop(_key(options), None) is not None:
        _write(every)


def _key(options: ModelOptions) -> str:
    return hashlib.sha256(f"{options.name}\n{options.base_url}".encode()).hexdigest()[:32]


def _file() -> Path:
    return paths.cache_dir() / "llm-traits.json"


def _read() -> dict[str, Known]:
    try:
        return msgspec.json.decode(_file().read_bytes(), type=dict[str, Known])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}


def _write(every: dict[str, Known]) -> None:
    with suppress(OSError):
        paths.replace_file(_file(), msgspec.json.encode(every, order="sorted"))
