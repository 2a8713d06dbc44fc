"""A workbench holds 100 MB; who makes many in one process must not wait for the garbage collector."""

from __future__ import annotations

import gc
import weakref
from datetime import date

from careercraft.api import Workbench
from careercraft.settings import Settings
from tests.conftest import DAY, EXAMPLES


def test_a_workbench_goes_when_its_last_user_does() -> None:
    gc.collect()
    gc.disable()
    try:
        bench = Workbench(Settings(corrections=False), date.fromisoformat(DAY))
        side, job = (
            bench.resume(bench.read(EXAMPLES / "resume.pdf")),
            bench.job(bench.read(EXAMPLES / "job.txt")),
        )
        bench.analyze(side, job)
        seen = [weakref.ref(one) for one in (bench, bench.linker, bench.encoder)]
        assert all(ref() is not None for ref in seen)
        del bench
        assert [ref() for ref in seen] == [None] * 3
    finally:
        gc.enable()


def test_a_linker_outlives_its_workbench() -> None:
    linker = Workbench(Settings()).linker
    assert linker.encoder is linker.encoder
    assert linker.named("python") == "python"
