"""The schema.org JobPosting of a page's JSON-LD: as data, as text, and where the page shows it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from careercraft.read.assemble import Draft
from careercraft.read.html_clutter import text_length
from careercraft.read.json_text import load_json

_ESCAPED_TAG = re.compile(r"&(?:amp;)*lt;/?[a-z]", re.I)
_MOST_ESCAPES = 4
_HELD = 0.7
"""Share of the description's words by which the page shows it."""
_HEAD = 1500
"""Letters around the description, for the title, the company, the place and the pay."""


def job_posting(root: Any) -> dict[str, Any] | None:
    """Of several JobPostings the one whose title the page has as its heading, else the first."""
    found = [posting for data in _json_ld(root) for posting in _postings(data, 0)]
    headings = {_folded(element.text_content()) for element in root.iter("h1", "title")}
    named = (posting for posting in found if _folded(posting.get("title")) in headings)
    return next(named, found[0] if found else None)


def description_of(posting: dict[str, Any]) -> str:
    """HTML, however often it was escaped; "" without one."""
    text = posting.get("description")
    if not isinstance(text, str):
        return ""
    for _ in range(_MOST_ESCAPES):
        if "<" in text or not _ESCAPED_TAG.search(text):
            break
        text = html.unescape(text)
    return text if text.strip() else ""


def holds(page: list[Draft], description: list[Draft]) -> bool:
    """Whether the page's own text has most of the description's words."""
    words = _words(" ".join(draft.text for draft in description))
    return len(words & _words(" ".join(draft.text for draft in page))) >= _HELD * len(words)


def around(part: Any, description: list[Draft], skipped: frozenset[Any]) -> Any:
    """The smallest part of the page that shows the description, with what stands near it.

    The whole of `part` where that isn't much more: only pages that list other jobs are cut down. `skipped` elements
    count for nothing.
    """
    letters = sum(len(draft.text) for draft in description)
    most = 1.5 * letters + _HEAD
    if text_length(part, skipped) <= 2 * letters + _HEAD:
        return part
    words = _words(" ".join(draft.text for draft in description))
    inner = part
    while True:
        child = next((child for child in inner if _shows(child, words)), None)
        if child is None:
            break
        inner = child
    while inner is not part and text_length(inner.getparent(), skipped) <= most:
        inner = inner.getparent()
    return inner


def stated_facts(posting: dict[str, Any]) -> list[str]:
    """Lines for a page that shows nothing itself: company, place, kind of contract, remote work and pay."""
    organization = posting.get("hiringOrganization")
    name = organization.get("name") if isinstance(organization, dict) else organization
    contract = posting.get("employmentType")
    kinds = [
        kind for kind in (contract if isinstance(contract, list) else [contract]) if isinstance(kind, str)
    ]
    remote = "TELECOMMUTE" in str(posting.get("jobLocationType", ""))
    facts = {
        "Company": name if isinstance(name, str) else "",
        "Location": "; ".join(dict.fromkeys(_places(posting.get("jobLocation")))),
        "Workplace": "Remote" if remote else "",
        "Employment type": ", ".join(kind.replace("_", "-").capitalize() for kind in kinds),
        "Salary": _pay(posting.get("baseSalary")),
    }
    return [f"{label}: {' '.join(value.split())}" for label, value in facts.items() if value.strip()]


def _json_ld(root: Any) -> Iterator[Any]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower().split(";")[0].strip() == "application/ld+json":
            try:
                yield load_json(_unwrapped(script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue


def _unwrapped(text: str) -> str:
    """Without the marks of comments that old pages put around scripts, and a semicolon."""
    text = text.lstrip("/ \t\r\n").removeprefix("<!--").lstrip().removeprefix("<![CDATA[")
    text = text.rstrip("/ \t\r\n;").removesuffix("-->").rstrip("/ \t\r\n").removesuffix("]]>")
    return text.rstrip("/ \t\r\n;")


def _postings(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(data, list):
        for item in data:
            yield from _postings(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if str(kinds).endswith("JobPosting") or (isinstance(kinds, list) and "JobPosting" in kinds):
            yield data
        for key in ("@graph", "mainEntity", "itemListElement", "item"):
            yield from _postings(data.get(key), depth + 1)


def _places(value: Any) -> Iterator[str]:
    for place in value if isinstance(value, list) else [value]:
        address = place.get("address", place) if isinstance(place, dict) else place
        if isinstance(address, dict):
            country = address.get("addressCountry")
            country = country.get("name") if isinstance(country, dict) else country
            parts = (address.get("addressLocality"), address.get("addressRegion"), country)
            address = ", ".join(
                dict.fromkeys(part for part in parts if isinstance(part, str) and part.strip())
            )
        if isinstance(address, str) and address.strip():
            yield address


def _pay(value: Any) -> str:
    """`NOK 640,000 - 720,000 per year`."""
    if not isinstance(value, dict):
        return ""
    nested = value.get("value")
    inner = nested if isinstance(nested, dict) else value
    amounts = [_amount(inner.get(key)) for key in ("minValue", "maxValue")]
    shown = [amount for amount in amounts if amount] or [_amount(inner.get("value"))]
    if not shown[0]:
        return ""
    unit = inner.get("unitText") or value.get("unitText")
    period = f" per {unit.lower()}" if isinstance(unit, str) else ""
    return f"{value.get('currency') or ''} {' - '.join(dict.fromkeys(shown))}{period}"


def _amount(value: Any) -> str:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return ""
    return f"{number:,.2f}".removesuffix(".00") if 0 < number < 1e9 else ""


def _shows(element: Any, words: set[str]) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "template"):
        return False
    return len(words & _words(" ".join(element.itertext()))) >= 0.9 * len(words)


def _words(text: str) -> set[str]:
    return set(text.lower().split())


def _folded(value: Any) -> str:
    return " ".join(value.lower().split()) if isinstance(value, str) else ""
