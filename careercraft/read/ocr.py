"""Pictures of text to the runs that our own layout takes, by tesseract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from careercraft.errors import InputError
from careercraft.model.document import Problem
from careercraft.read.enlarge import enlarged
from careercraft.read.hocr import HocrPage, HocrWord, hocr_pages
from careercraft.read.language import detect_language
from careercraft.read.pdf.runs import PageRuns, Run, Style
from careercraft.read.tesseract import hocr_of, require_tesseract, tesseract_languages

OCR_DPI = 300
_STYLE = Style(color=0, opacity=1.0, invisible=False, bold=False, font="ocr")
_LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "pt": "por", "it": "ita", "nl": "nld"}
_BODY_POINTS = 10.0
_SAME_SIZE = 0.14
"""Of one font the measured size differs by so much from line to line, by which letters a line holds."""
_DOUBTFUL, _HOPELESS, _POOR = 60.0, 25.0, 80.0
"""Percent: under which marks without a letter go, any word goes, and a page's reading is worth a warning."""
_SMALL, _GOOD_SIZE, _MOST_ENLARGED = 26.0, 38.0, 4.0
"""Pixels of a line's height: under the first tesseract misses words; the second is that of 11 points at 300 dpi."""
_LETTER = re.compile(r"[^\W_]")
_BULLET_GUESSES = frozenset("eo°*«»©®¢·•>+~¤=-–—.,‘'\"_")
"""What tesseract takes a bullet for."""


class Recognizer:
    """Reads the pictures of one document, and remembers how sure it was."""

    def __init__(self, name: str, language: str = "") -> None:
        """`language` in tesseract's form; "" is English, or the one of our seven that the first page is in."""
        self._name = name
        self._language = language
        self._scores: list[tuple[float, int]] = []
        self._version = ""
        self._missing = ""
        """A language that the text is in, and that isn't installed."""
        self.pages: list[int] = []

    def read(self, image: bytes, first: int = 1, dpi: float | None = None) -> list[PageRuns]:
        """The pages of a picture file, numbered from `first`. Without `dpi` the body text becomes 10 points high.

        Raises `InputError` where tesseract is missing, fails or takes too long.
        """
        self._version = require_tesseract(self._name)
        found = []
        pages = self._recognized(image)
        if dpi is None and len(pages) == 1:
            pages = self._enlarged(image, pages)
        for number, page in enumerate(pages, first):
            words = list(_legible(page.words))
            self._scores.extend((word.confidence, len(word.text)) for word in words)
            self.pages.append(number)
            found.append(_page_runs(page, words, number, dpi))
        return found

    def problem(self) -> Problem:
        """What the reader of a report should know of it."""
        letters = sum(count for _, count in self._scores)
        mean = sum(score * count for score, count in self._scores) / max(1, letters)
        pages = f"page{'s' if len(self.pages) > 1 else ''} {numbered(self.pages)}"
        message = f"{pages} read by OCR (tesseract {self._version}, mean confidence {mean:.0f} %)"
        if self._missing:
            message += f"; tesseract's language {self._missing} isn't installed and would read it better"
        if mean < _POOR:
            return Problem(
                code="ocr", message=f"{message}: expect wrong letters; a clearer scan reads better"
            )
        return Problem(code="ocr", message=message, severity="info")

    def _recognized(self, image: bytes) -> list[HocrPage]:
        if self._language:
            return self._run(image, self._language)
        installed = tesseract_languages()
        self._language = next(
            (name for name in _LANGUAGES.values() if name in installed), next(iter(installed), "eng")
        )
        pages = self._run(image, self._language)
        spoken = detect_language(" ".join(word.text for page in pages for word in page.words))
        name = _LANGUAGES.get(spoken, "")
        if name and name != self._language and name in installed:
            self._language = f"{name}+{self._language}"
            return self._run(image, self._language)
        self._missing = name if name and name not in installed else ""
        return pages

    def _enlarged(self, image: bytes, pages: list[HocrPage]) -> list[HocrPage]:
        """Read again, larger, where the letters were small."""
        words = pages[0].words
        size = _body_size(words)
        larger = enlarged(image, min(_MOST_ENLARGED, _GOOD_SIZE / size)) if words and size < _SMALL else None
        return self._run(larger, self._language) if larger else pages

    def _run(self, image: bytes, language: str) -> list[HocrPage]:
        try:
            return hocr_pages(hocr_of(image, language, self._name))
        except ValueError as error:
            raise InputError(
                f"{self._name}: tesseract's answer can't be read ({error})", "install tesseract 4 or later"
            ) from None


def no_text_error(name: str) -> InputError:
    return InputError(
        f"{name} holds no text that tesseract can read",
        "scan it again, upright and at 300 dpi, or give the document as text",
    )


def numbered(pages: list[int]) -> str:
    """1, 2, 3, 5 as `1-3, 5`."""
    runs = [
        [number for _, number in group]
        for _, group in groupby(enumerate(sorted(pages)), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _legible(words: list[HocrWord]) -> Iterator[HocrWord]:
    """Rules, icons and stains come as marks of low confidence."""
    for word in words:
        text = word.text.strip("_|") if len(word.text) > 1 else word.text
        if text and word.confidence >= (_HOPELESS if _LETTER.search(text) else _DOUBTFUL):
            yield word._replace(text=text)


def _page_runs(page: HocrPage, words: list[HocrWord], number: int, dpi: float | None) -> PageRuns:
    body = _body_size(words)
    scale = 72 / dpi if dpi else _BODY_POINTS / body
    bullets = _bullets(words)
    runs = [
        _run(word, scale, _snapped(word.size, body), "•" if index in bullets else word.text)
        for index, word in enumerate(words)
    ]
    return PageRuns(number=number, width=page.width * scale, height=page.height * scale, runs=runs, shapes=[])


def _run(word: HocrWord, scale: float, size: float, text: str) -> Run:
    baseline = word.baseline * scale
    top, bottom = baseline - 0.8 * size * scale, baseline + 0.2 * size * scale
    if word.angle:
        top, bottom = word.y0 * scale, word.y1 * scale
    box = (word.x0 * scale, top, word.x1 * scale, bottom)
    return Run(text, *box, baseline, size * scale, _STYLE, angle=word.angle)


def _body_size(words: list[HocrWord]) -> float:
    """The commonest size by letters, in pixels."""
    letters = Counter[float]()
    for word in words:
        letters[round(word.size)] += len(word.text)
    return max(letters, key=lambda size: (letters[size], size), default=1.0) or 1.0


def _snapped(size: float, body: float) -> float:
    return body if abs(size / body - 1) <= _SAME_SIZE else size


def _bullets(words: list[HocrWord]) -> set[int]:
    """Indices of words that are bullets taken for letters: alone before a word, and at the same place in two lines.

    A lone "e" or "o" can be a word of its own; with a capital after it, twice under each other, it hardly is.
    """
    first = [
        index
        for index, word in enumerate(words[:-1])
        if word.text in _BULLET_GUESSES
        and _begins_line(words, index)
        and (not word.text.isalpha() or words[index + 1].text[:1].isupper())
    ]
    return {
        index
        for index in first
        if any(
            other != index and abs(words[other].x0 - words[index].x0) < 0.5 * words[index].size
            for other in first
        )
    }


def _begins_line(words: list[HocrWord], index: int) -> bool:
    """With the next word on its baseline, and none before it."""
    word, following = words[index], words[index + 1]
    beside = abs(following.baseline - word.baseline) < 0.4 * word.size and following.x0 > word.x1
    return beside and (index == 0 or abs(words[index - 1].baseline - word.baseline) > 0.4 * word.size)
