"""What somebody did, as evidence of soft skills: "mentored four juniors" shows mentoring, "team player" is a word.

Only the bullets of positions, projects and volunteering tell deeds; a summary and a list make claims. A deed is a verb
with an object of the table (`data/deeds.txt`), told of the person: not denied, wished for, or done by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from careercraft.match.deed_table import LONGEST_OBJECT, Rule, Verb, verbs
from careercraft.match.surface import PageIndex
from careercraft.match.told import Telling, is_claim, is_light, told
from careercraft.match.wishes import is_wish
from careercraft.model.document import Document, Span
from careercraft.model.match import Mention
from careercraft.model.resume import Project, Resume, Work
from careercraft.parse.tables import word_set
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.surface import Folded, fold, fold_text

_REACH = 8
"""Words behind a verb among which its object is looked for."""
_BETWEEN = 2
"""Words that may stand between a verb and its preposition."""
_STOPS = word_set(
    """by under who which while to for from using via through with than because in at on as into across during
    after before without toward towards about regarding"""
)
"""Where the object is over; "of" goes on ("a team of five")."""
_NO_OBJECT = word_set("by under in as at from via myself")
_ENDS = (".", ";", "!", "?", ":")
_WORD = re.compile(r"\S+")
_TAIL = 24
"""Code points behind a name in which its "skills" would stand."""
_PUNCTUATION = ".,;:!?()[]\"'“”…•▪‣*·|"


class Deed(NamedTuple):
    """Words that tell a deed; places are code points of the text looked through."""

    skill_id: str
    full: bool
    """False where it only hints at the skill."""
    start: int
    end: int


def with_deeds(
    mentions: Iterable[Mention], resume: Resume, document: Document, taxonomy: Taxonomy
) -> list[Mention]:
    """The mentions and those of deeds. Of a soft skill each has `deed` set where it stands in a bullet: False for mere
    words ("excellent communication skills"), which prove as little there as in a list."""
    bullets = list(_bullets(resume))
    pages = PageIndex(document)
    found = [_judged(hit, bullets, document, taxonomy) for hit in mentions]
    for span in bullets:
        for deed in deeds(document.quote(span)):
            start, end = span.start + deed.start, span.start + deed.end
            if deed.skill_id in taxonomy.skills and not is_wish(document.text, start):
                place = Span(start, end, pages.page(start))
                found.append(
                    Mention(skill_id=deed.skill_id, span=place, tier="alias", score=1.0, deed=deed.full)
                )
    return found


def deeds(text: str) -> list[Deed]:
    """Of one bullet; for each skill the first that shows it in full, or else the first that hints at it."""
    best: dict[str, Deed] = {}
    for deed in _all(text):
        known = best.get(deed.skill_id)
        if known is None or (deed.full and not known.full):
            best[deed.skill_id] = deed
    return sorted(best.values(), key=lambda deed: (deed.start, deed.skill_id))


def _all(text: str) -> Iterator[Deed]:
    folded = fold_text(text)
    raw = folded.text.split(" ")
    words = [word.strip(_PUNCTUATION) for word in raw]
    for first, last in sentences(raw):
        for at in range(first, last):
            yield from _at(folded, words, raw, at, (first, last))


def _at(
    folded: Folded, words: Sequence[str], raw: Sequence[str], at: int, sentence: tuple[int, int]
) -> Iterator[Deed]:
    """The deeds whose verb stands at this word."""
    first, last = sentence
    if raw[at].endswith(",") and at + 1 < last and words[at + 1] not in verbs() and words[at + 1] != "and":
        return  # an item of a list: "auditing, compliance"
    for length in (2, 1):
        text = " ".join(words[at : at + length])
        for verb in verbs().get(text, ()) if at + length <= last else ():
            telling = told(words[first:at], raw[first:at], verb.form)
            behind = _behind(words, at + length, last, verb)
            if telling == Telling.NOT or behind is None:
                continue
            end = _object_end(words, raw, (behind, last), verb.rule)
            if end:
                start, stop = (
                    folded.starts[at],
                    folded.starts[end - 1] + len(raw[end - 1].rstrip(_PUNCTUATION)),
                )
                yield from _shown(verb.rule, telling == Telling.OWN, *folded.span(start, stop))


def _shown(rule: Rule, own: bool, start: int, end: int) -> Iterator[Deed]:
    yield from (Deed(skill, own, start, end) for skill in rule.full)
    yield from (Deed(skill, False, start, end) for skill in rule.partly)


def sentences(raw: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first word of each and the one behind its last."""
    first = 0
    for at, word in enumerate(raw):
        if word.endswith(_ENDS):
            yield first, at + 1
            first = at + 1
    if first < len(raw):
        yield first, len(raw)


def _behind(words: Sequence[str], at: int, last: int, verb: Verb) -> int | None:
    """The word behind the verb and its preposition."""
    if not verb.particles:
        return at
    size = len(verb.particles)
    for start in range(at, min(at + _BETWEEN, last - size) + 1):
        if tuple(words[start : start + size]) == verb.particles:
            return start + size
        if not is_light(words[start]):
            return None
    return None


def _object_end(words: Sequence[str], raw: Sequence[str], places: tuple[int, int], rule: Rule) -> int | None:
    """The word behind the object; None where there is none that the rule knows. Of any object some words are taken."""
    at, last = places
    if rule.objects is None:
        free = at < last and words[at] and words[at] not in _NO_OBJECT
        some = range(at, min(last, at + LONGEST_OBJECT))
        return (
            next((place + 1 for place in some if raw[place].endswith(",") or place == some[-1]), None)
            if free
            else None
        )
    for place in range(at, min(last, at + _REACH)):
        for length in range(min(LONGEST_OBJECT, last - place), 0, -1):
            if rule.holds(words[place : place + length]):
                return place + length
        if words[place] in _STOPS:
            return None
    return None


def _judged(hit: Mention, bullets: Sequence[Span], document: Document, taxonomy: Taxonomy) -> Mention:
    """A soft skill's name in a bullet: what was done with it, or a claim."""
    if taxonomy.skills[hit.skill_id].kind != "soft":
        return hit
    inside = next((span for span in bullets if span.start <= hit.span.start < span.end), None)
    if inside is None:
        return hit
    start, end = hit.span.start - inside.start, hit.span.end - inside.start
    return structs.replace(hit, deed=not _is_claimed(document.quote(inside), start, end))


def _is_claimed(text: str, start: int, end: int) -> bool:
    """Of the name at these code points of a bullet."""
    words = [(found.start(), found.group()) for found in _WORD.finditer(text)]
    raw = [word for _, word in words]
    inside = next(
        (
            (first, last)
            for first, last in sentences(raw)
            if words[first][0] <= start < words[last - 1][0] + len(raw[last - 1])
        ),
        (0, len(raw)),
    )
    plain = [fold(word).strip(_PUNCTUATION) for word in raw[inside[0] : inside[1]]]
    named = fold(text[start:end]).split()
    behind = fold(text[end : end + _TAIL]).split()
    return is_claim(plain, [*named, *behind[:1]])


def _bullets(resume: Resume) -> Iterator[Span]:
    entries: list[Work | Project] = [*resume.work, *resume.projects, *resume.volunteer]
    for entry in entries:
        yield from (bullet.span for bullet in entry.bullets)
