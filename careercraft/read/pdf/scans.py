"""Pages without text: told apart, and read by OCR where the user asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.model.document import Problem
from careercraft.read.pdf.runs import PageRuns, Run

MIN_LETTERS = 12
"""A scan with a stamp or a page number on it has a few letters; a resume has more."""
_LARGE = 0.3
"""Share of the page that a scan's picture covers; a portrait or a logo covers less."""
_WHOLE = 0.6
"""Share of the page that the pictures of a searchable scan cover at least."""
_GRID = 20
_STAMP = 60
"""Letters that may be printed over a scan: a stamp, a page number, the scanner program's line."""
_STAMP_SHARE = 0.05


def pages_without_text(pages: Sequence[PageRuns]) -> list[int]:
    """Numbers of pages with next to no letters: scans, outlines in place of text, and empty ones."""
    return [page.number for page in pages if sum(len(run.text) for run in page.runs) < MIN_LETTERS]


def scan_problem(pages: Sequence[PageRuns]) -> tuple[Problem, ...]:
    """What is said when some pages can be read and others are pictures."""
    empty = set(pages_without_text(pages))
    scanned = [page.number for page in pages if page.number in empty and _is_picture(page)]
    if not scanned:
        return ()
    several = len(scanned) > 1
    named = (
        f"pages {', '.join(map(str, scanned))} are pictures" if several else f"page {scanned[0]} is a picture"
    )
    message = f"{named} without text and left out; --ocr reads {'them' if several else 'it'} with tesseract"
    return (Problem(code="scanned_pages", message=message),)


def recognized(
    data: bytes, pages: list[PageRuns], name: str, language: str
) -> tuple[list[PageRuns], tuple[Problem, ...]]:
    """The pages, those without text as tesseract reads them, and what to say of it."""
    numbers = pages_without_text(pages)
    if not numbers:
        return pages, ()
    from careercraft.read.ocr import OCR_DPI, Recognizer, no_text_error
    from careercraft.read.pdf.pdfium_render import page_image

    recognizer = Recognizer(name, language)
    found: dict[int, PageRuns] = {}
    for number in numbers:
        dpi, image = page_image(data, number, OCR_DPI)
        found.update((page.number, page) for page in recognizer.read(image, number, dpi))
    if not any(page.runs for page in found.values()):
        if len(numbers) == len(pages):
            raise no_text_error(name)
        return pages, ()
    return [found.get(page.number, page) for page in pages], (recognizer.problem(),)


def is_searchable_scan(page: PageRuns, visible: Sequence[Run], unseen: Sequence[Run]) -> bool:
    """Whether the text that isn't painted is the text layer of the picture that the page consists of.

    Scanners and OCRmyPDF put the recognized words unseen over or under the picture of each page. A page with text
    of its own is none, so that words hidden there stay hidden.
    """
    seen, rest = (sum(len(run.text) for run in runs) for runs in (visible, unseen))
    return seen <= max(_STAMP, _STAMP_SHARE * rest) and seen < rest and _covered_share(page) >= _WHOLE


def layer_problem(pages: Sequence[int]) -> Problem:
    """What is said of pages whose text is the layer of a scan."""
    named = (
        f"pages {', '.join(map(str, pages))} are pictures"
        if len(pages) > 1
        else f"page {pages[0]} is a picture"
    )
    message = f"{named} with a text layer made by OCR, which was read: words may be wrong"
    return Problem(code="text_layer", message=message, severity="info")


def _covered_share(page: PageRuns) -> float:
    """Share of the page's cells, on a coarse grid, whose middle lies on a picture: scans may come in strips."""
    if not page.pictures:
        return 0.0
    steps = [(index + 0.5) / _GRID for index in range(_GRID)]
    hits = sum(
        any(x0 <= x * page.width <= x1 and y0 <= y * page.height <= y1 for x0, y0, x1, y1 in page.pictures)
        for x in steps
        for y in steps
    )
    return hits / _GRID**2


def _is_picture(page: PageRuns) -> bool:
    area = page.width * page.height
    return any((x1 - x0) * (y1 - y0) >= _LARGE * area for x0, y0, x1, y1 in page.pictures)
