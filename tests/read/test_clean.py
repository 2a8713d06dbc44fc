"""Text hygiene."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.read.clean import bullet_length, clean_line


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\u0301te\u0301", "été"),
        ("ef\ufb01cient of\ufb00ice", "efficient offfice"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth\u200d", "zerowidth"),
        (
            "Kub\u0435rn\u0435t\u0435s, IT-\u043a\u043e\u043c\u043f\u0430\u043d\u0438\u044f",
            "Kubernetes, IT-\u043a\u043e\u043c\u043f\u0430\u043d\u0438\u044f",
        ),
        ("\U0001d5e3\U0001d606\U0001d601\U0001d5f5\U0001d5fc\U0001d5fb \uff33\uff31\uff2c", "Python SQL"),
        ("\u202etsew\u202c", "tsew"),
        ("a\x00b\x07c", "abc"),
        ("(cid:127) item (cid:3)", " item"),
        ("\uf0b7 item", "• item"),
        ("\uf0e0 mail", " mail"),
        ("non\u2011breaking", "non-breaking"),
        ("cafÃ© â€“ donâ€™t", "café – don’t"),
        ("keepÂ this", "keep this"),
        ("â€‹zero", "zero"),
        ("Company Nameï¼ City", "Company Name - City"),
        ("SÃO PAULO, Ângela", "SÃO PAULO, Ângela"),
        ("wide      gap", "wide  gap"),
        ("tail   ", "tail"),
    ],
)
def test_examples(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


@given(st.text())
def test_any_line_is_clean_and_stays_clean(raw: str) -> None:
    cleaned = clean_line(raw.replace("\n", " "))
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(letter) in ("Cc", "Co", "Cs") for letter in cleaned)
    assert "   " not in cleaned


def test_bullet_length_counts_the_mark_and_its_spaces() -> None:
    assert bullet_length("• item") == 2
    assert bullet_length("12. item") == 4
    assert bullet_length("•") == 0


@pytest.mark.parametrize("rating", ["●●●○○", "● ● ● ○ ○", "■■□"])
def test_rating_is_no_bullet(rating: str) -> None:
    assert bullet_length(rating) == 0
    assert bullet_length(f"{rating[0]} Python") == 2


def test_bullet_typed_behind_the_bullet_of_a_list_changes_nothing() -> None:
    assert bullet_length("• •Wrote reports") == 2
