"""docs/llm.md and what else the documentation says on models: the commands exist, the tables are complete."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from careercraft.chat.sources import Source
from careercraft.chat.turn import Failure, Turn
from careercraft.cli.chat_screen import as_data
from careercraft.cli.llm_flags import llm_settings
from careercraft.llm.check import Check
from careercraft.llm.keys import provider_of, variables_of
from careercraft.llm.prices import _OLLAMA_CONTEXT
from careercraft.model.chat import Usage
from careercraft.model.setting_groups import Llm
from tests.docs.test_generated import ROOT, _documented
from tools.commands_page import commands_page

PAGE = (ROOT / "docs" / "llm.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *(ROOT / "docs" / name for name in ("llm.md", "chat.md"))]
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", commands_page(), re.DOTALL | re.MULTILINE))
NONE = {"none", "the provider's"}


def rows(heading: str, text: str = PAGE) -> list[list[str]]:
    """Cells of the table below a heading, as they stand."""
    body = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert body is not None
    lines = [line for line in body[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def test_every_setting_of_models_is_listed() -> None:
    listed = [(row[0].strip("`"), row[1].strip("`"), row[2].strip("`")) for row in rows("Settings")]
    defaults = msgspec.to_builtins(Llm())
    assert listed == [
        (f"llm.{name}", f"CAREERCRAFT_LLM_{name.upper()}", cell)
        for (name, default), (_, _, cell) in zip(defaults.items(), listed, strict=True)
        if (cell in NONE and not default) or cell == yaml.safe_dump(default).split("\n")[0].removesuffix(".0")
    ]


def test_the_flags_of_the_settings_exist() -> None:
    flags = {row[0].strip("`"): row[3].strip("`") for row in rows("Settings") if row[3]}
    assert set(llm_settings()) | {"llm.consent"} == set(flags)
    assert [flag for flag in flags.values() if f"`{flag}`" not in SECTIONS["analyze"]] == []


def shown() -> Iterator[tuple[str, str]]:
    """(page, command) of every `careercraft ...` in a block that people copy."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(
            r"^(?:```(?:sh|yaml)\n(.*?)^```|((?:^    careercraft .*\n)+))", text, re.DOTALL | re.MULTILINE
        )
        for line in "\n".join(block or indented for block, indented in blocks).splitlines():
            for command in re.findall(r"(?:^|&& |run: )\s*(careercraft .*?)(?=$| && | \| )", line):
                yield page.name, command


def test_the_commands_that_are_shown_exist() -> None:
    found = list(shown())
    assert len(found) >= 40
    assert [(page, command) for page, command in found if (wrong := _wrong(command)) and wrong] == []


def _wrong(command: str) -> list[str]:
    """What of it the program doesn't know: the command itself, or its flags."""
    words = shlex.split(command, comments=True)[1:]
    if words[0] == "chat" and (len(words) == 1 or words[1].startswith("-")):
        words.insert(1, "talk")
    if words == ["roadmap"]:
        words.append("build")
    paths = [" ".join(words[:length]) for length in (3, 2, 1)]
    path = next((path for path in paths if path in SECTIONS), "")
    if not path:
        return [command]
    return [word for word in words if re.match(r"--?[a-z]", word) and f"`{word}`" not in SECTIONS[path]]


@pytest.mark.parametrize(
    "wrong", ["careercraft lm check", "careercraft llm check --speed", "careercraft chat -q x --lm y"]
)
def test_a_wrong_command_is_found(wrong: str) -> None:
    assert _wrong(wrong)


def test_the_keys_of_the_providers_are_those_that_are_looked_for() -> None:
    listed = rows("A hosted provider")
    assert len(listed) >= 5
    for _, model, keys in listed:
        assert tuple(re.findall(r"`(\w+)`", keys)) == variables_of(provider_of(model.strip("`")))


def test_the_context_that_ollama_is_asked_for() -> None:
    assert f"room for {_OLLAMA_CONTEXT:,} tokens" in PAGE


def ci(name: str) -> str:
    found = re.search(rf"<!-- ci: {name} -->\n```\w+\n(.*?)```\n<!-- end ci -->", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_job_for_ci_keeps_the_key_and_the_model_out_of_the_gate() -> None:
    job: dict[str, Any] = yaml.safe_load(ci("github"))["jobs"]["match"]
    (gate,) = [step for step in job["steps"] if "--fail-under" in step.get("run", "")]
    (adviser,) = [step for step in job["steps"] if "--llm" in step.get("run", "")]
    assert "--llm" not in gate["run"]
    assert "env" not in gate
    assert "API_KEY" not in str(job["env"])
    assert adviser["env"] == {"OPENAI_API_KEY": "${{ secrets.OPENAI_API_KEY }}"}
    assert adviser["continue-on-error"] is True
    for needed in ("--yes", "--max-cost", "--redact"):
        assert needed in adviser["run"]


@pytest.mark.parametrize(("gate", "adviser"), [(0, 0), (1, 0), (0, 4), (1, 4)])
def test_the_script_for_ci_ends_as_the_gate_does(tmp_path: Path, gate: int, adviser: int) -> None:
    fake = tmp_path / "careercraft"
    ends = f'case "$*" in *--llm*) exit {adviser};; *) exit {gate};; esac'
    fake.write_text(f'#!/bin/sh\necho "$CAREERCRAFT_HISTORY $*" >> calls\n{ends}\n')
    fake.chmod(0o755)
    script = ["sh", "-c", ci("shell")]
    paths = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    ran = subprocess.run(script, cwd=tmp_path, env=paths, capture_output=True, text=True, check=False)
    assert ran.returncode == gate
    assert ("no model this time" in ran.stderr) is (adviser == 4)
    assert [line.split()[0] for line in (tmp_path / "calls").read_text().splitlines()] == ["false", "false"]


def test_the_lines_of_a_conversation_for_programs_are_documented() -> None:
    fields = _documented()
    turn = as_data(Turn(question="Why?", text="So."), 1)
    written = dict.fromkeys([*turn, *(field.name for field in msgspec.structs.fields(Turn))])
    assert set(fields["ChatTurn"]) == set(written) - {"context"}
    assert list(fields["ChatSource"]) == [field.name for field in msgspec.structs.fields(Source)]
    assert list(fields["Failure"]) == [field.name for field in msgspec.structs.fields(Failure)]
    assert list(fields["Usage"]) == [field.name for field in msgspec.structs.fields(Usage)]


def test_a_check_of_a_model_for_programs_is_documented() -> None:
    assert list(_documented()["ModelCheck"]) == ["schema", "model", "usable", "checks"]
    assert list(_documented()["OneCheck"]) == [field.name for field in msgspec.structs.fields(Check)]


def test_the_guards_of_a_call_are_listed_in_their_order(home: Path) -> None:
    from careercraft.llm.open import open_model
    from careercraft.llm.redact import redactor_for

    model: Any = open_model(Llm(model="ollama/x", redact=True, cache=True), redactor=redactor_for({}, []))
    chain, found = [], model._inner
    while found is not None:
        chain.append(type(found).__module__.rpartition(".")[2])
        found = getattr(found, "_inner", None)
    assert chain.pop() == "client"
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    order = [row[-1] for row in rows("Where a model comes in", text)]
    places = [next(at for at, files in enumerate(order) if f"`llm/{name}.py`" in files) for name in chain]
    assert len(places) == 5
    assert places == sorted(places)
