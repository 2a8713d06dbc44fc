"""PDF by pdfium, the default engine, through its raw interface: a few calls a word, not several a character.

Only `pypdfium2_raw` is imported: the helpers around it cost another 10 ms at start-up and a Python object
for each page object. pdfium isn't thread-safe, so one lock guards it.
"""

from __future__ import annotations

import atexit
import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw as pdfium

from careercraft.read.pdf import pdfium_calls as calls
from careercraft.read.pdf.bidi import has_rtl, logical_word
from careercraft.read.pdf.errors import CorruptPdfError, EncryptedPdfError
from careercraft.read.pdf.pdfium_clips import is_open
from careercraft.read.pdf.pdfium_gaps import GapMeter, Word
from careercraft.read.pdf.pdfium_links import links_of
from careercraft.read.pdf.pdfium_paint import Paint, Painter
from careercraft.read.pdf.pdfium_shapes import PageObjects, is_over, is_see_through
from careercraft.read.pdf.runs import PageRuns, Run, Shape
from careercraft.read.pdf.space import PageSpace
from careercraft.read.pdf.spaces import missed_spaces

_LOCK = threading.Lock()
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LINE = re.compile(r"[^\r\n]+")
_HYPHENS = str.maketrans("\x02\ufffe", "--")  # how pdfium marks a hyphen that ends a line
_PASSWORD_ERRORS = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_OTHER_SIZE = 0.08
_ready = False


class PdfiumDocument:
    """Open document. Use `open_document`, which holds the lock and closes it."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.page_count: int = pdfium.FPDF_GetPageCount(handle)

    def page(self, number: int) -> PageRuns:
        """`number` from 1."""
        page = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not page:
            raise CorruptPdfError(f"page {number} can't be loaded")
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            if not text_page:
                raise CorruptPdfError(f"the text of page {number} can't be loaded")
            return _PageReader(self._handle, page, text_page, number).read()
        finally:
            pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)


@contextmanager
def open_handle(data: bytes) -> Iterator[Any]:
    """pdfium's own handle of the document, under the lock."""
    with _LOCK:
        _initialize()
        handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not handle:
            raise _load_error()
        try:
            yield handle
        finally:
            pdfium.FPDF_CloseDocument(handle)


@contextmanager
def open_document(data: bytes) -> Iterator[PdfiumDocument]:
    with open_handle(data) as handle:
        yield PdfiumDocument(handle)


def _initialize() -> None:
    global _ready
    if not _ready:
        pdfium.FPDF_InitLibrary()
        atexit.register(pdfium.FPDF_DestroyLibrary)
        _ready = True


def _load_error() -> Exception:
    code = pdfium.FPDF_GetLastError()
    return EncryptedPdfError() if code in _PASSWORD_ERRORS else CorruptPdfError(f"pdfium error {code}")


class _PageReader:
    """One page's words. Buffers for out-parameters are made once: making them costs more than the calls."""

    def __init__(self, document: Any, page: Any, text_page: Any, number: int) -> None:
        self._text_page = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        self._document, self._page = document, page
        self._objects = PageObjects(ctypes.cast(page, ctypes.c_void_p).value)
        self._space = _page_space(page)
        self._paint = Painter(self._text_page, self._space)
        self._number = number
        self._box = pdfium.FS_RECTF()
        self._box_at = ctypes.byref(self._box)
        self._numbers = (ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double())

    def read(self) -> PageRuns:
        self._objects.scan(self._space)
        text = self._text()
        words = self._words(text)
        meter = GapMeter(self._text_page, text, self._box)
        for word in words:
            if word.first != word.last and not has_rtl(text[word.start : word.end + 1]):
                meter.measure(word, self._paint.of(word.first, word.start)[1] or 1.0)
        breaks = missed_spaces(meter.gaps)
        runs: list[Run] = []
        for whole in words:
            for word in self._parted(whole, breaks):
                self._add_word(runs, text[word.start : word.end + 1], word)
        return PageRuns(
            number=self._number,
            width=self._space.width,
            height=self._space.height,
            runs=runs,
            shapes=[shape for shape in self._objects.shapes if not self._is_mask(shape, runs)],
            dots=self._objects.dots,
            rules=self._objects.rules,
            pictures=self._objects.pictures,
            links=list(links_of(self._document, self._page, self._space)),
        )

    def _is_mask(self, shape: Shape, runs: list[Run]) -> bool:
        """Of the pictures over text only, since telling means painting them."""
        image = self._objects.images.get(shape.order)
        if image is None or not any(is_over(shape, run) for run in runs):
            return False
        return is_see_through(self._document, self._page, image)

    def _text(self) -> str:
        """The page's characters, one code point for each index that the other calls take."""
        count = max(0, calls.count_chars(self._text_page))
        buffer = ctypes.create_string_buffer(2 * (count + 1))
        written = calls.get_text(self._text_page, 0, count, buffer)
        text = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", errors="surrogatepass")
        if written - 1 == count and len(text) == count:
            return text
        codes = (calls.unicode(self._text_page, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def _words(self, text: str) -> list[Word]:
        """As pdfium parts them."""
        page = self._text_page
        words: list[Word] = []
        for number, line in enumerate(_LINE.finditer(text)):
            for found in _WORD.finditer(text, line.start(), line.end()):
                start, end = found.start(), found.end() - 1
                first = calls.text_object(page, start)
                last = calls.text_object(page, end) if end > start else first
                words.append(Word(start, end, first, last, number))
        return words

    def _parted(self, word: Word, breaks: set[int]) -> list[Word]:
        """The word, or the words it turned out to be."""
        if word.first == word.last:
            return [word]
        begins = [word.start, *(index for index in range(word.start + 1, word.end + 1) if index in breaks)]
        if len(begins) == 1:
            return [word]
        ends = [*(begin - 1 for begin in begins[1:]), word.end]
        return [
            Word(
                start,
                end,
                calls.text_object(self._text_page, start),
                calls.text_object(self._text_page, end),
                word.line,
            )
            for start, end in zip(begins, ends, strict=True)
        ]

    def _add_word(self, runs: list[Run], text: str, word: Word) -> None:
        painted = self._paint.of(word.first, word.start)
        if word.last != word.first and self._changes(painted, word):
            self._add_pieces(runs, text, word.start)
        else:
            runs.append(self._run(text, word.start, word.end, painted, word.first))

    def _changes(self, painted: Paint, word: Word) -> bool:
        """Whether the word's end is seen otherwise than its beginning, or is of another size."""
        if self._paint.color(word.last) != painted[0][:3]:
            return True
        size = self._paint.of(word.last, word.end)[1]
        return abs(size - painted[1]) > _OTHER_SIZE * painted[1]

    def _add_pieces(self, runs: list[Run], text: str, start: int) -> None:
        """A word in several styles, as runs that stick together."""
        begin = 0
        keys = [
            self._paint.of(calls.text_object(self._text_page, start + index), start + index)
            for index in range(len(text))
        ]
        for index in range(1, len(text) + 1):
            if index == len(text) or keys[index] != keys[begin]:
                key = calls.text_object(self._text_page, start + begin)
                run = self._run(text[begin:index], start + begin, start + index - 1, keys[begin], key)
                run.glued = begin > 0 and not self._begins_word(runs[-1], run)
                runs.append(run)
                begin = index

    def _begins_word(self, before: Run, run: Run) -> bool:
        """A capital in another size after a small letter: a date that touches the title beside it."""
        return before.text[-1].islower() and run.text[0].isupper() and before.size != run.size

    def _run(self, text: str, start: int, end: int, painted: Paint, key: int) -> Run:
        style, size, angle = painted
        if text[-1] in "\x02\ufffe":
            text = text.translate(_HYPHENS)
        if has_rtl(text):
            text = logical_word(self._from_left(text, start))
        order = self._objects.order.get(key, 0)
        if angle or self._space.turn:
            return self._turned(text, start, end, painted, order)
        x, y = self._numbers[0], self._numbers[1]
        box = self._box
        calls.origin(self._text_page, start, ctypes.byref(x), ctypes.byref(y))
        calls.loose_box(self._text_page, start, self._box_at)
        left, right = box.left, box.right
        if end > start:
            calls.loose_box(self._text_page, end, self._box_at)
            left, right = min(left, box.left), max(right, box.right)
        x0, baseline = self._space.point(left, y.value)
        x1, _ = self._space.point(right, y.value)
        clip = self._objects.clips.get(key)
        if clip is not None and not is_open(clip, (x0 + x1) / 2, baseline - 0.3 * size):
            style = style._replace(opacity=0.0)
        return Run(text, x0, baseline - 0.8 * size, x1, baseline + 0.2 * size, baseline, size, style, order)

    def _from_left(self, text: str, start: int) -> str:
        """The letters as they stand on the page."""
        places: list[tuple[float, int]] = []
        for index in range(len(text)):
            calls.loose_box(self._text_page, start + index, self._box_at)
            places.append((self._box.left, -index))
        return "".join(text[-index] for _, index in sorted(places))

    def _turned(self, text: str, start: int, end: int, painted: Paint, order: int) -> Run:
        style, size, angle = painted
        boxes = [self._tight(index) for index in (start, end)]
        x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
        x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
        x, y = self._numbers[0], self._numbers[1]
        calls.origin(self._text_page, start, ctypes.byref(x), ctypes.byref(y))
        baseline = self._space.point(x.value, y.value)[1] if angle == 0 else y1
        return Run(text, x0, y0, x1, y1, baseline, size, style, order, angle)

    def _tight(self, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = self._numbers
        calls.char_box(self._text_page, index, left, right, bottom, top)
        return self._space.box(left.value, bottom.value, right.value, top.value)


def _page_space(page: Any) -> PageSpace:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        raise CorruptPdfError("a page has no size")
    return PageSpace(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))
