"""Phone numbers in the header's lines.

A pattern finds candidates; what is plainly a number (an international prefix, the North American
3-3-4) needs nothing more, and only the rest goes to `phonenumbers`, whose import takes longer than
the whole parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.model.document import Text
from careercraft.parse.contact_labels import PHONE_LABELS
from careercraft.parse.rows import Row

_CANDIDATE = re.compile(
    r"(?<![\w/.@-])(?:\+|00)?\(?\d(?:(?:[.\-()/–\u2011]{0,2}[ ]?|[ ][.\-()/–\u2011]{1,2}|[ ]/[ ])\d){6,14}"
    r"(?![\w@]|[-.]\d)"
)
_PLAIN = re.compile(r"\+\d{1,3}|(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}$")
_HOUSE_AND_CODE = re.compile(r"\d{1,4}[ ]\d{4,5}")
"""A house number before a postcode ("Wollankstraße 12 13187 Berlin")."""
_POSTCODE = re.compile(r"\d{4,5}-\d{3,4}")
"""Of Portugal, Brazil and the United States."""
_DATE = re.compile(
    r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d"
    r"|^\d{4}-\d{4}-\d{4}-\d{3}|^\d\d?[- ]\d\d?[- ](?:19|20)\d\d$"
)
_PICTURES = frozenset("☎☏✆📞📱🕾🕿")
_LABELED = re.compile(r"(?:^|[\s|,;•·/(])(?P<label>[^\W\d_]+(?:[ -][^\W\d_]+)?)[\s.:#()]*$")


def find_phones(text: str, country: str | None) -> list[tuple[int, int]]:
    """(start, end) of each phone number; `country` (ISO 3166-1) helps to read national ones."""
    return [
        match.span()
        for match in _CANDIDATE.finditer(text)
        if not _DATE.search(match[0]) and (_is_labeled(text[: match.start()]) or _is_phone(match[0], country))
    ]


def _is_labeled(before: str) -> bool:
    """ "Tel.", "Móvil:" or a telephone's picture stands before the number."""
    if before.rstrip()[-1:] in _PICTURES:
        return True
    match = _LABELED.search(before)
    if match is None:
        return False
    label = match["label"].lower()
    return label in PHONE_LABELS or label.rpartition(" ")[2] in PHONE_LABELS


def _is_phone(candidate: str, country: str | None) -> bool:
    if _HOUSE_AND_CODE.fullmatch(candidate) or _POSTCODE.fullmatch(candidate):
        return False
    digits = sum(char.isdigit() for char in candidate)
    if _PLAIN.match(candidate):
        return 8 <= digits <= 15
    import phonenumbers

    candidate = candidate.lstrip("(")
    try:
        number = phonenumbers.parse(candidate, country or "US")
    except phonenumbers.NumberParseException:
        return False
    possible = phonenumbers.is_possible_number(number)
    return bool(possible) or (country is None and candidate.startswith("0") and 9 <= digits <= 12)


def phones_in(rows: Sequence[Row], country: str | None) -> list[Text]:
    """The telephone numbers of some rows, each once; numbers without a prefix are read as those of `country`."""
    found: list[Text] = []
    for row in rows:
        for piece in row.pieces:
            for start, end in find_phones(piece.text, country):
                text = piece.cut(start, end).to_text()
                if all(text.value != old.value for old in found):
                    found.append(text)
    return found
