"""Several postings for one resume in a terminal: a table of figures, and under each posting what keeps it from FIT."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from careercraft.render.compare import SHOWN_SCORES, CommonView, ComparisonView, PostingView
from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page, shown

_RANK, _LABEL, _READY, _RANGE, _SURE, _SCORE = 3, 8, 5, 13, 6, 8
_MOST_POSTINGS, _MOST_COMMON = 10, 5


def render(
    comparison: ComparisonView,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    page = Page(width, encoding, full)
    return shown([*_head(page, comparison), *_postings(page, comparison), *_rest(page, comparison)], color)


def _head(page: Page, comparison: ComparisonView) -> Iterator[Text]:
    counts = page.text(comparison.counts)
    room = page.width - 1 - len(GAP) - len(counts)
    yield Text(" ").append(page.filled(comparison.heading, room), "bold").append(GAP + counts)
    yield Text()


def _postings(page: Page, comparison: ComparisonView) -> Iterator[Text]:
    kept = comparison.postings if page.full else comparison.postings[:_MOST_POSTINGS]
    if kept:
        room = page.width - MARGIN - _RANK - _LABEL - _READY - len(GAP) - _RANGE - _SURE
        columns = min(room // _SCORE, len(SHOWN_SCORES))
        names = "".join(name.rjust(_SCORE) for name in [*SHOWN_SCORES.values()][:columns])
        head = " " * (MARGIN + _RANK + _LABEL) + "ready".rjust(_READY) + GAP + "could be".ljust(_RANGE)
        yield Text(head + "sure".rjust(_SURE) + names, "dim")
    for posting in kept:
        yield from _posting(page, posting, columns)
    left = len(comparison.postings) - len(kept)
    if left:
        yield Text(" " * MARGIN + f"+{left} more; --full shows them", "dim")


def _posting(page: Page, posting: PostingView, columns: int) -> Iterator[Text]:
    line = Text(" " * MARGIN + posting.rank.ljust(_RANK))
    line.append(posting.label.ljust(_LABEL), STYLES["good" if posting.fit else "bad"])
    line.append(posting.readiness.rjust(_READY), "bold")
    line.append(GAP + page.text(posting.interval).ljust(_RANGE) + posting.confidence.rjust(_SURE))
    line.append("".join(page.text(score).rjust(_SCORE) for score in posting.scores[:columns]))
    yield line
    margin = MARGIN + _RANK
    name = " · ".join(part for part in (posting.title, posting.company) if part)
    file = f" ({posting.file})" if posting.file != posting.title else ""
    yield Text(" " * margin).append(page.cut(name + file, page.width - margin), "bold")
    for label, names, style in (
        ("Mandatory, not shown", posting.unmet, "bad"),
        ("Must-haves missing", posting.missing, ""),
    ):
        named = page.some(f"{label}: ", names, page.width - margin)
        yield from page.indented(named, margin, STYLES[style])
    if page.full:
        if posting.unknown:
            yield from page.indented(f"Mandatory, not known: {'; '.join(posting.unknown)}", margin)
        yield from page.indented(posting.way_out, margin)


def _rest(page: Page, comparison: ComparisonView) -> Iterator[Text]:
    if comparison.common or comparison.silence:
        yield Text()
        yield Text(" " * MARGIN + "In common", "bold")
        yield from page.indented(comparison.silence, MARGIN)
        kept = comparison.common if page.full else comparison.common[:_MOST_COMMON]
        for gap in kept:
            yield from page.indented(in_common(gap), MARGIN)
        if len(comparison.common) > len(kept):
            yield Text(" " * MARGIN + f"+{len(comparison.common) - len(kept)} more", "dim")
    if comparison.unread:
        yield Text()
        yield Text(" " * MARGIN + "Not read", STYLES["bad"])
        for item in comparison.unread:
            yield from page.indented(f"{item.file}: {item.reason}", MARGIN)


def in_common(gap: CommonView) -> str:
    closing = f"; closing it {gap.turns}" if gap.turns else ""
    return f"{gap.name}: {gap.stands}{closing}; {gap.worth}."
