"""litellm's answers, whole or in pieces, as values: what is odd in them is left out, and what is no answer told."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from careercraft.llm.faults import Fault


class CallPiece(Struct, frozen=True, kw_only=True):
    """Of a call of a function: the name comes first, the arguments bit by bit."""

    index: int
    id: str = ""
    name: str = ""
    arguments: str = ""


class Piece(Struct, frozen=True, kw_only=True):
    """Of an answer. One that isn't streamed is one piece."""

    text: str = ""
    calls: tuple[CallPiece, ...] = ()
    finish: str = ""
    usage: tuple[int, int] | None = None
    """Tokens read and written."""
    model: str = ""
    refusal: str = ""


def whole(answer: Any) -> Piece:
    """Raises Fault for what is no answer."""
    choices = getattr(answer, "choices", None)
    if not choices:
        raise Fault("garbled")
    message = choices[0].message
    fields = getattr(message, "provider_specific_fields", None) or {}
    return Piece(
        text=_words(message.content),
        calls=_calls(message.tool_calls),
        finish=str(choices[0].finish_reason or ""),
        usage=_usage(answer),
        model=str(getattr(answer, "model", "") or ""),
        refusal=_words(fields.get("refusal")) or _words(getattr(message, "refusal", None)),  # by version
    )


def streamed(chunk: Any) -> Piece:
    choices = getattr(chunk, "choices", None)
    usage, model = _usage(chunk), str(getattr(chunk, "model", "") or "")
    if not choices:
        return Piece(usage=usage, model=model)
    delta = choices[0].delta
    return Piece(
        text=_words(getattr(delta, "content", None)),
        calls=_calls(getattr(delta, "tool_calls", None)),
        finish=str(choices[0].finish_reason or ""),
        usage=usage,
        model=model,
    )


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _calls(found: Any) -> tuple[CallPiece, ...]:
    return tuple(
        CallPiece(
            index=index if (index := getattr(call, "index", None)) is not None else at,
            id=_words(call.id),
            name=_words(call.function.name),
            arguments=_words(call.function.arguments),
        )
        for at, call in enumerate(found or ())
    )


def _usage(answer: Any) -> tuple[int, int] | None:
    usage = getattr(answer, "usage", None)
    read, written = getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
    if isinstance(read, int) and isinstance(written, int) and read + written > 0:
        return read, written
    return None
