"""The scripted server's answers in the forms of Ollama, Anthropic and Gemini: not every model speaks OpenAI's.

Each takes the text, or the call of a function, and `ends=False` for a stream that stops in the middle.
"""

from __future__ import annotations

import json
from typing import Any

from tests.llm.server import PIECE, Exchange, Step

Tool = tuple[str, dict[str, Any]]
"""Name and arguments of a call."""


def _pieces(text: str) -> list[str]:
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


def ollama(
    text: str = "", *, tool: Tool | None = None, usage: tuple[int, int] = (11, 7), ends: bool = True
) -> Step:
    """POST /api/chat: one JSON a line where it streams."""
    calls = [{"function": {"name": tool[0], "arguments": tool[1]}}] if tool else []
    done = {"done": True, "done_reason": "stop", "prompt_eval_count": usage[0], "eval_count": usage[1]}

    def step(exchange: Exchange) -> None:
        about = {"model": "llama3.2", "created_at": "2026-11-20T00:00:00Z"}
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if calls:
            message["tool_calls"] = calls
        if not exchange.request.streams:
            exchange.send_json({**about, "message": message, **done})
            return
        exchange.open_stream("application/x-ndjson")
        for words in _pieces(text):
            piece = {"role": "assistant", "content": words}
            exchange.chunk(json.dumps({**about, "message": piece, "done": False}).encode() + b"\n")
        last = {**message, "content": ""}
        if ends:
            exchange.chunk(json.dumps({**about, "message": last, **done}).encode() + b"\n")
        exchange.close_stream()

    return step


def anthropic(
    text: str = "", *, tool: Tool | None = None, usage: tuple[int, int] = (11, 7), ends: bool = True
) -> Step:
    """POST /v1/messages: named events where it streams."""

    def step(exchange: Exchange) -> None:
        counted = {"input_tokens": usage[0], "output_tokens": usage[1]}
        about = {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-haiku-4-5"}
        reason = "tool_use" if tool else "end_turn"
        if not exchange.request.streams:
            content: list[dict[str, Any]] = [{"type": "text", "text": text}] if text else []
            if tool:
                content.append({"type": "tool_use", "id": "toolu_1", "name": tool[0], "input": tool[1]})
            exchange.send_json({**about, "content": content, "stop_reason": reason, "usage": counted})
            return

        def event(kind: str, **more: Any) -> None:
            exchange.chunk(f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n".encode())

        exchange.open_stream()
        event("message_start", message={**about, "content": [], "stop_reason": None, "usage": counted})
        if tool:
            begins = {"type": "tool_use", "id": "toolu_1", "name": tool[0], "input": {}}
            event("content_block_start", index=0, content_block=begins)
            delta = {"type": "input_json_delta", "partial_json": json.dumps(tool[1])}
            event("content_block_delta", index=0, delta=delta)
        else:
            event("content_block_start", index=0, content_block={"type": "text", "text": ""})
            for words in _pieces(text):
                event("content_block_delta", index=0, delta={"type": "text_delta", "text": words})
        if ends:
            event("content_block_stop", index=0)
            event("message_delta", delta={"stop_reason": reason}, usage={"output_tokens": usage[1]})
            event("message_stop")
        exchange.close_stream()

    return step


def gemini(
    text: str = "",
    *,
    tool: Tool | None = None,
    usage: tuple[int, int] = (11, 7),
    ends: bool = True,
    finish: str = "STOP",
    blocked: bool = False,
) -> Step:
    """POST .../models/NAME:generateContent; the stream's route has another name. `blocked`: the question is refused."""

    def step(exchange: Exchange) -> None:
        counted = {
            "promptTokenCount": usage[0],
            "candidatesTokenCount": usage[1],
            "totalTokenCount": sum(usage),
        }
        about = {"modelVersion": "gemini-2.5-flash", "usageMetadata": counted}

        def said(parts: list[dict[str, Any]], reason: str = "") -> dict[str, Any]:
            candidate: dict[str, Any] = {"index": 0, "content": {"role": "model", "parts": parts}}
            return {**about, "candidates": [candidate | ({"finishReason": reason} if reason else {})]}

        parts: list[dict[str, Any]] = [{"text": text}] if text else []
        if tool:
            parts.append({"functionCall": {"name": tool[0], "args": tool[1]}})
        whole = said(parts, finish)
        if blocked:
            whole = {**about, "promptFeedback": {"blockReason": "SAFETY"}}
        if ":stream" not in exchange.request.path:
            exchange.send_json(whole)
            return
        exchange.open_stream()
        for words in _pieces(text):
            exchange.event(said([{"text": words}]))
        if ends:
            exchange.event(whole if blocked or tool else said([{"text": ""}], finish))
        exchange.close_stream()

    return step
