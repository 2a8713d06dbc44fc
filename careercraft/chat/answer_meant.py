"""Where a question could be meant in two ways, or only a part of a message was understood: what is said of that."""

from __future__ import annotations

import re

from msgspec.structs import replace

from careercraft.chat.intent_follow import Asked
from careercraft.chat.intent_parts import Parts
from careercraft.chat.intent_slots import Slots
from careercraft.chat.intent_table import table
from careercraft.chat.scene import Item, Said, md
from careercraft.render.wording import listed, shorten

TALK = frozenset(
    (
        "help",
        "thanks",
        "greeting",
        "model",
        "privacy",
        "unknown",
        "no_such",
        "empty",
        "language",
        "upset",
        "export",
    )
)
"""After these the talk goes on where it was."""
_HEADING = 90
"""Characters of a question that stand over its answer."""
_ANY = "a skill"
"""Where a phrasing needs a name, and the question has none."""
_SLOT = re.compile(r"<\w+>")


def heading(text: str) -> str:
    """Of one of several questions of a message."""
    return f"“{md(shorten(text, _HEADING))}”"


def taken_for(asked: Asked) -> list[str]:
    """Where it isn't sure, what the question was taken for stands first."""
    if asked.sure or asked.intent in TALK:
        return []
    first, *others = (f"“{_meant(name, asked.slots)}”" for name in (asked.intent, *asked.nearest[1:2]))
    other = f" If you mean {others[0]}, ask it like that." if others else ""
    return [f"I take this for {first}.{other}"]


def which_question(asked: Asked) -> Said:
    """Those that it may be; "the second one" then means the second."""
    return Said(
        lines=(
            "I'm not sure what you ask. Is it one of these? “The first one” will do as an answer; “help” lists all.",
            *(f"- {_meant(name, asked.slots)}" for name in asked.nearest),
        ),
        data={"nearest": list(asked.nearest)},
        items=tuple(Item(kind="intent", key=name) for name in asked.nearest),
    )


def _meant(name: str, slots: Slots) -> str:
    """The first line of the table for it that can be said with what the question names."""
    given = {"<skill>": listed([*slots.skills]), "<run>": "that posting", "<score>": "that score"}
    lines = next(intent for intent in table().intents if intent.name == name).phrasings
    able = [line for line in lines if "<" not in line or all(given.get(slot) for slot in _SLOT.findall(line))]
    said = _SLOT.sub(lambda found: given.get(found[0]) or _ANY, able[0] if able else lines[0])
    said = re.sub(r"\bi\b", "I", said)
    return md(said[:1].upper() + said[1:])


def beside(said: Said, words: str) -> Said:
    """What an answer had to leave out is told at its end."""
    if not words:
        return said
    return replace(
        said, lines=(*said.lines, f"Without “{md(shorten(words, _HEADING))}”: I know no skill of that name.")
    )


def not_answered(parts: Parts) -> list[str]:
    named = [heading(text) for text in parts.left[:3]]
    return [f"Not answered: {listed(named)}. Ask it by itself, in other words."] if named else []
