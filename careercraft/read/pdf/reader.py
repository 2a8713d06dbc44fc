"""One PDF: engine, visibility, layout, blocks, document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from careercraft.errors import InputError
from careercraft.model.document import Document, HiddenText
from careercraft.read.assemble import Source, assemble
from careercraft.read.pdf.blocks import draft_lines, without_page_furniture
from careercraft.read.pdf.errors import CorruptPdfError, EncryptedPdfError
from careercraft.read.pdf.flow import in_reading_order
from careercraft.read.pdf.hyphens import join_hyphens
from careercraft.read.pdf.layout import Row, page_rows
from careercraft.read.pdf.runs import PageRuns, Run
from careercraft.read.pdf.visibility import split_visible
from careercraft.read.sniff import scanned_error

_MIN_SCAN_LETTERS = 12
"""A scan with a stamp or a page number on it has a few letters; a resume has more."""

_FARTHEST = 1e6
"""Points."""


class OpenPdf(Protocol):
    page_count: int

    def page(self, number: int) -> PageRuns: ...


def read_pdf(data: bytes, source: Source, engine: Literal["pdfium", "pdfminer"] = "pdfium") -> Document:
    """Raises `InputError` for a PDF that is encrypted, broken, too long or without text."""
    try:
        with _open(data, engine) as pdf:
            source.limits.check_pages(pdf.page_count, source.name)
            pages = list(_pages(pdf, source))
    except EncryptedPdfError:
        raise InputError(
            f"{source.name} is encrypted and needs a password",
            "open it with the password and print or export it to a PDF without one",
        ) from None
    except CorruptPdfError as error:
        raise InputError(
            f"{source.name} is damaged and can't be read as PDF ({error})",
            "download or export it again; opening it in a viewer and printing it to PDF may repair it",
        ) from None
    return _document(pages, source)


def _open(data: bytes, engine: str) -> AbstractContextManager[OpenPdf]:
    if engine == "pdfminer":
        from careercraft.read.pdf import pdfminer_engine

        return pdfminer_engine.open_document(data)
    from careercraft.read.pdf import pdfium_engine

    return pdfium_engine.open_document(data)


def _pages(pdf: OpenPdf, source: Source) -> Iterator[PageRuns]:
    """Stops as soon as there is too much text: a small file can unfold into a great deal."""
    letters = 0
    for number in range(1, pdf.page_count + 1):
        page = pdf.page(number)
        page.runs = [run for run in page.runs if _is_placed(run)]
        letters += sum(len(run.text) for run in page.runs)
        source.limits.check_chars(letters, source.name)
        yield page


def _is_placed(run: Run) -> bool:
    """Damaged matrices give places that are no numbers, or far from any page."""
    return all(abs(value) < _FARTHEST for value in (run.x0, run.y0, run.x1, run.y1, run.baseline, run.size))


def _document(pages: list[PageRuns], source: Source) -> Document:
    rows: list[Row] = []
    hidden: list[HiddenText] = []
    for page in pages:
        visible, aside = split_visible(page)
        hidden.extend(aside)
        rows.extend(page_rows(page, visible, rows[-1].region + 1 if rows else 0))
    letters = sum(len(row.text) for row in rows)
    if letters < _MIN_SCAN_LETTERS and (any(page.pictures for page in pages) or not (letters or hidden)):
        raise scanned_error(source.name)
    heights = {page.number: page.height for page in pages}
    rows = in_reading_order(without_page_furniture(rows, heights), heights)
    drafts = join_hyphens(draft_lines(rows))
    return assemble(drafts, source, "pdf", hidden=hidden, page_count=len(pages))
