"""Names of resume sections, as far as layouts need them: to tell columns, and headings beside their content."""

from __future__ import annotations

import re

_NAMES = re.compile(
    r"""(?:my|personal|professional|work|employment|career|core|key|technical|additional|other|relevant|about)?\s*
    (?:contact(?:\s(?:me|info|information|details))?|about(?:\sme)?|profile|summary|objective|statement|details
      |me|info|information|experience|history|employment|work|career|internships?|volunteer(?:ing|\swork)?
      |education(?:\s(?:and|&)\straining)?|academic\s\w+|training|qualifications|courses?
      |skills?(?:\s(?:and|&)\s\w+)?|competenc(?:es|ies)|expertise|strengths|technologies|tools|languages
      |certifi(?:cations?|cates)|licen[cs]es?|awards?|honou?rs|achievements|projects|publications|references
      |interests|hobbies|memberships|links|social(?:\smedia)?
      |kontakt|profil|kenntnisse|fähigkeiten|sprachen|berufserfahrung|ausbildung|bildung|studium|zertifikate
      |projekte|interessen|weiterbildung
      |coordonnées|compétences|langues|expériences?(?:\sprofessionnelles?)?|formations?|certificats
      |contacto|perfil|habilidades|competencias|idiomas|experiencia(?:\s\w+)?|educación|formación|certificados
      |contato|competências|experiência(?:\s\w+)?|educação|formação|contatti|competenze|lingue
      |esperienz[ae](?:\s\w+)?|istruzione|formazione|vaardigheden|talen|werkervaring|opleiding(?:en)?)
    \s*:?""",
    re.VERBOSE | re.IGNORECASE,
)

_MAIN = re.compile(
    r"experi|esperien|erfahrung|ervaring|employment|history|educa|ausbildung|opleiding|formaç|formaci|formation"
    r"|istruzione|profil|perfil|summary|objective",
    re.IGNORECASE,
)


def is_section_name(text: str) -> bool:
    """Whether a line holds the name of a section and nothing else, written with a capital."""
    text = " ".join(text.split())
    return text[:1].isupper() and _NAMES.fullmatch(text) is not None


def is_main_section(text: str) -> bool:
    """A name that no list of skills has as a label, as "Languages" and "Tools" may be."""
    return is_section_name(text) and _MAIN.search(text) is not None
