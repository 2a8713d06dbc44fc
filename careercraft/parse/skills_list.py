"""Skills sections to groups of items with stated level and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.document import Document, Text
from careercraft.model.resume import LanguageItem, Proficiency, SkillGroup, SkillItem
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.languages import languages_in, parse_languages, speaks
from careercraft.parse.piece import Piece, merged_text
from careercraft.parse.row_kinds import is_label, starts_with_action
from careercraft.parse.rows import Row, make_rows
from careercraft.parse.sections import Part
from careercraft.parse.skill_items import (
    is_level_word,
    only_level,
    rated_label,
    skill_item,
    skill_items,
)

_TELLING = 5
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:,;|]{1,48}?)\s*:(?!//)\s*(?=\S)")
_DASH_LABEL = re.compile(r"(?P<label>[^\W\d_][^:,;|()/]{1,30}?)\s+[-–—]\s+(?=[^-–—]+(?:,|\s/\s|\s[|•·∙]\s))")


class _Groups:
    """The groups while the rows are read: the open one, and those that are done."""

    def __init__(self) -> None:
        self.done: list[SkillGroup] = []
        self.texts: list[Text] = []
        self.languages: list[LanguageItem] = []
        self.name: Text | None = None
        self.level: Proficiency | None = None
        self.items: list[SkillItem] = []

    def open(self, name: Text | None, level: Proficiency | None = None) -> None:
        if self.items:
            self.done.append(SkillGroup(name=self.name, items=tuple(self.items)))
        elif self.name is not None:
            self.done.append(SkillGroup(items=(SkillItem(text=self.name, level=self.level),)))
        self.name, self.level, self.items = name, level, []

    def add(self, pieces: Sequence[Piece]) -> None:
        own, long = skill_items(pieces)
        own = [item for item in own if not is_level_word(item.text.value)]
        self.items += [item if item.level else replace(item, level=self.level) for item in own]
        self.texts += long

    def rate(self, rows: Sequence[Row], index: int, level: Proficiency) -> bool:
        """A level below an item is that item's, or that of the group the item names, where the next row is smaller."""
        if not self.items or index == 0 or self.items[-1].text.value != rows[index - 1].text:
            return False
        if index + 1 < len(rows) and _prominence(rows[index]) > _prominence(rows[index + 1]):
            self.open(self.items.pop().text, level)
        else:
            self.items[-1] = replace(self.items[-1], level=self.items[-1].level or level)
        return True

    def beside(self, row: Row) -> None:
        """Names of groups that stand side by side: whose the items below are can't be told from the rows."""
        self.name = None
        self.add(list(row.pieces))

    def add_labeled(self, label: Piece, values: Sequence[Piece]) -> None:
        """ "Cloud: AWS, Azure" is a group of its own, closed at once."""
        if (rated := rated_label(label, values)) is not None:
            self.items.append(rated)
            return
        own, long = skill_items(values)
        self.open(None)
        self.texts += long
        if own or not long:
            named = skill_item(label)  # "Cloud (expert): AWS, Azure"
            own = [item if item.level else replace(item, level=named.level) for item in own]
            self.done.append(SkillGroup(name=named.text, items=tuple(own)))
        else:
            self.done.append(SkillGroup(items=(skill_item(label),)))


def parse_skills(document: Document, part: Part) -> tuple[list[SkillGroup], list[Text], list[LanguageItem]]:
    """(groups, texts too long to be a skill, spoken languages that stand among them)."""
    groups = _Groups()
    speaking, done = False, 0
    rows = make_rows(document, part.lines, part.lead)
    for index, row in enumerate(rows):
        label, values = _label_of(row)
        if is_label(row):
            continue
        if len(row.pieces) > 1 and all(piece.text.rstrip().endswith(":") for piece in row.pieces):
            for piece in row.pieces:  # names of groups without items
                groups.add([piece.strip(" :")])
            continue
        if label is None and row.bullet and len(row.text.split()) > _TELLING and starts_with_action(row.text):
            groups.texts.append(merged_text(row.pieces))
            continue
        if spoken := _spoken(label, values) or (_goes_on_speaking(row) if speaking else []):
            groups.languages += spoken
            speaking = True
            continue
        speaking = False
        if index < done:
            continue
        if under := _languages_below(rows, index):
            groups.languages += parse_languages(rows[index + 1 : under])[0]
            done = under
        elif (level := level_row(row)) and groups.name is not None and not groups.items:
            groups.level = level
        elif level and groups.rate(rows, index, level):
            continue
        elif named := _subheading(rows, index):
            groups.open(*named)
            if named[1] is None and len(row.cells()) > 1:
                groups.beside(row)
        elif label is not None:
            groups.add_labeled(label, values)
        else:
            groups.add(list(row.pieces))
    groups.open(None)
    return groups.done, groups.texts, groups.languages


def _goes_on_speaking(row: Row) -> list[LanguageItem]:
    """The next row of languages among the skills, each with its fluency."""
    found = languages_in(row.pieces)
    return found if all(item.fluency for item in found) else []


def _languages_below(rows: Sequence[Row], index: int) -> int:
    """The end of the spoken languages under a name of their own among the skills ("Languages" / "English"), or 0."""
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if (
        row.bullet
        or below is None
        or known_kind(normalize(row.text)) != "languages"
        or not speaks(below.text)
    ):
        return 0
    after = range(index + 2, len(rows))
    return next((at for at in after if _ends_languages(rows[at], row)), len(rows))


def _ends_languages(row: Row, name: Row) -> bool:
    """As prominent as the name above them; in plain text all rows are, and what speaks of no language ends them."""
    return _prominence(row) >= _prominence(name) and not speaks(row.text)


def _spoken(label: Piece | None, values: Sequence[Piece]) -> list[LanguageItem]:
    """What "Languages: English (native), Arabic" names among the skills."""
    if label is None:
        return []
    return languages_in(values) if known_kind(normalize(label.text)) == "languages" else []


def named_group(part: Part, rows: Sequence[Row]) -> list[SkillGroup]:
    """The items under a section's own heading as one group."""
    groups = _Groups()
    groups.open(part.section.heading)
    for row in rows:
        if (level := level_row(row)) and not groups.items:
            groups.level = level
        else:
            groups.add(list(row.pieces))
    groups.open(None)
    return groups.done


def level_row(row: Row) -> Proficiency | None:
    """The row holds a level and nothing else ("Advanced")."""
    return only_level(row.text) if len(row.text.split()) <= 3 and not row.bullet else None


def _subheading(rows: Sequence[Row], index: int) -> tuple[Text, Proficiency | None] | None:
    """The name of the group that the row opens, with the level that stands beside it ("Frameworks    Advanced")."""
    row = rows[index]
    cells = row.cells()
    level = only_level(cells[-1].text) if len(cells) == 2 and len(cells[-1].text.split()) <= 3 else None
    text = cells[0].text if level else row.text
    if index + 1 >= len(rows) or row.bullet or len(text.split()) > 5 or "," in text or not text[:1].isupper():
        return None
    following = rows[index + 1]
    prominent = _prominence(row) > _prominence(following)
    if (
        text.endswith(":")
        or (not text.endswith(".") and prominent)
        or (level and not following.bullet and len(following.cells()) > 1)
    ):
        return (cells[0] if level else row.pieces[0]).strip(" :").to_text(), level
    return None


def _prominence(row: Row) -> tuple[int, float, bool]:
    return (-row.line.heading if row.line.heading else -99, round(row.line.size, 1), row.line.bold)


def _label_of(row: Row) -> tuple[Piece | None, list[Piece]]:
    """ "Languages: Python, Java" or a two-column row "Languages    Python, Java" as label and values."""
    first = row.pieces[0]
    cells = re.split(r"\s{2,}", first.text, maxsplit=1)
    if len(cells) == 2 and known_kind(normalize(cells[0])) == "languages":
        return first.cut(0, len(cells[0])), [first.cut(len(first.text) - len(cells[1])), *row.pieces[1:]]
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
    if len(cells) == 2 and "," not in cells[0] and "," in cells[1] and len(cells[0].split()) <= 4:
        return first.cut(0, len(cells[0])), [first.cut(len(first.text) - len(cells[1])), *row.pieces[1:]]
    return None, list(row.pieces)


def _paren_open(text: str) -> bool:
    return text.count("(") > text.count(")")
