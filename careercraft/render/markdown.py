"""The report as Markdown for a code forge, complete: every score, skill, quote and figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercraft.model.analysis import Analysis
from careercraft.render.build import build
from careercraft.render.explain import Explanation
from careercraft.render.markdown_text import bullets, code, escape, quoted, quoted_all, section, table
from careercraft.render.view import (
    AdviceView,
    GapView,
    NarrativeView,
    ParagraphView,
    ProposalsView,
    QuoteView,
    Report,
    ResourceView,
    ScoreView,
    SkillView,
    StepView,
    WayView,
    WhatIfView,
)
from careercraft.render.waterfall import Waterfall, silence, waterfall

_MET = {"yes": "✅ yes", "no": "❌ no", "unknown": "❔ unknown"}


def render(analysis: Analysis) -> str:
    """The report as CommonMark with tables; ends with a line break."""
    report = build(analysis)
    blocks = [
        *_head(report),
        *section("What if", _what_if(report.what_if)),
        *section("Mandatory requirements", _hard(report)),
        *section("Scores", _scores(report.scores)),
        *section("How the readiness adds up", waterfall_part(waterfall(report, analysis.verdict.threshold))),
        *section("Gaps, the first to close first", _gaps(report.gaps)),
        *section("Missing skills", _asked_skills(report.missing)),
        *section("Skills shown in part", _found_skills(report.partial)),
        *section("Matched skills", _found_skills(report.matched)),
        *section("Also on the resume", _extra(report.extra)),
        *section("Strengths", _advice(report.strengths)),
        *section("Do first", _advice(report.improvements)),
        *section("Recommendations", _advice(report.recommendations)),
        *section("Next steps", _steps(report.next_steps)),
        *section("Learning resources", _resources(report.resources)),
        *section("How each score came about", _waterfalls(report.scores)),
        *section("About the documents", [bullets(escape(note) for note in report.notes)]),
        *(_proposals(report.proposals) if report.proposals else ()),
        *(_narrative(report.narrative) if report.narrative else ()),
        _footer(report),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


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
    yield " ".join(escape(text) for text in (*verdict.reasons[:1], verdict.margin) if text)
    if verdict.ways_out:
        yield "\n".join(line for way in verdict.ways_out for line in _way(way, way is verdict.ways_out[0]))
    yield bullets(escape(reason) for reason in verdict.reasons[1:])
    files = " against ".join(escape(name) for name in report.files)
    about = [escape(report.candidate), files, f"as of {escape(report.today)}"]
    yield f"{' · '.join(part for part in about if part)}"


def _way(way: WayView, first: bool) -> Iterator[str]:
    """In a block quote of its own, so that no list of changes runs into another."""
    yield f"> **The way to FIT:** {escape(way.text)}" if first else f">\n> or: {escape(way.text)}"
    if way.changes:
        yield ">"
        yield from (f"> - {escape(change)}" for change in way.changes)


def _what_if(tried: WhatIfView | None) -> Iterator[str]:
    if tried is None:
        return
    yield f"{', '.join(map(escape, tried.changes))}: **{tried.before} → {tried.after}**"
    rows = [[escape(move.name), move.before, move.after] for move in (*tried.scores, *tried.requirements)]
    yield table(["What would move", "Now", "Then"], set(), rows) or "Nothing would move."


def _hard(report: Report) -> Iterator[str]:
    rows = ([_MET[item.met], escape(item.text), quoted_all(item.quotes)] for item in report.hard)
    yield table(["Met", "Requirement", "Evidence"], set(), rows)


def _scores(scores: tuple[ScoreView, ...]) -> Iterator[str]:
    rows = ([score.name, score.shown, score.weight, escape(score.summary)] for score in scores)
    yield table(["Score", "0 to 100", "Weight", "Why"], {1, 2}, rows)


def waterfall_part(found: Waterfall) -> Iterator[str]:
    """Each part's score times its weight, down to the sum."""
    rows = [[escape(step.name), step.score, f"{step.of} %", step.points] for step in found.steps]
    whole = ["**Readiness**", "", "100 %", f"**{found.total}**"]
    yield table(["Part", "Score", "Weight", "Adds"], {1, 2, 3}, [*rows, whole] if rows else ())
    yield " ".join(part for part in (silence(found), f"FIT needs {found.threshold}.") if part)


def _gaps(gaps: tuple[GapView, ...]) -> Iterator[str]:
    head = ["Priority", "Gap", "Severity", "Points", "Hours", "To level", "Why", "Evidence"]
    rows = (
        [
            g.priority, escape(g.name), g.severity, g.points, g.hours, g.level, escape(g.reason),
            quoted_all(g.quotes),
        ]
        for g in gaps
    )  # fmt: skip
    yield table(head, {0, 3, 4}, rows)


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
        [escape(s.name), s.importance, _asked(s), s.points, s.hours, quoted_all(s.job_quotes)] for s in skills
    )
    yield table(head, {3, 4}, rows)


def _found_skills(skills: tuple[SkillView, ...]) -> Iterator[str]:
    head = ["Skill", "Importance", "Asked", "Found", "Share", "How", "The resume says", "The posting says"]
    rows = (
        [
            escape(s.name), s.importance, _asked(s), s.found, s.share, escape(s.how),
            _shown(s.statement, s.resume_quotes), quoted_all(s.job_quotes),
        ]
        for s in skills
    )  # fmt: skip
    yield table(head, {4}, rows)


def _extra(skills: tuple[SkillView, ...]) -> Iterator[str]:
    named = ((escape(skill.name), "; ".join(map(quoted, skill.resume_quotes))) for skill in skills)
    yield bullets(f"{name}: {quotes}" if quotes else name for name, quotes in named)


def _advice(items: tuple[AdviceView, ...]) -> Iterator[str]:
    yield bullets(_advised(item) for item in items)


def _advised(item: AdviceView) -> str:
    gain = [f"{item.points} points" if item.points else "", item.hours]
    worth = ", ".join(part for part in gain if part)
    proof = "; ".join(quoted(quote) for quote in item.quotes)
    return escape(item.text) + (f" (**{worth}**)" if worth else "") + (f": {proof}" if proof else "")


def _steps(steps: tuple[StepView, ...]) -> Iterator[str]:
    lines = (escape(step.text) + (f" {code(step.command)}" if step.command else "") for step in steps)
    yield "\n".join(f"{index}. {line}" for index, line in enumerate(lines, 1))


def _resources(resources: tuple[ResourceView, ...]) -> Iterator[str]:
    yield bullets(_resource(resource) for resource in resources)


def _resource(resource: ResourceView) -> str:
    title = escape(resource.title)
    # An address of another kind (javascript:, a path) stands as text, never as a link.
    shown = f"[{title}](<{resource.url}>)" if resource.link else f"{title} {code(resource.url)}"
    kind = ", ".join(part for part in (escape(resource.kind), "free" if resource.free else "") if part)
    return f"{escape(resource.skill)}: {shown}" + (f" ({kind})" if kind else "")


def _waterfalls(scores: tuple[ScoreView, ...]) -> Iterator[str]:
    for score in scores:
        if score.rows and score.key != "readiness":  # which has a part of its own
            yield f"### {score.name} {score.shown}"
            rows = ([escape(row.label), row.points, row.of, quoted_all(row.quotes)] for row in score.rows)
            yield table(["Part", "Points", "Of", "Evidence"], {1, 2}, rows)


def explained(explanations: Iterable[Explanation]) -> str:
    """Scores with all that they rest on, in place of a report; ends with a line break."""
    blocks = [block for item in explanations for block in _explanation(item)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _explanation(item: Explanation) -> Iterator[str]:
    yield f"## {item.name} {item.shown}"
    yield escape(item.summary)
    yield escape(item.formula)
    if item.fall:
        yield from waterfall_part(item.fall)
        return
    head = ["Part", "Points", "Of", "Weight and share", "How", "The resume says", "The posting says"]
    rows = [
        [
            escape(row.label), row.points, row.of, row.worth, escape(row.how),
            _shown(row.statement, row.resume), quoted_all(row.job),
        ]
        for row in item.rows
    ]  # fmt: skip
    yield table(head, {1, 2}, [*rows, ["**Sum**", f"**{item.shown}**", "100", *[""] * 4]] if rows else ())
    yield item.weight


def _shown(statement: str, quotes: tuple[QuoteView, ...]) -> str:
    """The resume's words, and before them what the person says beside it."""
    stated = [f"you say: “{escape(statement)}”"] if statement else []
    return "<br>".join([*stated, *map(quoted, quotes)])


def _proposals(found: ProposalsView) -> Iterator[str]:
    yield f"## What {escape(found.model)} proposes"
    yield escape(found.effect)
    rows = ([escape(item.name), escape(item.what), quoted_all(item.quotes)] for item in found.items)
    yield table(["Proposed", "What", "Quote"], set(), rows)
    moves = ([move.name, move.before, move.after] for move in found.moves)
    yield table(["Score", "Without", "With them"], {1, 2}, moves)
    yield escape(found.dropped)


def _narrative(narrative: NarrativeView) -> Iterator[str]:
    yield f"## In the words of {escape(narrative.model)}"
    yield "Prose by a language model. No number above comes from these words."
    yield "\n>\n".join(f"> {_paragraph(item)}" for item in narrative.paragraphs)
    yield bullets(f"Doubtful: “{escape(quote)}” – {escape(reason)}" for quote, reason in narrative.flags)
    yield escape(narrative.left_out)


def _paragraph(item: ParagraphView) -> str:
    words = escape(item.text)
    return {"heading": f"**{words}**", "item": f"- {words}", "text": words}[item.kind]


def _footer(report: Report) -> str:
    parts = [f"{label} {escape(value)}" for label, value in report.engine if value]
    if report.asked:
        parts.append(f"{escape(report.asked)} was asked. {escape(report.use)}".rstrip())
    return f"---\n\n<sub>{' · '.join(parts)}</sub>"
