"""The scripted server's answers in the forms of Ollama and Anthropic: not every model speaks OpenAI's."""

from __future__ import annotations

import json
from typing import Any

from tests.llm.server import PIECE, Exchange, Step


def ollama(
    text: str = "", *, tool: tuple[str, dict[str, Any]] | None = None, usage: tuple[int, int] = (11, 7)
) -> Step:
    """POST /api/chat: one JSON a line where it streams."""
    calls = [{"function": {"name": tool[0], "arguments": tool[1]}}] if tool else []
    ends = {"done": True, "done_reason": "stop", "prompt_eval_count": usage[0], "eval_count": usage[1]}

    def step(exchange: Exchange) -> None:
        about = {"model": "llama3.2", "created_at": "2026-11-20T00:00:00Z"}
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if calls:
            message["tool_calls"] = calls
        if not exchange.request.streams:
            exchange.send_json({**about, "message": message, **ends})
            return
        exchange.open_stream("application/x-ndjson")
        for at in range(0, len(text), PIECE):
            piece = {"role": "assistant", "content": text[at : at + PIECE]}
            exchange.chunk(json.dumps({**about, "message": piece, "done": False}).encode() + b"\n")
        last = {**message, "content": ""}
        exchange.chunk(json.dumps({**about, "message": last, **ends}).encode() + b"\n")
        exchange.close_stream()

    return step


def anthropic(text: str = "", usage: tuple[int, int] = (11, 7)) -> Step:
    """POST /v1/messages: named events where it streams."""

    def step(exchange: Exchange) -> None:
        counted = {"input_tokens": usage[0], "output_tokens": usage[1]}
        about = {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-haiku-4-5"}
        if not exchange.request.streams:
            content = [{"type": "text", "text": text}]
            exchange.send_json({**about, "content": content, "stop_reason": "end_turn", "usage": counted})
            return

        def event(kind: str, **more: Any) -> None:
            exchange.chunk(f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n".encode())

        exchange.open_stream()
        event("message_start", message={**about, "content": [], "stop_reason": None, "usage": counted})
        event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        for at in range(0, len(text), PIECE):
            event("content_block_delta", index=0, delta={"type": "text_delta", "text": text[at : at + PIECE]})
        event("content_block_stop", index=0)
        event("message_delta", delta={"stop_reason": "end_turn"}, usage={"output_tokens": usage[1]})
        event("message_stop")
        exchange.close_stream()

    return step
