"""The ranker: always the best entries, whatever the line."""

from __future__ import annotations

import numpy as np
import pytest

from careercraft.match.linker import Linker
from careercraft.match.ranking import Ranked, Ranker, best_rows
from careercraft.match.semantic import WindowSums, best_windows, windows
from careercraft.model.ports import Encoder, SkillVectors
from careercraft.model.skill import Skill
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.index import Compiled, Taxonomy, compile_surfaces

NAMES = {
    "forklift": ("Forklift Driving", ("lift truck operation",)),
    "java": ("Java", ()),
    "javascript": ("JavaScript", ("JS",)),
    "nursing": ("Nursing", ()),
    "team": ("Team Management", ()),
    "baking": ("Bread Baking", ()),
}


@pytest.fixture(scope="module")
def ranker(encoder: Encoder) -> Ranker:
    skills = tuple(
        Skill(id=key, name=name, kind="technical", aliases=aliases, hours=hours_of("technical"))
        for key, (name, aliases) in NAMES.items()
    )
    taxonomy = Taxonomy(Compiled(0, "test", skills, (), compile_surfaces(skills)))
    vectors = SkillVectors(tuple(NAMES), encoder.encode([name for name, _ in NAMES.values()]))
    return Ranker(Linker(taxonomy, lambda: encoder, lambda: vectors))


def ids(found: list[Ranked]) -> list[str]:
    return [hit.skill_id for hit in found]


def test_a_name_leads_with_its_tier_and_place(ranker: Ranker) -> None:
    line = "On most days I wrote JS and other things"
    (found,) = ranker.rank([line], 3)
    assert (found[0].skill_id, found[0].tier) == ("javascript", "alias")
    assert line[slice(*found[0].span)] == "JS"
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_a_meaning_without_its_name(ranker: Ranker) -> None:
    line = "Last winter she led a group of twelve people in our bakery"
    (found,) = ranker.rank([line], 2)
    assert set(ids(found)) == {"team", "baking"}
    assert {hit.tier for hit in found} == {"semantic"}
    assert all(0 <= start < end <= len(line) for start, end in (hit.span for hit in found))


def test_always_as_many_as_asked(ranker: Ranker) -> None:
    lines = ["zzz qqq", "!!!", "x" * 3000, "Java " * 400, "日本語"]
    assert [len(found) for found in ranker.rank(lines, 4)] == [4] * len(lines)
    (everything,) = ranker.rank(["Java"], 99)
    assert sorted(ids(everything)) == sorted(NAMES)


def test_a_blank_line_has_none(ranker: Ranker) -> None:
    assert [len(found) for found in ranker.rank(["", "Java", " \t"], 2)] == [0, 2, 0]


def test_a_line_ranks_alike_in_any_company(ranker: Ranker) -> None:
    lines = ["Java services", "led a team", "bread for a town", "care of patients at night"]
    together = list(ranker.rank(lines, 3))
    assert [next(ranker.rank([line], 3)) for line in reversed(lines)] == together[::-1]


def test_the_lexical_part_tells_names_apart(ranker: Ranker, encoder: Encoder) -> None:
    tokens = encoder.encode_tokens(["lift truck operation"])[0]
    without = Ranker(ranker._linker, lexical=0)
    row = list(NAMES).index("forklift")
    gain = ranker.scores("lift truck operation", tokens) - without.scores("lift truck operation", tokens)
    assert gain[row] == pytest.approx(0.3, abs=0.002)
    assert gain.argmax() == row


def test_ties_keep_their_order() -> None:
    scores = np.array([0.5, 0.9, 0.5, 0.9, 0.1], dtype=np.float32)
    assert best_rows(scores, 3).tolist() == [1, 3, 0]
    assert best_rows(scores, 9).tolist() == [1, 3, 0, 2, 4]
    assert best_rows(scores, 0).tolist() == []


def test_the_sums_find_what_the_windows_find(encoder: Encoder) -> None:
    text = "We negotiate contracts with suppliers and keep the books of three shops."
    tokens = encoder.encode_tokens([text])[0]
    labels = encoder.encode([name for name, _ in NAMES.values()])
    slow, places = best_windows(windows(tokens), labels)
    assert WindowSums(tokens).best(labels) == pytest.approx(slow, abs=0.0011)
    spans = windows(tokens).spans
    same = [a == spans[b] for a, b in zip(WindowSums(tokens).places(labels), places, strict=True)]
    assert sum(same) >= len(same) - 1  # a rounding may swap two that are alike
