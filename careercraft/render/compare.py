"""Several postings for one resume, side by side: the words of the comparison, and its formats."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct

from careercraft.errors import UsageError
from careercraft.model.comparison import CommonGap, ComparedPosting, Comparison, UnreadPosting
from careercraft.render import FORMATS, wording
from careercraft.render.build_ways import way_out
from careercraft.render.wording import clean

SHOWN_SCORES = {
    "skills_match": "skills", "experience_match": "exper.", "education_match": "educ.", "location_match": "place",
    "salary_match": "pay", "culture_fit": "culture", "technical_skills": "techn.", "soft_skills": "soft",
    "domain_knowledge": "domain",
}  # fmt: skip
"""The most telling first: where there is no room for all, the last ones are left out."""


class PostingView(Struct, frozen=True, kw_only=True):
    rank: str
    title: str
    company: str
    file: str
    label: str
    fit: bool
    borderline: bool
    readiness: str
    value: float
    """The readiness again, for drawing; `low`, `high` likewise."""
    low: float
    high: float
    interval: str
    confidence: str
    scores: tuple[str, ...]
    """In the order of SHOWN_SCORES."""
    missing: tuple[str, ...]
    unmet: tuple[str, ...]
    unknown: tuple[str, ...]
    way_out: str


class CommonView(Struct, frozen=True, kw_only=True):
    name: str
    stands: str
    """ "missing in 5 of 7, in part in 1"."""
    turns: str
    """ "makes 2 more FIT (2 and 3)"; empty when closing it alone makes none."""
    worth: str
    """ "+3.1 points on average, 40 h"."""


class UnreadView(Struct, frozen=True, kw_only=True):
    file: str
    reason: str


class ComparisonView(Struct, frozen=True, kw_only=True):
    heading: str
    threshold: str
    counts: str
    """ "2 FIT, 4 UNFIT, 1 not read"."""
    postings: tuple[PostingView, ...]
    common: tuple[CommonView, ...]
    silence: str
    """Said in place of common gaps; empty when there are some."""
    unread: tuple[UnreadView, ...]
    engine: tuple[tuple[str, str], ...]


def render(
    comparison: Comparison,
    format: str,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    """As `careercraft.render.render` does it for one analysis, and as CSV."""
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(comparison), indent=2).decode() + "\n"
    if format == "csv":
        from careercraft.render.compare_csv import render as as_csv

        return as_csv(comparison)
    shown = build(comparison)
    if format == "terminal":
        from careercraft.render.terminal.compared import render as on_terminal

        return on_terminal(shown, width=width, color=color, encoding=encoding, full=full)
    if format == "markdown":
        from careercraft.render.compare_markdown import render as as_markdown

        return as_markdown(shown)
    if format == "html":
        from careercraft.render.html import render_comparison

        return render_comparison(shown, comparison.threshold)
    raise UsageError(f"unknown format: {format}", f"one of {', '.join((*FORMATS, 'csv'))}")


def build(comparison: Comparison) -> ComparisonView:
    postings, common = comparison.postings, comparison.common_gaps
    who = clean(comparison.candidate or "") or clean(comparison.resume)
    return ComparisonView(
        heading=f"{who} against {wording.counted(len(postings) + len(comparison.unread), 'posting')}",
        threshold=wording.number(comparison.threshold),
        counts=_counts(comparison),
        postings=tuple(_posting(posting) for posting in postings),
        common=tuple(_common(gap, len(postings)) for gap in common),
        silence="" if common else _silence(postings),
        unread=tuple(_unread(item) for item in comparison.unread),
        engine=_engine(comparison),
    )


def _counts(comparison: Comparison) -> str:
    labels = [posting.label for posting in comparison.postings]
    counts = (
        (labels.count("FIT"), "FIT"),
        (labels.count("UNFIT"), "UNFIT"),
        (len(comparison.unread), "not read"),
    )
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def _silence(postings: tuple[ComparedPosting, ...]) -> str:
    if not postings:
        return "No posting could be read."
    return "No gap stands in two of the postings." if len(postings) > 1 else ""


def _posting(posting: ComparedPosting) -> PostingView:
    low, high = posting.interval
    scores = (posting.scores.get(key) for key in SHOWN_SCORES)
    return PostingView(
        rank=str(posting.rank),
        title=clean(posting.title or "") or clean(posting.file),
        company=clean(posting.company or ""),
        file=clean(posting.file),
        label=posting.label,
        fit=posting.label == "FIT",
        borderline=posting.borderline,
        readiness=wording.score(posting.readiness),
        value=posting.readiness,
        low=low,
        high=high,
        interval=f"{wording.score(low)}–{wording.score(high)}",
        confidence=wording.score(posting.confidence),
        scores=tuple(wording.score(value) for value in scores),
        missing=tuple(map(clean, posting.missing_musts)),
        unmet=tuple(map(clean, posting.hard_unmet)),
        unknown=tuple(map(clean, posting.hard_unknown)),
        way_out="" if posting.way_out is UNSET else way_out(posting.way_out),
    )


def _common(gap: CommonGap, count: int) -> CommonView:
    stands = [f"missing in {len(gap.missing_in)} of {count}"] if gap.missing_in else []
    stands += (
        [f"in part in {len(gap.partial_in)}" + ("" if stands else f" of {count}")] if gap.partial_in else []
    )
    ranks = wording.listed([str(rank) for rank in gap.makes_fit])
    hours = "" if gap.hours is UNSET else f", {wording.number(gap.hours)} h"
    return CommonView(
        name=clean(gap.name),
        stands=", ".join(stands),
        turns=f"makes {len(gap.makes_fit)} more FIT (no. {ranks})" if gap.makes_fit else "",
        worth=f"{gap.points:+.1f} points on average{hours}",
    )


def _unread(item: UnreadPosting) -> UnreadView:
    hint = f" ({clean(item.hint)})" if item.hint else ""
    return UnreadView(file=clean(item.file), reason=clean(item.message) + hint)


def _engine(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    engine = comparison.engine
    if engine is None:
        return ()
    return (
        ("careercraft", clean(engine.version)),
        ("as of", clean(engine.today)),
        ("taxonomy", clean(engine.taxonomy)[:12]),
        ("settings", clean(engine.settings)[:12]),
    )
