"""From a question in plain English to what is asked, by words alone; the encoder helps where they don't decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from careercraft.chat.intent_changes import find_changes
from careercraft.chat.intent_follow import Asked, Context, follow_up
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
"""From which on words alone decide."""
SURE = 0.63
"""Under which words don't suffice."""
_MEANT = 0.5
"""Cosine from which a line of the table means the same."""
_MEANING = 0.6
"""What nearness in meaning weighs beside the words."""
_AHEAD = 0.35
"""By how much an intent may lead in words before meaning isn't asked; to encode the whole table takes its time."""
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
    intent, score = classify(found.text, desk)
    if intent == "unknown" and not found.slots.skills and is_foreign(text):
        intent = "language"
    changes = find_changes(text, found.slots.skills) if intent == "what_if" else ()
    each = len(changes) > 1 and re.search(r"\bor\b", text, re.IGNORECASE) is not None
    return Asked(intent=intent, slots=found.slots, changes=changes, each=each, score=score)


def classify(text: str, desk: Desk | None = None) -> tuple[str, float]:
    """(intent, score) of a question with its slots marked; `unknown` where nothing is near enough. Without a desk
    words alone decide."""
    known = table()
    asked = stems(put_right(words(text), known.known))
    scores = {intent.name: _by_words(intent, known, asked) for intent in known.intents}
    name, score = max(scores.items(), key=lambda pair: pair[1])
    if score >= PLAIN or desk is None or len(asked) < 2:
        return (name, score) if score >= SURE else ("unknown", score)
    least = score - _AHEAD if score >= SURE else 0.0
    near = _by_meaning(text, [intent for intent in known.intents if scores[intent.name] >= least], desk)
    name = max(scores, key=lambda other: round(scores[other] + _MEANING * near.get(other, 0.0), _DECIMALS))
    score = max(scores[name], near.get(name, 0.0))
    sure = scores[name] >= SURE or near.get(name, 0.0) >= _MEANT
    return (name, score) if sure else ("unknown", score)


def _by_words(intent: Intent, known: Table, asked: Sequence[str]) -> float:
    like = max((known.likeness(line, asked) for line in intent.lines), default=0.0)
    like *= _BARRED if intent.is_barred(asked) else 1.0
    rule = known.by_rule(intent, asked)
    return round(max(like, rule) + _BOTH * min(like, rule), _DECIMALS)


def _by_meaning(text: str, intents: Sequence[Intent], desk: Desk) -> dict[str, float]:
    """Of each intent the cosine of its nearest line; empty where there is no encoder."""
    lines = [(intent.name, _spoken(line)) for intent in intents for line in intent.phrasings]
    try:
        linker = desk.linker()
        near = linker.encode([line for _, line in lines]) @ linker.encode([_spoken(text)])[0]
    except CareerCraftError:  # an encoder that can't be loaded is no reason not to answer
        return {}
    best: dict[str, float] = {}
    for (name, _), cosine in zip(lines, near.round(_DECIMALS).tolist(), strict=True):
        best[name] = max(cosine, best.get(name, 0.0))
    return best


@lru_cache(maxsize=2048)
def _spoken(text: str) -> str:
    return " ".join(words(text)).replace("<", "the ").replace(">", "")


_FOREIGN = word_set("""
warum wieso weshalb wie ich nicht kann bin für mir mich soll welche fehlt lernen wann lange dauert pourquoi comment
quoi quel quelle quels quelles je suis que combien qué cómo por porque cuánto cuál soy puedo mis falta aprender
perché cosa sono quanto quale mio miei como não quanto sou posso meu minhas waarom hoe ik niet wat mijn dlaczego jak
jestem nie czy mnie co varför hur jag är inte hvorfor hvordan jeg ikke miksi miten olen neden nasıl değil ben proč jsem
""")


def is_foreign(text: str) -> bool:
    """Most of its letters are no Latin ones, or a small word is one of another language."""
    letters = [char for char in text if char.isalpha()]
    if letters and sum(char < "\u0250" for char in letters) < len(letters) / 2:
        return True
    return any(word in _FOREIGN for word in re.findall(r"[^\W\d_]+", text.lower()))
