"""Lines of a resume about the person rather than the work: birth, age, nationality, family, a photo."""

from __future__ import annotations

import re

_LABELS = (
    r"date (?:and place )?of birth|place (?:and date )?of birth|birth ?(?:date|day|place)|d\.?\s?o\.?\s?b\.?"
    r"|born(?: (?:on|in))?"
    r"|age|nationality|nationalities|citizenship|citizen|marital status|civil status|family status"
    r"|gender|sex|pronouns?|religion|ethnicity|caste|height|weight"
    r"|passport(?: no\.?| number)?|father['’]?s name|mother['’]?s name|spouse"
    r"|geburtsdatum|geburtsort|geburtstag|geboren(?: am)?|geb\.|alter|nationalität|staatsangehörigkeit|familienstand"
    r"|geschlecht|konfession|kinder|date de naissance|lieu de naissance|né(?:e)? le|âge|nationalité"
    r"|situation (?:familiale|de famille)|sexe|état civil|fecha de nacimiento|lugar de nacimiento|edad|nacionalidad"
    r"|estado civil|sexo|género|data di nascita|luogo di nascita|nato|nata|età|nazionalità|stato civile|sesso"
    r"|data de nascimento|idade|nacionalidade|geboortedatum|geboorteplaats|leeftijd|nationaliteit|burgerlijke staat"
    r"|geslacht"
)
_PERSONAL = re.compile(
    rf"\W{{0,4}}(?:(?:{_LABELS})\s*(?:/\s*(?:{_LABELS})\s*)?(?::|[-–—]\s|\t|\s{{2,}}|(?=\d))"
    rf"|(?:born|né(?:e)?|geboren)\s+(?:on|in|the|le|am)?\s*\W{{0,2}}\d"
    r"|aged?\s+\d\d\b|\d\d\s+years?\s+old\b)",
    re.IGNORECASE,
)
_LONGEST = 120


def is_personal(line: str) -> bool:
    """ "Date of birth: 14 March 1961", "Nationality: French", "DOB 1984-07-30"; no sentence of work."""
    return len(line) <= _LONGEST and _PERSONAL.match(line) is not None
