"""The same input gives the same bytes, `created` aside."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import without_created
from tests.conftest import DAY, RunCli, example_pairs


def write_pairs(file: Path, names: list[str]) -> Path:
    """Each example resume with each example posting; pair "1-2" is the second resume with the third posting."""
    sides = example_pairs()
    rows = []
    for name in names:
        left, right = (int(part) for part in name.split("-"))
        rows.append({"pair": name, "resume": str(sides[left][0]), "job": str(sides[right][1])})
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def test_two_runs_on_one_and_two_threads(run_cli: RunCli) -> None:
    for pair in example_pairs():
        arguments = ("analyze", *pair, "--today", DAY, "--format", "json", "--no-history")
        one = run_cli(*arguments, env={"CAREERCRAFT_THREADS": "1"}).stdout
        two = run_cli(*arguments, env={"CAREERCRAFT_THREADS": "2", "PYTHONHASHSEED": "7"}).stdout
        head, middle = b'"created": "', b'"verdict"'
        assert one.partition(head)[0] == two.partition(head)[0] != one
        assert one[one.index(middle) :] == two[two.index(middle) :]


def test_batches_in_any_order_on_any_number_of_processes(run_cli: RunCli, tmp_path: Path) -> None:
    count = len(example_pairs())
    names = [f"{left}-{right}" for left in range(count) for right in range(count)]
    forward = write_pairs(tmp_path / "forward.jsonl", names)
    backward = write_pairs(tmp_path / "backward.jsonl", names[::-1])
    runs = [
        run_cli("batch", "--pairs", forward, "--today", DAY, "--jobs", 1),
        run_cli("batch", "--pairs", forward, "--today", DAY, "--jobs", 2),
        run_cli("batch", "--pairs", backward, "--today", DAY, "--jobs", 1, env={"CAREERCRAFT_THREADS": "2"}),
    ]
    for ran in runs:
        assert ran.rc in {0, 3}
    lines = [[without_created(line) for line in ran.stdout.splitlines()] for ran in runs]
    assert [line["pair"] for line in lines[0]] == names
    assert lines[0] == lines[1]
    assert lines[0] == lines[2][::-1]
    assert sum("error" in line for line in lines[0]) == 0


def test_a_batch_line_is_the_analysis(run_cli: RunCli, tmp_path: Path) -> None:
    pairs = write_pairs(tmp_path / "pairs.jsonl", ["0-0"])
    line = without_created(run_cli("batch", "--pairs", pairs, "--today", DAY).stdout)
    alone = without_created(
        run_cli("analyze", *example_pairs()[0], "--today", DAY, "--format", "json", "--no-history").stdout
    )
    assert line.pop("pair") == "0-0"
    assert line == alone


def test_another_day_is_another_analysis(run_cli: RunCli) -> None:
    """So the comparisons above can fail."""
    arguments = ("analyze", *example_pairs()[-1], "--format", "json", "--no-history")
    first, second = (json.loads(run_cli(*arguments, "--today", day).stdout) for day in (DAY, "2019-01-01"))
    assert first["id"] != second["id"]
    assert first["scores"] != second["scores"]
