"""What was understood of a resume or a posting, as a fact sheet in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from careercraft.model.document import Document, Problem, Span, Text
from careercraft.model.job import Job, LanguageAsk, Statement
from careercraft.model.resume import (
    Certification,
    DateRange,
    Education,
    LanguageItem,
    PartialDate,
    Project,
    Resume,
    SkillGroup,
    SkillItem,
    Work,
)
from careercraft.parse.experience import Experience
from careercraft.render.tables import described

_WORDS_SHOWN = 24


def parsed_text(
    file: str,
    document: Document,
    found: Resume | Job,
    problems: Sequence[Problem],
    experience: Experience | None = None,
) -> str:
    """`problems` are the document's and the parser's together; `experience` is what a resume's work adds up to."""
    fields = _resume(found) if isinstance(found, Resume) else _job(found)
    if experience is not None:
        after = max((i for i, (name, _) in enumerate(fields) if name == "work"), default=-1) + 1
        fields[after:after] = _experience(experience) if after else []
    hidden = [("hidden", f"{item.reason}: {_short(item.text)}") for item in document.hidden]
    notes = [("problem", f"{problem.message} ({problem.code})") for problem in problems]
    count = document.page_count
    pages = f", {count} page{'' if count == 1 else 's'}" if count else ""
    head = f"{file} ({document.format}{pages}, {len(document.text)} characters, {document.language})"
    return described(head, [*fields, *hidden, *notes]) + "\n"


def _resume(resume: Resume) -> list[tuple[str, str]]:
    return [
        ("name", _value(resume.name)),
        ("headline", _value(resume.headline)),
        ("email", _value(resume.email)),
        ("phone", _values(resume.phones)),
        ("links", _values(resume.links)),
        ("location", _value(resume.location)),
        ("summary", _cut(resume.summary)),
        *(("work", _work(work)) for work in resume.work),
        *(("education", _education(entry)) for entry in resume.education),
        *(("project", _project(project)) for project in resume.projects),
        *(("certificate", _certificate(item)) for item in resume.certifications),
        *(("skills", _group(group)) for group in resume.skills),
        ("languages", ", ".join(_spoken(item) for item in resume.languages)),
        *(("volunteer", _work(work)) for work in resume.volunteer),
        *(("award", _cut(text)) for text in resume.awards),
        *(("publication", _cut(text)) for text in resume.publications),
        ("interests", _values(resume.interests)),
        *(("other", _cut(text)) for text in resume.other),
    ]


def experience_facts(experience: Experience) -> dict[str, Any]:
    """For programs: years by kind and title, and the gaps with their first and last month; without what isn't known."""
    facts = {
        "total_years": experience.total_years,
        "internship_years": experience.internship_years,
        "part_time_years": experience.part_time_years,
        "by_title": experience.by_title,
        "gaps": [
            {"start": _day(gap.start), "end": _day(gap.end), "months": gap.months} for gap in experience.gaps
        ],
    }
    return {name: value for name, value in facts.items() if value is not None}


def _experience(experience: Experience) -> list[tuple[str, str]]:
    if experience.total_years is None:
        return []
    parts = [("internships", experience.internship_years), ("part-time", experience.part_time_years)]
    of_these = ", ".join(f"{years:g} {name}" for name, years in parts if years)
    return [
        ("years", f"{experience.total_years:g} in all" + (f", of these {of_these}" if of_these else "")),
        *(("gap", f"{_day(gap.start)} to {_day(gap.end)}, {gap.months} months") for gap in experience.gaps),
    ]


def _job(job: Job) -> list[tuple[str, str]]:
    return [
        ("title", _value(job.title)),
        ("role", job.role or ""),
        ("level", job.level or ""),
        ("company", _value(job.company)),
        ("location", _value(job.location)),
        ("way of working", job.work_mode or ""),
        *_terms(job),
        *(("years", f"{ask.years:g}: {_cut(ask.text)}") for ask in job.experience),
        *(("education", f"{ask.level.replace('_', ' ')}: {_cut(ask.text)}") for ask in job.education),
        ("permit", _value(job.work_authorization)),
        ("sponsorship", (job.sponsorship or "").replace("_", " ")),
        ("clearance", _value(job.clearance)),
        *(("language", _language_ask(ask)) for ask in job.languages),
        *(("credential", f"{ask.importance}: {ask.name} {_at(ask.text.span)}") for ask in job.credentials),
        *((_kind(item), _cut(item.text)) for item in job.statements if item.kind in {"requirement", "duty"}),
        *(("value", _cut(text)) for text in job.values),
        *(("benefit", _cut(text)) for text in job.benefits),
    ]


def _terms(job: Job) -> list[tuple[str, str]]:
    """Contract, hours, travel and pay."""
    contract, hours, travel, move, pay = job.contract, job.hours, job.travel, job.relocation, job.salary
    kind = f"{contract.kind.replace('_', ' ')}: {_cut(contract.text)}" if contract else _value(job.employment)
    return [
        ("contract", kind),
        ("hours", _cut(hours.text) if hours else ""),
        ("shifts", _cut(hours.shifts) if hours else ""),
        ("travel", _cut(travel.text) if travel else ""),
        ("relocation", f"{move.kind.replace('_', ' ')}: {_cut(move.text)}" if move else ""),
        ("pay", _value(pay.text) if pay else ""),
        ("pay", _value(job.pay_note)),
        ("bonus", _value(job.bonus)),
    ]


def _language_ask(ask: LanguageAsk) -> str:
    level = " ".join(part for part in (ask.fluency, ask.cefr) if part)
    return f"{ask.importance}: {ask.language}{f' ({level})' if level else ''} {_at(ask.text.span)}"


def _kind(statement: Statement) -> str:
    return statement.importance if statement.kind == "requirement" else "duty"


def _work(work: Work) -> str:
    count = len(work.bullets)
    bullets = f", {count} bullet{'' if count == 1 else 's'}" if count else ""
    name = _joined(work.title, work.employer, work.location) or "position"
    kind = f", {work.employment.replace('_', ' ')}" if work.employment else ""
    share = f" {work.share:.0%}" if work.share is not None else ""
    return f"{name} ({_dates(work.dates)}{kind}{share}{bullets}) {_at(work.span)}"


def _education(entry: Education) -> str:
    return f"{_joined(entry.degree, entry.area, entry.institution)} ({_dates(entry.dates)}) {_at(entry.span)}"


def _dates(dates: DateRange | None) -> str:
    if dates is None:
        return "no dates"
    if dates.start is None:
        return _day(dates.end)
    return f"{_day(dates.start)} to {'now' if dates.current else _day(dates.end)}"


def _day(day: PartialDate | None) -> str:
    if day is None:
        return "?"
    return f"{day.year}" if day.month is None else f"{day.year}-{day.month:02}"


def _project(project: Project) -> str:
    used = f" with {', '.join(text.value for text in project.technologies)}" if project.technologies else ""
    dates = f" ({_dates(project.dates)})" if project.dates else ""
    return f"{_value(project.name) or f'project {_at(project.span)}'}{used}{dates}"


def _certificate(item: Certification) -> str:
    dates = f" ({_dates(item.dates)})" if item.dates else ""
    return f"{_joined(item.name, item.issuer)}{dates} {_at(item.name.span)}"


def _group(group: SkillGroup) -> str:
    listed = ", ".join(map(_skill, group.items))
    spans = [item.text.span for item in group.items]
    place = f" {_at(Span(spans[0].start, spans[-1].end, spans[0].page))}" if spans else ""
    return f"{group.name.value}: {listed}{place}" if group.name else listed + place


def _skill(item: SkillItem) -> str:
    stated = [item.level or "", f"{item.years:g} years" if item.years is not None else ""]
    told = ", ".join(filter(None, stated))
    return f"{item.text.value} ({told})" if told else item.text.value


def _spoken(item: LanguageItem) -> str:
    """The fluency as stated, and the level where it says it in other words."""
    stated = item.fluency.value if item.fluency else ""
    level = item.level if item.level and item.level.casefold() != stated.casefold() else ""
    told = " = ".join(filter(None, [stated, level]))
    return (
        f"{item.name.value} ({told}) {_at(item.name.span)}"
        if told
        else f"{item.name.value} {_at(item.name.span)}"
    )


def _joined(*texts: Text | None) -> str:
    return ", ".join(text.value for text in texts if text)


def _values(texts: Iterable[Text]) -> str:
    return ", ".join(_value(text) for text in texts)


def _value(text: Text | None) -> str:
    return f"{text.value} {_at(text.span)}" if text else ""


def _at(span: Span) -> str:
    """Where it stands in the document's text, as in the JSON."""
    page = f", p. {span.page}" if span.page is not None else ""
    return f"[{span.start}–{span.end}{page}]"


def _cut(text: Text | None) -> str:
    return f"{_short(text.value)} {_at(text.span)}" if text else ""


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
