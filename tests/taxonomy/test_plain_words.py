"""British words and words with a gender fold to one form, and places are kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft import paths
from careercraft.taxonomy.british import american
from careercraft.taxonomy.gendered import is_trade, ungendered, ungendered_abroad
from careercraft.taxonomy.surface import fold, fold_text
from tests.match.parts import fuzz


def _words(text: str) -> list[str]:
    return text.split()


PAIRS = _words(
    """organisation organization organised organized analysing analyzing colour color behavioural behavioral
    neighbourhoods neighborhoods labourers laborers centre center centred centered metres meters theatre theater
    licence license defences defenses programme program programmes programs modelling modeling labelled labeled
    travellers travelers counselling counseling enrol enroll enrolments enrollments fulfilment fulfillment grey gray
    aluminium aluminum tyres tires paediatric pediatric orthopaedics orthopedics haematology hematology
    anaesthetists anesthetists gynaecology gynecology enquiries inquiries specialities specialties practised practiced
    manoeuvring maneuvering manoeuvred maneuvered catalogue catalog draughtsman draftsman jewellery jewelry
    prioritise prioritize"""
)
SAME = _words(
    """advertise advised exercises supervising enterprise expertise merchandise promise otherwise raised noise
    precise franchise compromised hour tour contour four controlled installed selling called hello acre genre
    analyses aerospace aesthetics archaeology canoe shoe does phoebe denise louise improvisation basis crisis
    develop program color dialogue movie advisor billing pulling million"""
)


@pytest.mark.parametrize(("british", "plain"), list(zip(PAIRS[::2], PAIRS[1::2], strict=True)))
def test_british_words(british: str, plain: str) -> None:
    assert american(british) == plain
    assert american(plain) == plain


@pytest.mark.parametrize("word", SAME)
def test_words_of_both_sides_stay(word: str) -> None:
    assert american(word) == word


def test_hardly_a_common_word_is_taken_for_a_british_one() -> None:
    """Of 15,000 common words some 90 are British, all of which have their twin."""
    words = (paths.generated_dir() / "words.txt").read_text().split()
    changed = [word for word in words if american(word) != word]
    assert 50 < len(changed) < 120
    assert [word for word in changed if american(american(word)) != american(word)] == []


def test_trades_without_gender() -> None:
    assert ungendered("salesman") == ungendered("saleswoman") == "salesperson"
    assert ungendered("policewomen") == "police officers"
    assert ungendered("waitresses") == ungendered("waiters") == "waitpersons"
    assert ungendered("she") == "she"
    assert ungendered("she", pronouns=True) == ungendered("he", pronouns=True) == "they"


@pytest.mark.parametrize(
    "word", ["roman", "human", "postman", "workmanship", "woman", "german", "server", "host"]
)
def test_words_without_a_trade_stay(word: str) -> None:
    assert ungendered(word, pronouns=True) == word


def test_trades_are_titles() -> None:
    assert is_trade("forewoman")
    assert is_trade("salesperson")
    assert not is_trade("heroine")
    assert not is_trade("table")


@pytest.mark.parametrize(
    "forms",
    [
        ["Ingenieur", "Ingenieurin", "Ingenieur:in", "Ingenieur/-in", "IngenieurIn", "Ingenieur*in"],
        ["Softwareentwickler", "Softwareentwicklerin"], ["Kaufmann für Büros", "Kauffrau für Büros"],
        ["Développeur", "Développeuse", "Développeur(se)"], ["Directeur", "Directrice"], ["Infirmier", "Infirmière"],
        ["Enfermero", "Enfermera", "Enfermero/a"], ["Profesor", "Profesora", "Profesor/a"], ["Direttore", "Direttrice"],
    ],
)  # fmt: skip
def test_titles_abroad(forms: list[str]) -> None:
    assert len({ungendered_abroad(form) for form in forms}) == 1


def test_names_meet() -> None:
    assert fold("Organisational Behaviour") == fold("organizational-behavior")
    assert fold("Firewoman") == fold("fireman")


WORDS = st.sampled_from(
    [
        "organised",
        "Colour,",
        "(programme)",
        "enrolment:",
        "modelling/labelling",
        "saleswoman's",
        "plain",
        "naïve",
        "C++",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=8))
@fuzz
def test_places_lead_back_to_whole_words(words: list[str]) -> None:
    text = "  ".join(words)
    folded = fold_text(text)
    back = [text[slice(*folded.span(*found.span()))] for found in re.finditer(r"[^\W_]+", folded.text)]
    assert back == re.findall(r"[^\W_]+", text)
