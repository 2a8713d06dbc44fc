"""Builds the example resumes that are no text: `python tools/build_examples.py [pdf] [docx]`.

`examples/resume.pdf` is printed from `examples/src/resume.html` by headless Chromium (CHROMIUM names another
binary); `examples/nurse.docx` is written with python-docx from `examples/src/nurse.json`. The other examples are
written by hand. All people, firms and places of work in them are made up.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Pt, RGBColor

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DAY = datetime(2026, 11, 20, tzinfo=UTC)


def chromium() -> str:
    """The browser to print with. Raises SystemExit when there is none."""
    for name in (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise SystemExit("no Chromium found; set CHROMIUM to its path")


def print_pdf(page: Path, target: Path) -> None:
    """Prints an HTML page as a browser's user would save it, without header and footer."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [chromium(), *flags, f"--print-to-pdf={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def write_docx(source: Path, target: Path) -> None:
    """A resume as people write it in a word processor: headings, a table of dates, bullet lists."""
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    document = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.author = data["name"]
    document.core_properties.created = document.core_properties.modified = DAY.replace(tzinfo=None)
    _head(document, data)
    for section in data["sections"]:
        document.add_heading(section["title"], level=1)
        _section(document, section)
    document.save(str(target))


def _head(document: DocumentObject, data: dict[str, Any]) -> None:
    document.add_heading(data["name"], level=0)
    line = document.add_paragraph()
    run = line.add_run(data["headline"])
    run.bold = True
    run.font.color.rgb = RGBColor(0x2C, 0x5E, 0x4F)
    document.add_paragraph(data["contact"])


def _section(document: DocumentObject, section: dict[str, Any]) -> None:
    for text in section.get("paragraphs", []):
        document.add_paragraph(text)
    for entry in section.get("entries", []):
        _entry(document, entry)
    for text in section.get("bullets", []):
        document.add_paragraph(text, style="List Bullet")
    if "table" in section:
        _table(document, section["table"])


def _entry(document: DocumentObject, entry: dict[str, Any]) -> None:
    head = document.add_paragraph()
    head.add_run(entry["title"]).bold = True
    head.add_run(f"\t{entry['dates']}")
    head.paragraph_format.tab_stops.add_tab_stop(Pt(360))
    document.add_paragraph().add_run(entry["place"]).italic = True
    for text in entry.get("bullets", []):
        document.add_paragraph(text, style="List Bullet")


def _table(document: DocumentObject, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def main() -> None:
    """Builds all, or what is named."""
    wanted = sys.argv[1:] or ["pdf", "docx"]
    if "pdf" in wanted:
        print_pdf(EXAMPLES / "src" / "resume.html", EXAMPLES / "resume.pdf")
    if "docx" in wanted:
        write_docx(EXAMPLES / "src" / "nurse.json", EXAMPLES / "nurse.docx")


if __name__ == "__main__":
    main()
