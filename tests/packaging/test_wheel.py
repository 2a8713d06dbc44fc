"""The wheel holds all that an analysis needs and nothing more, and runs with no checkout in sight."""

from __future__ import annotations

import shutil
import tomllib
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest

from careercraft import __version__
from tests.conftest import DAY, EXAMPLES, ROOT
from tests.packaging.conftest import Installed

pytestmark = pytest.mark.wheel

FOLDERS = {
    "careercraft": "careercraft",
    "skills_taxonomy": "careercraft/_data/skills_taxonomy",
    "roles": "careercraft/_data/roles",
    "templates": "careercraft/_data/templates",
}
ENTRY = f"careercraft-{__version__}.dist-info"


def expected() -> dict[str, Path]:
    """Path in the wheel -> file of the checkout."""
    return {
        f"{target}/{path.relative_to(ROOT / source).as_posix()}": path
        for source, target in FOLDERS.items()
        for path in (ROOT / source).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_it_holds_the_package_and_its_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.startswith(ENTRY)}
        assert names == expected().keys()
        assert [name for name, path in expected().items() if archive.read(name) != path.read_bytes()] == []


def test_what_must_be_there_is_there(wheel: Path) -> None:
    """The list above follows the folders; these are what no folder may lose."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in (
        "careercraft/encoder/data/model.onnx",
        "careercraft/encoder/data/tokenizer.json",
        "careercraft/generated/taxonomy.msgpack",
        "careercraft/generated/skill_vectors.vec",
        "careercraft/generated/question_vectors.vec",
        "careercraft/generated/words.txt",
        "careercraft/_data/templates/report.html.j2",
        "careercraft/_data/templates/roadmap.html.j2",
        "careercraft/_data/templates/prompts/chat.txt",
        "careercraft/_data/templates/prompts/propose_resume.txt",
        "careercraft/chat/data/intents.txt",
        "careercraft/plan/data/steps.txt",
        "careercraft/py.typed",
        f"{ENTRY}/licenses/LICENSE",
        f"{ENTRY}/licenses/NOTICE",
    ):
        assert name in names
    for folder in ("skills_taxonomy", "roles"):
        assert sum(name.startswith(f"careercraft/_data/{folder}/") for name in names) >= 40
    assert not [
        name for name in names if name.startswith(("tests/", "docs/", "examples/", "tools/", "benchmarks/"))
    ]


def test_everyone_may_read_the_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in archive.infolist()}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o444 != 0o444} == {}


def test_its_metadata_names_the_dependencies(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = BytesParser().parsebytes(archive.read(f"{ENTRY}/METADATA"))
        scripts = archive.read(f"{ENTRY}/entry_points.txt").decode()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    required = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert len(required) == len(project["dependencies"])
    assert set(metadata.get_all("Provides-Extra", [])) == {"dev", "transformers"}
    assert "careercraft = careercraft.__main__:run" in scripts


def test_the_main_job_and_chat_run_with_no_checkout_in_sight(installed: Installed, tmp_path: Path) -> None:
    for name in ("resume.pdf", "job.txt"):
        shutil.copy(EXAMPLES / name, tmp_path)
    done = installed.run("careercraft", "analyze", "resume.pdf", "job.txt", "--today", DAY, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"readiness" in done.stdout
    report = installed.run(
        "careercraft", "analyze", "resume.pdf", "job.txt", "-o", "report.html", home=tmp_path
    )
    assert (report.returncode, report.stderr) == (0, b"")
    assert (tmp_path / "report.html").stat().st_size > 10_000
    asked = installed.run("careercraft", "chat", "-q", "why am I unfit?", home=tmp_path)
    assert asked.returncode == 0
    assert "**UNFIT** for Data Engineer" in asked.stdout.decode()
    checked = installed.run("careercraft", "llm", "check", "openai/gpt-4o-mini", home=tmp_path)
    assert checked.returncode == 4
    assert "OPENAI_API_KEY is not set" in checked.stdout.decode()
    assert "as litellm's list says" in checked.stdout.decode()


def test_a_plan_is_made_with_no_checkout_in_sight(installed: Installed, tmp_path: Path) -> None:
    for name in ("resume.pdf", "job.txt"):
        shutil.copy(EXAMPLES / name, tmp_path)
    pair = ("--resume", "resume.pdf", "--job", "job.txt", "--today", DAY, "--quiet")
    for more in (("-o", "plan.html"), ("-o", "plan.ics", "--time-zone", "Europe/Berlin")):
        done = installed.run("careercraft", "roadmap", *pair, *more, home=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "plan.html").stat().st_size > 10_000
    assert b"TZID:Europe/Berlin" in (tmp_path / "plan.ics").read_bytes()


def test_doctor_finds_all_of_it_in_the_installation(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("careercraft", "doctor", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert str(installed.site / "careercraft" / "_data" / "skills_taxonomy") in done.stdout.decode()
    assert str(ROOT) not in done.stdout.decode()


def test_a_lost_file_is_found_out(installed: Installed, tmp_path: Path) -> None:
    """The two tests above must be able to fail: without the encoder there is an error, and no result."""
    model = installed.site / "careercraft" / "encoder" / "data" / "model.onnx"
    away = model.rename(tmp_path / "model.onnx")
    try:
        done = installed.run("careercraft", "doctor", home=tmp_path)
    finally:
        shutil.move(away, model)
    assert done.returncode == 6
    assert b"broken" in done.stdout
