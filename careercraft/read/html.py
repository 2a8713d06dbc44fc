"""A saved web page: the posting (or resume) without the page around it, and its JSON-LD where it has one."""

from __future__ import annotations

import codecs
import re
from typing import Any

import lxml.etree
import lxml.html

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Draft, Source, assemble
from careercraft.read.clean import clean_line
from careercraft.read.html_clutter import clutter, text_length
from careercraft.read.html_posting import around, description_of, holds, job_posting, stated_facts
from careercraft.read.html_style import StyleSheet
from careercraft.read.html_walk import Walker

_CHARSET = re.compile(rb"<meta[^>]{1,100}charset\s*=\s*[\"']?\s*([\w.:-]{3,20})", re.I)


def read_html(text: str, source: Source) -> Document:
    """Raises `InputError` when there is nothing in it that a reader would see."""
    root = _parse(text, source.name)
    payload = job_posting(root)
    styles = StyleSheet([sheet.text_content() for sheet in root.iter("style")])
    description = _description(payload, source.name) if payload else []
    part = _main_part(root)
    skipped = frozenset(clutter(part))
    walker = Walker(styles, skipped)
    walker.walk(around(part, description, skipped) if description else part)
    walker.finish()
    drafts = walker.drafts
    if description and not holds(drafts, description):
        drafts = _with_head(_head_of(payload or {}), description)
    return assemble(drafts, source, "html", hidden=walker.hidden, payload=payload)


def declared_encoding(data: bytes) -> str | None:
    """The charset that the page itself names, when it is known and worth following."""
    found = _CHARSET.search(data[:4096])
    if not found or b"\0" in data[:64]:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # UTF-8 is checked by decoding; a page that says Latin-1 means Windows-1252, as browsers take it.
    return None if name == "utf-8" else "cp1252" if name in ("iso8859-1", "ascii") else name


def _parse(text: str, name: str) -> Any:
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    text = text.replace("\0", "")
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(
            f"{name} can't be read as HTML ({error})", "save the page again, or paste its text"
        ) from None
    return root


def _main_part(root: Any) -> Any:
    """<main> or the one <article> when it holds most of the text; else the body."""
    body = root.find("body") if root.find("body") is not None else root
    total = text_length(body)
    candidates = [*body.iter("main"), *body.xpath(".//*[@role='main']"), *body.iter("article")]
    best = max(candidates, key=text_length, default=None)
    return best if best is not None and text_length(best) >= 0.5 * total else body


def _head_of(posting: dict[str, Any]) -> list[Draft]:
    """The title and the facts of a posting that the page doesn't show."""
    title = posting.get("title")
    lines = [Draft(text=clean_line(line)) for line in stated_facts(posting)]
    if isinstance(title, str) and title.strip():
        lines.insert(0, Draft(text=clean_line(" ".join(title.split())), heading=1, bold=True))
    for number, line in enumerate(lines):
        line.block = number
    return lines


def _with_head(head: list[Draft], description: list[Draft]) -> list[Draft]:
    for draft in description:
        draft.block += len(head)
    if head and description:
        description[0].gap = True
    return [*head, *description]


def _description(posting: dict[str, Any], name: str) -> list[Draft]:
    text = description_of(posting)
    if not text:
        return []
    walker = Walker(StyleSheet([]))
    walker.walk(_parse("<div>" + text.replace("\n", "<br>") + "</div>", name))
    walker.finish()
    return walker.drafts
