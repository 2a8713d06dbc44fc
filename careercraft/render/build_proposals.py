"""What a model proposed, in words: part of `build`. Whether it counts is said first, since it may move numbers."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from careercraft.model.proposed import Proposal, Proposals
from careercraft.model.score import Verdict
from careercraft.render import view, wording
from careercraft.render.build_skills import build_quotes
from careercraft.render.passages import Marks
from careercraft.render.wording import clean

_WHAT = {
    "skill": "a skill in the resume",
    "soft_skill": "a soft skill that a deed shows",
    "years": "years in the resume",
    "requirement": "asked by the posting",
    "years_asked": "years asked by the posting",
}
_DROPPED = {
    "malformed": "in a wrong form",
    "too_many": "beyond the limit",
    "not_in_source": "whose quote stands in no document",
    "not_telling": "whose quote says nothing",
    "too_long": "whose quote is too long",
    "unknown_skill": "of a skill that the taxonomy doesn't know",
    "claim_not_in_quote": "that the quote doesn't bear out",
    "years_not_in_quote": "of years that don't stand in the quote",
    "denied": "that the document denies or only wishes for",
    "somebody_else": "of what somebody else did",
    "two_places": "whose quote joins two places",
    "personal": "from a name or an address",
    "nothing_asked": "from where the posting asks nothing",
    "known": "known already",
    "repeated": "given twice",
}


def build_proposals(proposals: Proposals | UnsetType, marks: Marks) -> view.ProposalsView | None:
    if proposals is UNSET:
        return None
    return view.ProposalsView(
        model=clean(proposals.model),
        counted=proposals.counted,
        effect=_effect(proposals),
        moves=tuple(
            view.MoveView(
                name=wording.SCORE_NAMES[move.key],
                before=wording.score(move.before),
                after=wording.score(move.after),
            )
            for move in proposals.scores
        ),
        items=tuple(
            view.ProposalView(
                name=_name(item), what=_WHAT[item.kind], quotes=build_quotes((item.quote,), marks)
            )
            for item in proposals.kept
        ),
        dropped=_dropped(proposals),
    )


def _name(item: Proposal) -> str:
    years = "" if item.years is UNSET else wording.counted(item.years, "year")
    return (
        years if item.kind == "years_asked" else ", ".join(part for part in (clean(item.name), years) if part)
    )


def _effect(proposals: Proposals) -> str:
    after = _shown(proposals.verdict_with)
    if not proposals.kept:
        return "Nothing that it proposed holds and is new; no number moves."
    if proposals.verdict_without is UNSET:
        return f"What it proposes counts here, as you asked: {after}."
    before = _shown(proposals.verdict_without)
    if proposals.counted:
        return f"What it proposes counts here, as you asked: {after}. Without it: {before}."
    if before == after:
        return f"What it proposes doesn't count here. If it did, the verdict would stay {before}."
    return (
        f"What it proposes doesn't count here. If it did, the verdict would be {after}, not {before};"
        " --llm-evidence use counts it."
    )


def counting(proposals: Proposals | UnsetType) -> str:
    """What belongs beside a verdict on which a model's proposals have a bearing; empty for all others."""
    if proposals is UNSET or not (proposals.counted and proposals.kept):
        return ""
    without = (
        "" if proposals.verdict_without is UNSET else f" Without that: {_shown(proposals.verdict_without)}."
    )
    return f"This counts what {clean(proposals.model)} found.{without}"


def _shown(verdict: Verdict) -> str:
    return f"{verdict.label} (readiness {wording.score(verdict.readiness)})"


def _dropped(proposals: Proposals) -> str:
    count = sum(proposals.dropped.values())
    if not count:
        return ""
    kinds = ", ".join(
        f"{number} {_DROPPED.get(reason, reason)}" for reason, number in proposals.dropped.items()
    )
    return f"{count} more {'was' if count == 1 else 'were'} thrown away: {kinds}."
