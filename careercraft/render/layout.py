"""What a report in the terminal shows, section by section: rows of cells, no colors and no widths yet.

Cut to about one screen: the first entries of each list, with the number of those left out in the margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from careercraft.match.asked_once import BETWEEN
from careercraft.render.view import (
    AdviceView,
    GapView,
    HardView,
    NarrativeView,
    ParagraphView,
    ProposalsView,
    QuoteView,
    Report,
    ResourceView,
    SkillView,
    StepView,
)

Style = Literal["", "bold", "dim", "good", "fair", "bad", "accent"]
_APART = {"Strengths", "Do first", "Notes", "Model", "Prose"}
_SHORT = {"must": "must", "preferred": "pref", "nice": "nice"}
_SEVERITY: dict[str, Style] = {"critical": "bad", "major": "fair"}
_MET: dict[str, Style] = {"yes": "good", "no": "bad", "unknown": "fair"}


class Cell(Struct, frozen=True):
    """A quote is shortened in its middle, or around `focus`; anything else at its end."""

    text: str
    style: Style = ""
    quote: bool = False
    focus: str = ""
    suffix: str = ""
    """Stays whole behind a shortened quote: the page."""


class Entry(Struct, frozen=True):
    """Cells in columns, and under them text that may take more lines."""

    cells: tuple[Cell, ...] = ()
    paragraph: str = ""
    tail: str = ""
    """Kept together, on a line of its own where the paragraph leaves no room: a command, an address."""
    whole: bool = False
    """The paragraph is never cut."""


class Section(Struct, frozen=True, kw_only=True):
    label: str
    entries: tuple[Entry, ...]
    left_out: int = 0
    style: Style = "bold"
    widths: tuple[int | None, ...] = ()
    """The most columns of each cell; 0 for as many as it needs, None for the one that takes the rest."""
    apart: bool = False
    """Whether an empty line stands above it."""


def sections(report: Report, full: bool) -> Iterator[Section]:
    """The sections that have something to show, in order."""
    first = True
    for section, limit in _all(report, full):
        kept = section.entries if full else section.entries[:limit]
        if kept:
            yield Section(
                label=section.label,
                entries=kept,
                left_out=len(section.entries) - len(kept),
                style=section.style,
                widths=section.widths,
                apart=first or section.label in _APART,
            )
            first = False


def _all(report: Report, full: bool) -> Iterator[tuple[Section, int]]:
    """Each section whole, and how many entries of it one screen has room for."""
    yield _section("Mandatory", map(_hard, report.hard), (0, 34, None)), 3
    yield _section("Missing", map(_missing, report.missing), (0, 24, None), "bad"), 4
    yield _section("In part", map(_partial, report.partial), (0, 24, 0, None), "fair"), 3
    yield _section("Matched", map(_matched, report.matched), (0, 24, None), "good"), 3
    if full:
        yield _section("Extra", map(_extra, report.extra), (40, None)), 0
    yield _section("Strengths", map(_advice, report.strengths)), 2
    yield _section("Gaps", map(_gap, report.gaps), (0, 0, 24, None, 0)), 3
    yield _section("Do first", map(_advice, report.improvements)), 2
    yield _section("Advice", map(_advice, report.recommendations)), 1
    yield _section("Next", map(_step, report.next_steps)), 2
    yield _section("Learn", map(_resource, report.resources)), 2
    yield _section("Notes", (Entry(paragraph=note) for note in report.notes), (), "fair"), 1
    if report.proposals:
        yield _section("Model", _proposals(report.proposals)), 4
    if report.narrative:
        used = [Entry(paragraph=report.use, whole=True)] if report.use else []
        found = (*_narrative(report.narrative), *used)
        yield _section("Prose", found), len(found)


def _section(
    label: str, entries: Iterable[Entry], widths: tuple[int | None, ...] = (), style: Style = "bold"
) -> Section:
    return Section(label=label, entries=tuple(entries), widths=widths, style=style)


def _hard(item: HardView) -> Entry:
    return Entry((Cell(item.met, _MET[item.met]), Cell(item.text), _quote(item.quotes)))


def _missing(skill: SkillView) -> Entry:
    name = f"{skill.name} or {skill.alternatives}" if skill.alternatives else skill.name
    asked = f" ({skill.asked})" if skill.asked else ""
    words = (skill.mention or skill.name).partition(BETWEEN)[0]
    return Entry((*_head(skill, name + asked), _quote(skill.job_quotes, words)))


def _partial(skill: SkillView) -> Entry:
    if skill.via:
        # The quote beside it shows it in its place, where there is one.
        why = "" if any(_holds(quote, skill.via) for quote in skill.resume_quotes) else f" ← {skill.via}"
    else:
        why = f" · {skill.found or 'less'} of {skill.asked}" if skill.asked else ""
    return Entry((*_head(skill, skill.name + why), Cell(skill.share), _found(skill)))


def _holds(quote: QuoteView, words: str) -> bool:
    return words.casefold() in quote.text.casefold()


def _matched(skill: SkillView) -> Entry:
    years = f" · {skill.found_years} y" if skill.found_years else ""
    return Entry((*_head(skill, skill.name + years), _found(skill)))


def _extra(skill: SkillView) -> Entry:
    return Entry((Cell(skill.name), _found(skill)))


def _head(skill: SkillView, name: str) -> tuple[Cell, Cell]:
    return Cell(_SHORT.get(skill.importance, ""), "dim"), Cell(name)


def _found(skill: SkillView) -> Cell:
    if skill.resume_quotes:
        return _quote(skill.resume_quotes, skill.via or skill.name)
    if skill.statement:
        return Cell(skill.statement, "accent", True, suffix=" (you say)")
    return Cell(skill.how, "dim")


def _quote(quotes: tuple[QuoteView, ...], focus: str = "") -> Cell:
    if not quotes:
        return Cell("")
    best = next((quote for quote in quotes if _holds(quote, focus)), quotes[0])
    more = f"+{len(quotes) - 1}" if len(quotes) > 1 else ""
    notes = ", ".join(note for note in (best.where, more) if note)
    return Cell(best.text, "accent", True, focus, f" ({notes})" if notes else "")


def _gap(gap: GapView) -> Entry:
    return Entry(
        (
            Cell(gap.priority, "dim"),
            Cell(gap.severity, _SEVERITY.get(gap.severity, "")),
            Cell(gap.name),
            Cell(gap.reason, "dim"),
            Cell(worth(gap.points, gap.hours)),
        )
    )


def _advice(item: AdviceView) -> Entry:
    gain = worth(item.points, item.hours)
    return Entry(paragraph=item.text, tail=f"({gain})" if gain else "")


def _step(step: StepView) -> Entry:
    return Entry(paragraph=step.text, tail=step.command)


def _resource(resource: ResourceView) -> Entry:
    kind = ", ".join(part for part in (resource.kind, "free" if resource.free else "") if part)
    title = f"{resource.skill}: {resource.title}"
    return Entry(paragraph=f"{title} ({kind})" if kind else title, tail=resource.url)


def _proposals(found: ProposalsView) -> Iterator[Entry]:
    yield Entry(paragraph=f"{found.model} was asked what the rules missed. {found.effect}", whole=True)
    for item in found.items:
        quote = f": “{item.quotes[0].text}”" if item.quotes else ""
        yield Entry(paragraph=f"{item.name} ({item.what}){quote}")
    if found.dropped:
        yield Entry(paragraph=found.dropped, whole=True)


def _narrative(narrative: NarrativeView) -> Iterator[Entry]:
    said = f"By {narrative.model}; no number here comes from these words. {' '.join(map(_words, narrative.paragraphs))}"
    yield Entry(paragraph=said, whole=True)
    for quote, reason in narrative.flags:
        yield Entry(paragraph=f"Doubtful: “{quote}” – {reason}", whole=True)
    if narrative.left_out:
        yield Entry(paragraph=narrative.left_out, whole=True)


def _words(item: ParagraphView) -> str:
    """In a run of text."""
    return {"heading": f"{item.text}:", "item": f"• {item.text}", "text": item.text}[item.kind]


def worth(points: str, hours: str) -> str:
    """ "+7.1 · 30 h"."""
    return " · ".join(part for part in (points, hours) if part)
