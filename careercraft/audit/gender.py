"""Pronouns, titles before a name, and trades that tell a gender."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from careercraft.audit.swap import Edit, Sheet, Swap, as_text, edited

_TO_SHE = {"he": "she", "him": "her", "his": "her", "himself": "herself", "mr": "Ms"}
_TO_HE = {
    "she": "he",
    "her": "his",
    "hers": "his",
    "herself": "himself",
    "ms": "Mr",
    "mrs": "Mr",
    "miss": "Mr",
}
_TRADES = (
    "sales", "chair", "spokes", "business", "trades", "crafts", "repair", "service", "drafts", "draughts", "camera",
    "fire", "police", "fore", "journey", "handy", "line", "council", "congress", "bar", "delivery",
)  # fmt: skip
_PAIRS = (
    ("waiter", "waitress"), ("actor", "actress"), ("host", "hostess"), ("stewardess", "flight attendant"),
    ("headmaster", "headmistress"), ("masseur", "masseuse"), ("manager", "manageress"), ("alumnus", "alumna"),
    ("bartender", "barmaid"), ("salesperson", "saleslady"),
)  # fmt: skip
_SHORT_FORMS = _TO_SHE.keys() | _TO_HE.keys()
"""In capitals: MS is a degree, HIS and HIM are systems of a hospital."""
_NO_TITLES = ("ms", "mr")
_BEFORE = ("Mr.", "Ms.", "Mrs.", "Mx.")
_BEHIND = ("(she/her)", "(he/him)", "(they/them)")


def gender_swaps(sheet: Sheet) -> Iterator[Swap]:
    yield from _words(sheet, "he, him, his -> she, her, her", _by_table(_TO_SHE))
    yield from _words(sheet, "she, her, hers -> he, his, his", _by_table(_TO_HE))
    yield from _words(sheet, "…man, …person -> …woman", _trade("woman", "women"))
    yield from _words(sheet, "…woman, …person -> …man", _trade("man", "men"))
    yield from _words(sheet, "…man, …woman -> …person", _trade("person", "persons"))
    for male, female in _PAIRS:
        yield from _words(sheet, f"{male} -> {female}", _word(male, female))
        yield from _words(sheet, f"{female} -> {male}", _word(female, male))
    yield from _with_title(sheet)


def _with_title(sheet: Sheet) -> Iterator[Swap]:
    """ "Mr." before the name at the top, and pronouns behind it."""
    name = sheet.resume.name
    if name is None:
        return
    shown = " ".join(name.value.split())
    for title in _BEFORE:
        changed = edited(sheet.text, [Edit(name.span.start, name.span.start, f"{title} ")])
        yield Swap(kind="gender", what=f"{shown} -> {title} {shown}", after=as_text(changed))
    for pronouns in _BEHIND:
        changed = edited(sheet.text, [Edit(name.span.end, name.span.end, f" {pronouns}")])
        yield Swap(kind="gender", what=f"{shown} -> {shown} {pronouns}", after=as_text(changed))


def _words(sheet: Sheet, what: str, other: Callable[[str], str]) -> Iterator[Swap]:
    """A swap of words where the text has one of them."""

    def replaced(found: re.Match[str]) -> str:
        word = found[0].lower()
        short = found[0].isupper() and word in _SHORT_FORMS
        new = word if short or found[0] in _NO_TITLES else other(word)
        return found[0] if new == word else _like(found[0], new)

    text = _Apart(sheet).apply(replaced)
    if text != sheet.text:
        yield Swap(kind="gender", what=what, after=as_text(text))


class _Apart:
    """The words of a resume but those of names and addresses."""

    def __init__(self, sheet: Sheet) -> None:
        from careercraft.audit.spelling import fixed_spans

        self._sheet = sheet
        self._fixed = fixed_spans(sheet)

    def apply(self, replaced: Callable[[re.Match[str]], str]) -> str:
        def one(found: re.Match[str]) -> str:
            return found[0] if self._is_fixed(found.start()) else replaced(found)

        return re.sub(r"[^\W\d_]+(?: attendants?)?", one, self._sheet.text)

    def _is_fixed(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self._fixed)


def _like(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new


def _by_table(table: dict[str, str]) -> Callable[[str], str]:
    return lambda word: table.get(word, word)


def _word(old: str, new: str) -> Callable[[str], str]:
    def other(word: str) -> str:
        if word == old:
            return new
        return _several(new) if word == _several(old) else word

    return other


def _several(word: str) -> str:
    return f"{word}es" if word.endswith("ss") else f"{word}s"


def _trade(one: str, several: str) -> Callable[[str], str]:
    table = {
        f"{trade}{who}": f"{trade}{new}"
        for trade in _TRADES
        for new, group in ((one, ("man", "woman", "person")), (several, ("men", "women", "persons")))
        for who in group
    }
    return _by_table(table)
