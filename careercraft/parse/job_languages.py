"""Spoken languages that a posting asks for, with the fluency in its words and the CEFR level where it states one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from careercraft.model.job import CefrLevel, Importance, LanguageAsk
from careercraft.parse import job_language_words as language_words
from careercraft.parse.job_clauses import rank_of
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_pieces import Piece, Pieces
from careercraft.parse.job_stems import WordGroups

_LONGEST_FIRST = "|".join(sorted(language_words.NAMES, key=lambda name: (-len(name), name)))
_NAME = Lazy(rf"(?<![\w])(?P<name>{_LONGEST_FIRST}){language_words.ENDINGS}(?!\w)")
_FLUENCY = Lazy(rf"\b(?:{language_words.FLUENCY})")
_CUES = Lazy(rf"\b(?:{language_words.CUES})")
_CEFR = Lazy(language_words.CEFR)
_NOT_SPOKEN = Lazy(language_words.NOT_SPOKEN)
_AS_FIELD = Lazy(language_words.AS_FIELD)
_UNDER = Lazy(language_words.UNDER)
_CLAUSE = re.compile(r"[.;:•|]\s")
_COMMA = Lazy(r"[,;]\s")
_LISTED = Lazy(r"[\s,/&-]*(?:and|or|und|oder|et|ou|y|o|e|en|of)?[\s,/&]*(?:(?:in|en|de|l['’])\s?)?")
_COMPOUND = Lazy(r"kenntnis|sprach|sprech|speak")
_BEFORE, _AFTER = 60, 45
_VERBS = frozenset({"polish"})
"""Names that are other words in lower case."""


def read_languages(pieces: Pieces) -> tuple[LanguageAsk, ...]:
    """One ask a language, the first that stands with a word of fluency or under a heading of languages."""
    found: dict[str, LanguageAsk] = {}
    for piece in pieces.with_words(_named(pieces.words)):
        if piece.kind in ("requirement", "duty", "other"):
            for ask in _asks(pieces, piece):
                found.setdefault(ask.language, ask)
    return tuple(found.values())


def _named(groups: WordGroups) -> tuple[str, ...]:
    """The words of the posting that may name a language, compounds such as "Englischkenntnisse" among them."""
    every = (word for words in groups.values() for word in words)
    return tuple(word for word in every if word in language_words.NAMES or _COMPOUND.search(word))


def _asks(pieces: Pieces, piece: Piece) -> Iterator[LanguageAsk]:
    matches = [match for match in _NAME.finditer(piece.low) if _is_name(pieces, piece, match)]
    under = _is_under(pieces, piece)
    fluency = None
    for index, match in enumerate(matches):
        low = matches[index - 1].end() if index else 0
        high = matches[index + 1].start() if index + 1 < len(matches) else len(piece.low)
        listed = index > 0 and _LISTED.fullmatch(piece.low[low : match.start()])
        if not (under or listed or _told(piece, match)):
            continue
        fluency = _fluency(pieces, piece, match, low, high) or (fluency if listed else None)
        cefr = _CEFR.search(_CLAUSE.split(piece.low[match.end() : min(high, match.end() + _AFTER)])[0])
        yield LanguageAsk(
            language=language_words.NAMES[match["name"]],
            fluency=fluency,
            cefr=cast("CefrLevel", cefr["cefr"].upper()) if cefr else None,
            importance=_importance(piece, match),
            text=pieces.whole(piece),
        )


def _is_under(pieces: Pieces, piece: Piece) -> bool:
    """Behind the label or under the heading "Languages" no word of fluency is needed."""
    above = [unit for unit, _ in pieces.outline.headings if unit.end <= piece.start]
    heading = pieces.low[above[-1].start : above[-1].end] if above else ""
    return bool(_UNDER.search(heading) or _UNDER.search(piece.label))


def _importance(piece: Piece, match: re.Match[str]) -> Importance:
    """Of "fluent German, English a plus" each clause has its own; a clause without words of rank is a must where
    those of another clause made the statement's."""
    if not _COMMA.search(piece.low):
        return piece.importance
    start = max((comma.end() for comma in _COMMA.finditer(piece.low, 0, match.start())), default=0)
    comma = _COMMA.search(piece.low, match.end())
    own = rank_of(piece.low[start : comma.start() if comma else len(piece.low)])
    return own or ("must" if rank_of(piece.low) else piece.importance)


def _is_name(pieces: Pieces, piece: Piece, match: re.Match[str]) -> bool:
    """The language, not a market, a subject of study or another word of that spelling."""
    if match["name"] in _VERBS and not pieces.outline.flat[piece.start + match.start()].isupper():
        return False
    if piece.low[: match.start()].endswith(("non-", "non ")):
        return False
    return not _NOT_SPOKEN.match(piece.low, match.end()) and not _AS_FIELD.search(piece.low[: match.start()])


def _told(piece: Piece, match: re.Match[str]) -> bool:
    """Words of fluency stand beside the name, in its clause."""
    if _COMPOUND.search(match[0]):
        return True
    before = _CLAUSE.split(piece.low[max(0, match.start() - _BEFORE) : match.start()])[-1]
    after = _CLAUSE.split(piece.low[match.end() : match.end() + _AFTER])[0]
    return bool(_CUES.search(before) or _CUES.search(after))


def _fluency(pieces: Pieces, piece: Piece, match: re.Match[str], low: int, high: int) -> str | None:
    """The nearest words of fluency: before the name, else right behind it, within its clause."""
    before = list(_FLUENCY.finditer(piece.low, max(low, match.start() - _BEFORE), match.start()))
    end = min(high, match.end() + _AFTER)
    stop = _CLAUSE.search(piece.low, match.end(), end)
    after = _FLUENCY.search(piece.low, match.end(), stop.start() if stop else end)
    chosen = (
        before[-1] if before and not _CLAUSE.search(piece.low, before[-1].end(), match.start()) else after
    )
    return pieces.text(piece, chosen.start(), chosen.end()).value if chosen else None
