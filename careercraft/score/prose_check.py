"""Prose by a model, sentence by sentence against the analysis that it is about.

A sentence is refused where it contradicts the verdict or what was found, or names a skill, number, employer, school,
degree, date or address that the analysis doesn't have. It is doubtful where it may hold and can't be borne out. The
check knows words, not meaning: it is strict where that costs a sentence, since no sentence is missed that isn't there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import Quotes
from careercraft.model.analysis import Analysis
from careercraft.model.match import Mention, SkillEntry
from careercraft.parse.language_names import LANGUAGES
from careercraft.score.prose_claims import had_or_lacked, score_mismatch
from careercraft.score.prose_dates import dates_hold, times_hold
from careercraft.score.prose_deeds import of_the_person, unheard_deed
from careercraft.score.prose_degrees import degrees_hold
from careercraft.score.prose_facts import Known
from careercraft.score.prose_forms import disguised, in_english, readable, with_digits
from careercraft.score.prose_names import doubtful_title, invented, unknown_word
from careercraft.score.prose_numbers import unfounded
from careercraft.score.prose_quoted import misquoted, without_quotes
from careercraft.score.prose_said import OWN, Said
from careercraft.score.prose_verdict import says_it_moved, says_otherwise
from careercraft.taxonomy.surface import fold, fold_text

Verdict = Literal["holds", "doubtful", "refused"]
_DONE = re.compile(r"\byou\s+(?:also\s+|\w+ly\s+)?$", re.IGNORECASE)
_GOOD_AT = re.compile(
    r"\byou(?:['’]re| are| were)\s+(?:\w+\s+){0,2}?(?:good|great|strong|skilled|excellent|experienced|proficient|gifted"
    r"|talented|adept|brilliant)\b|\byours\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?i:your|(?:speaks?|knows?|in|fluent|native|and|or|of|with|good|some|basic|learn\w*)(?: in)?)\s+([A-Z][a-z]+)\b"
)
_INSIDE = re.compile(r"(?<=[a-z]) \d+ (?=[a-z])")
_CLAIMED = re.compile(
    r"\b(?:you|your|posting|job|role|employer|they|asks?|requires?|wants?|learn\w*|consider|mention|add)\b",
    re.IGNORECASE,
)
"""Without such words a sentence gives a skill to nobody, and asks it of nobody."""


class Judgement(NamedTuple):
    verdict: Verdict
    reason: str = ""
    """Of a refused sentence a stable word, of a doubtful one a sentence for people."""


HOLDS = Judgement("holds")


class ProseChecker:
    """For one analysis; made once, asked for each sentence."""

    def __init__(self, analysis: Analysis, linker: Linker) -> None:
        self.known = Known(analysis)
        self.linker = linker
        self.quotes = [Quotes(text) for text in self.known.texts]

    def judge(self, sentence: str) -> Judgement:
        """Of one sentence or list item, Markdown and all. Each guard may refuse it; if none does, the first doubt
        counts."""
        said = self._said(sentence)
        doubt: Judgement | None = None
        for guard in GUARDS.values():
            found = guard(self, said)
            if found and found.verdict == "refused":
                return found
            doubt = doubt or found
        return doubt or HOLDS

    def _said(self, sentence: str) -> Said:
        plain, spelled = with_digits(readable(sentence))
        left = without_quotes(plain, self.quotes)
        hits = self.linker.surface.find(left)
        places = [*((hit.span.start, hit.span.end) for hit in hits), *self._named_places(left)]
        return Said(
            plain=plain,
            left=left,
            masked=_masked(left, places),
            spelled=spelled,
            hits=hits,
            places=places,
            named=self._by_place(left, hits),
            known=self.known,
        )

    def _by_place(self, sentence: str, hits: Sequence[Mention]) -> list[tuple[int, SkillEntry]]:
        """Where each entry is named, in the order of the sentence."""
        found = [
            (hit.span.start, entry)
            for hit in hits
            for entry in self.known.entries_of(hit.skill_id, sentence[hit.span.start : hit.span.end])
        ]
        folded = fold_text(sentence)
        for name, entries in self.known.names.items():
            for at in _positions(name, folded.text):
                found += [(folded.span(at, at + len(name))[0], entry) for entry in entries]
        unique = {(place, id(entry)): (place, entry) for place, entry in found}
        return sorted(unique.values(), key=lambda item: item[0])

    def _named_places(self, sentence: str) -> Iterator[tuple[int, int]]:
        """Of the requirements that the taxonomy doesn't know, and of skills under the posting's own words."""
        folded = fold_text(sentence)
        for name in self.known.names:
            for at in _positions(name, folded.text):
                yield folded.span(at, at + len(name))

    def stands(self, words: str) -> bool:
        """In one of the documents."""
        return any(next(quotes.find(words), None) for quotes in self.quotes)


def _refused(reason: str) -> Judgement | None:
    return Judgement("refused", reason) if reason else None


def _verdict(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused(says_otherwise(said.plain, checker.known.analysis.verdict))


def _moved(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("number" if says_it_moved(said.plain) else "")


def _scores(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("number" if score_mismatch(said) else "")


def _quotes(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("quote" if misquoted(said.plain, checker.quotes) else "")


def _letters(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("name" if disguised(said.left, checker.known.letters) else "")


def _skills(checker: ProseChecker, said: Said) -> Judgement | None:
    """Skills that nobody names, and doubt on those that only a document does."""
    known, doubt = checker.known, None
    for hit in said.hits:
        words = said.left[hit.span.start : hit.span.end]
        if hit.skill_id in known.skill_ids or fold(words) in known.names or known.tells(words):
            continue
        done = _DONE.search(said.left[: hit.span.start])
        if checker.linker.taxonomy.skills[hit.skill_id].kind == "soft" and not (
            done or OWN.search(said.left) or _GOOD_AT.search(said.left)
        ):
            continue  # "planning", "writing": ordinary words of advice
        if not (checker.stands(words) or known.does(words)):
            return Judgement("refused", "skill")
        if _CLAIMED.search(said.left):
            doubt = doubt or Judgement(
                "doubtful", f"“{words}” stands in the documents, but no score counts it"
            )
    spoken = (found[1] for found in _SPOKEN.finditer(said.left) if found[1].casefold() in LANGUAGES)
    return _refused("skill" if any(not known.speaks(language) for language in spoken) else "") or doubt


def _possession(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused(had_or_lacked(said))


def _dates(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("" if dates_hold(said) else "date")


def _times(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("" if times_hold(said) else "time")


def _numbers(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("number" if unfounded(said) is not None else "")


def _degrees(checker: ProseChecker, said: Said) -> Judgement | None:
    return _refused("" if degrees_hold(said) else "degree")


def _people_and_places(checker: ProseChecker, said: Said) -> Judgement | None:
    name = invented(said.left, checker.known, said.places)
    return _refused(name.reason if name else "")


def _titles(checker: ProseChecker, said: Said) -> Judgement | None:
    title = doubtful_title(said.left, checker.known, said.places)
    return Judgement("doubtful", f"“{title}” stands nowhere in the analysis") if title else None


def _words(checker: ProseChecker, said: Said) -> Judgement | None:
    word = unknown_word(said.masked, checker.known)
    return Judgement("doubtful", f"“{word}” is a word that nobody here knows") if word else None


def _deeds(checker: ProseChecker, said: Said) -> Judgement | None:
    deed = unheard_deed(said)
    return Judgement("doubtful", f"no document says “{deed}” of you") if deed else None


def _person(checker: ProseChecker, said: Said) -> Judgement | None:
    words = of_the_person(said)
    return Judgement("doubtful", f"no document says “{words}”") if words else None


def _language(checker: ProseChecker, said: Said) -> Judgement | None:
    return None if in_english(said.left) else Judgement("doubtful", "not in English, so it can't be compared")


Guard = Callable[[ProseChecker, Said], Judgement | None]
GUARDS: dict[str, Guard] = {
    "verdict": _verdict,
    "moved": _moved,
    "scores": _scores,
    "quotes": _quotes,
    "letters": _letters,
    "skills": _skills,
    "possession": _possession,
    "dates": _dates,
    "times": _times,
    "numbers": _numbers,
    "degrees": _degrees,
    "names": _people_and_places,
    "titles": _titles,
    "words": _words,
    "deeds": _deeds,
    "person": _person,
    "language": _language,
}
"""By name, in the order in which they are asked."""


def _positions(name: str, text: str) -> list[int]:
    if name not in text:
        return []
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?![\w+#])", text)]


def _masked(sentence: str, places: Sequence[tuple[int, int]]) -> str:
    """With the names of skills blanked out: the 3 of "Python 3" is no number, that of "taught 400 students" is one."""
    chars = list(sentence)
    for start, end in places:
        words = sentence[start:end]
        chars[start:end] = "x" * (end - start)
        for number in _INSIDE.finditer(words):
            chars[start + number.start() : start + number.end()] = number[0]
    return "".join(chars)
