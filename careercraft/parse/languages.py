"""Spoken languages with the fluency as stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from careercraft.model.document import Span, Text
from careercraft.model.resume import LanguageItem
from careercraft.parse.job_cue import Lazy
from careercraft.parse.language_levels import language_level
from careercraft.parse.language_names import FLUENCY, LANGUAGES
from careercraft.parse.piece import Piece, on_one_line, unwrapped, words
from careercraft.parse.rows import Row

_SPLIT = re.compile(
    r"\s*(?:[,;|·▪]|(?<![●•◆■])[•●◆■](?!\s?[●•○◆◇■□◦]))\s*(?![^(]*\))|\n|\s+(?:and|und|et|y|e|en)\s+(?=[A-ZÀ-Þ])|\s+/\s+"
)
_PARTS = re.compile(r"\s*[:(–—]\s*|\s+-\s+|\s{2,}|\t|(?<=[a-zà-ÿ])-(?=[A-Z])")
_FLUENCY = Lazy(
    rf"(?:(?:{FLUENCY})[\s,&/().-]*)+|\d(?:[.,]\d)?(?:\s?/\s?\d+)?|[●•○◦★☆■□◆◇\s]{{3,}}|\d{{1,3}}\s?%",
    re.IGNORECASE,
)


_FLUENCY_LABEL = re.compile(
    r"(?:fluency|level|proficiency|niveau|nivel|nível|livello|kenntnisse|sprachniveau)\s*:\s*(?=\w)",
    re.IGNORECASE,
)
_FLUENCY_WORDS = 4
_WRAPPED = 2
"""Lines of a language whose level is in brackets in a narrow column."""
_NAME_WORDS = 3
_SHORTEST = 4
"""Letters of the shortest name; "ASL" and "Lao" are initials as well."""
_CELLS = re.compile(r"[^\S\n]{2,}|\t")


def parse_languages(rows: Sequence[Row]) -> tuple[list[LanguageItem], list[Row]]:
    """(languages, rows that name none)."""
    found: list[LanguageItem] = []
    rest: list[Row] = []
    for row, following in zip_longest(rows, rows[1:]):
        items = [item for piece in _closed(row.pieces) for item in _row_items(piece, found)]
        if items:
            found += items
        elif _amend(found, row):
            continue
        elif _names_another(found, row, following):
            found.append(spoken(row.pieces[0].to_text(), None))
        else:
            rest.append(row)
    return found, rest


def _closed(pieces: Sequence[Piece]) -> list[Piece]:
    """Two lines as one, where the second has brackets or their end: "Dutch (Mother / tongue)"."""
    lines = list(pieces)
    for piece in unwrapped(pieces) if len(lines) > 1 else ():
        inside = [line for line in lines if piece.start <= line.start < piece.end]
        opened = inside[0].text.count("(") > inside[0].text.count(")") or inside[-1].text[:1] == "("
        if len(inside) == _WRAPPED and opened and piece.text.count("(") == piece.text.count(")") == 1:
            at = lines.index(inside[0])
            lines[at : at + _WRAPPED] = [on_one_line(piece)]
    return lines


def _names_another(found: Sequence[LanguageItem], row: Row, following: Row | None) -> bool:
    """A language that no table knows, between others of the same shape ("Hiligaynon / Conversational")."""
    told = following is not None and _is_fluency(following.text)
    named = (
        row.text.replace(" ", "").isalpha() and row.text[0].isupper() and len(row.text.split()) <= _NAME_WORDS
    )
    return told and named and bool(found) and found[-1].fluency is not None


def languages_in(pieces: Sequence[Piece]) -> list[LanguageItem]:
    """The spoken languages of some lines; empty where they name none ("Python, Java")."""
    return [item for piece in pieces for item in _row_items(piece, ())]


def spoken(name: Text, fluency: Text | None) -> LanguageItem:
    """The language with the level that its fluency means; a label before it is left out ("Fluency: C1")."""
    label = _FLUENCY_LABEL.match(fluency.value) if fluency else None
    if fluency and label and len(fluency.value) == fluency.span.end - fluency.span.start:
        span = Span(fluency.span.start + label.end(), fluency.span.end, fluency.span.page)
        fluency = Text(fluency.value[label.end() :], span)
    return LanguageItem(name=name, fluency=fluency, level=language_level(fluency.value) if fluency else None)


def speaks(text: str) -> bool:
    """Does the text name a spoken language?"""
    return any(word in LANGUAGES for word in words(text))


def only_languages(piece: Piece) -> list[LanguageItem]:
    """The languages of a text that names nothing else ("Polish (native), English B2"), or none."""
    parts = [part.trim() for part in piece.split(_SPLIT)]
    if not all(_only_language(part.text) for part in parts):
        return []
    return _row_items(piece, ())


def _only_language(text: str) -> bool:
    name = text.split(maxsplit=1)
    if len(name) == 0 or len(name[0]) < _SHORTEST or not speaks(name[0]):
        return False
    rest = name[1].strip(" ()-–—:") if len(name) > 1 else ""
    return not rest or _is_fluency(rest)


def _row_items(piece: Piece, before: Sequence[LanguageItem]) -> list[LanguageItem]:
    items: list[LanguageItem] = []
    cells = piece.split(_CELLS)
    if len(cells) > 1 and all(speaks(cell.text) for cell in cells):
        return [item for cell in cells for item in _row_items(cell, before)]
    for part in piece.split(_SPLIT):
        item = _item(part.trim())
        if item is not None:
            items.append(item)
        elif items and items[-1].fluency is None and _is_fluency(part.trim().text):
            items[-1] = spoken(items[-1].name, part.trim().to_text())
    return items


def _item(part: Piece) -> LanguageItem | None:
    if not part.text or len(part.text.split()) > 10:
        return None
    pieces = [piece.trim() for piece in part.split(_PARTS)]
    pieces = [piece for piece in pieces if piece.text]
    index = next((at for at, piece in enumerate(pieces) if speaks(piece.text)), None)
    if index is None:
        return None
    name = pieces[index]
    others = pieces[index + 1 :] or pieces[:index]
    if others:
        after = others[0].start > name.start
        fluency = part.between(others[0].start, part.end if after else others[-1].end).trim()
        return spoken(name.to_text(), fluency.to_text())
    return _by_words(name)


def _by_words(piece: Piece) -> LanguageItem:
    """ "Fluent English", "German C1": the language's word is the name, the rest the fluency."""
    match = next(m for m in re.finditer(r"\S+", piece.text) if speaks(m[0]))
    before, after = piece.cut(0, match.start()).trim(), piece.cut(match.end()).trim()
    fluency = (
        after
        if after.text and _FLUENCY.match(after.text)
        else before
        if _FLUENCY.match(before.text or " ")
        else None
    )
    name = piece.cut(match.start(), match.end()).trim() if fluency else piece
    return spoken(name.to_text(), fluency.to_text() if fluency else None)


def _is_fluency(text: str) -> bool:
    """Words of fluency and nothing else: "Gute Kenntnisse", "B2", "Native speaker"."""
    if _FLUENCY.fullmatch(text):
        return True
    return len(text.split()) <= _FLUENCY_WORDS and language_level(text) is not None


def _amend(found: list[LanguageItem], row: Row) -> bool:
    """A line that holds only the fluency of the language above it, in other words where the others have theirs."""
    alike = any(item.fluency for item in found[:-1]) and len(row.text.split()) <= _FLUENCY_WORDS
    plain = alike and not row.dates and len(row.pieces) == 1
    if found and found[-1].fluency is None and (_is_fluency(row.text) or plain):
        found[-1] = spoken(found[-1].name, row.pieces[0].to_text())
        return True
    return False
