"""What a model is asked to find in the documents, and how its answer is read. Nothing is believed or counted here:
`match.proposed` checks every claim against the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercraft.llm import structured
from careercraft.llm.faults import TooLong
from careercraft.llm.prompts import Prompt, fenced, filled
from careercraft.llm.tokens import count_tokens
from careercraft.model.chat import ChatModel
from careercraft.model.match import Side
from careercraft.model.proposed import Claim, ProposalKind

_KNOWN = 80
"""Known skills told to the model; more would fill a small context with what it may leave out."""
_ANSWER = 1_200
"""Tokens that an answer may take."""
_SPARE = 150
_SHARED = 100
"""Tokens of the piece before that a piece of a long document begins with at most: more than a quote has."""
_SHARED_LINES = 2
_LEAST = 200
"""Tokens of a document that a question holds at least, however small the context."""
_ITEMS = 400
"""Items read of one answer; the check counts those over its limit."""
_LONGEST = 2_000
"""Code points read of a quote; a longer one is refused all the same."""
_KINDS: dict[Side, dict[str, ProposalKind]] = {
    "resume": {"skills": "skill", "soft_skills": "soft_skill", "years": "years"},
    "job": {"requirements": "requirement", "years": "years_asked"},
}
_PROMPTS: dict[Side, str] = {"resume": "propose_resume", "job": "propose_job"}


class Asked(NamedTuple):
    """What came of one document."""

    claims: tuple[Claim, ...]
    malformed: int
    """Items that are no claims at all: no quote, another shape."""
    prompt: str
    """Its label."""
    parts: int
    """Questions that it took; more than 1 where the document is longer than the model can read at once."""


def ask(
    model: ChatModel,
    side: Side,
    text: str,
    known: Sequence[str],
    listen: Callable[[int, int], None] = lambda part, parts: None,
) -> Asked:
    """Claims of one document. A long one is asked for piece by piece, so that nothing of it is cut; `listen` hears
    which piece of how many comes next. Raises ProviderError."""
    try:
        return _asked(model, side, text, known, listen)
    except TooLong:  # now it is known how much it takes
        return _asked(model, side, text, known, listen)


def _asked(
    model: ChatModel, side: Side, text: str, known: Sequence[str], listen: Callable[[int, int], None]
) -> Asked:
    parts = list(pieces(text, _room(model, side, known)))
    claims: list[Claim] = []
    malformed = 0
    label = ""
    for number, part in enumerate(parts, 1):
        listen(number, len(parts))
        earlier = len(claims)
        prompt = _prompt(side, part, known)
        answer = model.reply(prompt.messages, schema=schema(side), most_tokens=_answer(model)).data
        found, wrong = read_claims(answer, side)
        # of the lines that two pieces share, once
        claims += [claim for claim in found if claim not in claims[:earlier]]
        malformed += wrong
        label = prompt.label
    return Asked(tuple(claims), malformed, label, len(parts))


def schema(side: Side) -> dict[str, Any]:
    """JSON Schema of an answer, in the strict form that providers ask for: all named, nothing else."""
    groups = {name: {"type": "array", "items": _item(kind)} for name, kind in _KINDS[side].items()}
    return {
        "type": "object",
        "properties": groups,
        "required": list(groups),
        "additionalProperties": False,
    }


def _item(kind: ProposalKind) -> dict[str, Any]:
    fields: dict[str, Any] = {} if kind == "years_asked" else {"skill": {"type": "string"}}
    if kind in {"years", "years_asked"}:
        fields["years"] = {"type": "number"}
    fields["quote"] = {"type": "string"}
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def read_claims(answer: object, side: Side) -> tuple[list[Claim], int]:
    """The claims of an answer of whatever shape, and how many of its items are none."""
    claims: list[Claim] = []
    malformed = 0
    groups = answer if isinstance(answer, Mapping) else {}
    for name, kind in _KINDS[side].items():
        items = groups.get(name)
        if not isinstance(items, list):
            continue
        malformed += len(items[_ITEMS:])  # no answer has so many
        for item in items[:_ITEMS]:
            claim = _claim(item, kind)
            if claim is None:
                malformed += 1
            else:
                claims.append(claim)
    return claims, malformed


def _claim(item: object, kind: ProposalKind) -> Claim | None:
    if not isinstance(item, Mapping):
        return None
    name, quote, years = item.get("skill", ""), item.get("quote"), item.get("years")
    if not isinstance(name, str) or not isinstance(quote, str):
        return None
    if isinstance(years, bool) or not isinstance(years, int | float | None):
        return None
    needs_name, needs_years = kind != "years_asked", kind in {"years", "years_asked"}
    if (needs_name and not name.strip()) or (needs_years and years is None):
        return None
    try:
        number = float(years) if needs_years and years is not None else None
    except OverflowError:  # an integer of hundreds of digits
        return None
    return Claim(kind=kind, name=name.strip()[:_LONGEST], years=number, quote=quote[:_LONGEST])


def _prompt(side: Side, text: str, known: Sequence[str]) -> Prompt:
    fence, document = fenced(text)
    return filled(_PROMPTS[side], known=_listed(known), fence=fence, document=document)


def _listed(known: Sequence[str]) -> str:
    return ", ".join(known[:_KNOWN]) or "none"


def _room(model: ChatModel, side: Side, known: Sequence[str]) -> int:
    """Tokens of a document that one question can hold."""
    # with the schema in words: whether the provider keeps it by itself is found out with the first answer
    frame = structured.asked_for(list(_prompt(side, "", known).messages), schema(side))
    said = sum(count_tokens(message.content) for message in frame)
    return max(_LEAST, model.traits.context_tokens - said - _answer(model) - _SPARE)


def _answer(model: ChatModel) -> int:
    """Tokens that an answer may take. Some servers refuse a call whose prompt and answer could pass the context."""
    return min(_ANSWER, model.traits.context_tokens // 4)


def pieces(text: str, tokens: int) -> Iterator[str]:
    """The whole text in pieces of so many tokens at most, parted at empty lines where it can be, else at the ends of
    lines, else of words. Each begins with the last lines of the one before, so that no quote is lost over a border."""
    text = text.strip()
    shared, at = min(_SHARED, tokens // 4), 0
    while at < len(text):
        start = _back(text, at, shared) if at else 0
        end = start + _fits(text[start:], tokens)
        if end < len(text):
            least = at + (end - at) // 2
            marks = (text.rfind(mark, least, end) for mark in ("\n\n", "\n", " "))
            end = next((mark for mark in marks if mark > at), max(end, at + 1))
        yield text[start:end].strip()
        at = end + len(text[end:]) - len(text[end:].lstrip())


def _back(text: str, at: int, tokens: int) -> int:
    """Where the two lines before this place begin; where they have more than so many tokens, their last words."""
    start = at
    for _ in range(_SHARED_LINES):
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    words = (start + found.start() for found in re.finditer(r"\S+", text[start:at]))
    return next((place for place in words if count_tokens(text[place:at]) <= tokens), at)


def _fits(text: str, tokens: int) -> int:
    """How many code points from the start take no more than so many tokens."""
    if count_tokens(text) <= tokens:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if count_tokens(text[:middle]) <= tokens else (low, middle - 1)
    return low
