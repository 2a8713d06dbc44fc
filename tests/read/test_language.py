"""Which language a document is in."""

from __future__ import annotations

import pytest

from careercraft.read.language import COVERED, detect_language

SENTENCES = {
    "en": "We are looking for an engineer to work with our team on the systems that you will build and run for us.",
    "fr": "Nous cherchons une personne pour la gestion des projets avec les équipes de notre entreprise et du client.",
    "de": "Wir suchen für unser Team in Berlin eine Person, die mit der Entwicklung und den Kunden arbeitet.",
    "es": "Buscamos una persona para el desarrollo de los sistemas y la gestión del equipo con más de tres años.",
    "pt": "Procuramos uma pessoa para o desenvolvimento dos sistemas e a gestão da equipa com mais de três anos.",
    "it": "Cerchiamo una persona per lo sviluppo dei sistemi e la gestione della squadra nel settore.",
    "nl": "Wij zoeken een persoon voor de ontwikkeling van systemen en het beheer van ons team bij de klant.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences(code: str) -> None:
    assert detect_language(SENTENCES[code]) == code


def test_short_ascii_is_english() -> None:
    assert detect_language("Python, SQL, Docker\nJane Doe") == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Инженер по качеству с опытом работы"),
        ("uk", "Інженер з якості, який має досвід"),
        (
            "pl",
            "Szukamy osoby do pracy w zespole, która zna się na rzeczy i chętnie się uczy oraz jest z nami",
        ),
        ("sv", "Vi söker en person som har erfarenhet av att arbeta med system och vill vara i vårt team"),
        ("da", "Vi søger en medarbejder til vores kontor, som har erfaring med at arbejde i et team"),
        ("tr", "Ekibimiz için test ve bakım konusunda iyi bir mühendis olarak bu rol için olan"),
        ("ja", "ソフトウェアエンジニアを募集しています"),
        ("zh", "我们正在寻找软件工程师"),
        ("ko", "소프트웨어 엔지니어를 찾습니다"),
        ("el", "Μηχανικός λογισμικού"),
        ("he", "מהנדס תוכנה עם ניסיון"),
        ("ar", "مهندس برمجيات"),
    ],
)
def test_languages_that_are_only_told(code: str, text: str) -> None:
    assert detect_language(text) == code
    assert code not in COVERED


def test_a_name_in_another_alphabet_does_not_decide() -> None:
    assert detect_language(SENTENCES["en"] + " Мария Иванова") == "en"


def test_no_language_stands_out() -> None:
    assert detect_language("Zażółć gęślą jaźń") == "und"
