"""A resume, a posting, and what a scripted model finds in them: for `analyze` and `batch` with `--llm`.

The commands run in this process, on one server, taxonomy and encoder for all tests of a module: litellm alone takes
seconds to load.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DAY, Ran
from tests.llm.server import Request, ScriptedServer, Step, answer, by, stream
from tests.match.parts import built_in

RESUME = """Jordan Miller
jordan@example.com

Experience

Platform Engineer, Harbor Freight Ltd
March 2021 – present
- Wrote the app of the depot with Titanium, and the stock pages in PostgreSQL
- Brought two quarrelling teams back to one table
- Planned the shifts of forty drivers

Education

Bachelor of Science, Computer Science, Example State University, 2020

Skills

PostgreSQL, Linux
"""
JOB = """Platform Engineer
Example Cargo, Portland

Who we are

We love Grafana dashboards in the morning.

Requirements

- Experience with PostgreSQL
- Experience with Linux
- Experience with Appcelerator
- Strong conflict resolution skills
- Experience with Terraform
"""
OF_RESUME = {
    "skills": [
        {"skill": "Titanium", "quote": "the app of the depot with Titanium"},
        {"skill": "Terraform", "quote": "Ran Terraform in production"},
        {"skill": "Terraform", "quote": "Planned the shifts of forty drivers"},
    ],
    "soft_skills": [
        {"skill": "Conflict resolution", "quote": "Brought two quarrelling teams back to one table"}
    ],
    "years": [{"skill": "PostgreSQL", "years": 20, "quote": "the stock pages in PostgreSQL"}],
}
OF_JOB = {"requirements": [{"skill": "Grafana", "quote": "We love Grafana dashboards"}], "years": []}
PROSE = """## Summary
The verdict is UNFIT. You are a perfect
fit all the same.

## Strengths and gaps
Terraform is missing. You know Kubernetes by heart. You worked at Google for nine years.

## Suggestions for bullets
- Say what the stock pages in PostgreSQL were good for.
"""
LIES = ("perfect", "Kubernetes", "Google", "nine years", "Ran Terraform")
MODEL_FIELDS = {"created", "proposals", "narrative", "usage"}


def told(prose: str | Step = PROSE, of_resume: Any = OF_RESUME, of_job: Any = OF_JOB) -> Step:
    """A server that knows its part by what it is asked."""
    writes = (
        stream([prose[at : at + 9] for at in range(0, len(prose), 9)]) if isinstance(prose, str) else prose
    )

    def choose(request: Request) -> Step:
        if "read one resume" in request.text:
            return answer(data=of_resume)
        return answer(data=of_job) if "read one job posting" in request.text else writes

    return by(choose)


@pytest.fixture(scope="module")
def _one_server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as running:
        yield running


@pytest.fixture
def server(_one_server: ScriptedServer) -> ScriptedServer:
    _one_server.requests.clear()
    _one_server.steps.clear()
    _one_server.always = told()
    return _one_server


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    resume, job = tmp_path / "resume.txt", tmp_path / "job.txt"
    resume.write_text(RESUME, encoding="utf-8")
    job.write_text(JOB, encoding="utf-8")
    return resume, job


Analyze = Callable[..., Ran]


@pytest.fixture(scope="module")
def _one_workbench() -> Iterator[None]:
    """What a workbench loads, and its linker, once for all of a module: it depends on these settings alone. Under the
    usual ones it is that of the whole run."""
    from careercraft import api
    from careercraft.match.linker import Linker
    from careercraft.settings import Settings
    from careercraft.workbench_parts import Parts

    usual = built_in()  # made here, else it could be made of what is cleared below
    kept: dict[object, Parts] = {}

    def key_of(settings: Settings) -> object:
        return tuple(settings.taxonomy), settings.roles, settings.encoder, settings.threads

    class Kept(Parts):
        def __init__(self, settings: Settings) -> None:
            super().__init__(settings)
            shared = key_of(settings) == key_of(Settings())
            if shared:
                self.__dict__.update(usual.parts.__dict__)
            self._linker = usual.linker if shared else super().new_linker()

        def new_linker(self) -> Linker:
            return self._linker

    def parts(settings: Settings) -> Parts:
        key = key_of(settings)
        return kept.setdefault(key, kept.get(key) or Kept(settings))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "Parts", parts)
        yield
    for one in kept.values():
        one.__dict__.clear()


@pytest.fixture
def here(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, _one_workbench: None
) -> Iterator[Analyze]:
    """`careercraft ...` in this process."""
    from careercraft.cli.app import main

    thresholds = gc.get_threshold()

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["careercraft", *map(str, arguments)])
        capfdbinary.readouterr()
        code: Any = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        sys.stdout.flush()
        out, error = capfdbinary.readouterr()
        return Ran(int(code), out, error)

    yield run
    gc.set_threshold(*thresholds)


@pytest.fixture
def plain(here: Analyze, files: tuple[Path, Path]) -> Analyze:
    """`analyze` of the two files without a model."""
    return lambda *more: here("analyze", *files, "--today", DAY, *more)


@pytest.fixture
def model(server: ScriptedServer) -> tuple[str, ...]:
    """The flags of the scripted model."""
    return ("--llm", "openai/x", "--llm-base-url", server.url)


@pytest.fixture
def ask(plain: Analyze, model: tuple[str, ...]) -> Analyze:
    """`analyze` of the two files with it."""
    return lambda *more: plain(*model, *more)


def report_of(ran: Ran) -> dict[str, Any]:
    assert ran.rc == 0, ran.error
    found: dict[str, Any] = json.loads(ran.stdout)
    return found
