"""Answers on disk, found by the hash of everything that was asked: the same question costs nothing twice.

That is the model, its server, the room it has, how freely it may choose its words, and all that is said: prompts (and
with them their versions), documents, forms and functions.

A file holds one answer, and its name is the hash; the question itself is not kept. With --redact the answer is the
one with the stand-ins. A broken file counts as absent, and a disk that takes nothing costs the cache, not the answer.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs

from careercraft import paths
from careercraft.llm.around import Around
from careercraft.llm.calls import TEMPERATURE
from careercraft.llm.client import plus
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolSpec, Usage

FORMAT = 2
"""Part of the hash: raised when an older answer would no longer do."""
MOST_BYTES = 50_000_000
MOST_FILES = 2_000
_PRUNED_TO = 0.9
"""Of the bounds, so that not every new answer has to look through the folder."""
_HALF = ".answer."
"""Begins the name of an answer that isn't whole yet."""
_KEPT_ENDS = frozenset(("stop", "tools"))
"""An answer that was cut off, and a refusal, are asked for again."""


class CachingModel(Around):
    """Answers from the folder where it can."""

    def __init__(self, inner: ChatModel, address: str = "", folder: Path | None = None) -> None:
        """`address`: of the model's server, however it was named; two servers may call different models the same."""
        super().__init__(inner)
        self._address = address
        self._folder = folder or cache_folder()
        self._cached = Usage()

    @property
    def spent(self) -> Usage:
        return plus(self._inner.spent, self._cached)

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        model = (self.traits.name, self._address, self.traits.context_tokens, TEMPERATURE)
        asked = (FORMAT, model, list(messages), schema, list(tools), most_tokens)
        file = self._folder / f"{hashlib.sha256(msgspec.json.encode(asked, order='sorted')).hexdigest()}.json"
        kept = _read(file)
        if kept is not None:
            if on_text and kept.text:
                on_text(kept.text)
            usage = Usage(calls=1, cost=0.0, cached=1)
            self._cached = plus(self._cached, usage)
            return structs.replace(kept, usage=usage)
        reply = self._inner.reply(
            messages, schema=schema, tools=tools, on_text=on_text, most_tokens=most_tokens
        )
        if reply.finish in _KEPT_ENDS and (reply.text.strip() or reply.tool_calls or reply.data is not None):
            with contextlib.suppress(OSError):
                _write(file, reply)
        return reply


def cache_folder() -> Path:
    return paths.cache_dir() / "llm"


def clear(folder: Path | None = None) -> int:
    """How many answers there were. What can't be deleted stays, and isn't counted."""
    gone = 0
    for file in _files(folder or cache_folder()):
        with contextlib.suppress(OSError):
            file.unlink()
            gone += 1
    return gone


def _read(file: Path) -> Reply | None:
    try:
        reply = msgspec.json.decode(file.read_bytes(), type=Reply)
        os.utime(file)  # the oldest go first, and this one is in use
    except (OSError, msgspec.MsgspecError):
        return None
    return reply


def _write(file: Path, reply: Reply) -> None:
    data = msgspec.json.encode(reply)
    if len(data) > MOST_BYTES // 10:
        return
    paths.replace_file(file, data, prefix=_HALF)
    _prune(file.parent)


def _prune(folder: Path) -> None:
    """Deletes the answers that were not used for longest, where there are too many."""
    found = sorted(
        ((item.stat(), item) for item in _files(folder)), key=lambda pair: (pair[0].st_mtime_ns, pair[1])
    )
    size, count = sum(stat.st_size for stat, _ in found), len(found)
    if size <= MOST_BYTES and count <= MOST_FILES:
        return
    for stat, file in found:
        if size <= MOST_BYTES * _PRUNED_TO and count <= MOST_FILES * _PRUNED_TO:
            return
        file.unlink(missing_ok=True)
        size, count = size - stat.st_size, count - 1


def _files(folder: Path) -> list[Path]:
    """Answers, and what a killed process left half written."""
    return [*folder.glob("*.json"), *folder.glob(f"{_HALF}*")] if folder.is_dir() else []
