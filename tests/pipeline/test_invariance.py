"""What says only who somebody is, or how a resume looks, moves no score; and each guard can fail.

The swaps are those of `careercraft audit`; the corpus is the repository's own: the examples and the people of the
parsing benchmark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercraft.audit import audit
from careercraft.audit.run import WITH_ADDRESS, Figures, figures_of, sheet_of, swaps_of
from careercraft.audit.swap import Paper, as_text
from careercraft.match import neutral, reading, resume_skills, surface
from careercraft.match import pieces as piece_order
from careercraft.parse import people
from careercraft.pipeline import JobSide
from careercraft.taxonomy import surface as folding
from tests.conftest import EXAMPLES, ROOT
from tests.match.parts import built_in, fuzz, posting, resume

PEOPLE = ROOT / "benchmarks" / "corpus" / "people"
ROLES = {
    "developer": "software-engineer",
    "electrician": "electrician",
    "microbiologist": "microbiologist",
    "nurse": "registered-nurse",
    "sales": "sales-representative",
}
PAIRS = {"resume.pdf": "job.txt", "nurse.docx": "nurse-job.md", "electrician.json": "electrician-job.html"}
_ENGLISH = ("developer", "electrician", "illustrator", "microbiologist", "nurse", "sales", "teacher")
_CHAIN = 3
_ALONE = frozenset({"format", "photo"})
"""Kinds that are no change of a text."""


@cache
def job(name: str) -> JobSide:
    bench = built_in()
    path = EXAMPLES / name
    return bench.job(bench.read(path)) if path.is_file() else bench.role_job(name)


@cache
def figures(paper: Paper, against: str) -> Figures:
    bench = built_in()
    return figures_of(bench.analyze(bench.resume(bench.read(paper.data, paper.name)), job(against)))


@pytest.mark.parametrize("name", PAIRS)
def test_no_swap_moves_a_score_of_an_example(name: str) -> None:
    bench = built_in()
    path = EXAMPLES / name
    table = audit(bench, bench.read(path), Paper(path.read_bytes(), name), job(PAIRS[name]))
    assert len(table.outcomes) > 50
    assert [outcome for outcome in table.outcomes if not outcome.same] == []


@cache
def corpus() -> list[tuple[str, str]]:
    """(text of a resume, role or posting)."""
    bench = built_in()
    read = [(bench.read(EXAMPLES / name), against) for name, against in PAIRS.items()]
    read += [
        (bench.read(PEOPLE / f"{name}.json"), role)
        for name, role in ROLES.items()
        if role in bench.taxonomy.roles
    ]
    return [(document.text, against) for document, against in read]


@settings(fuzz, max_examples=20)
@given(st.integers(0, 7), st.lists(st.integers(0, 10_000), min_size=_CHAIN, max_size=_CHAIN))
def test_several_swaps_one_after_the_other_move_nothing(which: int, draws: list[int]) -> None:
    """Each swap is made in the text that the one before has left."""
    bench = built_in()
    text, against = corpus()[which % len(corpus())]
    start, paper, told, kinds = as_text(text), as_text(text), [], set()
    for draw in draws:
        sheet = sheet_of(bench, bench.read(paper.data, paper.name))
        swaps = [swap for swap in swaps_of(sheet) if swap.kind not in _ALONE and swap.before is None]
        swap = swaps[draw % len(swaps)]
        paper = swap.after
        told.append(swap.what)
        kinds.add(swap.kind)
    before, after = figures(start, against), figures(paper, against)
    free = WITH_ADDRESS if "address" in kinds else frozenset()
    assert {
        key: (before[key], after[key]) for key in before if before[key] != after[key] and key not in free
    } == {}, told


# Each guard, switched off.

NO_GUARD = {
    "personal": lambda patch: patch.setattr(reading.Reading, "is_silent", lambda self, span: False),
    "lines": lambda patch: patch.setattr(reading, "is_personal", lambda line: False),
    "titles": lambda patch: patch.setattr(people, "_is_trade_surname", lambda parts, local: False),
    "gender": lambda patch: _patch_words(patch, "ungendered", lambda word, pronouns=False: word),
    "spelling": lambda patch: _patch_words(patch, "american", lambda word: word),
    "bullets": lambda patch: patch.setattr(surface, "_ITEM_BEFORE", _without_glyphs()),
    "order": lambda patch: patch.setattr(
        piece_order,
        "_spans",
        lambda found, told=piece_order._spans: sorted(told(found), key=lambda span: span.start),
    ),
    "dates": lambda patch: patch.setattr(reading.Reading, "_dates", ()),
    "items": lambda patch: patch.setattr(resume_skills, "_in_one_item", lambda mentions, *_: list(mentions)),
}


def _patch_words(patch: pytest.MonkeyPatch, name: str, plain: Callable[..., str]) -> None:
    for module in (folding, neutral):
        patch.setattr(module, name, plain)


def _without_glyphs() -> object:
    return surface.re.compile(surface._ITEM_BEFORE.pattern.replace(surface.BULLETS, "•"))


WORK = "Built services for nine teams\nKept the records of forty clients"
BASE = resume(work=WORK, skills="Git", education="BSc Computer Science, Example University, 2016 - 2020")
ASKS = posting("Docker\nScala\nFrench\nJava\nOracle Database\nKeeping records")


def named(name: str, address: str) -> str:
    return BASE.replace("Jane Doe", name).replace("jane.doe@example.com", address)


def under_address(line: str) -> str:
    return BASE.replace("@example.com", f"@example.com\n{line}")


SPOKEN = resume(work="Organized the behavior training program for the center and labeled its color charts")
LISTED = resume(work=WORK, skills="• Typing\n• R", title="Clerk")
PROSE = resume(
    work="Directed healthcare information projects for 3 years (2019-2022) and led teams through the life of products",
    dates="2019-2022",
)
JOB = {"name": "Acme Corp", "position": "Analyst", "startDate": "2020-01", "highlights": WORK.split("\n")}
FORM = {"basics": {"name": "Jane Doe", "email": "jane.doe@example.com"}, "work": [JOB]}


def _json(*skills: str) -> Paper:
    return Paper(
        json.dumps({**FORM, "skills": [{"name": skill} for skill in skills]}).encode(), "resume.json"
    )


def _texts(plain: str, swapped: str, asks: str) -> tuple[Paper, Paper, str]:
    return as_text(plain), as_text(swapped), asks


def _deeds() -> list[str]:
    """More of them than the encoder reads."""
    forms = (json.loads((PEOPLE / f"{name}.json").read_text()) for name in _ENGLISH)
    return [deed for form in forms for work in form["work"] for deed in work.get("highlights", ())]


LONG = resume(work="\n".join(_deeds()), skills="Repair of church bells")
HEAD, *PARTS = LONG.strip().split("\n\n")
AGAIN = "\n\n".join([HEAD, PARTS[-1], *PARTS[:-1]]) + "\n"
SWAPPED = {
    "a skill as a name": ("personal", *_texts(BASE, named("Docker Scala", "jane.doe@example.com"), ASKS)),
    "a skill in the address": ("personal", *_texts(BASE, named("Jane Doe", "docker@example.com"), ASKS)),
    "a skill as an employer": ("personal", *_texts(BASE, BASE.replace("Acme Corp", "Docker Inc"), ASKS)),
    "a name like a title": (
        "titles",
        *_texts(
            BASE.replace("\njane.doe@example.com", ""),
            BASE.replace("Jane Doe\njane.doe@example.com", "Dean Baker"),
            ASKS,
        ),
    ),
    "a language as a nationality": ("lines", *_texts(BASE, under_address("Nationality: French"), ASKS)),
    "a skill as a place of birth": ("lines", *_texts(BASE, under_address("Place of birth: Java, Indonesia"), ASKS)),
    "a saleswoman": (
        "gender",
        *_texts(
            resume(work=WORK, title="Salesman"), resume(work=WORK, title="Saleswoman"),
            posting("Cold calling of new customers in the region\nKeeping records", title="Salesman"),
        ),
    ),
    "she": (
        "gender",
        *_texts(
            resume(work="She cooked and she cleaned"),
            resume(work="He cooked and he cleaned"),
            posting("Cooking and cleaning\nReplacing the head nurse"),
        ),
    ),
    "British spelling": (
        "spelling",
        *_texts(
            SPOKEN,
            SPOKEN.replace("Organized", "Organised").replace("behavior", "behaviour").replace("program", "programme")
            .replace("center", "centre").replace("labeled", "labelled").replace("color", "colour"),
            posting("Behavior training\nLabeling of color charts\nRunning a training center"),
        ),
    ),
    "another bullet": (
        "bullets",
        *_texts(
            LISTED, LISTED.replace("•", "➢"), posting("Statistical programming in R\nTyping", title="Clerk")
        ),
    ),
    "dates in a sentence": (
        "dates",
        *_texts(PROSE, PROSE.replace("(2019-2022)", "(2019 to 2022)"), posting("Health informatics\nLeading products")),
    ),
    "another order": ("order", *_texts(LONG, AGAIN, posting("Repairing church bells\nTyping of letters"))),
    "items on lines of their own": (
        "items", _json("SQL", "dbt", "window functions"), _json("dbt", "SQL", "window functions"),
        posting("Structured query language\ndbt"),
    ),
}  # fmt: skip


def scored(paper: Paper, asks: str) -> Figures:
    bench = built_in()
    side = bench.job(bench.read(asks.encode(), "job.txt"))
    return figures_of(bench.analyze(bench.resume(bench.read(paper.data, paper.name)), side))


@pytest.fixture
def fresh_words() -> Iterator[None]:
    """What was remembered of words with a guard is forgotten without it, and the other way round."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    folding._plain.cache_clear()
    neutral._neutral_word.cache_clear()
    built_in().linker._encoded.clear()


@pytest.mark.usefixtures("fresh_words")
@pytest.mark.parametrize("name", SWAPPED)
def test_a_swap_moves_nothing_but_without_its_guard(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    guard, plain, swapped, asks = SWAPPED[name]
    assert scored(plain, asks) == scored(swapped, asks)
    NO_GUARD[guard](monkeypatch)
    _forget()
    assert scored(plain, asks) != scored(swapped, asks)
