"""From a question in plain English to what is asked, by words alone; the encoder helps where they don't decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercraft.chat.intent_changes import find_changes
from careercraft.chat.intent_follow import Asked, Context, follow_up
from careercraft.chat.intent_nearest import nearness
from careercraft.chat.intent_slots import find_slots
from careercraft.chat.intent_table import Intent, Table, table
from careercraft.chat.intent_words import put_right, stems, words
from careercraft.chat.scene import Desk
from careercraft.errors import CareerCraftError
from careercraft.parse.tables import word_set
from careercraft.render.wording import clean

MOST_CHARACTERS = 600
"""Of a question that are looked at; nobody asks longer."""
PLAIN = 1.0
"""From which on words alone may decide,"""
_LEAD = 0.2
"""where they lead by so much."""
SURE = 0.63
"""Under which words don't suffice where there is no encoder."""
_RULES = 0.4
"""What a rule that holds weighs beside the nearness to all phrasings."""
_FAINT, _CLEAR = 0.18, 0.3
"""Under which a question is like nothing that is known, and from which it is clearly like something."""
_OFFERED = 0.1
"""From which an intent is named as one that may be meant."""
_TIED, _APART = 0.05, 0.25
"""By how much the first must lead not to be a mere guess, and not to be told as what the question was taken for: of the
table's own lines, each left out of the fit in its turn, the first is right in 34, 68 and 94 of 100."""
_DECIMALS = 4
_BARRED = 0.75
"""What is left of a likeness where a word speaks against the intent."""
_BOTH = 0.25
"""What the weaker of rule and likeness adds."""


def understand(question: str, desk: Desk, context: Context) -> Asked:
    """The same question in the same context gives the same."""
    text = clean(question[: 4 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    plain = " ".join(words(text))
    if not plain:
        return Asked(intent="why" if context.intent and "?" in text else "empty")
    follows = follow_up(text, plain, desk, context)
    return follows or _fresh(text, desk)


def _fresh(text: str, desk: Desk) -> Asked:
    found = find_slots(text, desk)
    taken = _taken(found.text, desk)
    intent = taken.intent
    foreign = foreign_words(text)
    if (intent == "unknown" and foreign and not found.slots.skills) or (foreign > 1 and taken.score < PLAIN):
        intent = "language"
    changes = find_changes(text, found.slots.skills) if intent == "what_if" else ()
    each = len(changes) > 1 and re.search(r"\bor\b", text, re.IGNORECASE) is not None
    return Asked(
        intent=intent, slots=found.slots, changes=changes, each=each, score=taken.score, sure=taken.sure,
        nearest=taken.nearest if intent != "language" else (),
    )  # fmt: skip


class _Taken(NamedTuple):
    intent: str
    score: float
    sure: bool
    nearest: tuple[str, ...] = ()
    """Those that it may be, where that isn't sure."""


def classify(text: str, desk: Desk | None = None) -> tuple[str, float]:
    """(intent, score) of a question with its slots marked; `unknown` where nothing is near enough. Without a desk
    words alone decide."""
    return _taken(text, desk)[:2]


def _taken(text: str, desk: Desk | None) -> _Taken:
    known = table()
    asked = stems(put_right(words(text), known.known))
    if told := known.said.get(tuple(asked)):
        return _Taken(told, PLAIN, True)
    scores = {intent.name: _by_words(intent, known, asked) for intent in known.intents}
    name, second = sorted(scores, key=lambda other: -scores[other])[:2]
    score = scores[name]
    if desk is None or len(asked) < 2 or (score >= PLAIN and score - scores[second] >= _LEAD):
        return _Taken(name if score >= SURE else "unknown", score, True)
    try:
        near = nearness(text, desk.linker())
    except CareerCraftError:  # an encoder that can't be loaded is no reason not to answer
        return _Taken(name if score >= SURE else "unknown", score, score >= PLAIN)
    return _by_meaning(near, {intent.name: known.by_rule(intent, asked) for intent in known.intents})


def _by_meaning(near: Mapping[str, float], rules: Mapping[str, float]) -> _Taken:
    both = {name: round(near[name] + _RULES * weight, _DECIMALS) for name, weight in rules.items()}
    first, second, *others = sorted(both, key=lambda name: -both[name])
    apart = both[first] - both[second]
    if first == "unknown" or both[first] < _FAINT:
        return _Taken("unknown", both[first], True)
    nearest = tuple(
        name for name in (first, second, others[0]) if name != "unknown" and both[name] >= _OFFERED
    )
    if apart < (_TIED if both[first] >= _CLEAR else 2 * _TIED):
        return _Taken("unknown", both[first], True, nearest)
    return _Taken(first, both[first], apart >= _APART, nearest)


def _by_words(intent: Intent, known: Table, asked: Sequence[str]) -> float:
    like = known.likeness(intent, asked)
    like *= _BARRED if intent.is_barred(asked) else 1.0
    rule = known.by_rule(intent, asked)
    return round(max(like, rule) + _BOTH * min(like, rule), _DECIMALS)


_FOREIGN = word_set("""
warum wieso weshalb wie ich nicht kann bin für mir mich soll welche fehlt lernen wann lange dauert bitte auf und ist
danke mein meine deutsch pourquoi comment quoi quel quelle quels quelles je suis que combien bonjour merci vous pour
avec français qué cómo por porque cuánto cuál soy puedo mis falta aprender hola gracias trabajar trabajo necesito quiero
español perché cosa sono quanto quale mio miei ciao grazie como não quanto sou posso meu minhas olá obrigado waarom hoe
ik niet wat mijn dank dlaczego jak jestem nie czy mnie dzień co varför hur jag är inte hvorfor hvordan jeg ikke miksi
miten olen neden nasıl değil ben proč jsem
""")


def foreign_words(text: str) -> int:
    """How many small words are of another language; all of them where most letters are no Latin ones."""
    letters = [char for char in text if char.isalpha()]
    found = re.findall(r"[^\W\d_]+", text.lower())
    if letters and sum(char < "\u0250" for char in letters) < len(letters) / 2:
        return len(found)
    return sum(word in _FOREIGN for word in found)
