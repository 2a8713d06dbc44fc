"""Job -> requirements: what each statement asks, linked to skills, with alternatives, years and level.

A statement with a short label ("Networking: ...") asks for its label; one that names skills asks for those; one
that names none is linked by meaning when that is near enough, and else kept in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercraft.match.asked_once import merge
from careercraft.match.groups import group_alternatives
from careercraft.match.linker import Linker
from careercraft.match.other_asks import OtherAsks, is_degree, is_person, is_physical
from careercraft.match.statement_parts import Part, PartReader
from careercraft.match.titles import TitleComparer
from careercraft.match.wording import TELLS_NOTHING, asks_nothing, is_attitude, is_nameable, is_prose
from careercraft.model.document import Document, Span
from careercraft.model.job import Job, Statement
from careercraft.model.match import Mention, Requirement
from careercraft.parse.job_hardness import is_hard_for, names_credential
from careercraft.read.language import ENGLISH

_BULLET = re.compile(r"\W*(?:\d+[.)])?\W*")


def requirements(
    job: Job, document: Document, mentions: Sequence[Mention], linker: Linker
) -> tuple[Requirement, ...]:
    """In the posting's order, each skill once. `mentions` are the surface hits in the whole document."""
    reader = _Reader(job, document, mentions, linker)
    found = [requirement for statement in job.statements for requirement in reader.read(statement)]
    return merge([*found, *reader.unnamed()], job.statements)


class _Reader:
    def __init__(self, job: Job, document: Document, mentions: Sequence[Mention], linker: Linker) -> None:
        self._job = job
        self._text = document.text
        self._parts = PartReader(
            document.text, OtherAsks(job, document.text, TitleComparer(linker, document))
        )
        self._mentions = [hit for hit in mentions if not is_person(document.quote(hit.span))]
        self._linker = linker
        self._items = _item_starts(document)
        self._english = document.language in ENGLISH
        self._pending: list[tuple[Statement, int, int]] = []

    def read(self, statement: Statement) -> Iterator[Requirement]:
        if statement.skill_ids:
            yield self._from_role(statement)
        elif statement.kind == "requirement":
            yield from self._from_requirement(statement)
        elif statement.kind == "duty":
            yield from self._from_duty(statement)

    def unnamed(self) -> list[Requirement]:
        """The pieces in which no name was found, linked by meaning where that is near enough. In another language
        than English neither the spelling nor the meaning of a phrase says anything."""
        phrases = [self._text[start:end] for _, start, end in self._pending]
        found = []
        meant = self._linker.nearest(phrases) if self._english else [None] * len(phrases)
        for (statement, start, end), skill_id in zip(self._pending, meant, strict=True):
            if is_degree(self._text[start:end]) or asks_nothing(self._text[start:end]):
                continue
            if skill_id is not None and self._may_mean(skill_id, self._text[start:end]):
                found.append(self._linked(statement, (skill_id,), start, end))
            elif self._stands_alone(statement):
                found.append(self._uncovered(statement, start, end))
        return found

    def _may_mean(self, skill_id: str, words: str) -> bool:
        """People are no skill, and a topic ("OSHA safety") is no certificate in it."""
        held = self._linker.taxonomy.skills[skill_id].kind == "certification"
        return not is_person(words) and (not held or names_credential(words))

    def _stands_alone(self, statement: Statement) -> bool:
        """List items do; of running prose only what is short enough to have a name."""
        span = statement.text.span
        words = self._text[span.start : span.end]
        if asks_nothing(words) or is_prose(words):
            return False
        return span.start in self._items or is_nameable(words)

    def _from_role(self, statement: Statement) -> Requirement:
        span = statement.text.span
        return self._linked(statement, statement.skill_ids, span.start, span.end)

    def _from_duty(self, statement: Statement) -> Iterator[Requirement]:
        """What a duty names counts; what it only describes doesn't, and behavior is asked elsewhere."""
        skills = self._linker.taxonomy.skills
        named = [hit for hit in self._inside(statement.text.span) if skills[hit.skill_id].kind != "soft"]
        for group in group_alternatives(self._text, statement.text.span.start, named):
            yield self._from_group(statement, group)

    def _from_requirement(self, statement: Statement) -> Iterator[Requirement]:
        for part in self._parts.read(statement, self._inside(statement.text.span)):
            if part.mentions:
                yield self._from_group(statement, part.mentions)
            else:
                found = self._by_spelling(statement, part)
                if found:
                    yield found

    def _inside(self, span: Span) -> list[Mention]:
        return [hit for hit in self._mentions if hit.span.start >= span.start and hit.span.end <= span.end]

    def _by_spelling(self, statement: Statement, part: Part) -> Requirement | None:
        """Linked as a whole phrase or a misspelled one; else it waits for the encoder."""
        words = self._text[part.start : part.end]
        if not any(char.isalpha() for char in words):
            return None
        skill_id = self._linker.named(words)
        if skill_id is None and self._english:
            near = self._linker.misspelled(words)
            skill_id = near[0] if near else None
        if skill_id is not None:
            return self._linked(statement, (skill_id,), part.start, part.end)
        self._pending.append((statement, part.start, part.end))
        return None

    def _from_group(self, statement: Statement, group: Sequence[Mention]) -> Requirement:
        options = tuple(dict.fromkeys(hit.skill_id for hit in group))
        return self._linked(statement, options, group[0].span.start, group[-1].span.end)

    def _linked(self, statement: Statement, options: tuple[str, ...], start: int, end: int) -> Requirement:
        skill = self._linker.taxonomy.skills[options[0]]
        return self._requirement(statement, skill.name, skill.kind, options, start, end)

    def _bare(self, words: str, options: tuple[str, ...]) -> str:
        """Without a last word that adds nothing to the name: "problem-solving abilities"."""
        rest, _, last = words.rpartition(" ")
        told = rest and last.lower() in TELLS_NOTHING and self._linker.named(rest) in options
        return self._bare(rest, options) if told else words

    def _uncovered(self, statement: Statement, start: int, end: int) -> Requirement:
        return self._requirement(statement, self._text[start:end].replace("\n", " "), "other", (), start, end)

    def _requirement(
        self, statement: Statement, name: str, kind: str, options: tuple[str, ...], start: int, end: int
    ) -> Requirement:
        attitude = kind == "other" and is_attitude(statement.text.value)
        # "Operates a forklift, lifts 50 lb" asks for the forklift all the same.
        whole = kind in {"soft", "other"}
        physical = is_physical(statement.text.value if whole else self._text[start:end])
        counted = kind not in {"soft", "language", "certification"}
        return Requirement(
            name=name,
            kind=kind,
            importance="nice" if physical or attitude else statement.importance,
            options=options,
            mention=self._bare(" ".join(self._text[start:end].split()), options),
            spans=(Span(start, end, statement.text.span.page),),
            years=statement.years if counted else None,
            level=statement.level,
            hard=not physical and is_hard_for(statement, kind, self._text[start:end]),
        )


def _item_starts(document: Document) -> frozenset[int]:
    """Where the content of a list item begins, after its bullet."""
    return frozenset(
        line.span.start + len(found.group())
        for line in document.lines
        if line.bullet and (found := _BULLET.match(document.quote(line.span)))
    )
