"""What only makes sense after another question: "why?", "and Terraform?", "the second one", "more"."""

from __future__ import annotations

import re
from typing import cast

from msgspec import Struct

from careercraft.chat.intent_changes import find_changes
from careercraft.chat.intent_slots import Slots, find_slots
from careercraft.chat.intent_words import words
from careercraft.chat.scene import Desk, Item
from careercraft.model.score import ScoreKey
from careercraft.parse.tables import phrase_set


class Context(Struct, frozen=True, kw_only=True):
    """What the next question may lean on. Kept with a conversation."""

    intent: str = ""
    items: tuple[Item, ...] = ()
    """Listed by the last answer, in order."""
    skills: tuple[str, ...] = ()
    """That the last question named."""
    changes: tuple[str, ...] = ()
    """Of the last "what if"."""
    hours: float | None = None
    scores: tuple[ScoreKey, ...] = ()
    runs: tuple[str, ...] = ()
    turns: int = 0
    """How many questions were answered."""


class Asked(Struct, frozen=True, kw_only=True):
    intent: str
    """Of the table; or empty, language, unknown, no_such."""
    slots: Slots = Slots()
    changes: tuple[str, ...] = ()
    each: bool = False
    """The changes are alternatives: "Docker or Kubernetes"."""
    full: bool = False
    """All of a list that was cut."""
    score: float = 0.0
    """0..1 and a little more: how sure that is."""
    sure: bool = True
    """Else the answer says what the question was taken for."""
    nearest: tuple[str, ...] = ()
    """Intents that it may be, where that isn't sure; three at most."""


_MORE = phrase_set("""
more|show more|show me more|tell me more|give me more|the rest|and the rest|show the rest|show me the rest|all of it
all of them|show all|show me all|show all of them|list all|everything|continue|go on|keep going|the others
""")
_WHY = phrase_set("""
why|but why|and why|so why|how come|why so|why is that|why that|why not|explain|explain that|explain it|explain this
how so|what do you mean|why is it so|what does that mean|but how come|can you explain that|can you explain
""")
_AND = re.compile(
    r"^(?:and|or|also|plus|but|then|now|(?:and |but )?(?:what|how) about|what of|same for)\s+\S"
)
_JOINING = re.compile(
    r"\b(?:and|or|also|plus|about|what|how|with|for|to|then|now|but|of|same)\b|<\w+>", re.IGNORECASE
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
    "last": -1,
}  # fmt: skip
_ORDINAL = re.compile(
    r"^(?:and |what about |how about |tell me (?:more )?about |explain |show me |more on |what is )?(?:the |number )?"
    rf"(?P<which>{'|'.join(_ORDINALS)}|[1-9])(?: one| of them| of those| item| point| gap| skill| score)?$"
)
_OTHER_HOURS = re.compile(
    r"^(?:(?:and|but|or|what|how|about|if|i|had|have|only|just) )*(?:with|at) (?:only |just )?(\d{1,2})$"
)
"""After an answer on hours: "and with 3?"."""
_ON_HOURS = ("how_long", "roadmap")
_ABOUT_SKILLS = frozenset(("what_if", "resources", "how_long", "skill"))
"""What may be asked of one skill and then of another."""
_AFTER_WHY = {
    "explain_score": "explain_score", "scores": "explain_score", "skill": "skill", "what_if": "skill",
    "confidence": "confidence", "salary": "salary", "location": "location", "education": "education",
    "experience": "experience", "culture": "culture", "hard": "hard", "compare": "compare", "margin": "margin",
}  # fmt: skip


def follow_up(text: str, plain: str, desk: Desk, context: Context) -> Asked | None:
    """None for a question that stands by itself. `plain`: its words in one form."""
    if plain in _MORE:
        return _again(context, full=True) if context.intent else Asked(intent="no_such", score=1.0)
    if plain in _WHY:
        return _why(context)
    if found := _ORDINAL.match(plain):
        if found["which"] in ("first", "last") and plain == found["which"]:
            return None
        return _which(_ORDINALS.get(found["which"]) or int(found["which"]), context)
    if context.intent in _ON_HOURS and (found := _OTHER_HOURS.match(plain)):
        return Asked(
            intent=context.intent, slots=Slots(skills=context.skills, hours=float(found[1])), score=1.0
        )
    joined = bool(_AND.match(plain))
    slots = find_slots(text, desk)
    bare = not words(_JOINING.sub(" ", slots.text))
    if (joined or bare) and context.intent:
        return _and_also(slots.slots, context, joined, bare)
    return _alone(slots.slots) if bare else None


def _again(context: Context, full: bool) -> Asked:
    slots = Slots(skills=context.skills, scores=context.scores, runs=context.runs, hours=context.hours)
    return Asked(intent=context.intent, slots=slots, changes=context.changes, full=full, score=1.0)


def _why(context: Context) -> Asked:
    intent = _AFTER_WHY.get(context.intent, "why")
    named = tuple(item.key for item in context.items if item.kind == "skill")
    skills = context.skills or named[:3]
    if intent == "skill" and not skills:
        intent = "why"
    slots = Slots(
        skills=skills if intent == "skill" else (),
        scores=context.scores or ("readiness",),
        runs=context.runs,
    )
    return Asked(intent=intent, slots=slots, full=True, score=1.0)


def _which(number: int, context: Context) -> Asked | None:
    if not context.items:
        return Asked(intent="no_such", score=1.0) if context.intent else None
    if number > len(context.items):
        return Asked(intent="no_such", score=1.0)
    item = context.items[number - 1 if number > 0 else number]
    if item.kind == "score":
        return Asked(intent="explain_score", slots=Slots(scores=(cast(ScoreKey, item.key),)), score=1.0)
    if item.kind == "run":
        return Asked(intent="compare", slots=Slots(runs=(item.key,)), score=1.0)
    if item.kind == "intent":
        return Asked(intent=item.key, slots=Slots(skills=context.skills), score=1.0)
    intent = "resources" if context.intent == "resources" else "skill"
    return Asked(intent=intent, slots=Slots(skills=(item.key,)), score=1.0)


def _and_also(slots: Slots, context: Context, joined: bool, bare: bool) -> Asked | None:
    """ "and Terraform?", "what about 10 hours?", "and education?": the last question with other slots."""
    scores = slots.scores or slots.loose_scores
    if joined and scores and context.intent == "explain_score":
        return Asked(intent="explain_score", slots=Slots(scores=scores), score=1.0)
    if not bare and not (joined and _only_unknown(slots)):
        return None
    if slots.skills or _only_unknown(slots):
        intent = context.intent if context.intent in _ABOUT_SKILLS else "skill"
        changes = (*context.changes, *find_changes("", slots.skills)) if intent == "what_if" else ()
        return Asked(intent=intent, slots=slots, changes=tuple(dict.fromkeys(changes)), score=1.0)
    if slots.hours is not None:
        intent = context.intent if context.intent in _ON_HOURS else "how_long"
        return Asked(intent=intent, slots=slots, score=1.0)
    if slots.runs or slots.files or slots.other:
        return Asked(intent="compare", slots=slots, score=1.0)
    return None


def _only_unknown(slots: Slots) -> bool:
    return bool(slots.unknown) and not slots.scores and not slots.runs and slots.hours is None


def _alone(slots: Slots) -> Asked | None:
    """A question that is nothing but a name."""
    if slots.skills:
        return Asked(intent="skill", slots=slots, score=1.0)
    if slots.scores:
        return Asked(intent="explain_score", slots=slots, score=1.0)
    if slots.hours is not None:
        return Asked(intent="roadmap", slots=slots, score=1.0)
    return Asked(intent="compare", slots=slots, score=1.0) if slots.runs or slots.files else None
