"""What stands around a posting on a web page: navigation, banners, other jobs, application forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_CLUTTER = re.compile(
    r"cookie|consent|gdpr|(?<![a-z])nav(?:bar|igation)?(?![a-z])|breadcrumb|related|similar|recommend|you-may|share|"
    r"social-(?:links|media|icons)|newsletter|subscribe|modal|popup|overlay|sign-?(?:in|up)|log-?in|advert|promo|"
    r"job-?alert|(?:job|vacancy)-?(?:results|cards)|search-?results|results-?list|people-also",
    re.I,
)
_ROLES = frozenset(("navigation", "dialog", "alertdialog", "search", "menu", "menubar", "contentinfo"))
_OTHERS = r"jobs|job (?:ads|openings)|positions|openings|vacancies|roles|opportunities|posts"
_HEADING = re.compile(
    rf"""\s*(?:
      (?:explore\s|see\s|view\s)?(?:similar|related|recommended|suggested|more|other)\s(?:{_OTHERS})
    | (?:jobs|people)\s(?:you\smay|also\sviewed) | (?:people|others)\salso\s | set\s(?:up\s)?(?:an?\s)?(?:job\s)?alert
    | (?:ähnliche|weitere|passende)\s(?:jobs|stellen) | (?:offres|emplois|annonces)\ssimilaires
    | (?:ofertas|empleos|trabajos)\s(?:similares|relacionad[ao]s) | vagas\s(?:semelhantes|similares|relacionadas)
    | (?:offerte|annunci|lavori)\s(?:di\slavoro\s)?simili | (?:vergelijkbare|soortgelijke)\s(?:vacatures|banen)
    )""",
    re.I | re.VERBOSE,
)
_LEGAL = re.compile(r"©|\(c\)|all rights reserved|privacy|terms of (?:use|service)|imprint|impressum", re.I)
_CONTACT_FIELDS = frozenset(("email", "tel", "file"))
_MAX_SHARE = 0.5
"""Something that holds more than this share of the page's text is no clutter, whatever it is called."""
_MIN_REST = 200
"""Letters that must stay where a long list of other jobs, or a long application form, goes for certain."""


def text_length(element: Any, skipped: frozenset[Any] = frozenset()) -> int:
    """Letters of the text that a reader could see, without `skipped` elements."""
    whole = sum(
        len(text.strip())
        for item in element.iter()
        if isinstance(item.tag, str) and item.tag not in ("script", "style", "noscript", "template")
        for text in (item.text or "", (item.tail or "") if item is not element else "")
    )
    return whole - sum(text_length(item) for item in _outermost(skipped, element))


def _outermost(elements: frozenset[Any], inside: Any) -> list[Any]:
    """Those in `inside` that lie in no other of them."""
    return [
        element
        for element in elements
        if inside in (above := list(element.iterancestors())) and not elements.intersection(above)
    ]


def clutter(part: Any) -> Iterator[Any]:
    total = max(1, text_length(part))
    for element in part.iter():
        if element is part or not isinstance(element.tag, str):
            continue
        if _is_surely_clutter(element):
            if total - text_length(element) >= min(_MIN_REST, 0.5 * total):
                yield element
        elif _is_clutter(element) and text_length(element) <= _MAX_SHARE * total:
            yield element


def _is_surely_clutter(element: Any) -> bool:
    """Other jobs under their own heading, and the form to apply, however long they are; never with the page's title."""
    if element.tag == "form":
        found = _is_application(element)
    elif element.tag in ("div", "section", "aside", "ul"):
        heading = next(element.iter("h2", "h3", "h4"), None)
        words = heading.text_content() if heading is not None else ""
        found = _HEADING.match(words) is not None and element.text_content().lstrip().startswith(
            words.strip()
        )
    else:
        return False
    return found and next(element.iter("h1"), None) is None


def _is_application(form: Any) -> bool:
    kinds = {(field.get("type") or "").lower() for field in form.iter("input")}
    written = next(form.iter("textarea"), None) is not None
    return "file" in kinds or len(kinds & _CONTACT_FIELDS) + written >= 2


def _is_clutter(element: Any) -> bool:
    tag = element.tag
    if tag == "nav" or (element.get("role") or "") in _ROLES:
        return True
    if tag in ("aside", "form", "footer"):
        return _is_side_matter(element)
    if tag not in ("div", "section", "ul", "header"):
        return False
    return _CLUTTER.search(f"{element.get('id') or ''} {element.get('class') or ''}") is not None


def _is_side_matter(element: Any) -> bool:
    """Resumes have real content in <aside> and <footer>; on a web page those hold links and small print."""
    if element.tag == "form":
        return any(True for _ in element.iter("input", "select", "textarea"))
    text = element.text_content()
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    named = _CLUTTER.search(f"{element.get('id') or ''} {element.get('class') or ''} {text[:80]}")
    return bool(named or _LEGAL.search(text)) or linked > 0.5 * max(1, len(text.strip()))
