"""Long texts in a short context: the longest sections are put in fewer words by the model, and that is told.

Nothing is cut off silently. What doesn't fit into one call is read in pieces, each shortened, then shortened together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from careercraft.errors import ProviderError
from careercraft.llm.prompts import fenced, filled
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.chat import ChatModel

MARK = "[in fewer words, by the model]"
"""Stands before what was shortened: it is no quote of the document."""
_ROUNDS = 3
"""After which what still doesn't fit won't."""
_LEAST = 80
"""Tokens of a section that isn't shortened any more, and that a shortened one may have."""
_WORDS_A_TOKEN = 0.6
_SPARE = 0.05
"""Of a context, for what other tokenizers count."""
_SPLITS = (r"\n\s*\n", r"\n", r"(?<=[.!?])\s+", r"\s+")
"""Where a text is cut into pieces: between paragraphs, else lines, sentences, words."""


class CantShorten(ProviderError):
    """The model answered, but its words are no shorter text."""


class Section(Struct, frozen=True):
    heading: str
    text: str


class LongText(Struct, frozen=True):
    """A document by its sections, in their order. Texts without headings are one section."""

    name: str
    sections: tuple[Section, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(f"{item.heading}\n{item.text}".strip() for item in self.sections)

    @property
    def tokens(self) -> int:
        return count_tokens(self.text)


class Shortened(Struct, frozen=True, kw_only=True):
    """What was put in fewer words, for the answer to say so."""

    document: str
    heading: str
    before: int
    """Tokens."""
    after: int


class Fitted(NamedTuple):
    documents: tuple[LongText, ...]
    shortened: tuple[Shortened, ...]

    @property
    def note(self) -> str:
        """One line for a person; empty where everything is there word for word."""
        if not self.shortened:
            return ""
        names = dict.fromkeys(f"{item.heading or 'all'} of the {item.document}" for item in self.shortened)
        return f"Shortened by the model to fit into its context: {', '.join(names)}."


def fitted(
    model: ChatModel,
    documents: Sequence[LongText],
    room: int,
    on_step: Callable[[str], None] | None = None,
) -> Fitted:
    """The documents in at most `room` tokens together. Calls the model only where they are longer.

    `on_step` is told the section that is being shortened. Raises CantShorten where the texts stay too long, and the
    model's own ProviderError.
    """
    kept = list(documents)
    shortened: dict[tuple[int, int], Shortened] = {}
    for _ in range(_ROUNDS):
        for document, section in _longest_first(kept):
            excess = _total(kept) - room
            if excess <= 0:
                return Fitted(tuple(kept), tuple(shortened[key] for key in sorted(shortened)))
            old = kept[document].sections[section]
            if on_step:
                on_step(f"shortens {old.heading or 'text'} of the {kept[document].name}")
            new = _shorter(model, old, excess)
            if new is old:  # still word for word
                continue
            before = shortened.get((document, section))
            shortened[document, section] = Shortened(
                document=kept[document].name,
                heading=old.heading,
                before=before.before if before else count_tokens(old.text),
                after=count_tokens(new.text),
            )
            kept[document] = _with_section(kept[document], section, new)
    if _total(kept) > room:
        raise CantShorten(
            f"the texts are too long for {model.traits.name}: {_total(kept)} tokens, where {room} are free",
            "take a model with a longer context, or tell its real one by llm.context",
        )
    return Fitted(tuple(kept), tuple(shortened[key] for key in sorted(shortened)))


def pieces(text: str, room: int) -> list[str]:
    """The whole text in pieces of at most `room` tokens, cut where it hurts least."""
    return _cut(text, max(1, room), _SPLITS)


def _cut(text: str, room: int, splits: Sequence[str]) -> list[str]:
    if count_tokens(text) <= room:
        return [text] if text.strip() else []
    if not splits:
        cut = (text[at : at + room] for at in range(0, len(text), room))
        return [part for part in cut if part.strip()]
    found: list[str] = []
    now = ""
    for part in _parts(text, splits[0]):
        if now and count_tokens(now + part) > room:
            found += _cut(now, room, splits[1:])
            now = ""
        now += part
    return found + _cut(now, room, splits[1:])


def _parts(text: str, pattern: str) -> list[str]:
    """Split behind each match, so that nothing is lost."""
    ends = [match.end() for match in re.finditer(pattern, text)]
    starts = [0, *ends]
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end]


def _longest_first(documents: Sequence[LongText]) -> list[tuple[int, int]]:
    """Sections that can be shortened: those of the longest document first, in each the longest first."""
    found = [
        (-document.tokens, -count_tokens(section.text), at, place)
        for at, document in enumerate(documents)
        for place, section in enumerate(document.sections)
    ]
    return [(at, place) for _, size, at, place in sorted(found) if -size > _LEAST]


def _total(documents: Sequence[LongText]) -> int:
    return sum(document.tokens for document in documents)


def _with_section(document: LongText, at: int, section: Section) -> LongText:
    sections = (*document.sections[:at], section, *document.sections[at + 1 :])
    return LongText(document.name, sections)


def _shorter(model: ChatModel, section: Section, excess: int) -> Section:
    """In fewer words; as it was where the model doesn't get shorter."""
    text = section.text.removeprefix(MARK).strip()
    size = count_tokens(text)
    target = max(_LEAST, min(size - excess, int(size * 0.7)) - count_tokens(MARK))
    found = _summary(model, section.heading, text, target)
    return Section(section.heading, f"{MARK} {found}") if count_tokens(found) < size else section


def _summary(model: ChatModel, heading: str, text: str, target: int) -> str:
    """Each piece of the text by itself, then, where that is still long, all of them together."""
    room = max(_LEAST, _reading_room(model, heading) - target)
    parts = pieces(text, room)
    if len(parts) == 1:
        return _asked(model, heading, parts[0], target)
    share = max(_LEAST // 2, target // len(parts))
    found = "\n".join(_asked(model, heading, part, share) for part in parts)
    if target < count_tokens(found) <= room:
        return _asked(model, heading, found, target)
    return found


def _reading_room(model: ChatModel, heading: str) -> int:
    frame = filled("shorten", heading=heading, text="", fence="=" * 27, words="100")
    said = count_messages(message.content for message in frame.messages) + 2 * count_tokens(fenced("")[0])
    return int(model.traits.context_tokens * (1 - _SPARE)) - said


def _asked(model: ChatModel, heading: str, text: str, target: int) -> str:
    fence, data = fenced(text)
    words = str(max(20, int(target * _WORDS_A_TOKEN)))
    prompt = filled("shorten", heading=heading or "the whole text", text=data, fence=fence, words=words)
    reply = model.reply(prompt.messages, most_tokens=max(_LEAST, target) * 2)
    if reply.finish == "refusal" or not reply.text.strip():
        raise CantShorten(
            f"{model.traits.name} would not shorten {heading or 'a text'} to fit into its context",
            "take a model with a longer context, or tell its real one by llm.context",
        )
    return reply.text.strip()
