"""The ranker: always the best entries, whatever the line."""

from __future__ import annotations

import numpy as np
import pytest

from careercraft.match.bridge import Bridge
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


HOURS = hours_of("technical")


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


def test_a_blank_line_has_as_many_at_score_zero(ranker: Ranker) -> None:
    blank, named, blanks = ranker.rank(["", "Java", " \t"], 2)
    assert blank == blanks == [Ranked(key, 0.0, "semantic", (0, 0)) for key in list(NAMES)[:2]]
    assert named[0].skill_id == "java"


def test_a_misspelled_name_is_found(ranker: Ranker) -> None:
    line = "Two years of Nursnig in a bank"
    (found,) = ranker.rank([line], 1)
    assert (found[0].skill_id, found[0].tier) == ("nursing", "fuzzy")
    assert line[slice(*found[0].span)] == "Nursnig"


def test_names_known_to_another_taxonomy_lead_to_entries(ranker: Ranker) -> None:
    skill = Skill(id="fork", name="forklift driving", kind="technical", aliases=("reach truck",), hours=HOURS)
    known = Taxonomy(Compiled(0, "known", (skill,), (), compile_surfaces((skill,))))
    bridged = Ranker(ranker._linker, Bridge(known, ranker._linker.taxonomy))
    line = "Drove a reach truck"
    (found,) = bridged.rank([line], 1)
    assert (found[0].skill_id, found[0].tier, line[slice(*found[0].span)]) == (
        "forklift",
        "alias",
        "reach truck",
    )


@pytest.mark.parametrize("top", [1, 3, 40, 150])
def test_the_best_are_those_of_looking_at_everything(encoder: Encoder, top: int) -> None:
    words = [
        "data",
        "team",
        "care",
        "bread",
        "sales",
        "law",
        "code",
        "truck",
        "bank",
        "plan",
        "wood",
        "child",
    ]
    names = [f"{a} {b}" for a in words for b in words if a != b]
    skills = tuple(Skill(id=name, name=name, kind="technical", hours=HOURS) for name in names)
    taxonomy = Taxonomy(Compiled(0, "test", skills, (), compile_surfaces(skills)))
    vectors = SkillVectors(tuple(names), encoder.encode(names))
    ranker = Ranker(Linker(taxonomy, lambda: encoder, lambda: vectors))
    lines = ["plan the sales of bread", "wood", "child care team and bank law " * 12, "zzz", "-"]
    for line, found in zip(lines, ranker.rank(lines, top), strict=True):
        best = best_rows(ranker.scores(line, encoder.encode_tokens([line])[0]), top)
        assert ids(found) == [names[row] for row in best]


def test_no_window_is_nearer_than_its_bound(encoder: Encoder) -> None:
    text = "We negotiate contracts with suppliers, incl. tax-exempt ones, and keep the books of three shops."
    sums = WindowSums(encoder.encode_tokens([text])[0])
    labels = encoder.encode([name for name, _ in NAMES.values()])
    products = sums.stretched() @ labels.T
    assert sums.best_of(products) == pytest.approx(sums.best(labels), abs=1e-5)
    assert (sums.bound(products) >= sums.best(labels) - 1e-6).all()


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
