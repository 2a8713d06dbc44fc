"""Other roles that the same resume meets, and how the plan that is followed goes."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.chat.scene import Desk, Said, md
from careercraft.chat.sources import Citations
from careercraft.model.role_match import RoleFit
from careercraft.render.wording import counted, listed, number, score

_MOST_MUSTS = 3
_COMMAND = "`careercraft roles match RESUME`"


def other_roles(desk: Desk, cite: Citations) -> Said:
    """The roles of the catalogue that the resume meets best, where its file is at hand. Raises UsageError."""
    if desk.from_roles is None:
        return Said(lines=(f"{_COMMAND} holds your resume against all roles of the catalogue.",), data={})
    found = desk.from_roles()
    lines = [
        f"Your resume against all {found.compared} roles of the catalogue, the best first "
        f"({counted(found.fits, 'role')} of them FIT):",
        *map(_role, found.roles),
        "These are typical postings of each trade; a real one may ask for more or less. "
        f"`careercraft analyze RESUME --role {found.roles[0].id}` shows one of them in full."
        if found.roles
        else "The catalogue has no role.",
    ]
    data = {
        "roles": [
            {"id": one.id, "title": one.title, "label": one.label, "readiness": one.readiness}
            for one in found.roles
        ]
    }
    return Said(lines=tuple(lines), data=data)


def _role(one: RoleFit) -> str:
    musts = [md(name) for name in one.missing_musts[:_MOST_MUSTS]]
    more = len(one.missing_musts) - len(musts)
    missing = (
        f"; missing must-haves: {listed([*musts, *([f'{more} more'] if more else [])])}" if musts else ""
    )
    return f"- {md(one.title)} ({one.level}): **{one.label}**, readiness {score(one.readiness)}{missing}"


def progress(desk: Desk, cite: Citations) -> Said:
    """How the plan that is followed goes: week, hours, pace and forecast."""
    found = desk.status()
    if found is None:
        none = "You follow no plan for this posting yet. “Make me a plan” shows one, `careercraft roadmap` keeps it."
        return Said(lines=(none,), data={"plan": None})
    ledger = found.ledger
    lines = [
        f"Week {found.week} of {found.weeks}: {found.done} of {counted(found.tasks, 'task')} done, "
        f"{number(ledger.left, 2)} h are left.",
        _ahead(found.ahead_hours),
        f"As planned it ends on {found.finish_planned}"
        + (f"; at your present pace on {found.finish}." if found.finish is not UNSET else "."),
        f"With what is done so far the readiness would be {score(found.readiness)}: {found.verdict}.",
        "`careercraft roadmap status` shows it week by week.",
    ]
    data = {
        "week": found.week,
        "weeks": found.weeks,
        "done": found.done,
        "tasks": found.tasks,
        "left": ledger.left,
    }
    return Said(lines=tuple(lines), data=data)


def _ahead(hours: float) -> str:
    if not hours:
        return "You are as far as the plan."
    return f"You are {number(abs(hours), 2)} h {'ahead of' if hours > 0 else 'behind'} the plan."
