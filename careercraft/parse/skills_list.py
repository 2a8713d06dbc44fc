"""Skills sections to groups of items with stated level and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.model.document import Document, Text
from careercraft.model.resume import Proficiency, SkillGroup, SkillItem
from careercraft.parse.piece import Piece
from careercraft.parse.rows import Row, make_rows
from careercraft.parse.sections import Part

_MAX_WORDS = 6
_LEVEL_WORDS: dict[Proficiency, str] = {
    "beginner": """
        beginner basic basics novice elementary familiar familiarity learning débutant notions grundkenntnisse básico
        básicos base basiskennis""",
    "intermediate": """
        intermediate competent medium working good moderate intermédiaire mittel gute intermedio intermediário
        gemiddeld""",
    "advanced": """
        advanced proficient strong experienced skilled fluent avancé fortgeschritten sehr avanzado avançado avanzato
        gevorderd""",
    "expert": "expert expertise master mastery native experte experto esperto",
}
_LEVELS: dict[str, Proficiency] = {
    word: level for level, words in _LEVEL_WORDS.items() for word in words.split()
}
_QUALIFIER = re.compile(
    r"""
    \s*(?:[-–—:]\s*|\()\s*
    (?P<words>[^()]{2,40}?)
    \)?\s*$
    """,
    re.VERBOSE,
)
_YEARS = re.compile(
    r"(?P<years>\d{1,2}(?:[.,]\d)?)\s*\+?\s*(?:years?|yrs?|ans|années|jahre?|años|anos|anni|jaar)\b\.?"
    r"(?:\s+(?:of\s+)?experience)?",
    re.IGNORECASE,
)
_TRAILING_YEARS = re.compile(rf"[\s,(–-]*(?:less than )?{_YEARS.pattern}[)\s]*$", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:,;|]{1,48}?)\s*:(?!//)\s*(?=\S)")
_DASH_LABEL = re.compile(r"(?P<label>[^\W\d_][^:,;|()]{1,30}?)\s+[-–—]\s+(?=[^-–—]+,)")
_HARD = re.compile(r"\s*[;|•·●▪◆✓➢■□]\s*|\s{2,}|\t|\s+[-–]\s+(?=[A-Z])")
_DOTS = re.compile(r"[\s●○★☆•◦■□▪▫]{2,}$|\s+\d(?:[.,]\d)?\s?/\s?(?:5|10)$|\s+\d{1,3}\s?%$")
_LEADING = re.compile(
    r"(?:(?:expert|proficient|proficiency|expertise|familiar|familiarity|fluent|skilled|experienced|mastery)\s+(?:in|with|at|of)|advanced|basic)\s",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"(?:with|to|that|which|by|while|as|where|who|in order|so|but|being|resulting|ensuring|managing)\s",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:and|et|und|y|e|en)\s+|^(?:etc)\b\.?", re.IGNORECASE)


def parse_skills(document: Document, part: Part) -> tuple[list[SkillGroup], list[Text]]:
    """(groups, texts too long to be a skill, which stay as they are)."""
    groups: list[SkillGroup] = []
    texts: list[Text] = []
    name: Text | None = None
    items: list[SkillItem] = []

    def close() -> None:
        if items:
            groups.append(SkillGroup(name=name, items=tuple(items)))

    rows = make_rows(document, part.lines, part.lead)
    for index, row in enumerate(rows):
        label, values = _label_of(row)
        if _is_subheading(rows, index):
            close()
            name, items = row.pieces[0].strip(" :").to_text(), []
            continue
        if label is not None:
            close()
            own, long = _items(values)
            if own or not long:
                groups.append(SkillGroup(name=label.to_text(), items=tuple(own)))
                texts += long
            else:
                groups.append(SkillGroup(items=(_item(label),)))
                texts += long
            name, items = None, []
            continue
        own, long = _items(list(row.pieces))
        items += own
        texts += long
    close()
    return groups, texts


def _is_subheading(rows: Sequence[Row], index: int) -> bool:
    row = rows[index]
    text = row.text
    if index + 1 >= len(rows) or row.bullet or len(text.split()) > 5 or "," in text or not text[:1].isupper():
        return False
    following = rows[index + 1]
    return text.endswith(":") or (
        not text.endswith(".") and (row.line.bold or row.line.heading > 0) and not following.line.bold
    )


def _label_of(row: Row) -> tuple[Piece | None, list[Piece]]:
    """ "Languages: Python, Java" or a two-column row "Languages    Python, Java" as label and values."""
    first = row.pieces[0]
    match = _LABEL.match(first.text)
    if (
        match
        and len(match["label"].split()) <= 5
        and match.end() < len(first.text)
        and not _paren_open(match["label"])
    ):
        return first.cut(0, match.end("label")), [first.cut(match.end()), *row.pieces[1:]]
    if (match := _DASH_LABEL.match(first.text)) is not None:
        return first.cut(0, match.end("label")), [first.cut(match.end()), *row.pieces[1:]]
    cells = re.split(r"\s{2,}", first.text, maxsplit=1)
    if len(cells) == 2 and "," not in cells[0] and "," in cells[1] and len(cells[0].split()) <= 4:
        return first.cut(0, len(cells[0])), [first.cut(len(first.text) - len(cells[1])), *row.pieces[1:]]
    return None, list(row.pieces)


def _paren_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _items(pieces: Sequence[Piece]) -> tuple[list[SkillItem], list[Text]]:
    items: list[SkillItem] = []
    texts: list[Text] = []
    for chunk in _chunks(pieces):
        parts = _by_comma(chunk)
        if _is_prose(chunk, parts):
            texts.append(chunk.to_text())
            continue
        for part in parts:
            if len(part.value.split()) > _MAX_WORDS:
                texts.append(part.to_text())
            elif part.text and any(char.isalnum() for char in part.text):
                items.append(_item(part))
    return items, texts


def _chunks(pieces: Sequence[Piece]) -> list[Piece]:
    """The row cut at hard separators, with a skill that wraps over two lines kept together."""
    if not pieces:
        return []
    if len(pieces) == 1:
        return pieces[0].split(_HARD)
    if any(_HARD.search(piece.text) for piece in pieces):
        return [part for piece in pieces for part in piece.split(_HARD)]
    gaps = "".join(
        piece.text + " " * (following.start - piece.end) if following else piece.text
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True)
    )
    return [Piece(gaps, pieces[0].start, pieces[0].page)]


def _by_comma(piece: Piece) -> list[Piece]:
    """Cut at commas that stand outside brackets."""
    parts, depth, last = [], 0, 0
    for index, char in enumerate(piece.text):
        depth = max(0, depth + (char in "([") - (char in ")]"))
        if char == "," and depth == 0 and not piece.text[index + 1 : index + 2].isdigit():
            parts.append(piece.cut(last, index))
            last = index + 1
    parts.append(piece.cut(last))
    return [clean for part in parts if (clean := _clean(part)).text]


def _clean(part: Piece) -> Piece:
    part = part.strip(" \t\n,;:|•·*").cut(0, len(part.strip(" \t\n,;:|•·*").text.rstrip(".")))
    lead = _LEAD.match(part.text)
    return part.cut(lead.end()).strip() if lead else part


def _is_prose(chunk: Piece, parts: Sequence[Piece]) -> bool:
    """Running text with commas: on average more words between them than a skill has."""
    count = len(chunk.value.split())
    if count > _MAX_WORDS and any(_FUNCTION_WORD.match(part.text) for part in parts[1:]):
        return True
    if count > _MAX_WORDS + 2 and chunk.text.rstrip().endswith(".") and count / max(1, len(parts)) > 3.5:
        return True
    return len(parts) > 0 and count > 2 * _MAX_WORDS and count / len(parts) > 4


def _item(part: Piece) -> SkillItem:
    level: Proficiency | None = None
    years: float | None = None
    if match := _DOTS.search(part.text):
        part = part.cut(0, match.start()).strip()
    if match := _TRAILING_YEARS.search(part.text):
        years = float(match["years"].replace(",", "."))
        part = part.cut(0, match.start()).strip() if match.start() else part
    if (match := _QUALIFIER.search(part.text)) and match.start() and (found := level_of(match["words"])):
        level = found
        inner = _YEARS.search(match["words"])
        years = float(inner["years"].replace(",", ".")) if inner else years
        part = part.cut(0, match.start()).strip()
    return SkillItem(text=part.to_text(), level=level or _leading_level(part.text), years=years)


def level_of(text: str) -> Proficiency | None:
    words = text.lower().replace("/", " ").split()
    if len(words) > 4:
        return None
    return next((_LEVELS[word] for word in words if word in _LEVELS), None)


def _leading_level(text: str) -> Proficiency | None:
    """ "Expert in Linux", "Advanced Excel": the level stands in the item's own words."""
    match = _LEADING.match(text)
    return _LEVELS.get(match[0].split()[0].lower()) if match else None
