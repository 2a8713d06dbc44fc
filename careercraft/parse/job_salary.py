"""The salary a posting states: range or bound, currency and period, in American and European number formats."""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.document import Span, Text
from careercraft.model.job import Period, Salary
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_sections import Outline

_SYMBOLS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
    "S$": "SGD", "HK$": "HKD", "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY",
    "zł": "PLN", "Kč": "CZK", "₪": "ILS", "₩": "KRW", "₺": "TRY", "Fr.": "CHF", "Rs.": "INR", "Rs": "INR",
    "Euro": "EUR", "euros": "EUR", "euro": "EUR", "EURO": "EUR", "dollars": "USD", "pounds": "GBP",
}  # fmt: skip
_CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|JPY|SGD|HKD|BRL|MXN|ZAR|ILS|AED|TRY|HUF|RON"
_MARK = (
    "(?:"
    + "|".join(re.escape(symbol) for symbol in sorted(_SYMBOLS, key=len, reverse=True))
    + f"|(?:{_CODES})\\b)"
)
_AMOUNT = r"\d{1,3}(?:[.,'’\s\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_RANGE = Lazy(
    rf"""
    (?<![\w.])
    (?P<mark1>{_MARK})?\s?(?P<low>{_AMOUNT})\s?(?P<k1>[kK]\b|[mM](?:illion|M|m)?\b|[bB](?:illion|n)?\b
    |trillion|LPA\b|lakhs?\b)?\s?(?P<mark2>{_MARK})?\+?
    (?:\s?(?:/|per\s|an?\s)\s?(?:hour|hr|year|yr|annum|month|day|week)\.?)?
    (?:\s?(?:-|–|—|to\b|and\b|bis\b|à\b|a\b|y\b|until\b)\s?
       (?P<mark3>{_MARK})?\s?(?P<high>{_AMOUNT})\s?(?P<k2>[kK]\b|[mM](?:illion|M|m)?\b|[bB](?:illion|n)?\b
       |LPA\b|lakhs?\b)?\s?(?P<mark4>{_MARK})?)?
    """,
    re.VERBOSE,
)
_HINT = re.compile(
    r"[$£€₹¥]|zł|\b(?:"
    + _CODES
    + r")\b|\d\s?[kK]\b|euro|LPA|salar|gehalt|pay\b|salaire|rémun|retribu|stipendi",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", r"(?:\b(?:per|an|a|pro|de l['’]|par|por|all['’])\s|/\s?)(?:hour|hr|stunde|std|heure|hora|ora"
             r"|uur)\b|\bhourly|/\s?h\b|\bp\.?h\.?\b|per uur|stundenlohn"),
    ("day", r"(?:\b(?:per|a|pro|par|por|al)\s|/\s?)(?:day|tag|jour|día|dia|giorno|dag)\b|\bdaily|\btjm\b"
            r"|day rate"),
    ("week", r"(?:\b(?:per|a|pro)\s|/\s?)(?:week|wk|woche|semaine|semana|settimana)\b|\bweekly"),
    ("month", r"(?:\b(?:per|a|pro|par|por|im|al)\s|/\s?)(?:month|mo|monat|mois|mes|mês|mese|maand)\b"
              r"|\bmonthly|monatlich|mensuel|mensual|mensal|mensile|per maand|brutto/monat"),
    ("year", r"(?:\b(?:per|a|an|pro|par|por|im)\s|/\s?)(?:year|yr|annum|jahr|année|an\b|año|ano|anno"
             r"|jaar)|\bannual|\byearly|\bp\.?a\.?\b|jährlich|jahresgehalt|annuel|anual|\bral\b"),
)  # fmt: skip
_PERIOD = tuple((period, Lazy(pattern, re.IGNORECASE)) for period, pattern in _PERIODS)
_PAY = Lazy(
    r"\b(?:salar(?:y|ies|io)|pay(?:s|ing)?\b|compensation|wages?|hourly|remuneration|base\b"
    r"|earn(?:ings)?|ote\b|rate\b|gehalt|vergütung|verdienst|brutto|salaire|rémunération|brut|salario"
    r"|salário|"
    r"retribuzione|ral\b|lordi|salaris|bruto|stipendio|package|per (?:hour|annum|year|month|week|day)"
    r"|/\s?(?:hr|hour|year|yr|week|wk)|comp\b|doe\b|depending on experience"
    r"|annually|p\.a\.|banding|sueldo|starting at)",
    re.IGNORECASE,
)
_NOT_PAY = Lazy(
    r"\b(?:revenue|funding|raised|valu(?:ed|ation)|sales of|assets|budgets?|bonus|stipend|reimburs\w+"
    r"|sign[- ]on|signing|allowance|tuition|401|market|portfolio|worth|loan|customers|savings"
    r"|under management|invest\w*|spend\w*|referral|relocation|wellness|learning|insurance|deductible"
    r"|grant|perks?|benefit\b|expenditure\w*|projects?)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!;](?=\s)")
_UP_TO = Lazy(r"(?:up to|maximum(?: of)?|max\.?|bis zu|jusqu['’]à|hasta|até|fino a|tot)\s*$", re.IGNORECASE)
_LIMITS: dict[Period, tuple[float, float]] = {
    "hour": (3, 1000), "day": (40, 5000), "week": (100, 15000), "month": (300, 100000), "year": (8000, 5000000),
}  # fmt: skip


class _Candidate(NamedTuple):
    score: int
    salary: Salary


def read_salary(outline: Outline) -> Salary | None:
    """The best candidate: labelled as salary before merely in its neighborhood, a range before a bound."""
    if not _HINT.search(outline.flat):
        return None
    found = [
        _fact(outline, fact.start, fact.end, fact.page) for fact in outline.facts if fact.kind == "salary"
    ]
    found += [
        _read(outline.flat, match, unit.start, unit.end, unit.page, False)
        for unit in outline.units
        if _DIGIT.search(outline.flat, unit.start, unit.end)
        and _HINT.search(outline.flat, unit.start, unit.end)
        for match in _RANGE.finditer(outline.flat, unit.start, unit.end)
    ]
    candidates = [candidate for candidate in found if candidate]
    return max(candidates, key=lambda candidate: candidate.score).salary if candidates else None


def _fact(outline: Outline, start: int, end: int, page: int | None) -> _Candidate | None:
    found = [
        _read(outline.flat, match, start, end, page, True)
        for match in _RANGE.finditer(outline.flat, start, end)
    ]
    return next((candidate for candidate in found if candidate), None)


def _read(
    flat: str, match: re.Match[str], start: int, end: int, page: int | None, labelled: bool
) -> _Candidate | None:
    currency = _currency(match)
    before, after = (
        flat[max(start, match.start() - 70) : match.start()],
        flat[match.end() : min(end, match.end() + 40)],
    )
    near = before + match[0] + after
    pay = labelled or bool(_PAY.search(near))
    if not pay and (currency is None or match["high"] is None):
        return None
    if (not labelled and (currency is None and not match["k1"] and not match["k2"])) or _is_millions(match):
        return None
    if (
        not labelled
        and (_NOT_PAY.search(_SENTENCE_END.split(before)[-1][-30:]) or _NOT_PAY.search(_same_sentence(after)))
        and not _PAY.search(before[-30:])
    ):
        return None
    if match["low"] == "401" and match["k1"]:
        return None
    return _candidate(match, currency, before, near, page, labelled, pay)


def _same_sentence(after: str) -> str:
    """What is said of the amount itself: "$1,500 per week. $5,000 sign-on bonus" is no bonus of 1,500."""
    return _SENTENCE_END.split(after)[0][:30]


def _candidate(
    match: re.Match[str],
    currency: str | None,
    before: str,
    near: str,
    page: int | None,
    labelled: bool,
    pay: bool,
) -> _Candidate | None:
    low, high = _amounts(match)
    if high is not None and high < low:
        low, high = high, low
    period = _period(near, low if low is not None else high or 0)
    lowest, highest = _LIMITS[period]
    if not all(lowest <= value <= highest for value in (low, high) if value is not None):
        return None
    minimum, maximum = (None, low) if high is None and _UP_TO.search(before) else (low, high)
    if (
        high is None
        and minimum is not None
        and not re.search(
            r"\+|from|ab\b|starting|minimum|at least|à partir|desde|a partir|vanaf",
            before[-25:] + match[0],
            re.IGNORECASE,
        )
    ):
        maximum = minimum
    text = Text(match[0].strip(), Span(match.start() + _lead(match[0]), match.end() - _trail(match[0]), page))
    score = 8 * labelled + 4 * pay + 2 * (high is not None) + (currency is not None)
    return _Candidate(
        score, Salary(minimum=minimum, maximum=maximum, currency=currency, period=period, text=text)
    )


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def _trail(text: str) -> int:
    return len(text) - len(text.rstrip())


def _is_millions(match: re.Match[str]) -> bool:
    return any(unit and unit[0] in "mMbBt" for unit in (match["k1"], match["k2"]))


def _currency(match: re.Match[str]) -> str | None:
    for name in ("mark1", "mark2", "mark3", "mark4"):
        if mark := match[name]:
            return _SYMBOLS.get(mark, mark)
    return "INR" if (match["k1"] or "").startswith(("LPA", "lakh")) else None


def _amounts(match: re.Match[str]) -> tuple[float, float | None]:
    high = _number(match["high"]) * _factor(match["k2"]) if match["high"] else None
    # "120-150k": the k stands once and means both.
    shared = match["k1"] or (match["k2"] if high is not None and _number(match["low"]) < 1000 else None)
    low = _number(match["low"]) * _factor(shared)
    return low, high


def _factor(unit: str | None) -> float:
    if not unit:
        return 1
    return 100_000 if unit.lower().startswith(("lpa", "lakh")) else 1000


def _number(text: str) -> float:
    """ "55.000", "55,000.00", "55 000" and "24,50": a group of three digits is thousands, one of two is cents."""
    cents = re.search(r"[.,](\d{1,2})$", text)
    whole = text[: cents.start()] if cents else text
    return float(re.sub(r"\D", "", whole) + ("." + cents[1] if cents else ""))


def _period(near: str, amount: float) -> Period:
    for period, pattern in _PERIOD:
        if pattern.search(near):
            return period
    return "hour" if amount < 250 else "month" if amount < 8000 else "year"
