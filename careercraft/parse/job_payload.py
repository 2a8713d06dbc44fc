"""Facts of a page's JSON-LD `JobPosting` (schema.org), put to where they stand in the text.

What doesn't stand in the text is left out: evidence needs a quote. Only the salary keeps the nearest
amount's place when the page writes it in another format.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from careercraft.model.document import Document, Span, Text
from careercraft.model.job import Period, Salary
from careercraft.parse.places import country_code

_PERIODS: dict[str, Period] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


class PayloadFacts(NamedTuple):
    """What a `JobPosting` states; every Text stands in the document."""

    title: Text | None = None
    company: Text | None = None
    location: Text | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    employment: Text | None = None
    salary: Salary | None = None
    remote: Text | None = None


def read_payload(document: Document) -> PayloadFacts:
    """Empty where the document has no JobPosting."""
    posting = document.payload
    if not isinstance(posting, dict) or "JobPosting" not in str(posting.get("@type", "JobPosting")):
        return PayloadFacts()
    address = _address(posting.get("jobLocation"))
    city, region = _string(address.get("addressLocality")), _string(address.get("addressRegion"))
    country = address.get("addressCountry")
    name = _string(country.get("name") if isinstance(country, dict) else country)
    return PayloadFacts(
        title=_find(document, posting.get("title")),
        company=_find(document, _name(posting.get("hiringOrganization"))),
        location=_find(document, city) or _find(document, region) or _find(document, name),
        city=city,
        region=region,
        country=country_code(name) if name else None,
        employment=_employment(document, posting.get("employmentType")),
        salary=_salary(document, posting.get("baseSalary")),
        remote=_remote(document, posting.get("jobLocationType")),
    )


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _address(value: Any) -> dict[str, Any]:
    place = _first(value)
    address = place.get("address") if isinstance(place, dict) else None
    return address if isinstance(address, dict) else {}


def _find(document: Document, value: Any) -> Text | None:
    """Where a value stands in the text, whatever its case and spacing."""
    words = value.split() if isinstance(value, str) else []
    if not words:
        return None
    match = re.search(
        r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", document.text, re.IGNORECASE
    )
    if match is None:
        return None
    span = Span(match.start(), match.end(), page_of(document, match.start()))
    return Text(" ".join(match[0].split()), span)


def page_of(document: Document, position: int) -> int | None:
    """The page of the line that holds a position."""
    return next(
        (line.span.page for line in document.lines if line.span.start <= position < line.span.end), None
    )


def _employment(document: Document, value: Any) -> Text | None:
    word = _string(_first(value))
    return (
        _find(document, word.replace("_", " ")) or _find(document, word.replace("_", "-")) if word else None
    )


def _remote(document: Document, value: Any) -> Text | None:
    return _find(document, "remote") if _string(_first(value)) == "TELECOMMUTE" else None


def _salary(document: Document, value: Any) -> Salary | None:
    if not isinstance(value, dict):
        return None
    nested = value.get("value")
    inner: dict[str, Any] = nested if isinstance(nested, dict) else value
    low = _amount(inner.get("minValue", inner.get("value")))
    high = _amount(inner.get("maxValue", inner.get("value")))
    text = _find_amount(document, low) or _find_amount(document, high)
    if text is None:
        return None
    period: Period = _PERIODS.get(str(inner.get("unitText", "YEAR")).lower(), "year")
    return Salary(
        minimum=low, maximum=high, currency=_string(value.get("currency")), period=period, text=text
    )


_MOST_MONEY = 1e12


def _amount(value: Any) -> float | None:
    """None for what is no number or no sum of money: a broken page may say infinity."""
    try:
        amount = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return amount if 0 <= amount < _MOST_MONEY else None


def _find_amount(document: Document, amount: float | None) -> Text | None:
    """An amount in any of the usual ways to write it: 85000, 85,000, 85.000, 85 000, 85k."""
    if amount is None or amount < 1:
        return None
    whole = int(amount)
    digits = f"{whole:,}".replace(",", r"[.,'’\s]?")
    thousands = rf"|{whole // 1000}\s?[kK]\b" if whole % 1000 == 0 and whole else ""
    match = re.search(rf"(?<![\d.,])(?:{digits}(?:[.,]\d\d)?{thousands})(?!\d)", document.text)
    return (
        Text(match[0], Span(match.start(), match.end(), page_of(document, match.start()))) if match else None
    )
