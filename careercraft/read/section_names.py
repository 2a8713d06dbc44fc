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
      |volunteer\sexperience|honou?rs\s(?:and|&)\sawards|awards\s(?:and|&)\shonou?rs
      |kontakt(?:daten)?|persönliche\sdaten|profil|über\smich|kurzprofil|kenntnisse|fähigkeiten|kompetenzen|sprachen
      |sprachkenntnisse|berufserfahrung|(?:beruflicher\s)?werdegang|praktika|ausbildung|bildung|bildungsweg|studium
      |zertifikate|zertifizierungen|projekte|interessen|hobbys?|weiterbildung(?:en)?|ehrenamt|engagement
      |publikationen|veröffentlichungen|auszeichnungen|referenzen|kurse
      |coordonnées|à\spropos(?:\sde\smoi)?|compétences(?:\s\w+)?|langues|expériences?(?:\sprofessionnelles?)?
      |parcours(?:\sprofessionnel)?|formations?|études|diplômes|certificats|projets|bénévolat|distinctions|prix
      |références|centres\sd['’]intérêts?|loisirs
      |contacto|datos\spersonales|perfil(?:\sprofesional)?|sobre\smí|habilidades|competencias|aptitudes|idiomas
      |experiencia(?:\s\w+)?|educación|formación(?:\s\w+)?|estudios|certificados|certificaciones|cursos|proyectos
      |voluntariado|publicaciones|premios|referencias|intereses|aficiones
      |contatos?|dados\spessoais|sobre\smim|competências|habilidades|experiência(?:\s\w+)?|educação
      |formação(?:\s\w+)?|certificações|projetos|voluntariado|publicações|prêmios|prémios|referências|interesses
      |contatti|dati\spersonali|profilo|chi\ssono|competenze(?:\s\w+)?|lingue|esperienz[ae](?:\s\w+)?
      |istruzione(?:\se\sformazione)?|formazione|certificazioni|corsi|progetti|volontariato|pubblicazioni
      |premi|referenze|interessi
      |profiel|over\smij|persoonlijke\sgegevens|vaardigheden|talen|werkervaring|opleiding(?:en)?|certificaten
      |cursussen|projecten|vrijwilligerswerk|publicaties|prijzen|referenties|interesses)
    \s*:?""",
    re.VERBOSE | re.IGNORECASE,
)

_MAIN = re.compile(
    r"experi|expéri|esperien|erfahrung|werdegang|ervaring|employment|history|educa|ausbildung|opleiding|formaç"
    r"|formaci|formation|formazione|istruzione|études|estudios|profi|perfil|summary|objective|parcours",
    re.IGNORECASE,
)


def is_section_name(text: str) -> bool:
    """Whether a line holds the name of a section and nothing else, written with a capital."""
    text = " ".join(text.split())
    return text[:1].isupper() and _NAMES.fullmatch(text) is not None


def is_main_section(text: str) -> bool:
    """A name that no list of skills has as a label, as "Languages" and "Tools" may be."""
    return is_section_name(text) and _MAIN.search(text) is not None
