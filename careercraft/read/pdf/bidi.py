"""Right-to-left text in logical order, from where its letters and words stand on the page.

Engines give words in the order in which they were painted, which may be from either side. A page written mostly
from the right is mirrored, so that the layout analysis reads its columns, bullets and lines from the right too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import msgspec

from careercraft.read.pdf.runs import Box, PageRuns, Run

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")
"""Letters of Hebrew and Arabic as they are shaped, which fonts may name instead of the letters."""
_LTR_PART = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.,:/@_%+-]*[A-Za-zÀ-ɏ0-9%+]")


def has_rtl(text: str) -> bool:
    return not text.isascii() and _RTL.search(text) is not None


def logical_word(visual: str) -> str:
    """A word with right-to-left letters from its letters as they stand from left to right."""
    turned = visual[::-1]
    turned = _LTR_PART.sub(lambda found: found[0][::-1], turned)
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), turned)


def is_rtl(runs: list[Run]) -> bool:
    """Whether most letters are read from the right."""
    marked = [run for run in runs if not run.text.isascii() and _RTL.search(run.text)]
    if not marked:
        return False
    return 2 * sum(len(run.text) for run in marked) > sum(len(_LATIN.findall(run.text)) for run in runs)


def mirrored(page: PageRuns, runs: list[Run]) -> tuple[PageRuns, list[Run]]:
    """The page and its visible runs with the left and the right side exchanged."""

    def box(x0: float, y0: float, x1: float, y1: float) -> Box:
        return page.width - x1, y0, page.width - x0, y1

    turned = msgspec.structs.replace(
        page,
        shapes=[shape._replace(x0=page.width - shape.x1, x1=page.width - shape.x0) for shape in page.shapes],
        dots=[box(*dot) for dot in page.dots],
        rules=[box(*rule) for rule in page.rules],
        links=[link._replace(x0=page.width - link.x1, x1=page.width - link.x0) for link in page.links],
    )
    return turned, [
        msgspec.structs.replace(run, x0=page.width - run.x1, x1=page.width - run.x0, glued=False)
        for run in runs
    ]


def in_logical_order(runs: list[Run], *, from_right: bool) -> list[Run]:
    """A line's runs in the direction of its page, with what is written the other way turned round."""
    against = _is_latin if from_right else _is_rtl_word
    ordered: list[Run] = []
    at = 0
    while at < len(runs):
        end = _end_of(runs, at, against) if against(runs[at]) else at + 1
        ordered += runs[at:end][::-1]
        at = end
    return ordered


def _end_of(runs: list[Run], start: int, against: Callable[[Run], bool]) -> int:
    """Past the last run of the stretch; numbers and signs between two of its words belong to it."""
    end = start + 1
    for index in range(start + 1, len(runs)):
        if against(runs[index]):
            end = index + 1
        elif _is_latin(runs[index]) or _is_rtl_word(runs[index]):
            break
    return end


def _is_latin(run: Run) -> bool:
    return _LATIN.search(run.text) is not None and not _is_rtl_word(run)


def _is_rtl_word(run: Run) -> bool:
    return has_rtl(run.text)
