"""`careercraft skills link`: a JSON line out for each line in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import CallCli
from tests.conftest import RunCli


def linked(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def test_each_line_in_is_a_line_out(call_cli: CallCli) -> None:
    ran = call_cli("skills", "link", "--top", "3", stdin=b"Python services\r\n\nled a team of nurses\n \nx")
    assert (ran.rc, ran.stderr) == (0, b"")
    found = linked(ran.stdout)
    assert [row["text"] for row in found] == ["Python services", "", "led a team of nurses", " ", "x"]
    assert [row["line"] for row in found] == [1, 2, 3, 4, 5]
    assert [len(row["skills"]) for row in found] == [3, 3, 3, 3, 3]
    assert found[1]["skills"] == found[3]["skills"]
    assert [hit["score"] for hit in found[1]["skills"]] == [0, 0, 0]
    assert found[1]["skills"][0]["span"] == {"start": 0, "end": 0}
    first = found[0]["skills"][0]
    assert first.keys() == {"id", "name", "score", "tier", "span", "quote"}
    assert (first["id"], first["tier"], first["quote"]) == ("python", "exact", "Python")
    assert first["span"] == {"start": 0, "end": 6}


def test_a_file_gives_what_standard_input_gives(call_cli: CallCli, tmp_path: Path) -> None:
    text = "Wir suchen Köche\u2028mit SAP\n\n".encode()  # a line separator parts no lines
    (tmp_path / "lines.txt").write_bytes(text)
    from_file = call_cli("skills", "link", tmp_path / "lines.txt")
    assert from_file.stdout == call_cli("skills", "link", "-", stdin=text).stdout
    assert len(linked(from_file.stdout)) == 2


def test_a_misspelled_name_has_its_tier_and_span(call_cli: CallCli) -> None:
    (found,) = linked(call_cli("skills", "link", stdin=b"we run Kuberentes at night").stdout)
    first = found["skills"][0]
    assert (first["id"], first["tier"], first["quote"]) == ("kubernetes", "fuzzy", "Kuberentes")


def test_more_than_there_are_gives_all(call_cli: CallCli, tmp_path: Path) -> None:
    (tmp_path / "three.txt").write_text("bookkeeping\nwelding\nk8s\n")
    assert call_cli("taxonomy", "import", "labels", tmp_path / "three.txt", "--name", "three").rc == 0
    ran = call_cli(
        "skills", "link", "--top", "9", "--taxonomy", "three", stdin=b"weld a pipe\n\nuse Kubernetes"
    )
    found = linked(ran.stdout)
    assert [len(row["skills"]) for row in found] == [3, 3, 3]
    assert found[0]["skills"][0]["id"] == "welding"
    known = found[2]["skills"][0]  # by what the built-in taxonomy knows of names
    assert (known["id"], known["tier"], known["quote"]) == ("k8s", "alias", "Kubernetes")


def test_no_lines(call_cli: CallCli) -> None:
    ran = call_cli("skills", "link", "-", stdin=b"")
    assert (ran.rc, ran.stdout) == (0, b"")


def test_a_missing_file_is_one_line_and_a_hint(call_cli: CallCli, tmp_path: Path) -> None:
    ran = call_cli("skills", "link", tmp_path / "absent.txt")
    assert (ran.rc, ran.stdout) == (3, b"")
    assert b"error: absent.txt can't be read" in ran.stderr
    assert b"hint:" in ran.stderr


def test_none_at_all_is_wrong_usage(call_cli: CallCli) -> None:
    assert call_cli("skills", "link", "--top", "0", stdin=b"x").rc == 2


def test_the_same_bytes_in_another_process(run_cli: RunCli, call_cli: CallCli) -> None:
    text = b"forklift driving in a cold store\nadvise customers on insurance\n"
    other = run_cli("skills", "link", stdin=text)
    assert other.rc == 0
    assert other.stdout == call_cli("skills", "link", stdin=text).stdout
