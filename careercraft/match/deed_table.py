"""The table of deeds (`data/deeds.txt`, which says how a line reads), ready for looking up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from careercraft.match.verb_forms import Form, forms, singular
from careercraft.parse.tables import word_set
from careercraft.taxonomy.surface import fold

FILE = Path(__file__).parent / "data" / "deeds.txt"
ANYTHING = "*"
PLURAL = "+"
"""Behind an object that counts only in the plural."""
LONGEST_OBJECT = 3
"""Words."""
_PARTICLES = word_set("""to with at on in before for across between alongside up over under during as upon""")


class Rule(NamedTuple):
    """One line of the table."""

    full: tuple[str, ...]
    """Ids of the skills that the deed shows."""
    partly: tuple[str, ...]
    """Ids of those that it only hints at."""
    verbs: tuple[str, ...]
    objects: frozenset[str] | None
    """In the singular; None where any will do."""

    def holds(self, words: Sequence[str]) -> bool:
        """Whether these folded words are one of the objects."""
        single = " ".join(singular(word) for word in words)
        objects = self.objects or ()
        return single in objects or (words[-1] != singular(words[-1]) and single + PLURAL in objects)


class Verb(NamedTuple):
    """A way to write a verb, and what it may tell."""

    form: Form
    particles: tuple[str, ...]
    """Words that must follow: "with" of "worked with"."""
    rule: Rule


def stem(words: str) -> str:
    """A phrase as it is looked up."""
    return " ".join(singular(word) for word in fold(words).split())


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """By each form of each verb; those of two words ("cross trained") with a space."""
    found: dict[str, list[Verb]] = {}
    for rule in rules():
        for verb in rule.verbs:
            first, *others = verb.split("_")
            if all(word in _PARTICLES for word in others):
                for text, form in forms(first).items():
                    found.setdefault(text, []).append(Verb(form, tuple(others), rule))
            else:
                for text, form in forms(others[-1]).items():
                    found.setdefault(" ".join((first, *others[:-1], text)), []).append(Verb(form, (), rule))
    return {text: tuple(told) for text, told in found.items()}


@cache
def rules() -> tuple[Rule, ...]:
    groups: dict[str, list[str]] = {}
    found: list[Rule] = []
    for line in _lines(FILE.read_text(encoding="utf-8")):
        if line.startswith("@"):
            name, _, words = line.partition("=")
            groups[name.strip()] = words.split()
            continue
        skills, verbs_, objects = line.split("|")
        full, _, partly = skills.partition(";")
        found.append(
            Rule(
                tuple(full.split()),
                tuple(partly.split()),
                tuple(verbs_.split()),
                _objects(objects.split(), groups),
            )
        )
    return tuple(found)


def _lines(text: str) -> Iterator[str]:
    """Without remarks, each with the indented lines that go on with it."""
    whole = ""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("    "):
            whole += line
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _objects(words: list[str], groups: dict[str, list[str]]) -> frozenset[str] | None:
    if words == [ANYTHING]:
        return None
    spelled = (noun for word in words for noun in (groups[word] if word.startswith("@") else [word]))
    return frozenset(_object(noun) for noun in spelled)


def _object(noun: str) -> str:
    words = noun.removesuffix(PLURAL).replace("_", " ")
    return stem(words) + (PLURAL if noun.endswith(PLURAL) else "")
