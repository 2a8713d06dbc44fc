"""The same resume in other file formats, and with a photo."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from careercraft.audit.blocks import Block, blocks
from careercraft.audit.docx import write_docx
from careercraft.audit.swap import Paper, Sheet, Swap, as_text
from careercraft.parse.json_resume_out import to_json_resume

_MARKS = re.compile(r"([\\`*_<\[\]])")
_OPENS_BLOCK = re.compile(r"^([#>|+=~-])")
_CELLS = re.compile(r"\s{2,}|\t")
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC"


def format_swaps(sheet: Sheet, original: Paper | None, format: str) -> Iterator[Swap]:
    """The file as it is against its text, and the text in other formats."""
    content = blocks(sheet)
    text = as_text(sheet.text)
    if original is not None and format != "text":
        what = f"{format.replace('_', ' ')} (the file itself) -> text"
        yield Swap(kind="format", what=what, before=original, after=text)
    for what, paper in (
        ("Markdown", Paper(_markdown(content).encode(), "resume.md")),
        ("HTML", Paper(_html(content).encode(), "resume.html")),
        ("DOCX", Paper(write_docx(content), "resume.docx")),
    ):
        yield Swap(kind="format", what=f"text -> {what}", after=paper)
    if not sheet.resume.other:  # for which JSON Resume has no place
        tree = msgspec.json.format(msgspec.json.encode(to_json_resume(sheet.resume)), indent=2)
        yield Swap(kind="format", what="text -> JSON Resume", after=Paper(tree, "resume.json"))


def photo_swaps(sheet: Sheet) -> Iterator[Swap]:
    content = blocks(sheet)
    for alt in ("Photo", "Portrait of the applicant"):
        image = f'<img src="{_PIXEL}" alt="{alt}" width="120">\n'
        yield Swap(
            kind="photo", what=f'a picture at the top of the page, called "{alt}"',
            before=Paper(_html(content).encode(), "resume.html"),
            after=Paper(_html(content, image).encode(), "resume.html"),
        )  # fmt: skip
    yield Swap(
        kind="photo", what="a picture at the top in Markdown",
        before=Paper(_markdown(content).encode(), "resume.md"),
        after=Paper(_markdown(content, "![Photo of me](me.jpg)\n").encode(), "resume.md"),
    )  # fmt: skip


def _markdown(content: Sequence[Block], image: str = "") -> str:
    parts = [image] if image else []
    for block in content:
        gap = "\n" * block.gap
        text = _OPENS_BLOCK.sub(r"\\\1", _MARKS.sub(r"\\\1", block.text))
        if block.kind == "heading":
            parts.append(f"\n## {text}\n")
        elif block.kind == "item":
            parts.append(f"{gap}- {text}")
        else:
            parts.append(f"{gap}{text}  ")
    return "\n".join(parts).strip() + "\n"


def _html(content: Sequence[Block], image: str = "") -> str:
    parts = []
    for kind, group in groupby(content, key=lambda block: block.kind):
        if kind == "item":
            parts.append(
                "<ul>" + "".join(f"<li>{html.escape(block.text)}</li>\n" for block in group) + "</ul>"
            )
        elif kind == "heading":
            parts += [f"<h2>{html.escape(block.text)}</h2>" for block in group]
        else:
            parts += _paragraphs(list(group))
    body = "\n".join(parts)
    return (
        f"<!doctype html>\n<html><head><title>Resume</title></head>\n<body>\n{image}{body}\n</body></html>\n"
    )


def _paragraphs(lines: Sequence[Block]) -> Iterator[str]:
    """Lines without a gap between them are one paragraph."""
    paragraph: list[str] = []
    for line in lines:
        if line.gap and paragraph:
            yield _paragraph(paragraph)
            paragraph = []
        paragraph.append(html.escape(line.text))
    yield _paragraph(paragraph)


def _paragraph(lines: Sequence[str]) -> str:
    """A table where some lines have cells with a gap between them, since spaces are one in HTML."""
    rows = [_CELLS.split(line) for line in lines]
    if all(len(row) == 1 for row in rows):
        return f"<p>{'<br>'.join(lines)}</p>"
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
