"""One score, row by row: all that it takes to check each of its points by hand.

A row of the report carries the evidence that it was scored by. Here it stands with both sides: what the posting asks
and what the resume shows, as the requirement or the fact that holds the row's evidence has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec import Struct

from careercraft.errors import UsageError
from careercraft.model.analysis import Analysis
from careercraft.model.facts import Facts
from careercraft.model.match import Evidence, SkillEntry
from careercraft.model.score import PART_KEYS, Row, Score, ScoreKey
from careercraft.render import view, wording
from careercraft.render.build import build
from careercraft.render.build_skills import build_quotes, found_how
from careercraft.render.passages import find_marks
from careercraft.render.waterfall import Waterfall, waterfall
from careercraft.render.wording import clean
from careercraft.score.formulas import FORMULAS
from careercraft.score.skills import KINDS, entry_weight

FORMATS = ("terminal", "markdown", "json")
KEYS: tuple[ScoreKey, ...] = (*PART_KEYS, "readiness", "confidence")


class RowView(Struct, frozen=True, kw_only=True):
    label: str
    points: str
    of: str
    """With three decimals, as in the report, so that the sum can be done by hand."""
    worth: str
    """Of a requirement: its weight and the share that is shown; else empty."""
    how: str
    statement: str
    """What the person says beside the resume; it stands in no document."""
    resume: tuple[view.QuoteView, ...]
    job: tuple[view.QuoteView, ...]


class Explanation(Struct, frozen=True, kw_only=True):
    key: ScoreKey
    name: str
    shown: str
    stated: bool
    summary: str
    formula: str
    weight: str
    """What it counts in the readiness, in a sentence."""
    rows: tuple[RowView, ...]
    fall: Waterfall | None
    """Of the readiness."""


def parse_keys(names: Sequence[str]) -> tuple[ScoreKey, ...]:
    """The scores that a person names ("skills_match", "Skills match"), each once. Raises UsageError with the list."""
    known = {key.replace("_", ""): key for key in KEYS}
    found = []
    for name in names:
        key = known.get("".join(char for char in name.lower() if char.isalnum()))
        if key is None:
            raise UsageError(f"there is no score {clean(name)!r}", f"one of {', '.join(KEYS)}")
        found.append(key)
    return tuple(dict.fromkeys(found))


def explain(analysis: Analysis, keys: Sequence[ScoreKey]) -> tuple[Explanation, ...]:
    """In the order of `keys`."""
    scores = {score.key: score for score in analysis.scores}
    return tuple(_explanation(scores[key], analysis) for key in keys)


def render(
    analysis: Analysis,
    keys: Sequence[ScoreKey],
    format: str,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The scores in one of FORMATS; as JSON one object a score, as the report holds it. Raises UsageError."""
    if format == "terminal":
        from careercraft.render.terminal.explained import render as on_terminal

        return on_terminal(explain(analysis, keys), width=width, color=color, encoding=encoding)
    if format == "markdown":
        from careercraft.render.markdown import explained

        return explained(explain(analysis, keys))
    if format == "json":
        scores = {score.key: score for score in analysis.scores}
        return "".join(
            msgspec.json.format(msgspec.json.encode(scores[k]), indent=2).decode() + "\n" for k in keys
        )
    raise UsageError(f"--explain writes no {format}", f"one of {', '.join(FORMATS)}")


def _explanation(score: Score, analysis: Analysis) -> Explanation:
    report = build(analysis)
    rows = [_row(row, analysis, score.key) for row in score.rows]
    return Explanation(
        key=score.key,
        name=wording.SCORE_NAMES[score.key],
        shown=wording.score(score.value),
        stated=score.value is not None,
        summary=wording.sentence(clean(score.summary)),
        formula=f"Formula: {FORMULAS[score.key]}.",
        weight=_weight(score, analysis),
        rows=tuple(rows),
        fall=waterfall(report, analysis.verdict.threshold) if score.key == "readiness" else None,
    )


def _weight(score: Score, analysis: Analysis) -> str:
    if score.key not in PART_KEYS:
        return ""
    if score.value is None:
        return "Not stated, so it takes no part in the readiness."
    name = wording.SCORE_NAMES[score.key]
    ready = next(other for other in analysis.scores if other.key == "readiness")
    row = next((row for row in ready.rows if row.label == name), None)
    if row is None:
        return "It has no weight in the readiness."
    return (
        f"Its weight of {wording.number(score.weight, 3)} is {row.of:.2f} % of all that is known:"
        f" it adds {row.points:.2f} to the readiness."
    )


def _row(row: Row, analysis: Analysis, key: ScoreKey) -> RowView:
    marks = find_marks(analysis)
    entry = _entry(row, analysis, key) if key in KINDS else None
    if entry is not None:
        evidence: tuple[Evidence, ...] = (*entry.resume_evidence, *row.evidence, *entry.job_evidence)
    else:
        evidence = _both_sides(row, analysis.facts)
    quotes = build_quotes(evidence, marks)
    return RowView(
        label=clean(row.label),
        points=f"{row.points:.3f}",
        of=f"{row.of:.3f}",
        worth=_worth(entry) if entry else "",
        how=clean(found_how(entry)) if entry else "",
        statement=clean(entry.statement) if entry and isinstance(entry.statement, str) else "",
        resume=tuple(quote for quote in quotes if quote.side == "resume"),
        job=tuple(quote for quote in quotes if quote.side == "job"),
    )


def _entry(row: Row, analysis: Analysis, key: ScoreKey) -> SkillEntry | None:
    """The requirement that a row stands for: of its name, and where several are, with its evidence."""
    named = [e for e in analysis.skills.required() if e.name == row.label and e.kind in KINDS[key]]
    holding = [entry for entry in named if {*row.evidence} <= {*entry.resume_evidence, *entry.job_evidence}]
    return next(iter([*holding, *named]), None)


def _worth(entry: SkillEntry) -> str:
    asked = [str(entry.importance), "mandatory" if entry.hard else ""]
    weight = f"weight {wording.number(entry_weight(entry), 3)}"
    return f"{', '.join(part for part in asked if part)}: {weight}, share {wording.number(entry.strength, 3)}"


def _both_sides(row: Row, facts: Facts) -> tuple[Evidence, ...]:
    """The row's own evidence, and that of the fact that holds it: the one that the row is named after, where several
    rest on the same words."""
    holding = [fact for fact in _facts(facts) if {*row.evidence} <= {*fact.evidence}] if row.evidence else []
    fact = min(holding, key=lambda fact: (fact.label not in row.label, len(fact.evidence)), default=None)
    return tuple(dict.fromkeys((*row.evidence, *(fact.evidence if fact else ()))))


class _Fact(NamedTuple):
    label: str
    evidence: tuple[Evidence, ...]
    """Of both sides."""


def _facts(value: object) -> Iterator[_Fact]:
    """Each fact that has evidence, wherever it stands."""
    if isinstance(value, tuple):
        for item in value:
            yield from _facts(item)
    elif isinstance(value, Struct) and not isinstance(value, Evidence):
        evidence = (*getattr(value, "found_evidence", ()), *getattr(value, "evidence", ()))
        yield _Fact(getattr(value, "label", ""), evidence)
        for name in value.__struct_fields__:
            yield from _facts(getattr(value, name))
