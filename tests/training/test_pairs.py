"""Pairs and batches from a tiny folder of the same shape as the published files."""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from training.pairs import (
    COLLECTIONS,
    Pair,
    fill,
    gerund_verbs,
    make_batches,
    make_pairs,
    read_families,
    read_skills,
    read_tasks,
    window_pairs,
    written_pairs,
)
from training.templates import DEEDS, THINGS

LABELS = ("bake rye bread", "bake rolls", "knit scarves", "Zig", "dough")
GROUP = {"bake rye bread": "g:bake", "bake rolls": "g:bake", "dough": "g:big", "Zig": "g:alone"}


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    esco = tmp_path / "esco"
    write(
        esco / "skills_flat_aliases.csv",
        [{"label_cleaned": x.lower(), "altLabels": f"{x} baking {x} knitting {x} again"} for x in LABELS],
    )
    write(esco / "skill_uri_labels.csv", [{"concept_uri": f"u:{x}", "preferred_label": x} for x in LABELS])
    relations = [(f"u:{label}", group) for label, group in GROUP.items()]
    relations += [("u:bake rolls", "g:big"), ("u:knit scarves", "g:big"), ("u:elsewhere", "g:big")]
    write(
        esco / "broaderRelationsSkillPillar_en.csv",
        [{"conceptUri": concept, "broaderUri": group} for concept, group in relations],
    )
    row = {"preferredLabel": "Zig", "altLabels": "Zig language | zig code\nprogram in Zig", "description": ""}
    for name in COLLECTIONS:
        write(esco / f"{name}SkillsCollection_en.csv", [row])
    row |= {"preferredLabel": "dough", "altLabels": "", "description": "Flour and\nwater. Left to rest."}
    write(esco / "greenSkillsCollection_en.csv", [row])
    tasks = [("Bake 900 loaves a night.", "1.I1.D1", "Bake food."), ("Bake it.", "1.I1.D2", "Heat food.")]
    write(
        tmp_path / "onet" / "tasks_to_dwas.csv",
        [{"Task": task, "DWA ID": code, "DWA Title": title} for task, code, title in tasks],
    )
    return tmp_path


def test_reads_aliases_and_the_first_sentence(data: Path) -> None:
    skills = read_skills(data)
    assert skills.aliases["zig"] == ["Zig language", "zig code", "program in Zig"]
    assert skills.descriptions["dough"] == "Flour and water."


def test_family_is_the_smallest_group_with_siblings(data: Path) -> None:
    families = read_families(data / "esco")
    assert families["bake rolls"] == families["bake rye bread"] == "g:bake"
    assert families["dough"] == "g:big"
    assert "zig" not in families  # alone in its group


def test_pieces_of_run_together_aliases_are_aliases(data: Path) -> None:
    """The fixture runs "bake rolls baking bake rolls knitting bake rolls again" together."""
    assert read_skills(data).aliases["bake rolls"] == ["baking", "knitting", "again"]


def test_written_sentences_give_the_marked_part_in_its_place_and_alone(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "written.tsv"
    path.write_text("bake rolls\tYou [[fill the oven]] at night.\n", encoding="utf-8")
    sentence, alone = written_pairs(read_skills(data), path)
    assert sentence.text == "You fill the oven at night."
    assert sentence.text[slice(*sentence.span)] == alone.text == "fill the oven"
    assert sentence.family == "g:bake"


def test_tasks_under_one_intermediate_activity_are_siblings(data: Path) -> None:
    first, second = read_tasks(data)
    assert (first.label, second.label) == ("bake food", "heat food")
    assert first.family == second.family == "1.I1"


def test_windows_are_runs_of_the_labels_own_aliases(data: Path) -> None:
    skills = read_skills(data)
    pairs = list(window_pairs(skills, 40, random.Random(1)))
    assert len(pairs) == 40
    for pair in pairs:
        assert f" {pair.text} " in f" {skills.flat[pair.label]} "
        assert 2 <= len(pair.text.split()) <= 8


@pytest.mark.parametrize("template", [*DEEDS, *THINGS])
@pytest.mark.parametrize("first", [True, False])
def test_the_span_is_the_phrase(template: str, first: bool) -> None:
    text, (start, end) = fill(template, "knit scarves", "bake rolls", first)
    assert text[start:end] == "knit scarves"
    assert text.count("knit scarves") == 1
    assert "{}" not in text
    assert text.count("bake rolls") == template.count("{}") - 1


def test_first_and_last_gap_differ() -> None:
    assert fill("{} and {}", "a", "b") == ("a and b", (0, 1))
    assert fill("{} and {}", "a", "b", first=False) == ("b and a", (6, 7))


def test_verbs_are_known_by_their_gerunds() -> None:
    texts = ["bake rolls baking rolls"] * 5 + ["knit scarves knitting"] * 5 + ["dough sewing sew"] * 4
    assert gerund_verbs(texts) == {"bake", "knit"}


def test_same_seed_same_pairs_and_batches(data: Path) -> None:
    pairs = make_pairs(data, 60, seed=4)
    assert pairs == make_pairs(data, 60, seed=4)
    assert pairs != make_pairs(data, 60, seed=5)
    assert {pair.kind for pair in pairs} == {
        "window",
        "sentence",
        "alias",
        "task",
        "description",
        "own",
        "written",
    }
    assert make_batches(pairs, 4, 2, 4) == make_batches(pairs, 4, 2, 4)
    assert make_batches(pairs, 4, 2, 4) != make_batches(pairs, 4, 2, 5)


def test_no_pair_twice(data: Path) -> None:
    """But for the written ones, which are few and stand in a run more than once."""
    pairs = [pair for pair in make_pairs(data, 200, seed=4) if pair.kind != "written"]
    seen = [(pair.text.lower(), pair.label) for pair in pairs]
    assert len(seen) == len(set(seen))


def test_batches_are_full_of_one_kind_with_siblings_together() -> None:
    pairs = [
        Pair(f"t{i}", (0, 2), f"l{i}", f"f{i % 10}", kind) for i in range(40) for kind in ("alias", "task")
    ]
    batches = make_batches(pairs, size=8, block=4, seed=4)
    assert len(batches) == 10
    assert sorted(pair for batch in batches for pair in batch) == sorted(pairs)
    for batch in batches:
        assert len({pair.kind for pair in batch}) == 1
        assert [len({pair.family for pair in batch[at : at + 4]}) for at in (0, 4)] == [1, 1]


def test_without_blocks_siblings_are_apart() -> None:
    pairs = [Pair(f"t{i}", (0, 2), f"l{i}", f"f{i % 10}", "alias") for i in range(400)]
    together = sum(
        first.family == second.family
        for batch in make_batches(pairs, size=8, block=1, seed=4)
        for first, second in pairwise(batch)
    )
    assert together < 100  # of 350; with blocks of 4 it is 300 or so
