"""Speed as ratios within one run, so that the machine cancels out. Run it on a quiet machine.

- `analyze`: the whole process on the README's example, over `python -c "import sentence_transformers"`; `first_run`
  the same with an empty home; where sentence_transformers isn't installed they are left out.
- `help`: `careercraft --help` over `python -c "import typer, rich.console"`.
- `batch`: one posting with all PDFs of the data, over pdfminer's own extraction of them in as many processes.
- `read_parse`: reading and parsing each PDF with the default engine, over pdfminer's `extract_text` of the same
  file, in one process: all files together, and the file where it is worst.
- `peak_mb`: most memory of an analysis.
- `big_load_s`, `big_link_s`: a taxonomy of ESCO's size, see `big_taxonomy.py`.
- `link_ratio`, `link_big_ratio`, `names_ratio`: linking of 2,000 lines over encoding them, see `link_speed.py`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks import big_taxonomy, link_speed

_ROOT = Path(__file__).resolve().parent.parent
_RUNS = 5
_EXAMPLE = ["analyze", str(_ROOT / "examples/resume.pdf"), str(_ROOT / "examples/job.txt")]


def run(data: Path) -> dict[str, Any]:
    figures: dict[str, Any] = {"cores": len(os.sched_getaffinity(0))}
    with tempfile.TemporaryDirectory() as home:
        _careercraft(_EXAMPLE, home)
        analyze = _median(lambda: _careercraft(_EXAMPLE, home))
        figures["analyze_s"] = analyze
        figures["peak_mb"] = _peak_mb(home)
        libraries = _median(lambda: _python("import typer, rich.console"))
        figures["help_ratio"] = round(_median(lambda: _careercraft(["--help"], home)) / libraries, 2)
        figures.update(_batch(data, home))
    figures.update(_read_and_parse(data))
    figures.update(big_taxonomy.run())
    figures.update(link_speed.run(data))
    if find_spec("sentence_transformers"):
        baseline = _median(lambda: _python("import sentence_transformers"))
        figures["analyze_ratio"] = round(analyze / baseline, 3)
        figures["first_run_ratio"] = round(_median(_first_run) / baseline, 3)
    return figures


def _batch(data: Path, home: str) -> dict[str, Any]:
    pdfs = sorted((data / "resumes").rglob("*.pdf"))
    arguments = ["batch", str(data / "resumes"), "--job", str(_ROOT / "examples/job.txt"), "-o", os.devnull]
    with tempfile.TemporaryDirectory() as folder:  # the same files on both sides, and nothing else
        for number, pdf in enumerate(pdfs):
            shutil.copy(pdf, Path(folder, f"{number:03}.pdf"))
        arguments[1] = folder
        ours = _median(lambda: _careercraft(arguments, home), runs=3)
    theirs = _median(lambda: _extract_all(pdfs), runs=3)
    return {
        "batch_pdfs": len(pdfs),
        "batch_s": ours,
        "pdfminer_s": theirs,
        "batch_ratio": round(ours / theirs, 2),
    }


def _read_and_parse(data: Path) -> dict[str, float]:
    """Processor time of one thread; the first file of each warms up and doesn't count."""
    from careercraft.parse import parse_resume
    from careercraft.read import read_path

    pdfs = sorted((data / "resumes").rglob("*.pdf"))
    ours = [_spent(lambda pdf=pdf: parse_resume(read_path(pdf))) for pdf in [pdfs[0], *pdfs]][1:]
    theirs = [_spent(lambda pdf=pdf: _extract(pdf)) for pdf in [pdfs[0], *pdfs]][1:]
    return {
        "read_parse_ms": round(1000 * sum(ours) / len(pdfs), 1),
        "read_parse_ratio": round(sum(ours) / sum(theirs), 3),
        "read_parse_ratio_worst": round(max(a / b for a, b in zip(ours, theirs, strict=True)), 3),
    }


def _spent(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def _extract_all(pdfs: Sequence[Path]) -> None:
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        list(pool.map(_extract, pdfs))


def _extract(pdf: Path) -> int:
    from pdfminer.high_level import extract_text

    return len(extract_text(str(pdf)))


def _first_run() -> None:
    with tempfile.TemporaryDirectory() as home:
        _careercraft(_EXAMPLE, home)


def _peak_mb(home: str) -> int:
    """Of one analysis, by a child that reports its own child."""
    command = [sys.executable, "-m", "careercraft", *_EXAMPLE]
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, *command],
        env=_environment(home),
        cwd=_ROOT,
        check=True,
        capture_output=True,
    )
    return int(found.stdout) // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _careercraft(arguments: Sequence[str], home: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "careercraft", *arguments],
        env=_environment(home), cwd=_ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _python(code: str) -> None:
    subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _environment(home: str) -> dict[str, str]:
    return {**os.environ, "CAREERCRAFT_HOME": home}


def _median(action: Callable[[], None], runs: int = _RUNS) -> float:
    """Seconds; the first run warms the disk cache and doesn't count."""
    action()
    return round(statistics.median(_timed(action) for _ in range(runs)), 3)


def _timed(action: Callable[[], None]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
