"""The web client under litellm: it sees what litellm's exceptions no longer tell, and stops what has no end.

litellm gives an error's class and words, but not its Retry-After, not whether a name or a port was wrong, not a
stream's refusal, and it takes a stream that was cut for a whole one. All sync providers of litellm send through
`WatchedClient`, directly or through `Bridge`.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from careercraft.llm.faults import Kind
from careercraft.llm.reach import Reach, reaching

_MOST_OF_AN_ERROR = 4_000
"""Bytes of an error's body that are kept for its words."""
_NOT_ASKED_FOR = "/api/show"
"""litellm asks Ollama's usual port what a model can, several times a call, wherever the model really is."""
_PACKED = 50
"""Bytes that are sent packed, though they weren't asked for so, become up to a thousand times as many."""
_TAIL = 200
# of OpenAI, Ollama, Anthropic, Gemini; quotes stand escaped in JSON, so that a model's words match none of them
_BEGINS = re.compile(
    rb'"chat\.completion\.chunk"|"delta"\s*:\s*\{|"done"\s*:\s*false|"message_start"|"candidates"\s*:\s*\['
)
_ENDS = re.compile(
    rb'"finish_reason"\s*:\s*"|data:\s*\[DONE\]|"done"\s*:\s*true|"message_stop"|"finishReason"\s*:\s*"'
)
_REFUSAL = re.compile(rb'"refusal"\s*:\s*"((?:[^"\\]|\\.)+)"')


@dataclass
class Watch:
    """Of one call: what may come, and what was seen."""

    most_bytes: int
    idle_seconds: float
    whole_seconds: float
    streams: bool = False
    reach: Reach = field(default_factory=Reach)
    status: int = 0
    wait: float | None = None
    fault: Kind | None = None
    error_body: bytes = b""
    begun: bool = False
    """Pieces of a stream came whose form has an end that can be missed."""
    ended: bool = False
    refusal: bytearray = field(default_factory=bytearray)
    until: float = 0.0
    _tail: bytes = b""
    _response: httpx.Response | None = None

    def begin(self) -> None:
        self.status, self.wait, self.fault, self.error_body = 0, None, None, b""

    def answered(self, response: httpx.Response) -> None:
        self._response = response
        self.status = response.status_code
        self.wait = _retry_after(response.headers)
        self.until = time.monotonic() + self.whole_seconds
        # From here on the client waits for the next piece, no longer for the first: it reads this on its next read.
        if self.streams:
            response.request.extensions.get("timeout", {})["read"] = self.idle_seconds
        if response.headers.get("content-encoding", "identity") != "identity":
            self.most_bytes //= _PACKED

    def passed(self, data: bytes, total: int) -> None:
        """Raises httpx.ReadError where an answer has no end."""
        if self.status >= 400:
            self.error_body = (self.error_body + data)[:_MOST_OF_AN_ERROR]
        else:
            self._look(data)
        if total > self.most_bytes:
            self.fault = "too long"
            raise httpx.ReadError("the answer is too long")
        if time.monotonic() > self.until:
            self.fault = "timeout"
            raise httpx.ReadTimeout("the answer takes too long")

    def _look(self, data: bytes) -> None:
        seen = self._tail + data
        self.begun = self.begun or bool(_BEGINS.search(seen))
        self.ended = self.ended or bool(_ENDS.search(seen))
        for found in _REFUSAL.finditer(seen):
            if found.end() > len(self._tail) and len(self.refusal) < _MOST_OF_AN_ERROR:
                self.refusal += found[1]
        self._tail = seen[-_TAIL:]

    def stopped(self) -> None:
        """Something tried to reach another server than the call's own."""
        self.fault = "elsewhere"

    def close(self) -> None:
        """Lets go of the connection, wherever the answer stands."""
        if self._response is not None:
            with suppress(Exception):
                self._response.close()


_current = threading.local()


@contextmanager
def watching(
    most_bytes: int, idle_seconds: float, whole_seconds: float, streams: bool, reach: Reach
) -> Iterator[Watch]:
    """Around a call of litellm, in the thread that makes it."""
    watch = Watch(most_bytes, idle_seconds, whole_seconds, streams, reach)
    before = getattr(_current, "watch", None)
    _current.watch = watch
    try:
        with reaching(reach, watch.stopped):
            yield watch
    finally:
        _current.watch = before
        watch.close()


class WatchedClient(httpx.Client):
    def send(self, request: httpx.Request, *, stream: bool = False, **more: Any) -> httpx.Response:
        watch: Watch | None = getattr(_current, "watch", None)
        if watch is None or request.url.path == _NOT_ASKED_FOR:  # it has threads that ask on behind a call
            raise httpx.ConnectError("not asked for", request=request)
        watch.begin()
        if not watch.reach.names(request.url.host):
            watch.stopped()
            raise httpx.ConnectError("not the server that was named", request=request)
        request.headers["accept-encoding"] = (
            "identity"  # what is counted and looked through here is the answer
        )
        more["follow_redirects"] = False  # a text may have to stay on this machine
        try:
            response = super().send(request, stream=True, **more)
        except httpx.HTTPError as error:
            watch.fault = watch.fault or _fault_of(error)
            raise
        watch.answered(response)
        if response.is_redirect:
            watch.fault = "moved"
            response.close()
            raise httpx.RemoteProtocolError("moved", request=request)
        response.stream = _WatchedStream(response.stream, watch)  # type: ignore[arg-type]
        if not stream:
            response.read()
        return response


class Bridge(httpx.BaseTransport):
    """For litellm's own clients, which take a transport: their requests go through the watched client."""

    def __init__(self, client: WatchedClient) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._client.send(request, stream=True)


class _WatchedStream(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, watch: Watch) -> None:
        self._stream = stream
        self._watch = watch

    def __iter__(self) -> Iterator[bytes]:
        total = 0
        try:
            for data in self._stream:
                total += len(data)
                self._watch.passed(data, total)
                yield data
        except httpx.HTTPError as error:
            self._watch.fault = self._watch.fault or _fault_of(error)
            raise

    def close(self) -> None:
        self._stream.close()


def _fault_of(error: httpx.HTTPError) -> Kind:
    """By the cause below the client's own exception."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectTimeout):
        return "connect"
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if any(isinstance(item, socket.gaierror) for item in causes):
        return "name"
    if any(isinstance(item, ssl.SSLCertVerificationError) for item in causes):
        return "certificate"
    if any(isinstance(item, ConnectionRefusedError) for item in causes):
        return "refused"
    return "connect" if isinstance(error, httpx.ConnectError) else "dropped"


def _retry_after(headers: httpx.Headers) -> float | None:
    """Seconds, from a number or a day; a day is held against the server's own, so that no clock is needed."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    try:
        return float(value) if value.replace(".", "", 1).isdigit() else _until(value, headers["date"])
    except (ValueError, TypeError, KeyError):
        return None


def _until(then: str, now: str) -> float:
    return max(0.0, (parsedate_to_datetime(then) - parsedate_to_datetime(now)).total_seconds())
