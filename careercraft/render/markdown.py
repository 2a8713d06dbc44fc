"""The report as Markdown for a code forge, complete: every score, skill, quote and figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from careercraft.model.analysis import Analysis
from careercraft.render.build import build
from careercraft.render.view import (
    AdviceView,
    GapView,
    NarrativeView,
    QuoteView,
    Report,
    ResourceView,
    ScoreView,
    SkillView,
    StepView,
)

# What can begin markup inside a line on any common renderer, "$" for the formulas of code forges; and what
# can begin a block where a line or a list item begins with a document's words.
_NUMBERED = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]|^[#+=:-]")
_MET = {"yes": "✅ yes", "no": "❌ no", "unknown": "❔ unknown"}


def render(analysis: Analysis) -> str:
    """The report as CommonMark with tables; ends with a line break."""
    report = build(analysis)
    blocks = [
        *_head(report),
        *_part("Mandatory requirements", _hard(report)),
        *_part("Scores", _scores(report.scores)),
        *_part("Gaps, the first to close first", _gaps(report.gaps)),
        *_part("Missing skills", _asked_skills(report.missing)),
        *_part("Skills shown in part", _found_skills(report.partial)),
        *_part("Matched skills", _found_skills(report.matched)),
        *_part("Also on the resume", _extra(report.extra)),
        *_part("Strengths", _advice(report.strengths)),
        *_part("Do first", _advice(report.improvements)),
        *_part("Recommendations", _advice(report.recommendations)),
        *_part("Next steps", _steps(report.next_steps)),
        *_part("Learning resources", _resources(report.resources)),
        *_part("How each score came about", _waterfalls(report.scores)),
        *_part("About the documents", [_bullets(escape(note) for note in report.notes)]),
        *(_narrative(report.narrative) if report.narrative else ()),
        _footer(report),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """`text` so that a Markdown renderer shows it as it is, inside a line or a table cell."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _part(heading: str, blocks: Iterable[str]) -> list[str]:
    filled = [block for block in blocks if block]
    return [f"## {heading}", *filled] if filled else []


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: Sequence[str], right: set[int], rows: Iterable[Sequence[str]]) -> str:
    """A table, without the columns that are empty in every row; empty when there is no row."""
    body = list(rows)
    if not body:
        return ""
    kept = [i for i in range(len(head)) if any(row[i] for row in body)]
    rule = ["---:" if i in right else ":---" for i in range(len(head))]
    return "\n".join(f"| {' | '.join(row[i] for i in kept)} |" for row in (head, rule, *body))


def _quotes(quotes: tuple[QuoteView, ...]) -> str:
    return "<br>".join(_quote(quote) for quote in quotes)


def _quote(quote: QuoteView) -> str:
    return f"“{escape(quote.text)}”" + (f" ({quote.where})" if quote.where else "")


def _head(report: Report) -> Iterator[str]:
    verdict = report.verdict
    title = " · ".join(escape(part) for part in (report.title, report.company) if part)
    yield f"# {'✅' if verdict.fit else '❌'} {verdict.label}: {title}"
    yield " · ".join(
        [
            f"**readiness {verdict.readiness}** ({verdict.low}–{verdict.high}), needs {verdict.threshold}",
            f"confidence {verdict.confidence} %",
            *(["**borderline**"] if verdict.borderline else []),
        ]
    )
    yield " ".join(escape(reason) for reason in verdict.reasons[:1])
    if verdict.ways_out:
        first, *others = (escape(way) for way in verdict.ways_out)
        yield f"> **The way to FIT:** {first}"
        yield _bullets(f"or: {way}" for way in others)
    yield _bullets(escape(reason) for reason in verdict.reasons[1:])
    files = " against ".join(escape(name) for name in report.files)
    about = [escape(report.candidate), files, f"as of {escape(report.today)}"]
    yield f"{' · '.join(part for part in about if part)}"


def _hard(report: Report) -> Iterator[str]:
    rows = ([_MET[item.met], escape(item.text), _quotes(item.quotes)] for item in report.hard)
    yield _table(["Met", "Requirement", "Evidence"], set(), rows)


def _scores(scores: tuple[ScoreView, ...]) -> Iterator[str]:
    rows = ([score.name, score.shown, score.weight, escape(score.summary)] for score in scores)
    yield _table(["Score", "0 to 100", "Weight", "Why"], {1, 2}, rows)


def _gaps(gaps: tuple[GapView, ...]) -> Iterator[str]:
    head = ["Priority", "Gap", "Severity", "Points", "Hours", "To level", "Why", "Evidence"]
    rows = (
        [
            g.priority, escape(g.name), g.severity, g.points, g.hours, g.level, escape(g.reason),
            _quotes(g.quotes),
        ]
        for g in gaps
    )  # fmt: skip
    yield _table(head, {0, 3, 4}, rows)


def _asked(skill: SkillView) -> str:
    parts = [
        f"“{escape(skill.mention)}”" if skill.mention else "",
        f"or {escape(skill.alternatives)}" if skill.alternatives else "",
        skill.asked,
        "mandatory" if skill.hard else "",
    ]
    return "; ".join(part for part in parts if part)


def _asked_skills(skills: tuple[SkillView, ...]) -> Iterator[str]:
    head = ["Skill", "Importance", "Asked", "Points", "Hours", "The posting says"]
    rows = (
        [escape(s.name), s.importance, _asked(s), s.points, s.hours, _quotes(s.job_quotes)] for s in skills
    )
    yield _table(head, {3, 4}, rows)


def _found_skills(skills: tuple[SkillView, ...]) -> Iterator[str]:
    head = ["Skill", "Importance", "Asked", "Found", "Share", "How", "The resume says", "The posting says"]
    rows = (
        [
            escape(s.name), s.importance, _asked(s), s.found, s.share, escape(s.how),
            _quotes(s.resume_quotes), _quotes(s.job_quotes),
        ]
        for s in skills
    )  # fmt: skip
    yield _table(head, {4}, rows)


def _extra(skills: tuple[SkillView, ...]) -> Iterator[str]:
    named = ((escape(skill.name), "; ".join(map(_quote, skill.resume_quotes))) for skill in skills)
    yield _bullets(f"{name}: {quotes}" if quotes else name for name, quotes in named)


def _advice(items: tuple[AdviceView, ...]) -> Iterator[str]:
    yield _bullets(_advised(item) for item in items)


def _advised(item: AdviceView) -> str:
    gain = [f"{item.points} points" if item.points else "", item.hours]
    worth = ", ".join(part for part in gain if part)
    proof = "; ".join(_quote(quote) for quote in item.quotes)
    return escape(item.text) + (f" (**{worth}**)" if worth else "") + (f": {proof}" if proof else "")


def _steps(steps: tuple[StepView, ...]) -> Iterator[str]:
    lines = (escape(step.text) + (f" {_code(step.command)}" if step.command else "") for step in steps)
    yield "\n".join(f"{index}. {line}" for index, line in enumerate(lines, 1))


def _resources(resources: tuple[ResourceView, ...]) -> Iterator[str]:
    yield _bullets(_resource(resource) for resource in resources)


def _resource(resource: ResourceView) -> str:
    title = escape(resource.title)
    # An address of another kind (javascript:, a path) stands as text, never as a link.
    shown = f"[{title}](<{resource.url}>)" if resource.link else f"{title} {_code(resource.url)}"
    kind = ", ".join(part for part in (escape(resource.kind), "free" if resource.free else "") if part)
    return f"{escape(resource.skill)}: {shown}" + (f" ({kind})" if kind else "")


def _waterfalls(scores: tuple[ScoreView, ...]) -> Iterator[str]:
    for score in scores:
        if score.rows:
            yield f"### {score.name} {score.shown}"
            rows = ([escape(row.label), row.points, row.of, _quotes(row.quotes)] for row in score.rows)
            yield _table(["Part", "Points", "Of", "Evidence"], {1, 2}, rows)


def _narrative(narrative: NarrativeView) -> Iterator[str]:
    yield f"## In the words of {escape(narrative.model)}"
    yield "Prose by a language model. No number above comes from it."
    yield from ("> " + escape(text) for text in narrative.paragraphs)
    yield _bullets(f"Doubtful: “{escape(quote)}” – {escape(reason)}" for quote, reason in narrative.flags)


def _footer(report: Report) -> str:
    parts = [f"{label} {escape(value)}" for label, value in report.engine if value]
    return f"---\n\n<sub>{' · '.join(parts)}</sub>"
