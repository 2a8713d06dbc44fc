"""The import contracts of pyproject.toml hold, and each of them can be broken."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "careercraft"
BREACHES = {
    "upward": ("score/rows.py", "import careercraft.render.json", "Layers import downwards only"),
    "sideways": ("render/json.py", "import careercraft.store.diff", "Layers import downwards only"),
    "clock": ("score/rows.py", "import careercraft.clock", "The clock only in"),
    "typer": ("api.py", "import typer", "typer only in cli"),
    "rich": ("render/markdown.py", "import rich.text", "rich only in cli"),
    "jinja2": ("render/json.py", "import jinja2", "jinja2 only in"),
    "icalendar": ("render/roadmap/csv.py", "import icalendar", "icalendar only in"),
    "sqlite": ("api.py", "import sqlite_utils", "SQLite only in"),
    "pdfminer": ("read/reader.py", "import pdfminer", "pdfminer only in"),
    "pdfium": ("read/reader.py", "import pypdfium2_raw", "pdfium only in"),
    "onnxruntime": ("encoder/load.py", "import onnxruntime", "onnxruntime and tokenizers only in"),
    "tokenizers": ("match/surface.py", "import tokenizers", "onnxruntime and tokenizers only in"),
    "litellm": ("api.py", "import litellm", "litellm only in"),
    "httpx": ("api.py", "import httpx", "A web client only"),
    "prompt_toolkit": ("api.py", "import prompt_toolkit", "prompt_toolkit only in"),
    "keyring": ("api.py", "import keyring", "The system's keyring"),
    "jsonschema": ("read/reader.py", "import jsonschema", "jsonschema only in"),
    "sentence_transformers": ("encoder/load.py", "import sentence_transformers", "No other web client"),
    "openai": ("pipeline.py", "import openai", "No other web client"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter on the package in `folder`, with the contracts of its pyproject.toml."""
    program = (
        "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command as run; run()"
    )
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "300"}
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(
        PACKAGE, folder / "careercraft", ignore=shutil.ignore_patterns("data", "generated", "__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


def test_every_contract_can_be_broken(copy: Path) -> None:
    """All breaches at once; each contract must name the modules that break it."""
    contracts = tomllib.loads((copy / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    untouched = {contract["name"] for contract in contracts}
    for file, line, name in BREACHES.values():
        path = copy / "careercraft" / file
        path.write_text(f"{path.read_text()}\n{line}\n")
        untouched = {contract for contract in untouched if not contract.startswith(name)}
    assert {name for name in untouched if name not in {"lxml only in the readers of DOCX and HTML"}} == set()
    done = lint(copy)
    assert done.returncode != 0
    for file, line, name in BREACHES.values():
        module = "careercraft." + file.removesuffix(".py").replace("/", ".")
        kept = [text for text in done.stdout.splitlines() if text.startswith(name) and text.endswith("KEPT")]
        assert not kept, f"{module}: `{line}` went unseen"
        assert module in done.stdout


def named_imports(path: Path) -> set[str]:
    """Modules that a file imports by a string, which import-linter can't see."""
    calls = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    names = {"import_module", "__import__"}
    return {
        ast.unparse(call.args[0])
        for call in calls
        if call.args and (getattr(call.func, "id", "") in names or getattr(call.func, "attr", "") in names)
    }


def test_only_the_transformers_backend_imports_by_name(tmp_path: Path) -> None:
    found = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if named_imports(path)}
    assert found == {"encoder/transformers.py"}
    breach = tmp_path / "breach.py"
    breach.write_text("import importlib\nimportlib.import_module('torch')\n")
    assert named_imports(breach) == {"'torch'"}
