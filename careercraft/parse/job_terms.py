"""Contract and hours of a posting: permanent or for a time, full or part time, hours a week, shifts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from careercraft.model.document import Text
from careercraft.model.job import Contract, ContractKind, Hours, WorkingTime
from careercraft.parse import job_stems
from careercraft.parse import job_term_words as words
from careercraft.parse.dates import parse_date
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_pieces import Piece, Pieces
from careercraft.parse.job_stems import Stems
from careercraft.parse.job_title_words import find_occupation

_CONTRACT = Lazy("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in words.CONTRACTS))
_BARE = Lazy("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in words.BARE))
_TIME = Lazy("|".join(f"(?P<{time}>{pattern})" for time, pattern in words.TIMES))
_LENGTH = Lazy(words.LENGTH)
_UNTIL = Lazy(words.UNTIL)
_WEEKLY = Lazy(words.WEEKLY)
_SHARE = Lazy(words.SHARE)
_SHARE_OF = Lazy(words.SHARE_OF)
_FTE = Lazy(words.FTE)
_SHIFTS = Lazy(words.SHIFTS)
_KINDS: dict[str, ContractKind] = {kind: kind for kind, _ in (*words.CONTRACTS, *words.BARE)}
_NOT_OURS = Lazy(
    r"\b(?:customers?|clients?|vendors?|supplier|government|negotiat\w+|benefits?|eligible|regular full-time employees"
    r"|employees? (?:are|receive|working)|experience|degree|student)\b"
)
_LEAVE = Lazy(r"\b(?:training|plan|vesting|degree|warranty|leave|onboarding|old)\b")
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "six": 6, "nine": 9, "twelve": 12, "ein": 1, "zwei": 2, "drei": 3, "sechs": 6,
    "zwölf": 12, "un": 1, "deux": 2, "trois": 3, "dos": 2, "tres": 3, "dois": 2, "due": 2, "twee": 2,
}  # fmt: skip
_Reader = Callable[[Piece], "_Found | None"]
_WEEKS_A_MONTH = 52 / 12
_SHARES = ("%", "fte", "etp", "vzä")
_TITLE = 80
_LINE = 110
"""Longest line of terms, in code points."""
_HEAD = 12
_NEAR = 60
_LONGEST_WEEK = 80


def read_contract(pieces: Pieces) -> Contract | None:
    """From a labelled fact, a line of terms, else clear words in a sentence."""
    labelled = [fact for fact in pieces.facts if fact.kind == "employment"]
    for piece in (*labelled, *pieces.with_any(job_stems.CONTRACT)):
        short = piece.kind == "employment" or _is_line_of_terms(pieces, piece)
        match = _CONTRACT.search(piece.low) or (_BARE.search(piece.low) if short else None)
        if match and (short or not _NOT_OURS.search(piece.low, max(0, match.start() - 40), match.end() + 30)):
            return _contract(pieces, piece, match)
    return None


def _is_line_of_terms(pieces: Pieces, piece: Piece) -> bool:
    """Near the head of the posting, short, no sentence: a bare word is enough there."""
    head = pieces.statements[:_HEAD]
    short = len(piece.low) <= _LINE and not piece.low.endswith(".")
    return (
        short and piece.kind not in ("requirement", "duty") and bool(head) and piece.start <= head[-1].start
    )


def _contract(pieces: Pieces, piece: Piece, match: re.Match[str]) -> Contract:
    low, start, end = piece.low, match.start(), match.end()
    length = _near(_LENGTH, low, start, end)
    until = _near(_UNTIL, low, start, end)
    day = parse_date(until["day"].strip(" .")) if until else None
    spans = [match.span(), *(one.span() for one in (length, until if day else None) if one)]
    return Contract(
        kind=_KINDS[match.lastgroup or ""],
        months=_months(length) if length else None,
        until="-".join(f"{part:02}" for part in (day.year, day.month, day.day) if part) if day else None,
        text=pieces.text(piece, min(a for a, _ in spans), max(b for _, b in spans)),
    )


def _near(pattern: Lazy, low: str, start: int, end: int) -> re.Match[str] | None:
    """The length or the end of the contract, beside the word that tells its kind."""
    for found in pattern.finditer(low, max(0, start - _NEAR), min(len(low), end + _NEAR)):
        between = low[min(end, found.end()) : max(start, found.start())]
        if "." not in between.strip(". ") and not _LEAVE.search(low, found.end(), found.end() + 20):
            return found
    return None


def _months(length: re.Match[str]) -> float:
    count = float(_COUNTS.get(length["count"]) or length["count"].replace(",", "."))
    unit = length["unit"]
    if unit.startswith(("week", "woche", "semain", "semana", "settim", "weken")):
        return round(count / _WEEKS_A_MONTH, 1)
    return count if unit.startswith(("mo", "mes", "maand")) else 12 * count


class _Found(NamedTuple):
    """What one piece says of the hours, with the range of its words."""

    start: int
    end: int
    low: float | None
    high: float | None


def read_hours(pieces: Pieces) -> Hours | None:
    """The first statement of each part; the words quoted are those of the first part found."""
    texts: list[Text] = []
    time = _time(pieces, texts)
    week = _first(pieces, job_stems.WEEK, _weekly, texts)
    share = _first(pieces, None, _share, texts)
    shifts = next(
        (found for piece in _own(pieces, job_stems.SHIFTS) if (found := _shift(pieces, piece))), None
    )
    if not texts and shifts is None:
        return None
    return Hours(
        time=time,
        minimum=week.low if week else None,
        maximum=week.high if week else None,
        percent=share.low if share else None,
        max_percent=share.high if share else None,
        shifts=shifts,
        text=texts[0] if texts else shifts,  # type: ignore[arg-type]  # one of them is there
    )


def _own(pieces: Pieces, stems: Stems | None) -> Iterator[Piece]:
    """Pieces that speak of the job, not of its employer; without stems those that hold a share."""
    for piece in pieces.with_any(stems) if stems else pieces.with_words(_SHARES):
        if piece.kind not in ("about", "value", "benefit") or len(piece.low) < _LINE:
            yield piece


def _time(pieces: Pieces, texts: list[Text]) -> WorkingTime | None:
    for piece in _own(pieces, job_stems.TIME):
        found = [
            match
            for match in _TIME.finditer(piece.low)
            if not _NOT_OURS.search(piece.low, max(0, match.start() - 25), match.end() + 40)
        ]
        if found:
            texts.append(pieces.text(piece, found[0].start(), found[-1].end()))
            kinds = {match.lastgroup for match in found}
            return "either" if len(kinds) > 1 else "full" if "full" in kinds else "part"
    return None


def _first(pieces: Pieces, stems: Stems | None, read: _Reader, texts: list[Text]) -> _Found | None:
    for piece in _own(pieces, stems):
        if found := read(piece):
            texts.append(pieces.text(piece, found.start, found.end))
            return found
    return None


def _weekly(piece: Piece) -> _Found | None:
    for match in _WEEKLY.finditer(piece.low):
        low = match["low"] or match["low2"] or match["low3"] or match["low4"]
        high = match["high"] or match["high2"] or match["high3"] or match["high4"]
        if match["low"] and not any(stem in match[0] for stem in words.WEEK_STEMS):
            continue
        least, most = _number(low), _number(high) if high else None
        if max(least, most or 0) <= _LONGEST_WEEK:
            return _Found(match.start(), match.end(), least, most or least)
    return None


def _share(piece: Piece) -> _Found | None:
    if match := _FTE.search(piece.low):
        share = round(100 * _number(match["fte"]), 1)
        return _Found(match.start(), match.end(), share, share)
    match = _SHARE.search(piece.low)
    if match is None or not (piece.kind in ("employment", "title") or _beside(piece.low, match)):
        return None
    least, most = float(match["least"]), float(match["most"] or match["least"])
    return _Found(match.start(), match.end(), least, most) if 10 <= least <= most <= 100 else None


def _beside(low: str, match: re.Match[str]) -> bool:
    """Words of working time stand beside the share, or it ends a title: "Nurse 60–100 %"."""
    if _SHARE_OF.search(low, max(0, match.start() - 30), min(len(low), match.end() + 20)):
        return True
    return (
        len(low) <= _TITLE
        and find_occupation(low[: match.start()]) is not None
        and not low[match.end() :].strip(" )")
    )


def _shift(pieces: Pieces, piece: Piece) -> Text | None:
    match = _SHIFTS.search(piece.low)
    return pieces.text(piece, match.start(), match.end()) if match else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
