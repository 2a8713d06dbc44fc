"""Proposals once more: the same one again in an answer, and a saved report's against its own texts."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.match import proposed_context as context
from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import telling
from careercraft.match.proposed_words import Words
from careercraft.match.proposed_years import years_in, years_of
from careercraft.model.document import Document
from careercraft.model.proposed import Proposal


def is_again(new: Proposal, old: Proposal) -> bool:
    """The same once more; of words that no taxonomy entry covers also those that are only cut in another way."""
    if new.kind != old.kind or (new.kind == "years_asked" and new.years != old.years):
        return False
    if new.id is not None and old.id is not None:
        return new.id == old.id
    return old.words.start < new.words.end and new.words.start < old.words.end


def still_holds(item: Proposal, text: str, language: str, linker: Linker) -> bool:
    """Whether its quote bears it out, by the text and the taxonomy alone: what the rules know and what is personal
    isn't looked at again."""
    quote, place = (item.quote.start, item.quote.end), (item.words.start, item.words.end)
    if not (0 <= quote[0] <= place[0] < place[1] <= quote[1] <= len(text)) or context.joins_places(
        text, *quote
    ):
        return False
    if item.kind == "years_asked":
        return item.years is not UNSET and years_in(text[slice(*quote)], item.years) is not None
    words = Words(Document(text=text, lines=(), name="", hash="", format="text", language=language), linker)
    if context.in_address(text, *place) or context.denies(text, *place):
        return False
    if item.id is None:
        return item.kind == "requirement" and item.name == text[slice(*place)] and telling(item.name)
    skill = linker.taxonomy.skills.get(item.id)
    if skill is None or skill.name != item.name:
        return False
    meant = words.meant(skill, *quote) if item.by == "meaning" else None
    found = [meant] if meant else words.named(skill, *quote)
    if not any((borne.start, borne.end) == place for borne in found):
        return False
    others = words.others(skill, *quote)
    return item.years is UNSET or years_of(text, quote, place, item.years, others) is not None
