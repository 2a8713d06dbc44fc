"""The surface tier: names and aliases on word boundaries.

All forms are looked up in the folded text; then come the rules that tell a skill from an ordinary word, and of
overlapping hits the longest stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import compress

from careercraft.match.forms import Forms
from careercraft.match.negation import affirmed
from careercraft.match.shared import Place, completed
from careercraft.match.vocabulary import vocabulary
from careercraft.model.document import Document, Span
from careercraft.model.match import Mention, Tier
from careercraft.model.skill import Skill
from careercraft.read.clean import BULLETS
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.deeds import without_fillers
from careercraft.taxonomy.index import Surface
from careercraft.taxonomy.surface import Folded, fold, fold_text

_ITEM_BEFORE = re.compile(
    rf"(^|[\n,;|{BULLETS}:(/\[*–—]|(?<!\w)-|(?:^|\n)[ \t]*\(?\d{{1,2}}[.)]|\band|\bor|&)[ \t]*$"
)
_ITEM_AFTER = re.compile(rf"^[ \t]*($|[\n,;|{BULLETS})/\](*.–—]|-(?!\w)|and\b|or\b|&)")
"""A hyphen inside a word ("full-time", "go-getter") begins and ends no item."""
_NEW_ITEM = re.compile(rf"\n\s*(?:[-–*{BULLETS}]|\d+[.)])\s|\n\s*\n")
"""A list item ends where the next begins, and a paragraph at its empty line; no name runs over that."""
_ASKED = re.compile(
    r"\b(?:experience|knowledge|proficien\w+|familiar\w*|expertise|skill\w*|understanding|hands-on)\s+"
    r"(?:with|of|in|using|on)\s+$",
    re.IGNORECASE,
)
_ASKED_REACH = 32
_OPENING = re.compile(rf"(?:^|[\n.!?:{BULLETS}*–—-])[ \t]*$")
_VERB_AFTER = re.compile(r"\s+(?:in|at|to)\s")
"""A name that opens a sentence has its capital from there: "Excel in research", "React to changes"."""
_REACH = 8
_TAIL = re.compile(r" (?:skills?|abilit(?:y|ies)|experience|knowledge)$")
_SEPARATORS = re.compile(r"[\s,;|/•·]+")
_SHORTEST_SIGNED = 4
_SHORTEST_UNWORDED = 6
"""Letters from which the vocabulary knows whether a name is a word."""
_LEAST_NAMES = 3


class SurfaceMatcher:
    """Finds every skill of a taxonomy that a text names."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._taxonomy.forms)

    @cached_property
    def _deeds(self) -> Forms:
        return Forms({form: surface for form, surface in self._taxonomy.forms.items() if surface.deed})

    def find(self, text: str, pages: Document | None = None) -> tuple[Mention, ...]:
        """Mentions in the order of the text, without overlaps; pages are looked up in `pages` when given."""
        folded = fold_text(text)
        hits = [*self._hits(folded, self._forms), *self._hits(without_fillers(folded), self._deeds)]
        kept = self._completed(text, _longest(hits))
        page_of = PageIndex(pages) if pages is not None else None
        stated = affirmed(text, [hit[:2] for hit in kept])
        return tuple(self._mention(hit, page_of) for hit in compress(kept, stated))

    def surface_of(self, words: str) -> Surface | None:
        """The name or other form that these words are as a whole, whatever the rules say of them."""
        return self._forms.get(fold(words))

    def _hits(self, folded: Folded, forms: Forms) -> Iterator[Place]:
        text = folded.source
        for surface, start, end in forms.find(folded):
            begin, stop = folded.span(start, end)
            if not _NEW_ITEM.search(text, begin, stop) and self._allowed(text, begin, stop, surface):
                yield begin, stop, surface

    def _mention(self, hit: Place, page_of: PageIndex | None) -> Mention:
        start, end, surface = hit
        tier: Tier = "exact" if surface.exact else "alias"
        page = page_of.page(start) if page_of else None
        skill = self._taxonomy.entries[surface.skill]
        return Mention(skill_id=skill.id, span=Span(start, end, page), tier=tier, score=1.0)

    def _completed(self, text: str, hits: list[Place]) -> list[Place]:
        """With the names of which an enumeration leaves a part to a neighbor; a lone general word gives way to
        such a name: of "data collection and analysis" the data analysis."""
        found = {hit[:2]: hit for hit in hits}
        for start, end, surface in completed(text, hits, self._forms.get):
            old = found.get((start, end))
            if surface.item:
                continue
            free = not any(begin < end and start < stop for begin, stop in found)
            if free or (old and not old[2].exact and " " not in old[2].folded):
                found[start, end] = (start, end, surface)
        return sorted(found.values(), key=lambda hit: hit[0])

    def _allowed(self, text: str, start: int, end: int, surface: Surface) -> bool:
        """Names that are also words count with the right capitals and company, or as an item of a list."""
        if surface.item and not _is_item(text, start, end):
            return False
        skill = self._taxonomy.entries[surface.skill]
        rule = skill.match
        if " " in surface.folded or not (rule.case or rule.context) or _is_no_word(surface.folded):
            return True
        if (
            rule.case
            and _VERB_AFTER.match(text, end)
            and _OPENING.search(text, max(0, start - _REACH), start)
        ):
            return False
        if rule.case and not _same_capitals(text[start:end], surface.form):
            return _is_among_names(text, start, end, self._forms)
        if not rule.context or _is_item(text, start, end) or _has_company(text, start, end, skill):
            return True
        return rule.case and bool(_ASKED.search(text, max(0, start - _ASKED_REACH), start))


def _is_no_word(form: str) -> bool:
    """ "node.js", "reactjs": whatever the capitals, this is the name. Short ones may always be words."""
    if not form.isalpha():
        return len(form) >= _SHORTEST_SIGNED
    return len(form) >= _SHORTEST_UNWORDED and form not in vocabulary()


def _is_among_names(text: str, start: int, end: int, forms: Forms) -> bool:
    """In a line of nothing but names in small letters: "java spring docker"."""
    if not text[start:end].islower():
        return False
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    words = _SEPARATORS.split(text[first : last if last >= 0 else len(text)].strip(" \t•·*-"))
    return len(words) >= _LEAST_NAMES and all(forms.get(fold(word)) for word in words)


class PageIndex:
    """Page of a code point, from a document's lines."""

    def __init__(self, document: Document) -> None:
        self._spans = [line.span for line in document.lines if line.span.page is not None]

    def page(self, position: int) -> int | None:
        import bisect

        index = bisect.bisect_right(self._spans, position, key=lambda span: span.start) - 1
        return self._spans[index].page if index >= 0 else None


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


def _longest(hits: Iterable[Place]) -> list[Place]:
    """Greedy by length, then place, then name before alias. A deed gives way to a name: of "managed accounts payable"
    the accounts payable stay."""
    kept: list[Place] = []
    taken: set[int] = set()
    whole = _without_cuts(list(hits))
    for hit in sorted(whole, key=_order):
        cells = range(hit[0], hit[1])
        if taken.isdisjoint(cells):
            kept.append(hit)
            taken.update(cells)
    return sorted(kept, key=lambda hit: hit[0])


def _order(hit: Place) -> tuple[int, int, int, bool, bool, str]:
    """The longest first, a bare tail uncounted: "stress management" goes before "management abilities"."""
    length = hit[1] - hit[0]
    tail = _TAIL.search(hit[2].folded)
    telling = length - len(tail[0]) if tail else length
    return -telling, -length, hit[0], hit[2].deed, not hit[2].exact, hit[2].folded


def _without_cuts(hits: list[Place]) -> list[Place]:
    """Without the deeds that cut a name, or that hold one of several words of another skill."""
    names = [hit for hit in hits if not hit[2].deed]
    return [hit for hit in hits if not (hit[2].deed and any(_spoils(hit, name) for name in names))]


def _spoils(deed: Place, name: Place) -> bool:
    if name[0] >= deed[1] or deed[0] >= name[1]:
        return False
    inside = deed[0] <= name[0] and name[1] <= deed[1]
    around = name[0] <= deed[0] and deed[1] <= name[1]
    other = name[2].skill != deed[2].skill
    return (inside and other and " " in name[2].folded) or not (inside or around)
