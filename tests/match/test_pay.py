"""What a job pays against what a person wishes: periods, hours, currencies, and the reference where nothing is said."""

from __future__ import annotations

import pytest
from msgspec import structs

from careercraft.errors import ConfigError
from careercraft.match.linker import Linker
from careercraft.match.pay import salary_facts
from careercraft.match.profile import read_profile
from careercraft.model.document import Document, Span, Text
from careercraft.model.facts import SalaryFacts
from careercraft.model.job import Hours, Job, Period, Salary, Seniority
from careercraft.model.skill import Role, RoleSalary, RoleSkills
from careercraft.settings import Wishes
from tests.match.parts import resume
from tests.match.test_facts import facts

WORDS = Text("pay", Span(0, 3))


def found(job: Job, quote: str = "pay", **wishes: object) -> SalaryFacts:
    document = Document(text=quote, lines=(), name="a.txt", hash="0", format="text")
    profile = read_profile(Wishes(**wishes))  # type: ignore[arg-type]
    return salary_facts(job, document, profile, {"analyst": ANALYST})


def pay(
    amount: float, period: Period = "year", currency: str | None = "EUR", quote: str = "pay", **more: object
) -> Salary:
    text = Text(quote, Span(0, len(quote)))
    return Salary(minimum=amount, maximum=amount, currency=currency, period=period, text=text, **more)  # type: ignore[arg-type]


ANALYST = Role(
    id="analyst",
    title="Analyst",
    level="mid",
    family="data",
    summary="",
    skills=RoleSkills(),
    salary=RoleSalary(
        soc="15-2051", year=2024, currency="USD", median=100.0, source="BLS OEWS May 2024", p10=50.0, p25=75.0
    ),
)


@pytest.mark.parametrize(
    ("period", "amount", "yearly"),
    [
        ("hour", 20, 41600),
        ("day", 200, 52000),
        ("week", 1000, 52000),
        ("month", 4000, 48000),
        ("year", 50000, 50000),
    ],
)
def test_pay_is_brought_to_a_year(period: Period, amount: float, yearly: float) -> None:
    job = Job(salary=pay(amount, period))
    assert found(job, salary="45k EUR").maximum == yearly
    assert found(job, salary=45000.0, currency="eur").wish == 45000.0


def test_a_thirteenth_salary_counts() -> None:
    assert found(Job(salary=pay(4000, "month", payments=13))).maximum == 52000


def test_another_currency_needs_a_rate() -> None:
    job = Job(salary=pay(50000, currency="USD", quote="50,000 USD"))
    alone = found(job, salary="45k EUR")
    assert (alone.wish, alone.wish_currency, alone.rate) == (None, "EUR", None)
    rated = found(job, salary="45k EUR", rates={"USD": 0.92})
    assert (rated.wish, rated.wish_currency, rated.rate, rated.maximum) == (45000, "EUR", 0.92, 50000)
    assert found(job, salary="45k EUR", rates={"GBP": 1.17}).wish is None
    same = found(job, salary="45k USD", rates={"USD": 0.92})
    assert (same.wish, same.rate) == (45000, None)


@pytest.mark.parametrize(
    ("currency", "quote", "country", "expected"),
    [
        ("USD", "$80,000", "CA", "CAD"),
        ("USD", "$80,000", "AU", "AUD"),
        ("USD", "US$80,000", "CA", "USD"),
        ("USD", "$80,000 USD", "CA", "USD"),
        ("USD", "$80,000", "US", "USD"),
        ("USD", "$80,000", None, "USD"),
        ("GBP", "£40,000", "IE", "GBP"),
        (None, "40,000", "GB", "GBP"),
        (None, "40,000", "DE", "EUR"),
        (None, "40,000", None, None),
    ],
)
def test_the_currency_of_the_country(
    currency: str | None, quote: str, country: str | None, expected: str | None
) -> None:
    job = Job(salary=pay(80000, currency=currency, quote=quote), country=country)
    assert found(job, quote).currency == expected


def test_part_time_pay_is_that_of_the_hours() -> None:
    half = Hours(time="part", minimum=20, maximum=20, text=WORDS)
    by_hour = Job(salary=pay(30, "hour"), hours=half)
    assert found(by_hour, salary="30k EUR").maximum == 31200
    assert found(by_hour, salary="30k EUR").hours == 20
    assert found(by_hour, salary="30/h").maximum == 62400  # an hour's pay against an hour's pay
    yearly = Job(salary=pay(24000), hours=half)
    assert found(yearly, salary="30k EUR").maximum == 24000
    assert (found(yearly, salary="30/h").maximum, found(yearly, salary="30/h").hours) == (48000, None)
    pro_rata = Job(salary=pay(50000, pro_rata=True), hours=half)
    assert found(pro_rata, salary="30k EUR").maximum == 25000
    assert found(structs.replace(pro_rata, salary=pay(25000)), salary="30k EUR").maximum == 25000
    percent = Hours(time="part", percent=50, text=WORDS)
    assert found(structs.replace(pro_rata, hours=percent), salary="30k EUR").maximum == 25000


@pytest.mark.parametrize(
    ("level", "amount", "measure"),
    [
        ("intern", 50, "10th percentile"), ("junior", 75, "25th percentile"), (None, 100, "median"),
        ("senior", 100, "median"),  # its 75th percentile isn't known
    ],
)  # fmt: skip
def test_a_silent_posting_is_held_against_the_kind_of_work(
    level: Seniority | None, amount: float, measure: str
) -> None:
    silent = found(Job(role="analyst", country="US", level=level), salary=65000.0)
    assert silent.reference is not None
    assert (silent.reference.amount, silent.reference.measure) == (amount, measure)
    assert (silent.reference.source, silent.reference.soc) == ("BLS OEWS May 2024", "15-2051")
    assert (silent.wish, silent.evidence) == (65000.0, ())


@pytest.mark.parametrize(
    ("job", "wishes", "known"),
    [
        (Job(role="analyst", country="US"), {"salary": "65k USD"}, True),
        (Job(role="analyst"), {"salary": "65k USD"}, True),
        (Job(role="analyst"), {"salary": "65k"}, False),  # neither place nor currency
        (Job(role="analyst"), {"salary": "65k EUR", "rates": {"USD": 0.9}}, False),
        (Job(role="analyst", country="US"), {"salary": "65k EUR", "rates": {"USD": 0.9}}, True),
        (Job(role="analyst", country="US"), {"salary": "65k EUR"}, False),
        (Job(role="analyst", country="DE"), {"salary": "65k USD"}, False),
        (Job(role="cook", country="US"), {"salary": "65k USD"}, False),
        (Job(country="US"), {"salary": "65k USD"}, False),
        (Job(role="analyst", country="US"), {}, False),
        (Job(role="analyst", country="US", salary=pay(1000, "week", "USD")), {"salary": "65k"}, False),
    ],
)
def test_when_there_is_a_reference(job: Job, wishes: dict[str, object], known: bool) -> None:
    assert (found(job, **wishes).reference is not None) == known


def test_pay_with_its_words(linker: Linker) -> None:
    posting = "Data Analyst\nAcme Corp\nSalary: £45,000 a year\n\nRequirements\n- Python\n- SQL\n- Excel\n"
    paid = facts(resume(work="Python"), posting, linker, Wishes(salary="50k GBP")).salary
    assert (paid.maximum, paid.currency, paid.wish) == (45000, "GBP", 50000)
    assert paid.evidence[0].quote == "Salary: £45,000 a year"


def test_nonsense_in_the_settings_is_named(linker: Linker) -> None:
    for wishes, words in (
        (Wishes(salary="a lot"), "wishes.salary: 'a lot' is no amount of pay"),
        (Wishes(salary=65.0), "wishes.salary: '65.0' is too little for a year"),
        (Wishes(salary=65000.0, currency="Taler"), "wishes.currency: 'Taler' is no currency"),
        (Wishes(rates={"USD": -1.0}), "wishes.rates: 'USD=-1.0' is no rate"),
        (Wishes(work_authorization=("Gremany",)), "wishes.work_authorization: 'Gremany' is no country"),
        (Wishes(values=("-",)), "wishes.values: '-' is no value"),
    ):
        with pytest.raises(ConfigError) as caught:
            read_profile(wishes)
        assert caught.value.message == words
        assert caught.value.hint
