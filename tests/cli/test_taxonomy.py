"""`careercraft taxonomy` and `--taxonomy`, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CallCli, without_created
from tests.conftest import DAY, RunCli

TABLE = "id,name,aliases\nK1,Data pipelines,ETL|ELT\nK2,Bread baking,bake bread\nK3,Python,py\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "mine.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


@pytest.fixture
def mine(call_cli: CallCli, table: Path) -> str:
    assert call_cli("taxonomy", "import", "csv", table, "--name", "mine").rc == 0
    return "mine"


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def test_import_and_list(call_cli: CallCli, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCRAFT_TODAY", DAY)
    done = call_cli("taxonomy", "import", "csv", table)
    assert (done.rc, done.stdout) == (0, b"imported mine: 3 skills, 7 names, 0 roles\n")
    built_in, own = rows(call_cli("taxonomy", "list", "--format", "json").stdout)
    assert (built_in["name"], built_in["in_use"]) == ("builtin", True)
    assert own == own | {
        "name": "mine", "format": "csv", "source": str(table), "imported": DAY, "skills": 3, "names": 7,
        "roles": 0, "in_use": False,
    }  # fmt: skip
    shown = call_cli("taxonomy", "list").stdout.decode().splitlines()
    assert shown[1].startswith("*  builtin")
    assert shown[2].split()[0] == "mine"
    again = call_cli("taxonomy", "import", "csv", table)
    assert again.stdout.startswith(b"replaced mine:")


def test_labels_and_notes(call_cli: CallCli, tmp_path: Path) -> None:
    (tmp_path / "l.txt").write_text("C\nC#\nC\n", encoding="utf-8")
    done = call_cli("taxonomy", "import", "labels", tmp_path / "l.txt", "--name", "few")
    assert (done.rc, done.error) == (0, "note: 1 label(s) stood twice\n")
    assert call_cli("taxonomy", "import", "labels", tmp_path / "l.txt", "-q").error == ""


def test_a_bad_file_changes_nothing(call_cli: CallCli, mine: str, table: Path) -> None:
    before = call_cli("taxonomy", "list", "--format", "json").stdout
    table.write_text(TABLE + "K4,,\n", encoding="utf-8")
    done = call_cli("taxonomy", "import", "csv", table, "--name", mine)
    assert (done.rc, done.stdout) == (6, b"")
    assert done.error == "error: mine.csv:5: column name: is empty\nhint: fill it in, or drop the row\n"
    assert call_cli("taxonomy", "list", "--format", "json").stdout == before


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["import", "csv", "nowhere.csv"], 3, "there is no file nowhere.csv"),
        (["import", "esco", "nowhere"], 3, "there is no folder nowhere"),
        (["import", "csv", "mine.csv", "--name", "A b"], 2, "can't name a taxonomy"),
        (["import", "csv", "mine.csv", "--name", "builtin"], 2, "the taxonomy that careercraft brings"),
        (["import", "yaml", "mine.csv"], 2, "yaml"),
        (["use", "yours"], 2, "there is no taxonomy 'yours'"),
        (["remove", "yours"], 2, "there is no taxonomy 'yours'"),
        (["remove", "builtin"], 2, "careercraft's own"),
        (["check", "--taxonomy", "yours"], 6, "no folder or taxonomy 'yours'"),
        (["stats", "--taxonomy", "/no/where"], 6, "there is no folder /no/where"),
    ],
)
def test_wrong_calls(call_cli: CallCli, table: Path, arguments: list[str], code: int, told: str) -> None:
    done = call_cli("taxonomy", *(str(table) if part == "mine.csv" else part for part in arguments))
    assert (done.rc, done.stdout) == (code, b"")
    assert told in done.error


def test_use_and_remove(call_cli: CallCli, mine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call_cli("taxonomy", "use", mine, "builtin").stdout == b"in use: mine, builtin\n"
    assert b" K1\n" in call_cli("skills", "show", "etl").stdout
    assert call_cli("skills", "show", "kubernetes").rc == 0
    assert call_cli("skills", "show", "etl", "--taxonomy", "builtin").stdout.count(b"K1") == 0
    used = [row["name"] for row in rows(call_cli("taxonomy", "list", "-f", "json").stdout) if row["in_use"]]
    assert used == ["builtin", "mine"]
    assert call_cli("taxonomy", "remove", mine).stdout == b"removed mine\nin use: builtin\n"
    assert call_cli("skills", "show", "K1").rc == 2
    monkeypatch.setenv("CAREERCRAFT_TAXONOMY", "elsewhere")
    assert "CAREERCRAFT_TAXONOMY says otherwise" in call_cli("taxonomy", "use", "builtin").error


def test_extract_and_search(call_cli: CallCli, mine: str, tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("Built ETL with Python and Kubernetes.\n", encoding="utf-8")
    found = rows(call_cli("skills", "extract", text, "--taxonomy", mine, "-f", "json").stdout)
    assert [row["id"] for row in found] == ["K1", "K3"]
    both = rows(
        call_cli("skills", "extract", text, "--taxonomy", mine, "--taxonomy", "builtin", "-f", "json").stdout
    )
    assert [row["id"] for row in both] == ["K1", "K3", "kubernetes"]
    assert call_cli("skills", "search", "bake bread", "--taxonomy", mine).stdout.startswith(b"K2")


def test_roles_come_with_their_taxonomy(call_cli: CallCli, mine: str) -> None:
    assert call_cli("roles", "list", "--taxonomy", mine).stdout == b""
    assert call_cli("roles", "list", "--taxonomy", mine, "--taxonomy", "builtin").stdout.count(b"\n") > 50


def test_analyze_and_batch_say_the_same(call_cli: CallCli, mine: str, resume: Path, job: Path) -> None:
    options = ("--taxonomy", mine, "--today", DAY)
    one = call_cli("analyze", resume, job, "-f", "json", "--no-history", *options)
    (line,) = call_cli("batch", resume, "--job", job, *options).stdout.splitlines()
    other = call_cli("analyze", resume, job, "-f", "json", "--no-history", "--today", DAY)
    analysis = without_created(one.stdout)
    assert analysis == {key: value for key, value in without_created(line).items() if key != "pair"}
    assert analysis["engine"]["taxonomy"] != without_created(other.stdout)["engine"]["taxonomy"]
    (row,) = [row for row in rows(call_cli("taxonomy", "list", "-f", "json").stdout) if row["name"] == mine]
    assert analysis["engine"]["taxonomy"] == row["hash"]
    assert analysis["engine"]["taxonomy_names"] == [mine]
    assert without_created(other.stdout)["engine"]["taxonomy_names"] == ["builtin"]
    for format in ("markdown", "html"):
        report = call_cli("analyze", resume, job, "-f", format, "--no-history", *options).stdout.decode()
        assert f"taxonomy {mine} {row['hash'][:12]}" in report
    ids = {requirement["skill_id"] for requirement in analysis["job"].get("requirements", [])} - {None}
    assert ids <= {"K1", "K2", "K3"}


def test_a_role_of_an_imported_taxonomy(call_cli: CallCli, tmp_path: Path, resume: Path) -> None:
    folder = tmp_path / "esco"
    folder.mkdir()
    head = "conceptUri,preferredLabel,altLabels"
    files = {
        "skills_en": f"{head}\ns/1,bake bread,\n",
        "occupations_en": f"{head},description\no/1,baker,bread baker,Bakes bread.\n",
        "occupationSkillRelations_en": "occupationUri,relationType,skillUri\no/1,essential,s/1\n",
    }
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    assert call_cli("taxonomy", "import", "esco", folder).stdout.startswith(
        b"imported esco: 1 skills, 1 names, 1 "
    )
    assert b"bake bread (intermediate)" in call_cli("roles", "show", "baker", "--taxonomy", "esco").stdout
    done = call_cli("analyze", resume, "--role", "baker", "--taxonomy", "esco", "-f", "json", "--no-history")
    assert done.rc == 0, done.error
    assert json.loads(done.stdout)["verdict"]["label"] == "UNFIT"


def test_check(call_cli: CallCli, mine: str, tmp_path: Path) -> None:
    found = rows(call_cli("taxonomy", "check", "--taxonomy", mine, "-f", "json").stdout)
    assert [(row["severity"], row["kind"], row["where"]) for row in found] == [
        ("warning", "orphan", key) for key in ("K1", "K2", "K3")
    ]
    assert call_cli("taxonomy", "check", "--taxonomy", mine, "--strict").rc == 1
    text = tmp_path / "t.txt"
    text.write_text("We write Python and bake bread every morning.\n", encoding="utf-8")
    shown = call_cli("taxonomy", "check", "--taxonomy", mine, "--text", text).stdout.decode()
    assert "warning: K1: unused: no role and no text uses it\n" in shown
    assert "K2: unused" not in shown
    assert shown.splitlines()[-1] == "4 finding(s): 3 orphan (warning), 1 unused (warning)"


def test_check_of_files_with_errors(call_cli: CallCli, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "crafts"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("- id: a\n  name: A\n  kind: technical\n", encoding="utf-8")
    done = call_cli("taxonomy", "check", "--taxonomy", folder.parent)
    assert done.rc == 6
    assert done.stdout.startswith(b"error: crafts/a.yaml:1: invalid: hours: is missing\n")


def test_stats(call_cli: CallCli, mine: str) -> None:
    assert rows(call_cli("taxonomy", "stats", "--taxonomy", mine, "-f", "json").stdout)[-1] == {
        "family": "total", "skills": 3, "forms": 7, "with_resource": 0, "with_esco": 0, "with_onet": 0, "roles": 0,
    }  # fmt: skip
    built_in = call_cli("taxonomy", "stats").stdout.decode().splitlines()
    assert built_in[0].split() == ["family", "skills", "names", "resource", "ESCO", "O*NET", "roles"]
    assert built_in[-1].startswith("total")


def test_in_a_process(run_cli: RunCli, table: Path, resume: Path, job: Path) -> None:
    """Imported in one process, used in others; several processes of a batch too."""
    assert run_cli("taxonomy", "import", "csv", table, "--name", "mine").rc == 0
    done = run_cli(
        "batch", resume, resume.parent / "nothing.txt", "--job", job, "-j", "2", "--taxonomy", "mine"
    )
    first, second = rows(done.stdout)
    assert first["verdict"]["label"] in {"FIT", "UNFIT"}
    assert second["error"]["code"] == "input"


def test_the_bar_makes_the_same_vectors() -> None:
    import numpy as np

    from careercraft.cli.vectors import Watched
    from careercraft.encoder.load import load_encoder

    encoder = load_encoder()
    texts = [f"skill {number} of many" for number in range(300)]
    watched = Watched(encoder)
    assert watched.fingerprint == encoder.fingerprint
    assert np.array_equal(watched.encode(texts), encoder.encode(texts))
    assert np.array_equal(watched.encode(texts[:3]), encoder.encode(texts[:3]))
