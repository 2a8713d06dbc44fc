"""Rows of a list section as items: a certificate with its issuer and date, an award with what it was for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.parse.openers import openers, segments
from careercraft.parse.row_kinds import is_address, is_sentence
from careercraft.parse.rows import Row, without_dates

_GOES_ON = re.compile(
    r"""
    (?: issued | issuer | awarded | awarder | by | from | published | publisher | presented | granted | received
      | date | expires | valid | credential | certificate\ (?:no|number|id) | license\ (?:no|number) | summary
      | verliehen | ausgestellt | herausgegeben | délivré | décerné | par | publié | expedido | otorgado | concedido
      | emitid[oa] | publicado | por | rilasciato | conferito | pubblicato | da | uitgereikt | gepubliceerd | door
    )
    \b\s*(?:[:\d]|(?:by|on|in|until|from|von|par|le|por|em|en|da|il|door|op|through|at)\b|(?=[A-ZÀ-Þ]))
    | [—–-]\s | [“"«„(]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATED = re.compile(
    r"\W*(?:issued|issue date|date|obtained|earned|awarded|received|completed|since|valid|ausgestellt|erworben|am"
    r"|délivrée?|obtenue?|expedid[oa]|obtenid[oa]|emitid[oa]|obtid[oa]|rilasciat[oa]|conseguit[oa]|uitgereikt|behaald)?"
    r"\s*(?:on|in|from|am|le|en|el|em|il|op|:)?\W*",
    re.IGNORECASE,
)
_WHOLE = 4
"""Rows of an item with its date, who gave it, and a sentence about it."""
_QUOTE = re.compile(r"^[“\"«„]")


def item_groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Each item's rows. Typography tells first, then the beat of the dates, then what can't stand alone."""
    starts = _each_dated(rows) or _closed(rows) or _cycle(rows) or openers(rows, ()) or _beat(rows)
    starts = [start for start in starts or () if not start or not _GOES_ON.match(rows[start].text)]
    if starts and starts[0] == 0:
        return [list(rows[low:high]) for low, high in segments(starts, len(rows))]
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _each_dated(rows: Sequence[Row]) -> list[int] | None:
    """Every row names something and dates it: each is an item, however it is set."""
    alone = [bool(row.dates) and not _only_dated(row) and not _GOES_ON.match(row.text) for row in rows]
    listed = any(row.bullet for row in rows) or any(is_sentence(row.text) for row in rows)
    return list(range(len(rows))) if len(rows) > 1 and all(alone) and not listed else None


def _closed(rows: Sequence[Row]) -> list[int] | None:
    """Each item ends in a line that only dates it: "First Aid, Red Cross", then "Issued on: May 2021"."""
    ends = [index for index, row in enumerate(rows) if _only_dated(row)]
    if len(ends) < 2 or ends[-1] != len(rows) - 1:
        return None
    starts = [0, *(end + 1 for end in ends[:-1])]
    alike = {len(rows[start].cells()) for start in starts}
    return starts if len(alike) == 1 and not any(end in starts for end in ends) else None


def _cycle(rows: Sequence[Row]) -> list[int] | None:
    """Each item's date stands alone at the same place in it: "Prize", "2021", "Society", "For a long paper."."""
    ends = [index for index, row in enumerate(rows) if _only_dated(row)]
    if not ends or ends[0] == 0 or any(row.bullet for row in rows):
        return None
    starts = [end - ends[0] for end in ends]
    lengths = {high - low for low, high in segments(starts, len(rows))}
    alone = len(starts) == 1 and len(rows) == _WHOLE and is_sentence(rows[-1].text)
    closed = all(is_sentence(rows[start - 1].text) for start in starts[1:]) and len(starts) > 1
    named = not any(is_sentence(rows[start].text) for start in starts)
    return starts if named and (alone or closed or (len(starts) > 1 and len(lengths) == 1)) else None


def _only_dated(row: Row) -> bool:
    rest = " ".join(part.text for piece in row.pieces for part in without_dates(piece, row.dates))
    return bool(row.dates) and not row.bullet and (not rest.strip(" :.") or bool(_DATED.fullmatch(rest)))


def _beat(rows: Sequence[Row]) -> list[int] | None:
    """Each first row is dated and as many rows without a date follow it ("Jan 2023  First Aid", then "Red Cross")."""
    plain = [index for index, row in enumerate(rows) if not row.bullet]
    led = [index for index in plain if _led_by_date(rows[index])]
    if led and led[0] == 0:
        return led
    dated = [index for index in plain if rows[index].dates]
    if len(plain) > 2 and dated == plain[1::2] and len(plain) == 2 * len(dated):
        return plain[::2]  # "Name" / "Issuer, 2021"
    if len(dated) < 2 or dated[0] != plain[0]:
        return None
    steps = {sum(low < index < high for index in plain) for low, high in segments(dated, len(rows))}
    return dated if steps == {1} or steps == {2} else None


def _led_by_date(row: Row) -> bool:
    """The date stands in a column of its own on the left."""
    cells = row.cells()
    return len(cells) > 1 and bool(row.dates) and not without_dates(cells[0], row.dates)


def references(rows: Sequence[Row]) -> list[list[Row]]:
    """Each quote with the name above or below it; without quotes, each row or paragraph is a person."""
    told = [is_sentence(row.text) or bool(_QUOTE.match(row.text)) for row in rows]
    if not any(told):
        return item_groups(rows)
    groups: list[list[Row]] = []
    for index, row in enumerate(rows):
        opens = not groups or (told[index] == told[0] and (index == 0 or told[index - 1] != told[index]))
        if opens and groups and row.bullet and not groups[-1][-1].bullet and not told[index]:
            opens = False
        if opens:
            groups.append([])
        groups[-1].append(row)
    return groups


def _goes_on(group: Sequence[Row], row: Row) -> bool:
    """Can the row only belong to the item above it?"""
    first, last = group[0], group[-1]
    if row.bullet and row.text[:1] not in "—–":
        return not first.bullet and _told(row, first)
    if not row.bullet and first.bullet:
        return False
    lone_date = bool(row.dates) and not any(without_dates(piece, row.dates) for piece in row.pieces)
    if lone_date:
        return not any(other.dates for other in group)
    if is_address(row):
        return True
    if _GOES_ON.match(row.text) and not _QUOTE.match(row.text):
        return True
    return is_sentence(row.text) and not row.gap and not is_sentence(last.text) and not row.dates


def _told(row: Row, first: Row) -> bool:
    """A bullet under a row that isn't one tells about it."""
    return not row.gap or row.line.indent > first.line.indent
