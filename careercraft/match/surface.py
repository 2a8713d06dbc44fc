"""The surface tier: names and aliases on word boundaries.

All forms are looked up in one pass (Aho-Corasick over the folded text); then come the rules that tell a skill
from an ordinary word, and of overlapping hits the longest stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from careercraft.model.document import Document, Span
from careercraft.model.match import Mention, Tier
from careercraft.model.skill import Skill
from careercraft.parse.job_cue import Lazy
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.deeds import without_fillers
from careercraft.taxonomy.index import Surface
from careercraft.taxonomy.surface import Folded, fold, fold_text

_ITEM_BEFORE = re.compile(r"(^|[\n,;|•·▪:(/\[*–—-]|\band|\bor|&)[ \t]*$")
_ITEM_AFTER = re.compile(r"^[ \t]*($|[\n,;|•·▪)/\](*.–—-]|and\b|or\b|&)")
_NEW_ITEM = re.compile(r"\n\s*(?:[-•▪‣*·]|\d+[.)])\s|\n\s*\n")
"""A list item ends where the next begins, and a paragraph at its empty line; no name runs over that."""
_SHARED = re.compile(r"(?P<word>[^\W\d_][\w-]+)(?:\s*,)?\s+(?:(?:or|and|and/or|&)\s+)?$", re.IGNORECASE)
_LISTED = re.compile(r",|\b(?:or|and)\b|&", re.IGNORECASE)
_MOST_SHARING = 4
_NEGATED_BEFORE = re.compile(
    r"\b(no|without|not|lack of|lacking|never|unlike|except|excluding)\s+(?!only|limited|just)"
    r"((need|needed|prior|previous|any|have|experience|knowledge|of|with|in|use|used|require|required)\s+){0,4}$"
    r"|\b(?:do|does|did|is|are)(?:n't|n’t|\s+not)\s+(?:need|require|expect|necessary)\w*\b[^.;:,\n]{0,40}$",
    re.IGNORECASE,
)
_GOES_ON = Lazy(r"\s*,?\s*(?:and|or|nor)\s+", re.IGNORECASE)
_NEGATED_AFTER = re.compile(
    r"^[\w\s]{0,24}?\b(is|are)?\s*(not|isn't|aren't|never)\s+(required|needed|necessary|expected)",
    re.IGNORECASE,
)


class SurfaceMatcher:
    """Finds every skill of a taxonomy that a text names. Building it costs some 10 ms; it is kept and shared."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([surface.folded for surface in self._taxonomy.surfaces])

    def find(self, text: str, pages: Document | None = None) -> tuple[Mention, ...]:
        """Mentions in the order of the text, without overlaps; pages are looked up in `pages` when given."""
        folded = fold_text(text)
        tight = without_fillers(folded)
        hits = [*self._hits(folded), *(hit for hit in self._hits(tight) if hit[2].deed)]
        kept = _longest(hits)
        kept = sorted([*kept, *self._shared_heads(text, kept)], key=lambda hit: hit[0])
        page_of = PageIndex(pages) if pages is not None else None
        return tuple(self._mention(hit, page_of) for hit in _affirmed(text, kept))

    def _hits(self, folded: Folded) -> Iterator[tuple[int, int, Surface]]:
        text = folded.source
        for index, start, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if _on_boundaries(folded, start, end):
                begin, stop = folded.span(start, end)
                surface = self._taxonomy.surfaces[index]
                if not _NEW_ITEM.search(text, begin, stop) and self._allowed(text, begin, stop, surface):
                    yield begin, stop, surface

    def _mention(self, hit: tuple[int, int, Surface], page_of: PageIndex | None) -> Mention:
        start, end, surface = hit
        tier: Tier = "exact" if surface.exact else "alias"
        page = page_of.page(start) if page_of else None
        skill = self._taxonomy.entries[surface.skill]
        return Mention(skill_id=skill.id, span=Span(start, end, page), tier=tier, score=1.0)

    def _shared_heads(
        self, text: str, hits: list[tuple[int, int, Surface]]
    ) -> Iterator[tuple[int, int, Surface]]:
        """ "Journeyman or master electrician license", "written, oral and interpersonal communication": the first
        ones have their head from the last."""
        for start, end, _ in hits:
            head = text[start:end].partition(" ")[2]
            for begin, stop in _sharing(text, start) if head else ():
                surface = self._by_form.get(fold(f"{text[begin:stop]} {head}"))
                if surface and not any(a < stop and begin < b for a, b, _ in hits):
                    yield begin, stop, surface

    @cached_property
    def _by_form(self) -> dict[str, Surface]:
        return {surface.folded: surface for surface in self._taxonomy.surfaces}

    def _allowed(self, text: str, start: int, end: int, surface: Surface) -> bool:
        """Names that are also words count with the right capitals and company, or as an item of a list."""
        skill = self._taxonomy.entries[surface.skill]
        rule = skill.match
        if " " in surface.folded or not (rule.case or rule.context):
            return True
        if rule.case and not _same_capitals(text[start:end], surface.form):
            return False
        return not rule.context or _is_item(text, start, end) or _has_company(text, start, end, skill)


def _sharing(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Words of a list before `start`, from the last to the first."""
    for _ in range(_MOST_SHARING):
        found = _SHARED.search(text, max(0, start - 40), start)
        if not found or not _LISTED.search(text, found.end("word"), start):
            return
        start = found.start("word")
        yield found.span("word")


class PageIndex:
    """Page of a code point, from a document's lines."""

    def __init__(self, document: Document) -> None:
        self._spans = [line.span for line in document.lines if line.span.page is not None]

    def page(self, position: int) -> int | None:
        import bisect

        index = bisect.bisect_right(self._spans, position, key=lambda span: span.start) - 1
        return self._spans[index].page if index >= 0 else None


def _on_boundaries(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    if start and not _opens(folded, start):
        return False
    return end == len(text) or _closes(folded, start, end)


def _opens(folded: Folded, start: int) -> bool:
    before = folded.text[start - 1]
    if before.isalnum() or before == "&":
        return False
    if before == "." and start > 1 and folded.text[start - 2].isalnum():
        return folded.source[folded.origin(start)].isupper()  # a full stop without its space
    return True


def _closes(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    after = text[end]
    if after == "+" and end + 1 < len(text) and text[end + 1].isalpha():
        return True  # "SQL+Python"
    if after.isalnum() or after in "+#":
        return False
    if end - start == 1 and after in "&.'":
        return after == "." and (end + 1 == len(text) or text[end + 1] == " ")
    if after == "." and end + 1 < len(text) and text[end + 1].isalnum():
        return folded.source[folded.origin(end + 1)].isupper()
    return True


def _same_capitals(found: str, form: str) -> bool:
    letters = [char for char in found if char.isalnum()]
    return letters == [char for char in form if char.isalnum()]


def _is_item(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    return bool(_ITEM_BEFORE.search(before) and _ITEM_AFTER.search(after))


def _has_company(text: str, start: int, end: int, skill: Skill) -> bool:
    """A context word in the same line or the one before or after."""
    first = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start)))
    last = text.find("\n", end)
    last = text.find("\n", last + 1) if last >= 0 else -1
    near = text[first + 1 : start] + " " + text[end : last if last >= 0 else len(text)]
    return bool(_context_pattern(skill.match.context).search(near))


@cache
def _context_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words in a usual ending, whole: "app" is in "apps", not in "apply"."""
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{listed})(?:s|es|ing|ed)?(?!\w)", re.IGNORECASE)


def _negated(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    if _NEGATED_BEFORE.search(text, max(line_start, start - 48), start):
        return True
    line_end = text.find("\n", end)
    return bool(_NEGATED_AFTER.search(text[end : line_end if line_end >= 0 else len(text)][:48]))


def _affirmed(text: str, hits: list[tuple[int, int, Surface]]) -> Iterator[tuple[int, int, Surface]]:
    """Without what is negated, "no experience with Java or Kotlin" both."""
    negated_until = -1
    for hit in hits:
        goes_on = negated_until >= 0 and _GOES_ON.fullmatch(text, negated_until, hit[0])
        if goes_on or _negated(text, hit[0], hit[1]):
            negated_until = hit[1]
        else:
            yield hit


def _longest(hits: Iterable[tuple[int, int, Surface]]) -> list[tuple[int, int, Surface]]:
    """Greedy by length, then place, then name before alias. A deed gives way to a name: of "managed accounts payable"
    the accounts payable stay."""
    kept: list[tuple[int, int, Surface]] = []
    taken: set[int] = set()
    whole = _without_cuts(list(hits))
    for hit in sorted(
        whole, key=lambda hit: (hit[0] - hit[1], hit[0], hit[2].deed, not hit[2].exact, hit[2].folded)
    ):
        cells = range(hit[0], hit[1])
        if taken.isdisjoint(cells):
            kept.append(hit)
            taken.update(cells)
    return sorted(kept, key=lambda hit: hit[0])


def _without_cuts(hits: list[tuple[int, int, Surface]]) -> list[tuple[int, int, Surface]]:
    """Without the deeds that cut a name, or that hold one of several words of another skill."""
    names = [hit for hit in hits if not hit[2].deed]
    return [hit for hit in hits if not (hit[2].deed and any(_spoils(hit, name) for name in names))]


def _spoils(deed: tuple[int, int, Surface], name: tuple[int, int, Surface]) -> bool:
    if name[0] >= deed[1] or deed[0] >= name[1]:
        return False
    inside = deed[0] <= name[0] and name[1] <= deed[1]
    around = name[0] <= deed[0] and deed[1] <= name[1]
    other = name[2].skill != deed[2].skill
    return (inside and other and " " in name[2].folded) or not (inside or around)
