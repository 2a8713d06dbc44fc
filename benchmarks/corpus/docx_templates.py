"""Three resumes as people make them in a word processor: with styles, with tabs, as one big table."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from benchmarks.corpus.docx_content import (
    Dated,
    Entry,
    contact,
    entries,
    figures_date,
    heading,
    long_date,
    pairs,
    short_date,
    year_date,
)

Resume = dict[str, Any]
Template = Callable[[Resume], Any]
_ENTRIES = ("work", "education", "volunteer", "projects", "certificates", "awards", "publications")
_PAIRS = ("skills", "languages", "interests", "references")
_ONE_DAY = (2026, 11, 20, 12, 0, 0)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def styled(resume: Resume) -> Any:
    """Heading styles, list styles, "Title | Employer" and a line of place and months under it."""
    document = Document()
    document.add_paragraph(resume["basics"]["name"], style="Title")
    document.add_paragraph(resume["basics"]["label"], style="Subtitle")
    document.add_paragraph(" | ".join(contact(resume)))
    document.add_heading(heading(resume, "summary"), 1)
    document.add_paragraph(resume["basics"]["summary"])
    for section in _present(resume, (*_ENTRIES, *_PAIRS)):
        document.add_heading(heading(resume, section), 1)
        if section in _PAIRS:
            for label, words in pairs(resume, section):
                document.add_paragraph(": ".join(filter(None, (label, words))), style="List Bullet")
        else:
            for entry in entries(resume, section, long_date):
                _styled_entry(document, entry)
    return document


def _styled_entry(document: Any, entry: Entry) -> None:
    document.add_heading(" | ".join(filter(None, (entry.main, entry.other))), 2)
    document.add_paragraph(" · ".join(filter(None, (entry.place, entry.period))))
    for line in entry.lines:
        document.add_paragraph(line, style="List Bullet")


def tabbed(resume: Resume) -> Any:
    """No style at all: bold capitals for headings, dates after a tab, bullets typed by hand."""
    document = Document()
    _bold(document.add_paragraph(), resume["basics"]["name"], Pt(18))
    document.add_paragraph(resume["basics"]["label"])
    for line in contact(resume):
        document.add_paragraph(line)
    _bold(document.add_paragraph(), heading(resume, "summary").upper())
    document.add_paragraph(resume["basics"]["summary"])
    for section in _present(resume, (*_PAIRS[:1], *_ENTRIES, *_PAIRS[1:])):
        document.add_paragraph()
        _bold(document.add_paragraph(), heading(resume, section).upper())
        if section in _PAIRS:
            _tabbed_pairs(document, resume, section)
        else:
            for entry in entries(resume, section, _tabbed_dates(section)):
                _tabbed_entry(document, entry)
    return document


def _tabbed_dates(section: str) -> Dated:
    return figures_date if section in ("work", "volunteer") else year_date


def _tabbed_entry(document: Any, entry: Entry) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
    _bold(paragraph, ", ".join(filter(None, (entry.other or entry.main, entry.place))))
    paragraph.add_run(f"\t{entry.period}")
    if entry.other:
        document.add_paragraph().add_run(entry.main).italic = True
    for line in entry.lines:
        document.add_paragraph(f"•\t{line}")


def _tabbed_pairs(document: Any, resume: Resume, section: str) -> None:
    for label, words in pairs(resume, section):
        paragraph = document.add_paragraph()
        _bold(paragraph, label)
        paragraph.add_run(f" – {words}" if section == "languages" else f"\t{words}" if words else "")


def table(resume: Resume) -> Any:
    """The whole resume in one table: dates and labels in the left column, the rest in the right."""
    document = Document()
    grid = document.add_table(rows=0, cols=2)
    left, right = grid.add_row().cells
    left.text = "\n".join(contact(resume))
    _bold(right.paragraphs[0], resume["basics"]["name"], Pt(20))
    right.add_paragraph(resume["basics"]["label"])
    _table_row(grid, heading(resume, "summary"), [resume["basics"]["summary"]])
    for section in _present(resume, (*_ENTRIES, *_PAIRS)):
        cells = grid.add_row().cells
        _bold(cells[0].merge(cells[1]).paragraphs[0], heading(resume, section), Pt(14))
        if section in _PAIRS:
            for label, words in pairs(resume, section):
                _table_row(grid, label, [words])
        else:
            for entry in entries(resume, section, short_date):
                _table_entry(grid, entry)
    return document


def _table_entry(grid: Any, entry: Entry) -> None:
    left, right = grid.add_row().cells
    left.text = entry.period
    _bold(right.paragraphs[0], entry.main)
    under = ", ".join(filter(None, (entry.other, entry.place)))
    if under:
        right.add_paragraph(under)
    for line in entry.lines:
        right.add_paragraph(line, style="List Bullet")


def _table_row(grid: Any, label: str, lines: list[str]) -> None:
    left, right = grid.add_row().cells
    _bold(left.paragraphs[0], label)
    right.text = "\n".join(lines)


TEMPLATES: dict[str, Template] = {"styled": styled, "tabbed": tabbed, "table": table}


def text(document: Any) -> str:
    """All words, a paragraph a line."""
    lines = []
    for paragraph in document.element.body.iter(f"{_WORD}p"):
        pieces = [
            node.text or "" if node.tag == f"{_WORD}t" else " "
            for node in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br")
        ]
        lines.append("".join(pieces))
    return "\n".join(lines)


def save(document: Any) -> bytes:
    """The file's bytes, dated to one fixed day so that they stay the same."""
    made, packed = BytesIO(), BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ONE_DAY), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _present(resume: Resume, sections: tuple[str, ...]) -> list[str]:
    return [section for section in sections if resume[section]]


def _bold(paragraph: Any, words: str, size: Any = None) -> None:
    run = paragraph.add_run(words)
    run.bold = True
    run.font.size = size
