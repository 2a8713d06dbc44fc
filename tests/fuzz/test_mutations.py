"""Thousands of damaged files; each ends in a result or an `InputError`, in time and in little memory."""

from __future__ import annotations

import sys

import pytest

from tests.fuzz.cases import case, check_spans, seeds
from tests.fuzz.watch import MOST_MB, Outcome, watch, worker

CASES, PARTS = 5_200, 4


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_files_end_in_a_result_or_an_input_error(part: int) -> None:
    outcome = watch(worker(part, CASES, PARTS))
    assert outcome.failures == ()
    assert outcome.cases == CASES // PARTS
    assert outcome.peak_mb is not None
    assert outcome.peak_mb < MOST_MB


def test_all_formats_are_damaged() -> None:
    assert {".pdf", ".docx", ".odt", ".rtf", ".html", ".md", ".txt", ".json"} <= {
        path.suffix for path in seeds()
    }
    changed = sum(
        case(number, seeds())[0] != seeds()[number % len(seeds())].read_bytes() for number in range(200)
    )
    assert changed > 190
    assert case(17, seeds()) == case(17, seeds())


def test_the_watch_sees_a_hang() -> None:
    code = "import time; print(0, flush=True); print(1, flush=True); time.sleep(60)"
    outcome = watch([sys.executable, "-c", code], most_seconds=0.5)
    assert outcome == Outcome(cases=2, failures=("case 1 took over 0.5 s",), peak_mb=None)


def test_the_watch_sees_a_crash() -> None:
    code = "import os, signal; print(7, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    assert watch([sys.executable, "-c", code]).failures == ("the process ended in case 7 with -9",)


def test_the_watch_sees_what_a_worker_reports() -> None:
    code = "print(0); print('failed 0 a.pdf: KeyError'); print(1); print('peak 812')"
    outcome = watch([sys.executable, "-c", code])
    assert outcome == Outcome(cases=2, failures=("failed 0 a.pdf: KeyError",), peak_mb=812)


def test_a_worker_reports_an_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A file that is gone is no `InputError`, since the bytes are read before."""
    outcome = watch(worker(3, 5, 1, [tmp_path / "gone.pdf"]))
    assert [failure.split(":")[0] for failure in outcome.failures] == [
        "failed 3 gone.pdf",
        "failed 4 gone.pdf",
    ]


def test_a_span_outside_of_the_text_is_seen() -> None:
    from careercraft.model.document import Span, Text
    from careercraft.read import read_text

    document = read_text("Jane Doe, a nurse", "a.txt")
    check_spans({"name": [Text("Jane", Span(0, 4))]}, document)
    with pytest.raises(ValueError, match="outside"):
        check_spans({"name": [Text("Jane", Span(0, 400))]}, document)
