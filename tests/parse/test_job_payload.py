"""A page's JSON-LD JobPosting: its facts count where they stand in the text."""

from __future__ import annotations

from typing import Any

import msgspec

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text

TEXT = (
    "Join us\n\nWarehouse Night Shift\nHarbor Foods, Rotterdam\nWe pay 2.900 euros a month, full time.\n\n"
    "Requirements\n- Forklift licence\n- Dutch\n"
)
PAYLOAD: dict[str, Any] = {
    "@type": "JobPosting",
    "title": "Warehouse Night Shift",
    "hiringOrganization": {"@type": "Organization", "name": "Harbor Foods"},
    "employmentType": ["FULL_TIME"],
    "jobLocation": [
        {"address": {"addressLocality": "Rotterdam", "addressRegion": "ZH", "addressCountry": "NL"}}
    ],
    "baseSalary": {"currency": "EUR", "value": {"minValue": 2900, "maxValue": 3100, "unitText": "MONTH"}},
}


def parse(payload: dict[str, Any] | None) -> Job:
    return parse_job(msgspec.structs.replace(read_text(TEXT, "job.html"), payload=payload))


def test_facts_with_spans() -> None:
    document = read_text(TEXT, "job.html")
    job = parse(PAYLOAD)
    for text, words in (
        (job.title, "Warehouse Night Shift"),
        (job.company, "Harbor Foods"),
        (job.location, "Rotterdam"),
        (job.employment, "full time"),
        (job.salary and job.salary.text, "2.900"),
    ):
        assert text
        assert document.quote(text.span) == words
    assert (job.city, job.region, job.country) == ("Rotterdam", "ZH", "NL")


def test_salary_is_the_stated_one() -> None:
    salary = parse(PAYLOAD).salary
    assert salary is not None
    assert (salary.minimum, salary.maximum, salary.currency, salary.period) == (2900, 3100, "EUR", "month")


def test_what_the_text_does_not_say_is_left_out() -> None:
    company = parse({**PAYLOAD, "hiringOrganization": {"name": "Somebody Else"}}).company
    assert company is None or company.value != "Somebody Else"


def test_odd_payloads_raise_nothing() -> None:
    plain = parse(None)
    for payload in (
        {"@type": "WebPage"},
        {"@type": "JobPosting", "title": 3, "baseSalary": "much", "jobLocation": "here"},
    ):
        assert parse(payload).statements == plain.statements


def test_a_sum_that_is_no_money_is_left_out() -> None:
    """Then the text alone says what is paid."""
    for odd in (float("inf"), 1e300, "nan", "much", [1]):
        broken = {**PAYLOAD, "baseSalary": {"currency": "EUR", "value": {"minValue": odd, "maxValue": odd}}}
        assert parse(broken).salary == parse({**PAYLOAD, "baseSalary": None}).salary
