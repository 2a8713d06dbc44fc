"""How far a call may reach: to the server that the person was told of, and to no other, whoever tries it.

litellm and the libraries under it put questions of their own: to Ollama, what a model can; to an archive of models,
how one of them splits its words. So each name that is looked up and each connection that is opened in the thread of a
call is held against the call's own server. The hook of the interpreter sees all of them, also those of libraries that
know nothing of our web client; it can't be taken away again, and does nothing outside of calls.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from careercraft.llm.where import is_this_machine


class Elsewhere(ConnectionError):
    """A connection that was stopped before it was made."""


class Reach(NamedTuple):
    server: str = ""
    """The only host that requests may name; empty where nobody can tell it beforehand."""
    local: bool = False
    """Only this machine's own addresses, whatever a name is made of."""
    proxies: frozenset[str] = frozenset()
    """Hosts that stand between; names of them may be looked up too."""

    def names(self, host: str) -> bool:
        """Whether a request may name this host."""
        return not self.server or _plain(host) == _plain(self.server)

    def looks_up(self, host: str) -> bool:
        return self.names(host) or (not self.local and _plain(host) in self.proxies)

    def connects(self, address: str) -> bool:
        """`address` is a number: what a name is made of shows only here."""
        return not self.local or is_this_machine(address)


_current = threading.local()
_lock = threading.Lock()
_hooked: list[bool] = []


@contextmanager
def reaching(reach: Reach, stopped: Callable[[], None]) -> Iterator[None]:
    """Around a call, in the thread that makes it. `stopped` is told when something tried to reach further."""
    with _lock:
        if not _hooked:
            sys.addaudithook(_seen)
            _hooked.append(True)
    before = getattr(_current, "guard", None)
    _current.guard = (reach, stopped)
    try:
        yield
    finally:
        _current.guard = before


def _seen(event: str, arguments: tuple[Any, ...]) -> None:
    """Raises Elsewhere, which stops what was about to happen."""
    if event not in {"socket.getaddrinfo", "socket.connect"}:
        return
    guard: tuple[Reach, Callable[[], None]] | None = getattr(_current, "guard", None)
    if guard is None:
        return
    reach, stopped = guard
    if event == "socket.getaddrinfo":
        host = arguments[0]
        words = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        allowed = not words or reach.looks_up(words)
    else:
        address = arguments[1]
        allowed = not isinstance(address, tuple) or reach.connects(str(address[0]))
    if not allowed:
        stopped()
        raise Elsewhere("another server than the one that was named")


def _plain(host: str) -> str:
    """As it stands on the wire: small letters, no dot at the end, other scripts in ASCII."""
    name = host.lower().rstrip(".").partition("%")[0]
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return name
