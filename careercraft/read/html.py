"""A saved web page: the posting (or resume) without the page around it, and its JSON-LD where it has one."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Draft, Source, assemble
from careercraft.read.html_style import StyleSheet
from careercraft.read.html_walk import Walker

_CHARSET = re.compile(rb"<meta[^>]{1,100}charset\s*=\s*[\"']?\s*([\w.:-]{3,20})", re.I)
_CLUTTER = re.compile(
    r"cookie|consent|gdpr|(?<![a-z])nav(?:bar|igation)?(?![a-z])|breadcrumb|related|similar|recommend|you-may|share|"
    r"social-(?:links|media|icons)|newsletter|subscribe|modal|popup|overlay|sign-?(?:in|up)|log-?in|advert|promo",
    re.I,
)
_CLUTTER_ROLES = frozenset(
    ("navigation", "dialog", "alertdialog", "search", "menu", "menubar", "contentinfo")
)
_CLUTTER_HEADING = re.compile(
    r"\s*(?:similar|related|recommended|more) (?:jobs|positions|openings|roles|posts)", re.I
)
_LEGAL = re.compile(r"©|\(c\)|all rights reserved|privacy|terms of (?:use|service)|imprint|impressum", re.I)
_MAX_CLUTTER = 0.5
"""Something that holds more than this share of the page's text is no clutter, whatever it is called."""


def read_html(text: str, source: Source) -> Document:
    """Raises `InputError` when there is nothing in it that a reader would see."""
    root = _parse(text, source.name)
    payload = _job_posting(root)
    styles = StyleSheet([sheet.text_content() for sheet in root.iter("style")])
    walker = _walked(_main_part(root), styles)
    drafts = walker.drafts
    description = _drafts_of_posting(payload) if payload else []
    if description and not _holds(drafts, description):
        drafts = description
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


def _walked(part: Any, styles: StyleSheet) -> Walker:
    walker = Walker(styles, frozenset(_clutter(part)))
    walker.walk(part)
    walker.finish()
    return walker


def _main_part(root: Any) -> Any:
    """<main> or the one <article> when it holds most of the text; else the body."""
    body = root.find("body") if root.find("body") is not None else root
    total = _length(body)
    candidates = [*body.iter("main"), *body.xpath(".//*[@role='main']"), *body.iter("article")]
    best = max(candidates, key=_length, default=None)
    return best if best is not None and _length(best) >= 0.5 * total else body


def _length(element: Any) -> int:
    return sum(
        len(text.strip())
        for item in element.iter()
        if isinstance(item.tag, str) and item.tag not in ("script", "style", "noscript", "template")
        for text in (item.text or "", (item.tail or "") if item is not element else "")
    )


def _clutter(part: Any) -> Iterator[Any]:
    total = max(1, _length(part))
    for element in part.iter():
        if element is part or not isinstance(element.tag, str):
            continue
        if _is_clutter(element) and _length(element) <= _MAX_CLUTTER * total:
            yield element


def _is_clutter(element: Any) -> bool:
    tag = element.tag
    if tag == "nav" or (element.get("role") or "") in _CLUTTER_ROLES:
        return True
    if tag in ("aside", "form", "footer"):
        return _is_side_matter(element)
    if tag not in ("div", "section", "ul", "header"):
        return False
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if _CLUTTER.search(names):
        return True
    heading = next((child for child in element if child.tag in ("h2", "h3", "h4")), None)
    return heading is not None and _CLUTTER_HEADING.match(heading.text_content()) is not None


def _is_side_matter(element: Any) -> bool:
    """Resumes have real content in <aside> and <footer>; on a web page those hold links and small print."""
    if element.tag == "form":
        return any(True for _ in element.iter("input", "select", "textarea"))
    text = element.text_content()
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    named = _CLUTTER.search(f"{element.get('id') or ''} {element.get('class') or ''} {text[:80]}")
    return bool(named or _LEGAL.search(text)) or linked > 0.5 * max(1, len(text.strip()))


def _job_posting(root: Any) -> dict[str, Any] | None:
    """The first schema.org JobPosting in the page's JSON-LD."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            try:
                data = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            found = next(_postings(data), None)
            if found:
                return found
    return None


def _postings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _postings(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if kinds == "JobPosting" or (isinstance(kinds, list) and "JobPosting" in kinds):
            yield data
        yield from _postings(data.get("@graph", []))


def _drafts_of_posting(payload: dict[str, Any]) -> list[Draft]:
    description = payload.get("description")
    if not isinstance(description, str) or not description.strip():
        return []
    if "<" not in description and "&lt;" in description:  # escaped twice, as some sites do
        description = lxml.html.fromstring(f"<div>{description}</div>").text_content()
    title = payload.get("title")
    walker = Walker(StyleSheet([]))
    if isinstance(title, str) and title.strip():
        walker.drafts.append(Draft(text=" ".join(title.split()), heading=1, bold=True))
    walker.walk(lxml.html.fromstring("<div>" + description.replace("\n", "<br>") + "</div>"))
    walker.finish()
    return walker.drafts


def _holds(drafts: list[Draft], description: list[Draft]) -> bool:
    """Whether the page's own text has most of the description's words."""
    page = {word for draft in drafts for word in draft.text.lower().split()}
    words = {word for draft in description for word in draft.text.lower().split()}
    return len(words & page) >= 0.7 * len(words)
