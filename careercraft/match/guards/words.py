"""Words of a text as the guards compare them: small letters, without accents, look-alike letters as the Latin ones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from careercraft.read.clean import CYRILLIC

_GREEK = dict(zip("αβεηικμνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡℓ", "abenikuvoptuxwABEZHIKMNOPTYXigl", strict=True))
_LOOK_ALIKE = CYRILLIC | _GREEK
_WORD = re.compile(r"[^\W_]+(?:[+#]+|(?:['’][a-z]+))?")
_NUMBERING = re.compile(r"(?:^|(?<=\s))(?:\(?\d{1,2}[.)]|\(?[a-h]\))[ \t]+(?=\w)", re.MULTILINE)


class Word(NamedTuple):
    text: str
    """Folded."""
    start: int
    end: int


def folded(text: str) -> str:
    """Of the same length: each character for itself."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if char in _LOOK_ALIKE:
        return _LOOK_ALIKE[char].lower()
    base = [one for one in unicodedata.normalize("NFKD", char) if not unicodedata.combining(one)]
    found = base[0].lower() if len(base) == 1 else char.lower()
    return found if len(found) == 1 else char


@lru_cache(maxsize=128)
def words_of(text: str) -> tuple[Word, ...]:
    """Words without the numbers of list items, which change when a text is pasted elsewhere."""
    plain = _NUMBERING.sub(lambda found: " " * len(found[0]), folded(text))
    return tuple(Word(found[0], *found.span()) for found in _WORD.finditer(plain))
