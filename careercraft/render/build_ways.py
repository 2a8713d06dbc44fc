"""What would change the verdict, in words: part of `build`."""

from __future__ import annotations

from careercraft.model.advice import Counterfactual, CounterfactualChange, Margin
from careercraft.model.change import RequirementMove, WhatIf
from careercraft.model.score import Verdict
from careercraft.render import view, wording
from careercraft.render.build_skills import format_hours, format_points
from careercraft.render.wording import clean

_NAMED = 4


def way_out(way: Counterfactual) -> str:
    """A set of changes in a sentence; an edit takes minutes and no learning."""
    names = [clean(change.name) + (" (an edit)" if change.edit else "") for change in way.changes]
    only_edits = all(change.edit for change in way.changes)
    hours = "" if only_edits else format_hours(way.hours)
    takes = ", some minutes" if only_edits else f", about {hours}" if hours else ""
    readiness = wording.score(way.readiness)
    return f"{wording.listed(names)} would do it: {format_points(way.points)} points{takes}, readiness {readiness}."


def build_way(way: Counterfactual) -> view.WayView:
    changes = tuple(_change(change) for change in way.changes)
    alone = len(changes) == 1 and not way.changes[0].edit
    return view.WayView(text=way_out(way), changes=() if alone else changes)


def _change(change: CounterfactualChange) -> str:
    hours = "some minutes" if change.edit else format_hours(change.hours)
    worth = ", ".join(part for part in (format_points(change.points), hours) if part)
    what = f": {wording.sentence(clean(change.edit))}" if change.edit else ""
    return f"{clean(change.name)} ({worth}){what}"


def margin(found: Margin) -> str:
    """How much a FIT bears."""
    if not found.falls_without:
        return "It stays FIT without any one of the requirements met."
    names = [clean(name) for name in found.falls_without]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return f"It would fall to UNFIT without {wording.listed([*names[:_NAMED], *more], 'or')}."


def build_what_if(found: WhatIf, now: Verdict) -> view.WhatIfView:
    return view.WhatIfView(
        changes=tuple(clean(change.text) for change in found.changes),
        before=_verdict(now),
        after=_verdict(found.verdict),
        scores=tuple(
            view.MoveView(
                name=wording.SCORE_NAMES[move.key],
                before=wording.score(move.before),
                after=wording.score(move.after),
            )
            for move in found.scores
        ),
        requirements=tuple(_requirement(move) for move in found.requirements),
    )


def _verdict(verdict: Verdict) -> str:
    return f"{verdict.label} {wording.score(verdict.readiness)}"


def _requirement(move: RequirementMove) -> view.MoveView:
    words = {"partial": "in part"}
    return view.MoveView(
        name=clean(move.name),
        before=f"{words.get(move.before, move.before)} {wording.number(move.strength_before, 2)}",
        after=f"{words.get(move.after, move.after)} {wording.number(move.strength_after, 2)}",
    )
