"""The documentation says what the program does: generated pages are fresh, shown outputs are real, tables complete."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from careercraft.cli.console import ExitCode
from careercraft.model.progress import Status
from careercraft.model.score import PART_KEYS
from careercraft.settings import Settings, flatten, load_settings
from careercraft.store.roadmap_values import RoadmapRow
from tools import build_docs, commands_page

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFRESH = "run: python tools/build_docs.py"


def test_commands_page_is_fresh() -> None:
    assert build_docs.COMMANDS_FILE.read_text(encoding="utf-8") == commands_page.commands_page(), REFRESH


def test_a_changed_help_makes_the_commands_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    command = next(commands_page.commands())
    monkeypatch.setattr(command.run, "__doc__", "Something else.")
    assert build_docs.COMMANDS_FILE.read_text(encoding="utf-8") != commands_page.commands_page()


def test_every_command_is_documented_with_every_flag() -> None:
    page = build_docs.COMMANDS_FILE.read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    for path, flags in _helped("careercraft", ()).items():
        missing = [flag for flag in flags if f"`{flag}`" not in sections[path]]
        assert not missing, f"{path}: {missing}"


def _helped(program: str, words: tuple[str, ...]) -> dict[str, list[str]]:
    """Each command that the help itself lists, with its flags: not from the code that makes the page."""
    done = subprocess.run(
        [sys.executable, "-m", program, *words, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    named = re.search(r"^Commands:\n(.*)", done.stdout, re.DOTALL | re.MULTILINE)
    if named is None:
        flags = re.findall(r"^  (?:-\w, )?(--[\w-]+)", done.stdout, re.MULTILINE)
        return {" ".join(words): [flag for flag in flags if flag != "--help"]}
    found: dict[str, list[str]] = {}
    for name in re.findall(r"^  (\w[\w-]*)", named[1], re.MULTILINE):
        found |= _helped(program, (*words, name))
    return found


@pytest.mark.parametrize("page", build_docs.pages(), ids=lambda page: page.name)
def test_shown_outputs_are_what_the_commands_print(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert build_docs.refreshed(text) == text, REFRESH


def test_a_wrong_shown_output_is_found() -> None:
    wrong = (
        "<!-- output: careercraft --version -->\n```text\n$ careercraft --version\nno\n```\n<!-- end -->\n"
    )
    assert build_docs.refreshed(wrong) != wrong


def test_failures_are_shown_too() -> None:
    page = "<!-- output: careercraft analyze no.pdf no.txt; echo $? -->\n<!-- end -->\n"
    assert "no.pdf does not exist" in build_docs.refreshed(page)
    assert "\n3\n" in build_docs.refreshed(page)


def test_the_first_two_blocks_set_up() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert blocks[0].strip() == "pip install . && careercraft analyze examples/resume.pdf examples/job.txt"
    assert blocks[1].strip() == "pip install -e '.[dev]' && pytest"


def test_score_table_has_the_scores_with_their_weights() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .+ \| ([\d.]*) ?\|$", README, re.MULTILINE)
    weights = dict(flatten({"weights": {key: getattr(Settings().weights, key) for key in PART_KEYS}}))
    assert rows == [
        *((key, f"{weights[f'weights.{key}']:.2f}") for key in PART_KEYS),
        ("readiness", ""),
        ("confidence", ""),
    ]


def test_exit_code_table_is_complete() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)] == [
        int(code) for code in ExitCode
    ]


def test_the_config_file_shown_is_valid(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    file = tmp_path / "config.yaml"
    file.write_text(shown[1], encoding="utf-8")
    loaded = load_settings(environ={"CAREERCRAFT_CONFIG": str(file)})
    expected = dict(flatten(yaml.safe_load(shown[1])))
    assert {name: value for name, value, origin in loaded.rows() if origin == str(file)} == expected


def _links(text: str) -> list[str]:
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]


PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    broken = [link for link in _links(text) if not _leads(page, link)]
    assert not broken


def _leads(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = (page.parent / file) if file else page
    if not target.exists():
        return False
    return not anchor or anchor in _anchors(target.read_text(encoding="utf-8"))


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_a_broken_link_is_found() -> None:
    page = ROOT / "README.md"
    assert not _leads(page, "docs/nowhere.md")
    assert not _leads(page, "README.md#no-such-heading")


def test_the_files_that_the_architecture_names_exist() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`(?:careercraft/)?((?:\w+/)+(?:\w+\.py)?|\w+\.py)`", page)
    assert len(named) > 20
    assert [name for name in named if not _is_room(name)] == ["_data/"], "only a wheel has that one"


def _is_room(name: str) -> bool:
    return any(
        (folder / name).exists() for folder in (ROOT, ROOT / "careercraft", *(ROOT / "careercraft").iterdir())
    )


def test_decisions_are_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(_links((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {file.name for file in folder.glob("[0-9]*.md")}


def test_dependencies_are_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[><=\[]", item)[0] for item in project["dependencies"]]
    assert re.findall(r"^\| ([\w.-]+) \|", page, re.MULTILINE)[1:] == names
    extras = [
        re.split(r"[><=\[]", item)[0] for items in project["optional-dependencies"].values() for item in items
    ]
    assert [name for name in extras if name not in page] == []


def test_dependencies_are_used() -> None:
    """What the package doesn't import, its users needn't install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    code = "\n".join(
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "careercraft").rglob("*.py"))
    )
    unused = []
    for item in project["dependencies"]:
        name = re.split(r"[><=\[]", item)[0]
        module = {"pyyaml": "yaml", "pdfminer.six": "pdfminer", "pypdfium2": "pypdfium2_raw"}.get(
            name, name.replace("-", "_")
        )
        if not re.search(rf"^ *(from|import) {module}\b", code, re.MULTILINE):
            unused.append(name)
    assert unused == []


CONTRACT = (ROOT / "docs" / "json-contract.md").read_text(encoding="utf-8")
PLAN_CONTRACT = (ROOT / "docs" / "roadmap-json.md").read_text(encoding="utf-8")


def _definitions(contract: str = "analysis") -> dict[str, Any]:
    file = ROOT / "docs" / "schema" / f"careercraft.{contract}-1.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["$defs"]
    return found


def _of_plans() -> dict[str, Any]:
    """What is not as in an analysis, and what the schema doesn't hold."""
    shared = _definitions()
    own = {name: one for name, one in _definitions("roadmap").items() if one != shared.get(name)}
    return own | msgspec.json.schema_components([Status, RoadmapRow])[1]


def _documented(page: str = CONTRACT) -> dict[str, dict[str, str]]:
    """Section to field to its type cell."""
    sections = re.findall(r"^##+ (\w+)\n(.*?)(?=^##|\Z)", page, re.DOTALL | re.MULTILINE)
    return {name: dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", body, re.MULTILINE)) for name, body in sections}


@pytest.mark.parametrize("name", sorted(_definitions()))
def test_contract_page_has_every_field(name: str) -> None:
    definition = _definitions()[name]
    documented = _documented()[name]
    assert list(documented) == list(definition["properties"])


@pytest.mark.parametrize("name", sorted(_definitions()))
def test_contract_page_says_what_may_be_missing(name: str) -> None:
    """A field that the schema doesn't require is marked optional; the four lists of SkillMatch are always written."""
    definition = _definitions()[name]
    written = set(definition["properties"]) if name == "SkillMatch" else set(definition.get("required", []))
    optional = {field for field, kind in _documented()[name].items() if "optional" in kind}
    assert optional == set(definition["properties"]) - written


def test_contract_page_links_to_sections() -> None:
    assert {link.removeprefix("#") for link in _links(CONTRACT) if link.startswith("#")} <= _anchors(CONTRACT)


def test_the_page_of_plans_has_every_field() -> None:
    documented = {name: list(fields) for name, fields in _documented(PLAN_CONTRACT).items() if fields}
    assert documented == {name: list(one["properties"]) for name, one in _of_plans().items()}


@pytest.mark.parametrize("name", sorted(_of_plans()))
def test_the_page_of_plans_says_what_may_be_missing(name: str) -> None:
    definition = _of_plans()[name]
    optional = {field for field, kind in _documented(PLAN_CONTRACT)[name].items() if "optional" in kind}
    assert optional == set(definition["properties"]) - set(definition.get("required", []))
