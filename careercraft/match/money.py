"""Amounts that a person types: "65000", "65k EUR", "30/h", "4,500 EUR a month"."""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.job import Period
from careercraft.parse.tables import word_set

HOURS_A_WEEK = 40.0
PERIODS_A_YEAR: dict[Period, float] = {
    "hour": 52 * HOURS_A_WEEK,
    "day": 260,
    "week": 52,
    "month": 12,
    "year": 1,
}
_LEAST_A_YEAR = 8000
"""An amount under this without a period is hardly one of a year."""
_LEAST: dict[Period, float] = {"hour": 1, "day": 10, "week": 40, "month": 100, "year": 1000}
_MOST_A_YEAR = 1e10
CURRENCIES = word_set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG
    HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA
    MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
    UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """
)
"""ISO 4217, as of 2025."""
_SIGNS = {
    "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD",
    "r$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY", "zł": "PLN", "kč": "CZK", "₪": "ILS",
    "₩": "KRW", "₺": "TRY", "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "pound": "GBP",
    "pounds": "GBP",
}  # fmt: skip
_PERIOD_WORDS: dict[Period, str] = {
    "hour": r"h|hr|hrs|hour|hours|hourly|ph|p\.h\.",
    "day": r"d|day|days|daily|pd|p\.d\.",
    "week": r"w|wk|week|weeks|weekly|pw|p\.w\.",
    "month": r"m|mo|mth|month|months|monthly|pm|p\.m\.",
    "year": r"y|yr|year|years|yearly|annum|annual|annually|pa|p\.a\.",
}
_EACH = re.compile(
    r"(?:/|\bper\b|\ban?\b|\beach\b|\s|^)\s*(?:"
    + "|".join(f"(?P<{period}>{words})" for period, words in _PERIOD_WORDS.items())
    + r")\s*$"
)
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+)(?P<cents>[.,]\d{1,2})?\s?(?P<k>k\b)?"
)
_EXAMPLES = 'write it as 65000, "65k EUR", "30/h" or "4,500 EUR a month"'


class WishError(ValueError):
    """What a person typed won't do: the reason, and how to write it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


class Pay(NamedTuple):
    amount: float
    currency: str | None
    """ISO 4217; None where none is named."""
    period: Period

    @property
    def yearly(self) -> float:
        """For full-time work."""
        return round(self.amount * PERIODS_A_YEAR[self.period], 2)


def read_pay(text: str) -> Pay:
    """One amount with or without currency and period. Raises WishError."""
    words = " ".join(text.split())
    found = list(_NUMBER.finditer(words.lower()))
    if not found or words.startswith("-"):
        raise WishError(f"{text!r} is no amount of pay", _EXAMPLES)
    if len(found) > 1:
        raise WishError(f"{text!r} holds more than one amount", f"give the least that you wish; {_EXAMPLES}")
    match = found[0]
    before, after = words[: match.start()].strip(), words[match.end() :].strip()
    each = _EACH.search(after.lower())
    period = next((name for name in _PERIOD_WORDS if each[name]), None) if each else None
    rest = f"{before} {after[: each.start()] if each else after}".strip(" /")
    return _checked(text, _amount(match), _currency(text, rest), period)


def _amount(match: re.Match[str]) -> float:
    whole = float(re.sub(r"\D", "", match["whole"]) + (match["cents"] or "").replace(",", "."))
    return whole * 1000 if match["k"] else whole


def _currency(text: str, rest: str) -> str | None:
    """Of the words that are neither amount nor period."""
    if not rest:
        return None
    code = _SIGNS.get(rest.lower(), rest.upper())
    if code not in CURRENCIES:
        raise WishError(f"{rest!r} in {text!r} is no currency or period", _EXAMPLES)
    return code


def _checked(text: str, amount: float, currency: str | None, period: Period | None) -> Pay:
    if period is None and amount < _LEAST_A_YEAR:
        example = f"{amount:g}/h" if amount < 250 else f"{amount:,g} a month"
        raise WishError(f"{text!r} is too little for a year", f'name the period, as "{example}"')
    if amount < _LEAST[period or "year"]:
        raise WishError(f"{text!r} is too little for a {period or 'year'}", _EXAMPLES)
    pay = Pay(amount, currency, period or "year")
    if pay.yearly > _MOST_A_YEAR:
        raise WishError(f"{text!r} is more than anybody earns", _EXAMPLES)
    return pay


def read_currency(text: str) -> str:
    """The code of a currency. Raises WishError."""
    code = _SIGNS.get(text.strip().lower(), text.strip().upper())
    if code not in CURRENCIES:
        raise WishError(f"{text!r} is no currency", "use its code, as EUR or USD")
    return code


def read_rate(text: str) -> tuple[str, float]:
    """ "USD=0.92": one US dollar in the currency of the wish. Raises WishError."""
    name, sign, number = text.partition("=")
    try:
        rate = float(number)
    except ValueError:
        rate = 0.0
    if not sign or not 0 < rate < 1e9:
        raise WishError(
            f"{text!r} is no rate", "write what one unit is in the currency of your wish: USD=0.92"
        )
    return read_currency(name), rate
