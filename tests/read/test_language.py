"""Which language a document is in."""

from __future__ import annotations

import pytest

from careercraft.read.language import detect_language

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


def test_other_alphabets_are_unknown() -> None:
    assert detect_language("Инженер по качеству с опытом работы") == "und"
    assert (
        detect_language("Szukamy osoby do pracy w zespole, która zna się na rzeczy i chętnie się uczy")
        == "und"
    )
