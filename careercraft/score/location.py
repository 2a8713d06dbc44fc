"""location_match: how far, how often, whether one would move, and whether one may work there."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.model.facts import LocationFacts
from careercraft.model.score import Score
from careercraft.score.rows import Part, scored

PLACE, MODE, MOVE, PERMIT = 70.0, 30.0, 50.0, 20.0
"""Weights of the rows; where it comes to moving, MOVE of PLACE goes to the row on that."""
NEAR_KM, FAR_KM = 15, 100
"""Ways to work, each day: up to the one nothing is lost, from the other on one would have to move."""
FAR_SHARE = 0.5
WEEK = 5.0
HYBRID_DAYS = 3.0
"""Days at the office of a hybrid job that states none."""
MOVE_SHARES = {"offered": 1.0, "required": 1.0, None: 0.8, "not_offered": 0.6}
"""For a person who would move, by what the posting says of it."""
_NEARNESS_WORDS = (
    (1.0, "same city"), (0.7, "same region"), (0.4, "same country"), (0.3, "another city"), (0.0, "another country"),
)  # fmt: skip
_MOVE_WORDS = {"offered": "help is offered", "required": "it is asked", "not_offered": "no help is offered"}


def location_score(facts: LocationFacts, weight: float) -> Score:
    parts = list(_parts(facts))
    summary = "; ".join(part.label for part in parts)
    return scored("location_match", parts, weight, summary, _silence(facts))


def _parts(facts: LocationFacts) -> Iterator[Part]:
    share = place_share(facts)
    moves = _moves(facts, share)
    evidence = (
        *facts.found_evidence,
        *(facts.mode_evidence if facts.mode == "remote" else ()),
        *facts.evidence,
    )
    if share is not None:
        yield Part(_place_words(facts), share, PLACE - MOVE if moves else PLACE, evidence)
    if moves:
        yield _move(facts)
    if facts.wants_remote is not None and facts.mode is not None:
        at_home = home_share(facts)
        wish = "remote wished" if facts.wants_remote else "work on site wished"
        share = at_home if facts.wants_remote else 1 - at_home
        yield Part(f"{_mode_words(facts)}, {wish}", round(share, 3), MODE, facts.mode_evidence)
    if facts.authorized is not None:
        words = "right to work there: " + ("yes" if facts.authorized else "no")
        yield Part(words, 1.0 if facts.authorized else 0.0, PERMIT, facts.authorization_evidence)


def place_share(facts: LocationFacts) -> float | None:
    """0..1; None where the places can't be compared."""
    if facts.mode == "remote":
        return 0.0 if facts.in_reach is False else 1.0
    if facts.km is None or facts.nearness == 1.0:
        return facts.nearness
    way = facts.km * office_days(facts) / WEEK
    if way > FAR_KM:
        return 0.0 if facts.nearness == 0.0 else 0.4
    return round(1 - (1 - FAR_SHARE) * max(0.0, way - NEAR_KM) / (FAR_KM - NEAR_KM), 3)


def office_days(facts: LocationFacts) -> float:
    """A week."""
    if facts.mode != "hybrid":
        return WEEK
    return HYBRID_DAYS if facts.office_days is None else facts.office_days


def home_share(facts: LocationFacts) -> float:
    """The part of the week that is worked at home; half of it where a hybrid job doesn't say."""
    if facts.mode == "hybrid":
        return 0.5 if facts.office_days is None else 1 - facts.office_days / WEEK
    return 1.0 if facts.mode == "remote" else 0.0


def _moves(facts: LocationFacts, share: float | None) -> bool:
    """Whether moving says more than the way to work: for who would move where it is the better half, for who
    wouldn't where the way is too far. A posting may ask for it and not tell where from."""
    if facts.will_relocate is None or (facts.mode == "remote" and facts.in_reach is not False):
        return False
    if share is None:
        return facts.relocation == "required"
    return share < (MOVE_SHARES[facts.relocation] if facts.will_relocate else FAR_SHARE)


def _move(facts: LocationFacts) -> Part:
    says = f", {_MOVE_WORDS[facts.relocation]}" if facts.relocation else ""
    share = MOVE_SHARES[facts.relocation] if facts.will_relocate else 0.0
    words = "would relocate" if facts.will_relocate else "would not relocate"
    return Part(f"{words}{says}", share, MOVE, facts.relocation_evidence)


def _place_words(facts: LocationFacts) -> str:
    if facts.mode == "remote":
        there = {
            None: "",
            True: f" within {facts.job_place}",
            False: f" within {facts.job_place}, not where you live",
        }
        return f"remote{there[facts.in_reach]}"
    words = next(words for least, words in _NEARNESS_WORDS if (facts.nearness or 0.0) >= least)
    if facts.km is not None and facts.nearness != 1.0:
        words = f"{facts.km:,} km" + (", another country" if facts.nearness == 0.0 else "")
    if facts.mode == "hybrid" and facts.nearness != 1.0:
        words += f", {_days_words(facts)}" if facts.office_days is not None else ", hybrid"
    if not facts.job_place or not facts.resume_place:
        return words
    return f"{words}: {facts.resume_place} to {facts.job_place}" if facts.nearness != 1.0 else words


def _mode_words(facts: LocationFacts) -> str:
    known = facts.mode == "hybrid" and facts.office_days is not None
    return f"hybrid, {_days_words(facts)}" if known else str(facts.mode)


def _days_words(facts: LocationFacts) -> str:
    days = facts.office_days or 0.0
    return f"{days:g} {'day' if days == 1 else 'days'} a week on site"


def _silence(facts: LocationFacts) -> str:
    if facts.job_place is None and facts.mode is None:
        return "the posting names no place"
    return (
        "the resume names no place (--location)"
        if facts.resume_place is None
        else "the places can't be compared"
    )
