"""A sentence of a model as a reader sees it: without markup, in plain letters, numbers in figures.

What is judged must be what is shown: a claim may hide behind tags, comments, invisible marks, look-alike letters.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NamedTuple

from careercraft.parse.tables import word_set

_COMMENT = re.compile(r"<!--.*?(?:-->|$)|<[!?][^<>]*>", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*(?:>|$)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?[^()]*\)")
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_MARKS = re.compile(r"[*_`~]+(?=\S)|(?<=\S)[*_`~]+|^\s*(?:[-*•>#+]+|\d{1,2}[.)])\s+|[\[\]]")
_SPACED = re.compile(r"(?<!\w)(?:[A-Z][ .]){2,}[A-Z](?!\w)")
_NO_INK = re.compile("[\u034f\u115f\u1160\u180b-\u180e\u3164\ufe00-\ufe0f\uffa0]")
_ALPHABETS = ("CYRILLIC", "GREEK", "CHEROKEE", "ARMENIAN", "COPTIC", "LISU")
"""Whose letters look like Latin ones."""
_FOREIGN = word_set(
    """el los las una por para con está estás eres puesto usted sus del que como muy pero más tiene tienes
    der die das und ist sind sie ihr ihre für mit auf dem den ein eine einen nicht haben sehr diese dieser stelle auch
    le les des une vous est êtes pour avec dans votre vos sur pas très ce cette poste avez
    il gli sei per sono tuo tua questo questa lei ha hai è posto um uma você está não seu sua são
    het een van je bent voor niet jij jest jesteś nie się dla""",
)
_ENGLISH = word_set(
    """the a an and or but of to in on at by for from with without is are was were be been you your it its this that
    these those has have had do does did not no as if so than then which what who when where how can could would will
    should may more most first only also each both all any"""
)
_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_SPELLED = re.compile(
    rf"""(?<![\w-])(?:
      (?P<tens>{"|".join(_TENS)})(?:[-\ ](?P<unit>{"|".join(list(_ONES)[1:10])}))?
    | (?:(?P<ones>{"|".join(_ONES)})|(?P<a>an?))(?=[\ ](?:{"|".join(_SCALES)})\b)
    | (?P<small>{"|".join(word for word in _ONES if word != "one")})
    )(?:[\ ](?P<scale>{"|".join(_SCALES)})(?:\ and\ (?P<rest>[a-z]+))?)?(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)


class Plain(NamedTuple):
    text: str
    spelled: frozenset[int]
    """Where a number stands that was written as a word."""


def readable(sentence: str) -> str:
    """One line without markup and without what has no ink; look-alike forms of letters as plain ones."""
    text = html.unescape(_TAG.sub("", _COMMENT.sub("", sentence)))
    text = _TAG.sub("", _COMMENT.sub("", text))
    text = "".join(map(_plain_char, _NO_INK.sub("", text)))
    text = _LINK.sub(_words_and_target, text)
    text = _MARKS.sub("", _ESCAPED.sub("", text).replace("|", " | "))
    return _SPACED.sub(lambda found: re.sub(r"[ .]", "", found[0]), " ".join(text.split())).strip(" |")


def with_digits(text: str) -> Plain:
    """ "sixty-six" as 66, "two hundred" as 200; "one" stays, which says "a" as often as 1."""
    parts: list[str] = []
    spelled: set[int] = set()
    end = length = 0
    for found in _SPELLED.finditer(text):
        before = text[end : found.start()]
        number = _value(found)
        parts += [before, number]
        length += len(before)
        spelled.add(length)
        length += len(number)
        end = found.end()
    return Plain("".join([*parts, text[end:]]), frozenset(spelled))


def disguised(sentence: str, known_text: str) -> str:
    """The first word of Greek or Cyrillic letters that no document has; empty where there is none."""
    for word in re.findall(r"[^\W\d_]+", sentence):
        other = any(unicodedata.name(char, "").startswith(_ALPHABETS) for char in word if not char.isascii())
        if other and word.casefold() not in known_text:
            return str(word)
    return ""


def in_english(sentence: str) -> bool:
    """False where the small words are those of another language."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", sentence)]
    foreign = {word for word in words if word in _FOREIGN}
    return len(foreign) < 2 or len(foreign) <= sum(word in _ENGLISH for word in words)


def _plain_char(char: str) -> str:
    if char.isascii():
        return char
    kind = unicodedata.category(char)
    if kind in {"Cf", "Cc", "Co", "Cn"}:
        return ""
    return unicodedata.normalize("NFKC", char) if kind in {"Lu", "Ll", "Lm", "Nd", "So"} else char


def _words_and_target(found: re.Match[str]) -> str:
    target = found[2]
    return found[1] if not target or target.startswith("#") else f"{found[1]} {target}"


def _value(found: re.Match[str]) -> str:
    if found["tens"]:
        number = _TENS[found["tens"].lower()] + (_ONES[found["unit"].lower()] if found["unit"] else 0)
    else:
        number = 1 if found["a"] else _ONES[(found["ones"] or found["small"]).lower()]
    if found["scale"]:
        number *= _SCALES[found["scale"].lower()]
    rest = (found["rest"] or "").lower()
    more = _ONES.get(rest, _TENS.get(rest))
    if rest and more is None:
        return f"{number} and {found['rest']}"
    return str(number + (more or 0))
