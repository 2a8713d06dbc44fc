"""`from careercraft import analyze`: the same analysis without the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import careercraft
from careercraft.errors import ConfigError, InputError, UsageError
from careercraft.model.analysis import Documents
from tests.cli.conftest import CallCli, without_created
from tests.conftest import DAY

TODAY = date.fromisoformat(DAY)


def test_it_is_the_analysis_of_the_command(call_cli: CallCli, resume: Path, job: Path) -> None:
    import msgspec

    analysis = careercraft.analyze(resume, job, today=TODAY)
    command = call_cli("analyze", resume, job, "--today", DAY, "--format", "json").stdout
    assert without_created(msgspec.json.encode(analysis)) == without_created(command)


def test_it_keeps_no_history_and_prints_nothing(
    home: Path, resume: Path, job: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    careercraft.analyze(str(resume), str(job), today=TODAY)
    assert not (home / "data").exists()
    assert capfd.readouterr() == ("", "")


def test_a_role_and_settings_by_name(resume: Path) -> None:
    analysis = careercraft.analyze(resume, role="data-engineer", today=TODAY, settings={"threshold": 1})
    assert analysis.verdict.threshold == 1
    assert isinstance(analysis.documents, Documents)
    assert analysis.documents.job.format == "role"


def test_settings_move_the_numbers(resume: Path, job: Path) -> None:
    plain = careercraft.analyze(resume, job, today=TODAY)
    turned = careercraft.analyze(resume, job, today=TODAY, settings={"weights.skills_match": 0})
    assert plain.verdict.readiness != turned.verdict.readiness
    assert plain.id != turned.id


def test_parsing_alone(resume: Path, job: Path) -> None:
    name, title = careercraft.parse_resume(resume).name, careercraft.parse_job(job).title
    assert name is not None
    assert title is not None
    assert (name.value, title.value) == ("Zoé Marchand", "Senior Data Analyst")


def test_errors_are_typed(tmp_path: Path, resume: Path, job: Path) -> None:
    with pytest.raises(InputError) as missing:
        careercraft.analyze(tmp_path / "absent.pdf", job)
    assert missing.value.hint
    with pytest.raises(UsageError):
        careercraft.analyze(resume)
    with pytest.raises(UsageError):
        careercraft.analyze(resume, job, role="data-engineer")
    with pytest.raises(ConfigError, match="threshold"):
        careercraft.analyze(resume, job, settings={"threshold": 900})


def test_the_variables_of_the_person_count(resume: Path, job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCRAFT_THRESHOLD", "12.5")
    assert careercraft.analyze(resume, job, today=TODAY).verdict.threshold == 12.5


def test_what_it_offers() -> None:
    assert set(careercraft.__all__) == {"__version__", "analyze", "parse_job", "parse_resume"}
    with pytest.raises(AttributeError, match="nonsense"):
        _ = careercraft.nonsense
