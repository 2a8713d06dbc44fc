"""The two documents of an analysis as a model may read them: word for word where they fit, else section by section.

Documents are those that count: hidden text and what the guards took out stand in neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import UNSET

from careercraft.chat.quoted import Quotes
from careercraft.llm.budget import CantShorten, LongText, Section, fitted
from careercraft.llm.tokens import count_tokens
from careercraft.model.analysis import Analysis
from careercraft.model.chat import ChatModel
from careercraft.model.match import Side
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.job_headings import exact_heading
from careercraft.taxonomy.surface import fold

NAMES: dict[Side, str] = {"resume": "resume", "job": "posting"}
_LONGEST_HEADING = 60
_TOP = "beginning"
"""What stands above the first heading."""
_WORD = re.compile(r"[^\W_][\w+#'’-]*")
_LEAST = 3
"""Letters of a word that names a section."""
_MOST_NAMED = 2
"""Sections that are looked up for one question."""
_RARE = 3
"""A word that stands in more sections than that tells none of them."""
_ASKING = frozenset(
    re.findall(
        r"\w+",
        "about all also and any are bring can could did does for from had has have here how into just know like list"
        " more much must need only other the they said says should show some tell than that their them then there"
        " these this those time want were what when where which while who why will with without would write you your"
        " yours mine give make really please think",
    )
)
"""Words of questions that name no section."""
_ANYWHERE = frozenset(
    re.findall(r"\w+", "work works worked job jobs skill skills experience learn years role posting resume")
)
"""These name one only as its heading."""
_MEANT: dict[str, str] = {
    "education": "study studied degree school university college graduated",
    "certifications": "certificate certified license licence licensed",
    "work": "employer employers worked position positions",
    "languages": "speak language",
    "header": "phone email address contact",
    "benefit": "vacation holiday holidays leave insurance perks bonus salary benefits offer pension pay",
    "duty": "responsibilities tasks duties day",
    "requirement": "requirements required qualifications",
    "about": "company team mission",
}
"""Words of questions by the kind of section that they ask for."""
_OF_RESUME = re.compile(r"\b(?:my|mine|i|resume|cv)\b", re.IGNORECASE)
_OF_POSTING = re.compile(r"\b(?:posting|ad|advert|employer|company|they|their|the job)\b", re.IGNORECASE)


class Excerpt(NamedTuple):
    """What a model is given to read."""

    text: str
    """Markdown-free, each section under its name."""
    note: str = ""
    """For the person, where something was put in fewer words or left out."""


class _Scored(NamedTuple):
    """A section that a question may name."""

    points: float
    place: int
    side: Side
    text: LongText


class Papers:
    """Kept for a conversation: what a model was made to shorten once isn't shortened again."""

    def __init__(self, analysis: Analysis) -> None:
        found = analysis.documents
        self._texts: dict[Side, str] = (
            {} if found is UNSET else {"resume": found.resume.text, "job": found.job.text}
        )
        self.documents: dict[Side, LongText] = {
            side: LongText(NAMES[side], tuple(_sections(side, text))) for side, text in self._texts.items()
        }
        self._shortened: dict[tuple[str, LongText], tuple[LongText, str]] = {}

    @cached_property
    def whole(self) -> str:
        """Both, word for word; empty where the report holds none."""
        return "\n\n".join(f"The {NAMES[side]}, word for word:\n{text}" for side, text in self._texts.items())

    @cached_property
    def quotes(self) -> Quotes:
        """What an answer may say word for word: all of both, whatever part of them the model was given."""
        return Quotes(self._texts)

    def headings(self, side: Side) -> list[str]:
        """Each once, in the document's order."""
        return list(dict.fromkeys(section.heading for section in self.documents[side].sections))

    def section(self, side: Side, name: str) -> LongText | None:
        """The sections whose heading has these words; the whole document where no name is given."""
        document = self.documents.get(side)
        wanted = fold(name)
        if document is None or not wanted:
            return document
        kind = _kind(side, name)
        found = [
            section
            for section in document.sections
            if wanted in fold(section.heading) or (kind and kind == _kind(side, section.heading))
        ]
        return LongText(document.name, tuple(found)) if found else None

    def named(self, question: str) -> list[LongText]:
        """The sections that a question names, by their headings or by rare words in them; the likeliest first. Where
        the document that it speaks of has none, those of the other one: "what insurance would I get?"."""
        asked = {word for word in _words(question) if len(word) >= _LEAST or word.isdigit()} - _ASKING
        sides = _sides(question)
        scored = list(self._scored(asked))
        found = [item for item in scored if item.side in sides] or scored
        return [
            item.text for item in sorted(found, key=lambda item: (-item.points, item.place))[:_MOST_NAMED]
        ]

    def _scored(self, asked: set[str]) -> Iterator[_Scored]:
        kinds = {kind for kind, words in _MEANT.items() if not asked.isdisjoint(words.split())}
        for place, (side, section) in enumerate(self._all()):
            points = 3.0 * (
                len(asked & set(_words(section.heading))) + (_kind(side, section.heading) in kinds)
            )
            found = (asked - _ANYWHERE) & set(_words(section.text))
            points += sum(1.0 / self._spread[word] for word in found if self._spread[word] <= _RARE)
            if points > 0:
                yield _Scored(points, place, side, LongText(NAMES[side], (section,)))

    def excerpt(
        self,
        model: ChatModel,
        texts: Sequence[LongText],
        room: int,
        on_step: Callable[[str], None] | None = None,
    ) -> Excerpt:
        """The texts in at most `room` tokens, put in fewer words by the model where they are longer. What the model
        can't shorten is left out, and the note says so. Raises ProviderError where it can't be asked."""
        parts, notes = [], []
        for text in texts:
            share = room // len(texts) - count_tokens(_head(text)) - 2
            try:
                shorter, note = self._fitted(model, text, share, on_step)
            except CantShorten:
                named = ", ".join(section.heading for section in text.sections)
                notes.append(
                    f"{model.traits.name} was not told of {named} of the {text.name}: too long for its context."
                )
                continue
            parts.append(f"{_head(text)}\n{shorter.text}")
            notes += [note] if note else []
        return Excerpt("\n\n".join(parts), " ".join(notes))

    def _fitted(
        self, model: ChatModel, text: LongText, room: int, on_step: Callable[[str], None] | None
    ) -> tuple[LongText, str]:
        if text.tokens <= room:
            return text, ""
        key = (model.traits.name, text)
        kept = self._shortened.get(key)
        if kept is None or kept[0].tokens > room:
            found = fitted(model, (text,), room, on_step)
            kept = self._shortened[key] = (found.documents[0], found.note)
        return kept

    def _all(self) -> Iterator[tuple[Side, Section]]:
        for side, document in self.documents.items():
            yield from ((side, section) for section in document.sections)

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many sections a word stands."""
        return Counter(word for _, section in self._all() for word in set(_words(section.text)))


def _head(text: LongText) -> str:
    return f"Of the {text.name}:"


def _sides(question: str) -> set[Side]:
    """The document that a question is about; both where it doesn't tell."""
    resume, posting = bool(_OF_RESUME.search(question)), bool(_OF_POSTING.search(question))
    return {"resume", "job"} if resume == posting else {"resume"} if resume else {"job"}


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _sections(side: Side, text: str) -> Iterator[Section]:
    """The whole text in parts, each with its heading; no line is lost."""
    heading, lines = _TOP, list[str]()
    for line in text.splitlines():
        if _is_heading(side, line):
            yield from _section(heading, lines)
            heading, lines = line.strip().strip("#:").strip(), []
        else:
            lines.append(line)
    yield from _section(heading, lines)


def _section(heading: str, lines: Iterable[str]) -> Iterator[Section]:
    text = "\n".join(lines).strip()
    if text or heading != _TOP:
        yield Section(heading, text)


def _is_heading(side: Side, line: str) -> bool:
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_HEADING or bare[0] in "-*•" or bare.endswith((".", ",", ";")):
        return False
    return _kind(side, bare) is not None


def _kind(side: Side, heading: str) -> str | None:
    if side == "resume":
        return known_kind(normalize(heading))
    found = exact_heading(heading)
    return found.kind if found else None
