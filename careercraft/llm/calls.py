"""The only module that imports litellm: one call, given back piece by piece, every failure a `Fault`."""

from __future__ import annotations

import json
import logging
import os
import re
import threading
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from careercraft.errors import ProviderError
from careercraft.llm import prices
from careercraft.llm.faults import Fault, Kind, of_status
from careercraft.llm.options import ModelOptions
from careercraft.llm.pieces import Piece, streamed, whole
from careercraft.llm.where import proxies

_ENVIRONMENT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",  # else it fetches a price list while it is imported
    "LITELLM_LOCAL_BLOG_POSTS": "True",
    "LITELLM_RUST": "False",  # else its own binary may send, which nobody watches
    "LITELLM_MODE": "PRODUCTION",  # else it reads a .env from whatever folder one stands in
}
_LOGS = (
    "LiteLLM",
    "LiteLLM Router",
    "LiteLLM Proxy",
    "litellm",
    "httpx",
    "httpcore",
    "openai",
    "huggingface_hub",
)
"""They may quote prompts and keys, and one of them writes to stderr by itself."""
_OLLAMA = {"ollama", "ollama_chat"}
_STREAMED_LONGER = 6
"""A stream that goes on is alive, and may be slow; but none goes on for ever."""
_BYTES = 6
"""A character in JSON takes up to that many."""
_BYTES_STREAMED = 80
"""A stream wraps each piece of some characters in a few hundred bytes."""
_LITELLM = re.compile(r"^(?:litellm\.)?(?:\w*(?:Error|Exception): )+")
"""What it puts before the words of an error."""
_FILES = re.compile(r"\s*\(?(?:(?<!\S)|(?<=\())(?:/|[A-Za-z]:\\)\S+")
"""Paths on this machine are nobody's business who reads an error."""
_MISSING = re.compile(r"No module named|cannot import name")
_lock = threading.Lock()
_ready: dict[str, Any] = {}


TEMPERATURE = 0
MAY_GO = ("stream_options", "temperature", "max_tokens")
"""What some servers and models refuse, and what an answer can do without; a limit goes under its newer name."""


class Asked(Struct, frozen=True, kw_only=True):
    """What is sent, in OpenAI's form."""

    messages: list[dict[str, Any]]
    stream: bool = False
    schema: dict[str, Any] | None = None
    """For the provider to keep; None where it can't."""
    strict: bool = False
    tools: Sequence[dict[str, Any]] = ()
    most_tokens: int | None = None
    without: frozenset[str] = frozenset()
    """Parameters of `MAY_GO` that this server doesn't know."""


def prepare() -> Any:
    """litellm, imported and quieted once. It takes a second or two: a chat may call this beside its prompt."""
    with _lock:
        os.environ.update(_ENVIRONMENT)  # each time: some of it is read with each call
        if "litellm" not in _ready:
            _ready["litellm"] = _imported()
        return _ready["litellm"]


def _imported() -> Any:
    for name in _LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import litellm
    except ImportError:
        raise ProviderError(
            "models can't be used here: litellm is missing or broken", "reinstall careercraft"
        ) from None

    from careercraft.llm.wire import Bridge, WatchedClient

    # pydantic's, on answers that aren't quite of OpenAI's form
    warnings.filterwarnings("ignore", category=UserWarning, module="pydantic")
    litellm.telemetry = False
    # else it asks an archive on the internet how Llama splits words, also where the model is on this machine
    litellm.disable_hf_tokenizer_download = True
    litellm.suppress_debug_info = True
    litellm.drop_params = True
    litellm.callbacks = []
    litellm.success_callback = []
    litellm.failure_callback = []
    client = WatchedClient()
    litellm.client_session = client
    litellm.sync_transport = Bridge(client)
    return litellm


def missing_of(options: ModelOptions) -> Kind | None:
    """Why no call can be made at all."""
    if not options.names_provider:
        return "no provider"
    if options.lacks_address:
        return "no place"
    key = options.key.reveal() if options.key else ""
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        return "odd key"
    return "no key" if options.variable else None


def pieces(options: ModelOptions, asked: Asked) -> Iterator[Piece]:
    """The answer as it comes. Raises Fault; Ctrl-C passes. Whichever way it ends, the connection is let go."""
    if missing := missing_of(options):
        raise Fault(missing)
    litellm = prepare()
    from careercraft.llm.reach import Reach
    from careercraft.llm.wire import watching

    reach = Reach(options.server, options.local, proxies())
    longest = options.whole_seconds * (_STREAMED_LONGER if asked.stream else 1)
    most_bytes = options.most_characters * (_BYTES_STREAMED if asked.stream else _BYTES)
    with watching(most_bytes, options.idle_seconds, longest, asked.stream, reach) as watch:
        came = False
        try:
            answer = litellm.completion(**_arguments(options, asked))
            if asked.stream:
                for piece in map(streamed, answer):
                    came = came or bool(piece.text or piece.calls)
                    yield piece
            else:
                yield whole(answer)
        except (
            Exception
        ) as error:  # litellm's own, the provider's library's, and what an odd answer makes of them
            raise _fault(error, watch, bool(asked.tools)) from None
        if asked.stream and watch.refusal:
            yield Piece(refusal=_decoded(bytes(watch.refusal)), finish="refusal")
        if asked.stream and watch.status and not (came or watch.begun or watch.ended or watch.refusal):
            raise Fault("empty")
        if asked.stream and watch.begun and not watch.ended:
            raise Fault("broken off")


def _arguments(options: ModelOptions, asked: Asked) -> dict[str, Any]:
    import httpx

    read = options.first_seconds if asked.stream else options.whole_seconds
    found: dict[str, Any] = {
        "model": _name(options),
        "messages": asked.messages,
        "timeout": httpx.Timeout(read, connect=options.connect_seconds),
        "max_retries": 0,  # ours are counted, bounded and told
        "temperature": TEMPERATURE,
        "stream": asked.stream,
        "api_key": options.key.reveal() if options.key else None,
    }
    if options.base_url:
        found["api_base"] = options.base_url
        # OpenAI's library wants a key; a server that needs none gets a word in its place
        found["api_key"] = found["api_key"] or "none"
    if asked.stream:
        found["stream_options"] = {"include_usage": True}
    if asked.schema is not None:
        inner = {"name": "answer", "schema": asked.schema, "strict": asked.strict}
        found["response_format"] = {"type": "json_schema", "json_schema": inner}
    if asked.tools:
        found["tools"] = list(asked.tools)
        # else litellm imports its proxy's tools, whose library isn't installed
        found["_skip_mcp_handler"] = True
    if asked.most_tokens is not None:
        newer = "max_tokens" in asked.without
        found["max_completion_tokens" if newer else "max_tokens"] = asked.most_tokens
    if options.provider in _OLLAMA:
        found["num_ctx"] = prices.context_tokens(
            options
        )  # its default is short, and it cuts what is longer unasked
    return {name: value for name, value in found.items() if name not in asked.without}


def _name(options: ModelOptions) -> str:
    """With the provider that the person was told of, so that litellm doesn't choose one by itself.

    Ollama's chat route knows roles, functions and schemas; litellm's plain `ollama/` flattens them into one text.
    """
    provider, slash, bare = options.name.partition("/")
    if not slash:
        return f"{'openai' if options.base_url else options.provider}/{options.name}"
    return f"{'ollama_chat' if options.provider == 'ollama' else provider.lower()}/{bare}"


def _fault(error: Exception, watch: Any, tools: bool) -> Fault:
    """What the wire saw counts before what litellm made of it (of a status 422 it makes an empty answer)."""
    if watch.fault is not None:
        # a stream that was cut by its server or by the line, after it had begun
        return Fault("broken off" if watch.fault == "dropped" and watch.begun else watch.fault)
    if watch.status >= 400:
        return of_status(watch.status, _error_words(watch.error_body), watch.wait, tools)
    if "repeating the same chunk" in str(error):  # litellm's own guard
        return Fault("too long")
    if watch.status:
        return Fault("broken off" if watch.begun else "garbled")
    if isinstance(error, Fault):
        return error
    return _unsent(type(error).__name__, str(error), tools)


def _unsent(kind: str, said: str, tools: bool) -> Fault:
    """Of a call that never became a request."""
    words = _LITELLM.sub("", (said.partition(" - ")[2] or said).partition("Traceback (most recent")[0])
    words = _FILES.sub("", words)
    if "LLM Provider NOT provided" in words or kind == "LiteLLMUnknownProvider":
        return Fault("no provider")
    if kind == "Timeout":
        return Fault("timeout")
    if tools and _MISSING.search(
        words
    ):  # what litellm wants for functions beside our switch `_skip_mcp_handler`
        return Fault("no tools")
    fault = of_status(400, words, None, tools)
    return fault if fault.kind in {"no tools", "context"} else Fault("unready", words)


def _error_words(body: bytes) -> str:
    """From the forms that errors come in: {"error": {"message"}}, {"error"}, {"message"}, {"detail"}, plain text."""
    try:
        found = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        text = body.decode("utf-8", "replace").strip()
        return "" if text.startswith("<") else text
    if isinstance(found, list) and found:
        found = found[0]
    for _ in range(3):
        if not isinstance(found, dict):
            break
        code = found.get("code")
        inner = next((found[name] for name in ("error", "message", "detail") if found.get(name)), "")
        found = f"{inner} ({code})" if isinstance(inner, str) and isinstance(code, str) else inner
    return found if isinstance(found, str) else json.dumps(found)


def _decoded(words: bytes) -> str:
    try:
        return str(json.loads(b'"' + words + b'"'))
    except ValueError:
        return words.decode("utf-8", "replace")
