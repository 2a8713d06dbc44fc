"""What a model is asked to find in the documents, and how its answer is read. Nothing is believed or counted here:
`match.proposed` checks every claim against the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

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
    parts = list(pieces(text, _room(model, side, known)))
    claims: list[Claim] = []
    malformed = 0
    label = ""
    for number, part in enumerate(parts, 1):
        listen(number, len(parts))
        prompt = _prompt(side, part, known)
        answer = model.reply(prompt.messages, schema=schema(side), most_tokens=_ANSWER).data
        found, wrong = read_claims(answer, side)
        claims += found
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
        for item in items[:_ITEMS] if isinstance(items, list) else []:
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
    number = float(years) if needs_years and years is not None else None
    return Claim(kind=kind, name=name.strip()[:_LONGEST], years=number, quote=quote[:_LONGEST])


def _prompt(side: Side, text: str, known: Sequence[str]) -> Prompt:
    fence, document = fenced(text)
    return filled(_PROMPTS[side], known=_listed(known), fence=fence, document=document)


def _listed(known: Sequence[str]) -> str:
    return ", ".join(known[:_KNOWN]) or "none"


def _room(model: ChatModel, side: Side, known: Sequence[str]) -> int:
    """Tokens of a document that one question can hold."""
    frame = sum(count_tokens(message.content) for message in _prompt(side, "", known).messages)
    context = model.traits.context_tokens
    return max(_LEAST, context - frame - min(_ANSWER, context // 3) - _SPARE)


def pieces(text: str, tokens: int) -> Iterator[str]:
    """The whole text in pieces of so many tokens at most, parted at empty lines where it can be, else at the ends of
    lines, else of words. No code point of it but the white space between two pieces is lost."""
    rest = text.strip()
    while rest:
        end = _fits(rest, tokens)
        if end < len(rest):
            marks = (rest.rfind(mark, end // 2, end) for mark in ("\n\n", "\n", " "))
            end = next((mark for mark in marks if mark > 0), end)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()


def _fits(text: str, tokens: int) -> int:
    """How many code points from the start take no more than so many tokens."""
    if count_tokens(text) <= tokens:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if count_tokens(text[:middle]) <= tokens else (low, middle - 1)
    return low
