"""The salary a posting states: range or bound, currency and period, in American, European and Indian number"
" formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.model.document import Span, Text
from careercraft.model.job import Period, Salary
from careercraft.parse import job_pay_words as words
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_sections import Fact, Outline

_MARK = (
    rf"(?:(?:{words.CODES})\s?\$|"  # "CAD $72,000"
    + "|".join(re.escape(symbol) for symbol in sorted(words.SYMBOLS, key=len, reverse=True) if symbol != "R")
    + r"|R(?=\s?\d{2,3}[,\s]\d{3})"  # the rand; of other letters R stands for a language
    + f"|(?:{words.CODES})\\b)"
)
_AMOUNT = (
    r"(?:\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[.,'’\s\u202f]\d{3})+(?:[.,]\d{1,2})?"
    r"|\d+(?:[.,]\d{1,2})?)(?:[.,][-–—]{1,2}(?!\d))?"
)
_TIMES = r"[kK]\b|mil\b|[mM](?:illion|M|m)?\b|[bB](?:illion|n)?\b|LPA\b|[lL]akhs?\b|[lL]acs?\b"
_EACH = (
    r"(?:\s?(?:/|per\s|an?\s|pro\s|par\s|por\s)\s?"
    r"(?:hour|hr|year|yr|annum|month|mo|day|week|wk|stunde|std|monat|jahr|heure|mois|an|hora|mes|año|ano)\b\.?)?"
)
_RANGE = Lazy(
    rf"""
    (?<![\w.])
    (?P<mark1>{_MARK})?\s?(?P<low>{_AMOUNT})\s?(?P<k1>{_TIMES}|trillion)?\s?(?P<mark2>{_MARK})?(?:(?<=\S)\+)?
    {_EACH}
    (?:(?:\s?(?:-|–|—|(?:and\s)?(?:(?:rising|up|increasing|go(?:es|ing)|increases|rises)\s){{0,2}}to\b|and\b|bis(?:\szu)?\b|und\b|/(?=\d{{2,3}}\s?k\b)|à\b|et\b|a\b|y\b|e(?:\si)?\b|tot\b|en\b|until\b)\s?
         (?i:max(?:ima?a?l|imum|\.)?\s)?
        |\W{{0,3}}(?i:(?:mid(?:point)?\W{{1,3}}{_MARK}?\s?{_AMOUNT}\W{{1,3}})?max(?:imum)?)\W{{1,3}}(?=[$£€\d]))
       (?P<mark3>{_MARK})?\s?(?P<high>{_AMOUNT})\s?(?P<k2>{_TIMES})?\s?(?P<mark4>{_MARK})?)?
    """,
    re.VERBOSE,
)
_HINT = re.compile(words.HINT, re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PERIOD = tuple((period, Lazy(pattern, re.IGNORECASE)) for period, pattern in words.PERIODS)
_PAY = Lazy(words.PAY, re.IGNORECASE)
_LABEL = Lazy(r"\b" + words.LABEL, re.IGNORECASE)
_NOT_PAY = Lazy(words.NOT_PAY, re.IGNORECASE)
_UP_TO = Lazy(words.UP_TO, re.IGNORECASE)
_BY_PIECE = Lazy(words.BY_PIECE, re.IGNORECASE)
_FROM = Lazy(words.FROM, re.IGNORECASE)
_PRO_RATA = Lazy(words.PRO_RATA, re.IGNORECASE)
_ON_TARGET = Lazy(words.ON_TARGET, re.IGNORECASE)
_PAYMENTS = Lazy(words.PAYMENTS, re.IGNORECASE)
# "20 days", "15 %": what a number without a sign of money counts.
_OTHER_UNIT = Lazy(
    r"\s?(?:%|percent|(?:paid |working |business )?(?:days?|weeks?|months?|years?|hours?|people|employees"
    r"|tage|wochen|jahre|stunden|jours|ans|días|años|dias|anos|giorni|anni|dagen|jaar)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!;](?=\s)|(?:^|\s)(?:\+|plus)\s")
_LEAST = Lazy(r"^min", re.IGNORECASE)
_MOST = Lazy(r"^max", re.IGNORECASE)
_LIMITS: dict[Period, tuple[float, float]] = {
    "hour": (3, 1000), "day": (40, 5000), "week": (100, 15000), "month": (300, 100000), "year": (8000, 5000000),
}  # fmt: skip
_SMALLER = 100
_BEFORE, _AFTER = 70, 40
"""How far from an amount, in code points, words of pay may stand."""


class _Candidate(NamedTuple):
    score: int
    salary: Salary


class _Place(NamedTuple):
    """An amount and its surroundings."""

    match: re.Match[str]
    before: str
    after: str
    page: int | None
    labelled: bool

    @property
    def near(self) -> str:
        return self.before + self.match[0] + self.after


def read_salary(outline: Outline) -> Salary | None:
    """The best candidate: labelled as salary before merely in its neighborhood, a range before a bound."""
    if not _HINT.search(outline.flat):
        return None
    facts = [fact for fact in outline.facts if fact.kind == "salary"]
    if bounds := _two_bounds(outline, facts):
        return bounds
    found = [*_of_facts(outline, facts), *_of_units(outline)]
    return max(found, key=lambda candidate: candidate.score).salary if found else None


def _two_bounds(outline: Outline, facts: list[Fact]) -> Salary | None:
    """ "Minimum salary: $40,000" and "Maximum salary: $50,000" on two lines."""
    low = next((one for fact in facts if _LEAST.match(fact.label) and (one := _of_fact(outline, fact))), None)
    high = next((one for fact in facts if _MOST.match(fact.label) and (one := _of_fact(outline, fact))), None)
    if low is None or high is None or not (low.salary.minimum or 0) <= (high.salary.maximum or 0):
        return None
    return Salary(
        minimum=low.salary.minimum,
        maximum=high.salary.maximum,
        currency=low.salary.currency or high.salary.currency,
        period=low.salary.period,
        text=outline.text(low.salary.text.span.start, high.salary.text.span.end, low.salary.text.span.page),
    )


def _of_facts(outline: Outline, facts: list[Fact]) -> Iterator[_Candidate]:
    return (found for fact in facts if (found := _of_fact(outline, fact)))


def _of_fact(outline: Outline, fact: Fact) -> _Candidate | None:
    matches = _RANGE.finditer(outline.flat, fact.start, fact.end)
    found = (_read(outline.flat, match, fact.start, fact.end, fact.page, True) for match in matches)
    # "Grade 7, £36,924 - £44,263": the one with the most signs of pay.
    return max((one for one in found if one), key=lambda candidate: candidate.score, default=None)


def _of_units(outline: Outline) -> Iterator[_Candidate]:
    flat = outline.flat
    for unit in outline.units:
        # "Compensation:" may stand as a heading of its own before its amount.
        start = max(0, unit.start - _AFTER)
        low = start if flat[start : unit.start].rstrip(" \n1.)-*•").endswith(":") else unit.start
        if _DIGIT.search(flat, unit.start, unit.end) and _HINT.search(flat, start, unit.end):
            for match in _RANGE.finditer(flat, unit.start, unit.end):
                labelled = _LABEL.search(flat[max(0, match.start() - _AFTER) : match.start()]) is not None
                if found := _read(flat, match, low, unit.end, unit.page, labelled):
                    yield found


def _read(
    flat: str, match: re.Match[str], start: int, end: int, page: int | None, labelled: bool
) -> _Candidate | None:
    before = flat[max(start, match.start() - _BEFORE) : match.start()]
    place = _Place(match, before, flat[match.end() : min(end, match.end() + _AFTER)], page, labelled)
    currency = _currency(match)
    if _is_millions(match, currency) or (match["low"] == "401" and match["k1"]):
        return None
    each = currency is not None and _period_at(match[0] + place.after[:14]) is not None
    pay = labelled or each or bool(_PAY.search(place.near) or _PRO_RATA.search(place.after))
    if not labelled and not _is_money(place, currency, pay):
        return None
    return _candidate(place, currency, pay)


def _is_money(place: _Place, currency: str | None, pay: bool) -> bool:
    """Whether an amount without a label is one of pay."""
    match, before = place.match, place.before
    if not pay and (currency is None or match["high"] is None):
        return False
    if currency is None and not match["k1"] and not match["k2"]:
        return bool(match["high"]) and _period_at(match[0] + place.after[:12]) is not None
    after = _same_sentence(place.after)
    if _period_at(match[0] + place.after[:12]) is not None:
        after = after.partition(",")[0]  # "$21-$25/hr, staff meal, 401k" lists what comes beside the pay
    elsewhere = _NOT_PAY.search(_SENTENCE_END.split(before)[-1][-30:]) or _NOT_PAY.search(after)
    return not elsewhere or bool(_PAY.search(before[-30:]))


def _same_sentence(after: str) -> str:
    """What is said of the amount itself: "$1,500 per week. $5,000 sign-on bonus", "£35,000 + bonus" are no bonus."""
    return _SENTENCE_END.split(after)[0][:30]


def _candidate(place: _Place, currency: str | None, pay: bool) -> _Candidate | None:
    match = place.match
    low, high = _amounts(match)
    if high is not None and high < low:
        low, high = high, low
    period = _period(place, [low] if high is None else [low, high], currency)
    if period is None:
        return None
    minimum, maximum = _bounds(place, low, high)
    payments = _PAYMENTS.search(place.near)
    if currency is None and not (match["k1"] or match["k2"]) and _OTHER_UNIT.match(place.after):
        return None
    if _BY_PIECE.match(place.after):
        return None
    text = match[0]
    start, end = match.start() + len(text) - len(text.lstrip()), match.end() - len(text) + len(text.rstrip())
    on_target = _ON_TARGET.search(_DIGIT.split(place.before[-14:])[-1]) or _ON_TARGET.match(
        place.after.lstrip(" (")
    )
    score = (
        8 * place.labelled
        + 4 * pay
        + 2 * (high is not None)
        + (currency is not None)
        - 3 * (on_target is not None)
    )
    return _Candidate(
        score,
        Salary(
            minimum=minimum,
            maximum=maximum,
            currency=currency,
            period=period,
            text=Text(text.strip(), Span(start, end, place.page)),
            on_target=on_target is not None,
            pro_rata=bool(_PRO_RATA.search(place.near)),
            payments=int(payments["count"]) if payments and period != "hour" else None,
        ),
    )


def _bounds(place: _Place, low: float, high: float | None) -> tuple[float | None, float | None]:
    """(least, most): a lone amount is both, unless words say that it is a bound."""
    if high is not None:
        return low, high
    if _UP_TO.search(place.before):
        return None, low
    return (low, None) if _FROM.search(place.before[-25:] + place.match[0]) else (low, low)


def _is_usual(amount: float, period: Period, currency: str | None) -> bool:
    lowest, highest = _LIMITS[period]
    return lowest <= amount <= highest * (_SMALLER if currency in words.SMALL_UNITS else 1)


def _is_millions(match: re.Match[str], currency: str | None) -> bool:
    """ "R$ 7 mil" are thousands, "$7 mil" millions."""
    units = [unit for unit in (match["k1"], match["k2"]) if unit]
    return any(
        unit[0] in "mMbBt" and not (unit == "mil" and currency in ("BRL", "EUR", "MXN")) for unit in units
    )


def _currency(match: re.Match[str]) -> str | None:
    marks = [mark for name in ("mark1", "mark2", "mark3", "mark4") if (mark := match[name])]
    if marks:
        # "$18,000 MXN": a code says more than the sign.
        mark = next((mark for mark in marks if mark != "$"), marks[0])
        return words.SYMBOLS.get(mark, mark.rstrip("$ ") or mark)
    return "INR" if any(_factor(match[name]) == 100_000 for name in ("k1", "k2")) else None


def _amounts(match: re.Match[str]) -> tuple[float, float | None]:
    times = (
        1000 if any(match[name] in words.THOUSANDS for name in ("mark1", "mark2", "mark3", "mark4")) else 1
    )
    high = times * _number(match["high"]) * _factor(match["k2"]) if match["high"] else None
    # "120-150k": the k stands once and means both.
    shared = match["k1"] or (match["k2"] if high is not None and _number(match["low"]) < 1000 else None)
    low = times * _number(match["low"]) * _factor(shared)
    # "30-35.000 €": the thousands stand once as well.
    return low * 1000 if high and low < 1000 and high >= 10_000 and low * 1000 <= high else low, high


def _factor(unit: str | None) -> float:
    if not unit:
        return 1
    return 100_000 if unit.lower().startswith(("lpa", "lakh", "lac")) else 1000


def _number(text: str) -> float:
    """ "55.000", "55,000.00", "55 000" and "24,50": a group of three digits is thousands, one of two is cents."""
    text = text.rstrip("-–—.,")
    cents = re.search(r"[.,](\d{1,2})$", text)
    whole = text[: cents.start()] if cents else text
    return float(re.sub(r"\D", "", whole) + ("." + cents[1] if cents else ""))


def _period(place: _Place, amounts: list[float], currency: str | None) -> Period | None:
    """The period nearest to the amount, in its own words, behind it, before it, in which such pay is usual: "$24,
    paid weekly" is no pay of a week; else what the amount makes likely. None where it is usual in none."""
    own = _period_at(place.match[0] + place.after[:14].partition(",")[0])
    monthly = words.MONTHLY_BELOW.get(currency or "", 8000)
    guess: Period = "hour" if amounts[0] < 250 else "month" if amounts[0] < monthly else "year"
    around = (_period_at(_same_sentence(place.after)), _period_at(place.before), guess)
    for period in (own,) if own else around:
        if period and all(_is_usual(amount, period, currency) for amount in amounts):
            return period
    return None


def _period_at(text: str) -> Period | None:
    return next((period for period, pattern in _PERIOD if pattern.search(text)), None)
