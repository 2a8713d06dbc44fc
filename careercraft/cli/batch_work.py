"""One pair of a batch -> one line. Runs in worker processes; what sides share is understood once a process."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct

from careercraft.cli.console import ExitCode, exit_code
from careercraft.cli.pairs import Pair, Side, readable
from careercraft.errors import CareerCraftError, ConfigError, InputError

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.cli.batch_llm import BatchAdviser
    from careercraft.model.correction import Correction
    from careercraft.model.document import Document
    from careercraft.settings import Settings

_KEPT = 64
"""Understood sides kept a process; one posting against many resumes, or the reverse, is read once."""
Kept = TypeVar("Kept")


class Line(Struct, frozen=True):
    """The outcome of one pair."""

    data: bytes
    """The whole JSON line with its line break."""
    code: int
    label: str = ""
    readiness: float = 0.0
    corrected: bool = False
    """The resume was read with the person's corrections, or with what they add to it."""
    guarded: bool = False
    """Words of a document were left out, since they are there to move a score."""
    unadvised: bool = False
    """It lacks what a model was asked for, or a part of that."""


class Shared(Struct, frozen=True):
    """What all processes of a batch work with."""

    settings: Settings
    today: date
    corrections: Mapping[str, Correction]
    brief: bool


class Worker:
    """Pairs to lines, in one process."""

    def __init__(self, shared: Shared, adviser: BatchAdviser | None = None) -> None:
        from careercraft.api import Workbench

        self._bench: Workbench = Workbench(shared.settings, shared.today, shared.corrections)
        self._bench.warm_up()
        self._brief = shared.brief
        self._adviser = adviser
        self._kept: dict[tuple[str, Side], Any] = {}

    def line(self, pair: Pair) -> Line:
        try:
            if pair.error:
                raise InputError(pair.error, pair.hint)
            return self._analyzed(pair)
        except ConfigError:
            raise  # no pair can be analyzed: this stops the batch
        except CareerCraftError as error:
            return _failed(pair, error.code, error.message, error.hint, exit_code(error))
        except Exception as error:  # one pair with a bug must not take the batch along
            message = f"{type(error).__name__}: {error}"
            return _failed(pair, "bug", message, "please report it", ExitCode.BUG)

    def _analyzed(self, pair: Pair) -> Line:
        from careercraft.render.json import encode_line

        bench = self._bench
        job = self._once("job", pair.job, lambda: bench.job(self._read(pair.job)))
        resume = self._once("resume", pair.resume, lambda: bench.resume(self._read_resume(pair.resume)))
        analysis, whole = bench.analyze(resume, job), True
        if self._adviser:
            analysis, whole = self._adviser.advised(bench, resume, job, analysis)
        data = encode_line(analysis, pair.name, self._brief)
        corrected = isinstance(analysis.correction, str) or bool(analysis.self_stated)
        verdict, guarded = analysis.verdict, bool(analysis.guards)
        return Line(data, ExitCode.DONE, verdict.label, verdict.readiness, corrected, guarded, not whole)

    def _read(self, side: Side) -> Document:
        if side.path:
            return self._bench.read(side.path)
        return self._bench.read(side.text.encode("utf-8", "replace"), "job_text")

    def _read_resume(self, side: Side) -> Document:
        if side.path:
            return self._bench.read_resume(side.path)
        return self._bench.read_resume(side.text.encode("utf-8", "replace"), "resume_text")

    def _once(self, kind: str, side: Side, make: Callable[[], Kept]) -> Kept:
        key = (kind, side)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = make()
        found: Kept = self._kept[key]
        return found


def _failed(pair: Pair, code: str, message: str, hint: str, exit: ExitCode) -> Line:
    error = {"code": code, "message": readable(message), "hint": hint}
    return Line(msgspec.json.encode({"pair": pair.name, "error": error}) + b"\n", exit)


def run_here(pairs: Iterable[Pair], shared: Shared, adviser: BatchAdviser | None = None) -> Iterator[Line]:
    worker = Worker(shared, adviser)
    return (worker.line(pair) for pair in pairs)


_worker: Worker | None = None


def _start(shared: Shared) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent alone answers Ctrl-C
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = Worker(shared)


def _end_with_parent() -> None:
    """A parent that is killed tells its workers nothing; without this they would wait for pairs forever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _line(pair: Pair) -> Line:
    assert _worker is not None
    return _worker.line(pair)


def run_pool(pairs: list[Pair], shared: Shared, processes: int) -> Iterator[Line]:
    """In the order of `pairs`, with a bounded number ahead."""
    import multiprocessing
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    ahead: deque[Future[Line]] = deque()
    with ProcessPoolExecutor(processes, context, _start, (shared,)) as pool:
        try:
            for pair in pairs:
                with _deaf():
                    ahead.append(pool.submit(_line, pair))
                if len(ahead) >= 8 * processes:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise


@contextmanager
def _deaf() -> Iterator[None]:
    """A worker process started here never hears Ctrl-C, not even while it loads; here it comes a moment late."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
