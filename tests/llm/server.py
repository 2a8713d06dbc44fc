"""A scripted OpenAI-compatible server on loopback: it answers, streams, fails, stalls and lies as told.

    with ScriptedServer() as server:
        server.then(answer("Hello."), status(429, headers={"Retry-After": "1"}), answer("Hello again."))
        ... base URL: server.url ...
        server.chats[0].body["messages"]

Each chat request takes the next step of the script; a request past its end gets status 500 and is counted in
`server.unscripted`, unless `server.always` is set. `answer` and `by` stream by themselves when they are asked to.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE = 12
"""Characters in a piece where an answer is streamed by itself."""


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    """Names in small letters."""
    body: dict[str, Any]

    @property
    def messages(self) -> list[dict[str, Any]]:
        return list(self.body.get("messages", []))

    @property
    def text(self) -> str:
        """All that is said in it, for a look whether something stands there."""
        return json.dumps(self.body, ensure_ascii=False)

    @property
    def streams(self) -> bool:
        return bool(self.body.get("stream"))


class Exchange:
    """A request and the means to answer it."""

    def __init__(self, handler: _Handler, request: Request) -> None:
        self._handler = handler
        self.request = request
        self.server = handler.owner

    def send(self, body: bytes, code: int = 200, headers: Mapping[str, str] | None = None) -> None:
        sent = {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}
        self._start(code, sent)
        self._write(body)

    def send_json(self, value: Any, code: int = 200, headers: Mapping[str, str] | None = None) -> None:
        self.send(json.dumps(value, ensure_ascii=False).encode(), code, headers)

    def open_stream(self, kind: str = "text/event-stream") -> None:
        self._start(200, {"Content-Type": kind, "Transfer-Encoding": "chunked"})

    def event(self, value: Any) -> None:
        self.chunk(b"data: " + (value if isinstance(value, bytes) else json.dumps(value).encode()) + b"\n\n")

    def chunk(self, data: bytes) -> None:
        self._write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def close_stream(self) -> None:
        self._write(b"0\r\n\r\n")

    def drop(self) -> None:
        """The connection is reset, as by a server that was killed."""
        with suppress(OSError):
            linger = struct.pack("ii", 1, 0)
            self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self._handler.connection.close()
        self._handler.close_connection = True

    def wait(self, seconds: float) -> None:
        """Ends early when the server is closed."""
        self.server.closing.wait(seconds)

    def _start(self, code: int, headers: Mapping[str, str]) -> None:
        self._handler.send_response(code)
        for name, value in {**headers, "Connection": "close"}.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()
        self._handler.close_connection = True

    def _write(self, data: bytes) -> None:
        try:
            self._handler.wfile.write(data)
            self._handler.wfile.flush()
        except OSError:
            self.server.cut.set()
            raise


Step = Callable[[Exchange], None]


def tool_call(name: str, arguments: Mapping[str, Any] | str, call_id: str = "call_1") -> dict[str, Any]:
    """As it stands in an assistant's message; `arguments` may be words that are no JSON."""
    words = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": words}}


def answer(
    text: str | None = "",
    *,
    data: Any = None,
    tool_calls: Sequence[dict[str, Any]] = (),
    usage: tuple[int, int] | None = (11, 7),
    finish: str = "",
    refusal: str = "",
    model: str = "scripted-1",
) -> Step:
    """`text`, or `data` as JSON, or calls of tools. Streams in small pieces where the request asks for a stream."""
    words = text if data is None else json.dumps(data)
    ends = finish or ("tool_calls" if tool_calls else "stop")

    def step(exchange: Exchange) -> None:
        if exchange.request.streams:
            pieces = [(words or "")[at : at + PIECE] for at in range(0, len(words or ""), PIECE)]
            calls = tuple(tool_calls)
            stream(pieces, tool_calls=calls, usage=usage, finish=ends, refusal=refusal, model=model)(exchange)
            return
        message: dict[str, Any] = {"role": "assistant", "content": words}
        if tool_calls:
            message |= {"tool_calls": list(tool_calls), "content": words or None}
        if refusal:
            message |= {"refusal": refusal, "content": None}
        exchange.send_json(
            {
                "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": model,
                "choices": [{"index": 0, "message": message, "finish_reason": ends}],
                **({"usage": _usage(*usage)} if usage else {}),
            }
        )  # fmt: skip

    return step


def stream(
    pieces: Iterable[str],
    *,
    delay: float = 0.0,
    tool_calls: Sequence[dict[str, Any]] = (),
    usage: tuple[int, int] | None = (11, 7),
    finish: str | None = "stop",
    refusal: str = "",
    model: str = "scripted-1",
    ends: str = "done",
) -> Step:
    """The pieces one by one. `ends`: done, drop (reset in the middle), stop (no finish, no [DONE]), stall, garbage."""

    def step(exchange: Exchange) -> None:
        def say(delta: dict[str, Any], reason: str | None = None, **more: Any) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            about = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": model}
            exchange.event({**about, "choices": [choice], **more})

        exchange.open_stream()
        say({"role": "assistant", "content": ""})
        for piece in pieces:
            say({"content": piece})
            if delay:
                exchange.wait(delay)
        if _cut_short(exchange, ends):
            return
        if refusal:
            say({"refusal": refusal})
        for at, call in enumerate(tool_calls):
            for delta in _tool_deltas(at, call):
                say({"tool_calls": [delta]})
        say({}, finish)
        if usage:
            about = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": model}
            exchange.event({**about, "choices": [], "usage": _usage(*usage)})
        exchange.event(b"[DONE]")
        exchange.close_stream()

    return step


def status(code: int, message: Any = "", *, headers: Mapping[str, str] | None = None, kind: str = "") -> Step:
    """An error as OpenAI words it; a `message` that is bytes or a dict is sent as it is."""

    def step(exchange: Exchange) -> None:
        if isinstance(message, bytes):
            exchange.send(message, code, headers)
            return
        error = {
            "message": message or f"status {code}",
            "type": kind or "error",
            "param": None,
            "code": kind or None,
        }
        exchange.send_json(message if isinstance(message, dict) else {"error": error}, code, headers)

    return step


def raw(body: bytes, code: int = 200, headers: Mapping[str, str] | None = None) -> Step:
    """Bytes as they are: half a JSON, an HTML page, nothing at all."""
    return lambda exchange: exchange.send(body, code, headers)


def half_json() -> Step:
    """A body that stops in the middle, told as whole."""
    return raw(b'{"id": "chatcmpl-1", "object": "chat.completion", "choices": [{"index": 0, "mess')


def stall(seconds: float = 60.0) -> Step:
    """Nothing at all for a while, then the line is dropped."""

    def step(exchange: Exchange) -> None:
        exchange.wait(seconds)
        exchange.drop()

    return step


def drop() -> Step:
    return lambda exchange: exchange.drop()


def huge(size: int = 10_000_000, one_piece: bool = False) -> Step:
    """An answer of `size` characters, or one that never ends where it is streamed (to four times `size`)."""

    def step(exchange: Exchange) -> None:
        if not exchange.request.streams:
            answer("a" * size)(exchange)
            return
        if one_piece:
            exchange.open_stream()
            exchange.event({"choices": [{"index": 0, "delta": {"content": "a" * size}}]})
            return
        stream(["a" * 10_000] * (4 * size // 10_000))(exchange)

    return step


def by(choose: Callable[[Request], Step]) -> Step:
    """A step that is chosen by what was asked, with `server.always` for a server that knows its part."""
    return lambda exchange: choose(exchange.request)(exchange)


def _usage(given: int, written: int) -> dict[str, int]:
    return {"prompt_tokens": given, "completion_tokens": written, "total_tokens": given + written}


def _tool_deltas(at: int, call: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The name first and the arguments in two halves, as hosted providers do."""
    words = call["function"]["arguments"]
    middle = len(words) // 2
    yield {**call, "index": at, "function": {"name": call["function"]["name"], "arguments": ""}}
    for half in (words[:middle], words[middle:]):
        yield {"index": at, "function": {"arguments": half}}


def _cut_short(exchange: Exchange, ends: str) -> bool:
    if ends == "garbage":
        exchange.event(b'{"choices": [{"delta": {"cont')
    if ends == "stall":
        exchange.wait(60)
    if ends in {"drop", "stall"}:
        exchange.drop()
    if ends in {"stop", "garbage"}:
        exchange.close_stream()
    return ends != "done"


@dataclass
class ScriptedServer:
    """Listens on 127.0.0.1 at a free port between `with` and its end. Safe for requests side by side."""

    steps: list[Step] = field(default_factory=list)
    always: Step | None = None
    """What a chat request gets once the script is over."""
    models: tuple[str, ...] = ("x",)
    ollama_context: int = 4096
    requests: list[Request] = field(default_factory=list)
    unscripted: int = 0
    cut: threading.Event = field(default_factory=threading.Event)
    """Set when a client went away while it was being answered."""
    closing: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> ScriptedServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    @property
    def origin(self) -> str:
        """For Ollama: without /v1."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def url(self) -> str:
        """For `--llm-base-url`."""
        return f"{self.origin}/v1"

    @property
    def chats(self) -> list[Request]:
        """Requests for an answer, in the order in which they came."""
        return [request for request in self.requests if _is_chat(request.path)]

    def then(self, *steps: Step) -> ScriptedServer:
        self.steps.extend(steps)
        return self

    def next_step(self, request: Request) -> Step:
        with self._lock:
            if self.steps:
                return self.steps.pop(0)
            if self.always is not None:
                return self.always
            self.unscripted += 1
            return status(500, f"the script is over; asked: {request.path}")

    def record(self, request: Request) -> None:
        with self._lock:
            self.requests.append(request)


CHAT_PATHS = ("/v1/chat/completions", "/chat/completions", "/api/chat", "/api/generate", "/v1/messages")


def _is_chat(path: str) -> bool:
    """Gemini's route names the model, Azure's the customer's name of it."""
    bare = path.partition("?")[0]
    return bare in CHAT_PATHS or bare.endswith("enerateContent") or bare.startswith("/openai/deployments/")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: ScriptedServer

    def do_GET(self) -> None:
        exchange = self._exchange({})
        models = self.owner.models
        if exchange.request.path.endswith("/models"):
            exchange.send_json(
                {"object": "list", "data": [{"id": name, "object": "model"} for name in models]}
            )
        elif exchange.request.path == "/api/tags":
            exchange.send_json({"models": [{"name": name, "model": name} for name in models]})
        else:
            exchange.send_json({"error": "not found"}, 404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        exchange = self._exchange(json.loads(body or b"{}"))
        with suppress(OSError):
            if exchange.request.path == "/api/show":
                length = {"test.context_length": self.owner.ollama_context}
                exchange.send_json(
                    {"model_info": length, "template": "", "capabilities": ["completion", "tools"]}
                )
            elif _is_chat(exchange.request.path):
                self.owner.next_step(exchange.request)(exchange)
            else:
                exchange.send_json({"error": "not found"}, 404)

    def _exchange(self, body: dict[str, Any]) -> Exchange:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, body)
        self.owner.record(request)
        return Exchange(self, request)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: pytest shows what a test says."""
