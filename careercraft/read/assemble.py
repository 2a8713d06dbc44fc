"""Draft lines of any reader to the text, lines and spans of a `Document`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from careercraft.errors import InputError
from careercraft.model.document import Document, Format, HiddenText, Line, Link, Problem, Span
from careercraft.read.clean import collapse, split_long
from careercraft.read.language import detect_language
from careercraft.read.limits import Limits


class Draft(Struct, kw_only=True):
    """A cleaned line before its place in the text is known. Fields as in `model.document.Line`."""

    text: str
    page: int | None = None
    block: int = 0
    gap: bool = False
    """An empty line goes before it."""
    bullet: bool = False
    heading: int = 0
    size: float = 1.0
    bold: bool = False
    indent: float = 0.0
    links: list[tuple[str, str]] = []
    """The linked words of the line, "" for an icon, and where they lead."""


class Source(Struct, frozen=True, kw_only=True):
    """What is known of a document before it is read."""

    name: str
    hash: str
    limits: Limits


def assemble(
    drafts: Iterable[Draft],
    source: Source,
    format: Format,
    *,
    hidden: Sequence[HiddenText] = (),
    problems: Sequence[Problem] = (),
    page_count: int = 0,
    payload: dict[str, Any] | None = None,
    fields: dict[str, Span] | None = None,
) -> Document:
    """Raises `InputError` when no text is left or there is too much of it."""
    kept = [part for draft in drafts if draft.text and not draft.text.isspace() for part in _short(draft)]
    hidden = [structs.replace(one, text=cleaned) for one in hidden if (cleaned := collapse(one.text))]
    text, lines = _place(kept)
    source.limits.check_chars(len(text), source.name)
    if not text:
        raise _empty(source.name, hidden)
    return Document(
        text=text,
        lines=lines,
        name=source.name,
        hash=source.hash,
        format=format,
        language=detect_language(text),
        page_count=page_count,
        hidden=tuple(hidden),
        problems=(*problems, *hidden_problem(hidden)),
        payload=payload,
        fields=fields or {},
        links=tuple(
            link for draft, line in zip(kept, lines, strict=True) for link in _links(draft, line.span)
        ),
    )


def _short(draft: Draft) -> list[Draft]:
    """A line without an end as several of one paragraph."""
    first, *more = split_long(draft.text)
    if not more:
        return [draft]
    rest = (structs.replace(draft, text=text, gap=False, bullet=False, links=[]) for text in more)
    return [structs.replace(draft, text=first), *rest]


def _place(drafts: list[Draft]) -> tuple[str, tuple[Line, ...]]:
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    for draft in drafts:
        text = draft.text
        if lines:
            separator = "\n\n" if draft.gap else "\n"
            parts.append(separator)
            at += len(separator)
        lines.append(_line(draft, Span(at, at + len(text), draft.page)))
        parts.append(text)
        at += len(text)
    return "".join(parts), tuple(lines)


def _links(draft: Draft, line: Span) -> Iterator[Link]:
    at = 0
    for words, target in draft.links:
        found = draft.text.find(words, at) if words else -1
        start = line.end if found < 0 else line.start + found
        at = max(at, found + len(words))
        yield Link(target, Span(start, start + len(words) if found >= 0 else start, line.page))


def _line(draft: Draft, span: Span) -> Line:
    return Line(
        span=span,
        bullet=draft.bullet,
        heading=draft.heading,
        size=draft.size,
        bold=draft.bold,
        block=draft.block,
        indent=draft.indent,
    )


def hidden_problem(hidden: Sequence[HiddenText]) -> tuple[Problem, ...]:
    if not hidden:
        return ()
    words = sum(len(item.text.split()) for item in hidden)
    noun = "word that a reader would" if words == 1 else "words that a reader would"
    return (Problem(code="hidden_text", message=f"left out {words} {noun} not see on the page"),)


def _empty(name: str, hidden: Sequence[HiddenText]) -> InputError:
    if hidden:
        return InputError(
            f"{name} holds only hidden text", "make the text visible, or export the document again"
        )
    return InputError(f"{name} is empty", "check that the file was saved with its text and try again")
