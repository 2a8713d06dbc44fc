"""The roles that fit a resume: the words of the list, and its formats."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct

from careercraft.errors import UsageError
from careercraft.model.role_match import RoleFit, RoleMatch
from careercraft.render import wording
from careercraft.render.build_ways import way_out
from careercraft.render.markdown_text import code, escape, table
from careercraft.render.wording import clean

FORMATS = ("terminal", "markdown", "json")
SHOWN_SCORES = {
    "skills_match": "skills", "experience_match": "exper.", "education_match": "educ.",
    "technical_skills": "techn.", "soft_skills": "soft", "domain_knowledge": "domain",
    "salary_match": "pay",
}  # fmt: skip
"""The most telling first. A role has no place and no values of its own to score, and for pay a reference."""


class RoleView(Struct, frozen=True, kw_only=True):
    rank: str
    id: str
    title: str
    kind: str
    """ "mid, data"."""
    label: str
    fit: bool
    borderline: bool
    readiness: str
    interval: str
    confidence: str
    scores: tuple[str, ...]
    """In the order of SHOWN_SCORES."""
    missing: tuple[str, ...]
    years: str
    """ "0.8 of 3 years"; empty when none are asked."""
    pay: str
    way_out: str


class RoleMatchView(Struct, frozen=True, kw_only=True):
    heading: str
    counts: str
    threshold: str
    roles: tuple[RoleView, ...]
    left_out: str
    """Of the roles that are not shown, a sentence."""


def render(
    found: RoleMatch,
    format: str,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    """In one of FORMATS; raises UsageError for another."""
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"
    if format == "markdown":
        return _markdown(build(found))
    if format == "terminal":
        from careercraft.render.terminal.roles import render as on_terminal

        return on_terminal(build(found), width=width, color=color, encoding=encoding, full=full)
    raise UsageError(f"unknown format: {format}", f"one of {', '.join(FORMATS)}")


def build(found: RoleMatch) -> RoleMatchView:
    who = clean(found.candidate or "") or clean(found.resume)
    what = "1 role" if found.compared == 1 else f"{found.compared} roles"
    family = f" of {clean(found.family)}" if found.family else ""
    left = found.compared - len(found.roles)
    return RoleMatchView(
        heading=f"{who} against {what}{family}",
        counts=f"{found.fits} FIT",
        threshold=wording.number(found.threshold),
        roles=tuple(_role(role) for role in found.roles),
        left_out=f"{left} more; --top {found.compared} shows all." if left else "",
    )


def _role(role: RoleFit) -> RoleView:
    low, high = role.interval
    return RoleView(
        rank=str(role.rank),
        id=role.id,
        title=clean(role.title),
        kind=f"{role.level}, {clean(role.family)}",
        label=role.label,
        fit=role.label == "FIT",
        borderline=role.borderline,
        readiness=wording.score(role.readiness),
        interval=f"{wording.score(low)}–{wording.score(high)}",
        confidence=wording.score(role.confidence),
        scores=tuple(wording.score(role.scores.get(key)) for key in SHOWN_SCORES),
        missing=tuple(map(clean, role.missing_musts)),
        years=_years(role),
        pay=_pay(role),
        way_out="" if role.way_out is UNSET else way_out(role.way_out),
    )


def _years(role: RoleFit) -> str:
    if role.years_asked is UNSET:
        return ""
    found = "unknown" if role.years_found is UNSET else wording.number(role.years_found)
    return f"{found} of {wording.counted(role.years_asked, 'year')}"


def _pay(role: RoleFit) -> str:
    """A figure of the occupation, never of a posting: named with its source."""
    pay = role.salary
    if pay is UNSET:
        return ""
    spread = f", {pay.p10:,.0f} to {pay.p90:,.0f}" if pay.p10 and pay.p90 else ""
    return f"median {pay.median:,.0f} {clean(pay.currency)} a year{spread} ({clean(pay.source)})"


def _markdown(found: RoleMatchView) -> str:
    names = [wording.SCORE_NAMES[key] for key in SHOWN_SCORES]
    head = ["#", "Role", "Verdict", "Readiness", "Confidence", *names, "Years", "Must-haves missing", "The way to FIT",
            "Pay, as a reference"]  # fmt: skip
    rows = [
        [
            role.rank, f"{escape(role.title)}<br>{code(role.id)} {escape(role.kind)}",
            f"{'✅' if role.fit else '❌'} {role.label}" + (", borderline" if role.borderline else ""),
            f"{role.readiness} ({role.interval})", f"{role.confidence} %", *role.scores, role.years,
            "; ".join(map(escape, role.missing)), escape(role.way_out), escape(role.pay),
        ]
        for role in found.roles
    ]  # fmt: skip
    blocks = [
        f"# {escape(found.heading)}",
        f"{found.counts}; FIT needs {found.threshold}.",
        table(head, {0, *range(3, 5 + len(names))}, rows),
        found.left_out,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"
