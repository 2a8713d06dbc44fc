"""One PDF: engine, visibility, layout, blocks, document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from careercraft.errors import InputError
from careercraft.model.document import Document, Format, HiddenText, Problem
from careercraft.read.assemble import Source, assemble
from careercraft.read.pdf.blocks import draft_lines, without_page_furniture
from careercraft.read.pdf.errors import CorruptPdfError, EncryptedPdfError
from careercraft.read.pdf.flow import in_reading_order
from careercraft.read.pdf.hyphens import join_addresses, join_hyphens
from careercraft.read.pdf.layout import Row, page_rows
from careercraft.read.pdf.runs import PageRuns, Run
from careercraft.read.pdf.scans import MIN_LETTERS, layer_problem, recognized, scan_problem
from careercraft.read.pdf.visibility import split_visible
from careercraft.read.sniff import scanned_error

_FARTHEST = 1e6
"""Points."""


class OpenPdf(Protocol):
    page_count: int

    def page(self, number: int) -> PageRuns: ...


def read_pdf(
    data: bytes,
    source: Source,
    engine: Literal["pdfium", "pdfminer"] = "pdfium",
    ocr_language: str | None = None,
) -> Document:
    """Raises `InputError` for a PDF that is encrypted, broken, too long or without text.

    With an `ocr_language` (see `read.ocr.Recognizer`) pages without text go through tesseract.
    """
    try:
        with _open(data, engine) as pdf:
            source.limits.check_pages(pdf.page_count, source.name)
            pages = list(_pages(pdf, source))
        problems: tuple[Problem, ...] = scan_problem(pages)
        if ocr_language is not None:
            pages, problems = recognized(data, pages, source.name, ocr_language)
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
    return document_of(pages, source, "pdf", problems)


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


def document_of(
    pages: list[PageRuns], source: Source, format: Format, problems: Sequence[Problem] = ()
) -> Document:
    """Pages of runs, from an engine or from OCR, to a document. Raises `InputError` when there is no text in them."""
    rows: list[Row] = []
    hidden: list[HiddenText] = []
    layers: list[int] = []
    for page in pages:
        sight = split_visible(page)
        hidden.extend(sight.hidden)
        rows.extend(page_rows(page, sight.visible, rows[-1].region + 1 if rows else 0))
        layers += [page.number] if sight.layer else []
    letters = sum(len(row.text) for row in rows)
    if letters < MIN_LETTERS and (any(page.pictures for page in pages) or not (letters or hidden)):
        raise scanned_error(source.name)
    hidden = [item for item in hidden if not _is_cut_line(item, rows)]
    heights = {page.number: page.height for page in pages}
    rows = in_reading_order(without_page_furniture(rows, heights), heights)
    drafts = join_addresses(join_hyphens(draft_lines(rows)))
    if layers:
        problems = (*problems, layer_problem(layers))
    return assemble(drafts, source, format, hidden=hidden, problems=problems, page_count=len(pages))


def _is_cut_line(item: HiddenText, rows: list[Row]) -> bool:
    """A browser paints a line that a page's edge would cut on both pages, and clips it away on one of them."""
    if item.reason != "invisible" or not isinstance(item.page, int):
        return False
    words = "".join(item.text.split())
    near = "".join("".join(row.text.split()) for row in rows if abs(row.page - item.page) == 1)
    return words in near
