"""What the job pays and what the person wishes, both a year in currencies that can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import structs

from careercraft.match.money import HOURS_A_WEEK, PERIODS_A_YEAR, Pay
from careercraft.match.profile import Profile
from careercraft.match.quoting import Quoter
from careercraft.model.document import Document
from careercraft.model.facts import PayReference, SalaryFacts
from careercraft.model.job import Job, Salary, Seniority
from careercraft.model.skill import Role, RoleSalary

_FULL_TIME = 35.0
"""Hours a week from which a job is one of full time."""
_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CL": "CLP", "CO": "COP",
            "AR": "ARS", "TW": "TWD"}  # fmt: skip
"""Countries in which a bare "$" is their own."""
_EURO = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"
_CURRENCY_OF = _DOLLARS | dict.fromkeys(_EURO.split(), "EUR") | {
    "US": "USD", "PR": "USD", "GB": "GBP", "CH": "CHF", "LI": "CHF", "SE": "SEK", "NO": "NOK", "DK": "DKK",
    "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON", "IN": "INR", "JP": "JPY", "CN": "CNY", "BR": "BRL",
    "ZA": "ZAR", "IL": "ILS", "AE": "AED", "TR": "TRY", "KR": "KRW", "PH": "PHP", "MY": "MYR", "TH": "THB",
    "ID": "IDR", "NG": "NGN", "KE": "KES", "EG": "EGP", "SA": "SAR", "QA": "QAR", "UA": "UAH", "PE": "PEN",
    "PK": "PKR", "BD": "BDT", "VN": "VND", "GH": "GHS", "MA": "MAD",
}  # fmt: skip
"""Of the countries that postings mostly come from; for amounts without a sign."""
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z])\$")
_DOLLAR_CODE = re.compile(
    r"\b[A-Z]{2,3}\s?\$|\b(?:USD|CAD|AUD|NZD|SGD|HKD|MXN|CLP|COP|ARS|TWD)\b|\bUS dollars?\b", re.I
)
_MEASURES: dict[Seniority, tuple[str, str]] = {
    "intern": ("p10", "10th percentile"),
    "junior": ("p25", "25th percentile"),
    "mid": ("median", "median"),
    "senior": ("p75", "75th percentile"),
    "lead": ("p75", "75th percentile"),
}


def salary_facts(job: Job, document: Document, profile: Profile, roles: Mapping[str, Role]) -> SalaryFacts:
    """The pay stated against the wish; where none is stated, what the kind of work pays in general."""
    if job.salary is None:
        return _reference(job, profile, roles)
    hours = _part_time(job)
    by_rate = profile.pay is not None and profile.pay.period in ("hour", "day")
    share = _share(job.salary, hours, by_rate)
    currency = _currency(job, job.salary) or (profile.pay.currency if profile.pay else None)
    facts = SalaryFacts(
        minimum=_yearly(job.salary, job.salary.minimum, share),
        maximum=_yearly(job.salary, job.salary.maximum, share),
        currency=currency,
        evidence=(Quoter("job", document).around(job.salary.text.span),),
        hours=hours if share < 1 else None,
        on_target=job.salary.on_target,
    )
    return _with_wish(facts, profile)


def _with_wish(facts: SalaryFacts, profile: Profile) -> SalaryFacts:
    """The wish stays away where its currency is another one and no rate is given."""
    pay = profile.pay
    if pay is None:
        return facts
    if not pay.currency or pay.currency == facts.currency:
        return structs.replace(facts, wish=pay.yearly)
    rate = profile.rates.get(facts.currency or "")
    wish = pay.yearly if rate else None
    return structs.replace(facts, wish=wish, wish_currency=pay.currency, rate=rate)


def _reference(job: Job, profile: Profile, roles: Mapping[str, Role]) -> SalaryFacts:
    """Pay by occupation is known for the US alone: it says something only where the job may be there."""
    role = roles.get(job.role or "")
    pay = profile.pay
    if role is None or role.salary is None or pay is None:
        return _wish_alone(pay)
    there = job.country == "US" or (job.country is None and pay.currency == role.salary.currency)
    comparable = pay.currency in (None, role.salary.currency) or role.salary.currency in profile.rates
    if not there or not comparable:
        return _wish_alone(pay)
    measure, words = _MEASURES[job.level or "mid"]
    amount = getattr(role.salary, measure)
    if amount is None:
        amount, words = role.salary.median, "median"
    facts = SalaryFacts(currency=role.salary.currency, reference=_made(role, role.salary, words, amount))
    return _with_wish(facts, profile)


def _made(role: Role, salary: RoleSalary, measure: str, amount: float) -> PayReference:
    source = salary.source if str(salary.year) in salary.source else f"{salary.source} {salary.year}"
    return PayReference(
        title=role.title,
        measure=measure,
        amount=amount,
        currency=salary.currency,
        source=source,
        soc=salary.soc,
    )


def _wish_alone(pay: Pay | None) -> SalaryFacts:
    return SalaryFacts(wish=pay.yearly, wish_currency=pay.currency) if pay else SalaryFacts()


def _currency(job: Job, salary: Salary) -> str | None:
    """As stated; a bare "$" is that of the job's country, and so are amounts without any sign."""
    own = _CURRENCY_OF.get(job.country or "")
    if salary.currency is None:
        return own
    bare = salary.currency == "USD" and _BARE_DOLLAR.search(salary.text.value)
    if bare and not _DOLLAR_CODE.search(salary.text.value):
        return _DOLLARS.get(job.country or "", salary.currency)
    return salary.currency


def _part_time(job: Job) -> float | None:
    """Hours a week where the posting states fewer than full time."""
    hours = job.hours
    if hours is None:
        return None
    stated = hours.maximum or hours.minimum
    if stated is None and (percent := hours.max_percent or hours.percent):
        stated = HOURS_A_WEEK * percent / 100
    return stated if stated and stated < _FULL_TIME else None


def _share(salary: Salary, hours: float | None, by_rate: bool) -> float:
    """What the stated pay is to be taken times in part-time work. Against a wish for an hour or a day it is held as a
    rate: pay of an hour and "pro rata" as they are, other pay brought to full time. Against a sum of money, pay of an
    hour and "pro rata" are brought to the hours, and other pay is what it is."""
    if hours is None:
        return 1.0
    by_hours = salary.period == "hour" or salary.pro_rata
    if by_rate:
        return 1.0 if by_hours or salary.period == "day" else HOURS_A_WEEK / hours
    return hours / HOURS_A_WEEK if by_hours else 1.0


def _yearly(salary: Salary, amount: float | None, share: float) -> float | None:
    if amount is None:
        return None
    times = PERIODS_A_YEAR[salary.period]
    if salary.period == "month" and salary.payments:
        times = salary.payments
    return round(amount * times * share, 2)
