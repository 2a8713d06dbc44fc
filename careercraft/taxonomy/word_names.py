"""Rules for imported names that are ordinary words.

A vocabulary of others has "Go", "R" and "communicate", and doesn't say when they are meant. A name that the built-in
taxonomy knows too is treated as there. Of the others, one ordinary word or very few letters count with their own
capitals where they have some, else as an item of a list or where words near by speak of skills.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from careercraft import paths
from careercraft.model.skill import MatchRule, Skill
from careercraft.taxonomy.index import Taxonomy
from careercraft.taxonomy.surface import fold

_WORDS_FILE = "words.txt"
_SHORT = 2
"""Letters up to which a name may stand for anything."""
_COMPANY = (
    "experience",
    "expertise",
    "familiar",
    "knowledge",
    "proficiency",
    "proficient",
    "skill",
    "skilled",
)


def with_rules(skills: Iterable[Skill], known: Taxonomy) -> tuple[Skill, ...]:
    """The skills; those that are names of words, and have no rule yet, with one. `known` is the built-in taxonomy."""
    words = frozenset((paths.generated_dir() / _WORDS_FILE).read_text(encoding="utf-8").split())
    return tuple(
        skill if skill.match != MatchRule() else structs.replace(skill, match=_rule(skill, known, words))
        for skill in skills
    )


def _rule(skill: Skill, known: Taxonomy, words: frozenset[str]) -> MatchRule:
    """That of the name; of a name of several words, which needs none, those of its aliases of one word."""
    forms = (skill.name,) if " " not in fold(skill.name) else skill.aliases
    rules = [_form_rule(form, known, words) for form in forms if " " not in fold(form)]
    context = dict.fromkeys(word for rule in rules for word in rule.context)
    return MatchRule(case=any(rule.case for rule in rules), context=tuple(context))


def _form_rule(form: str, known: Taxonomy, words: frozenset[str]) -> MatchRule:
    folded = fold(form)
    capital = form != form.lower()
    same = known.forms.get(folded)
    if same is not None and not same.item:
        rule = known.entries[same.skill].match
        return MatchRule(case=rule.case and capital, context=rule.context)
    if len(folded) <= _SHORT:
        return MatchRule(case=capital, context=_COMPANY)
    if folded in words:
        return MatchRule(case=capital, context=() if capital else _COMPANY)
    return MatchRule()
