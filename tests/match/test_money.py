"""Amounts as people type them."""

from __future__ import annotations

import pytest

from careercraft.match.money import WishError, read_currency, read_pay, read_rate


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period"),
    [
        ("65000", 65000, None, "year"),
        ("65,000", 65000, None, "year"),
        ("65.000 €", 65000, "EUR", "year"),
        ("65 000", 65000, None, "year"),
        ("65000.0", 65000, None, "year"),
        ("65k EUR", 65000, "EUR", "year"),
        ("EUR 65K", 65000, "EUR", "year"),
        ("€65k", 65000, "EUR", "year"),
        ("£45,000 p.a.", 45000, "GBP", "year"),
        ("$120k per annum", 120000, "USD", "year"),
        ("CA$ 90k", 90000, "CAD", "year"),
        ("30/h", 30, None, "hour"),
        ("30 EUR/hour", 30, "EUR", "hour"),
        ("25.50 per hour", 25.5, None, "hour"),
        ("CAD 30 an hour", 30, "CAD", "hour"),
        ("900 a day", 900, None, "day"),
        ("1,200 weekly", 1200, None, "week"),
        ("4,500 EUR a month", 4500, "EUR", "month"),
        ("3,500.50 CHF monthly", 3500.5, "CHF", "month"),
    ],
)
def test_amounts(text: str, amount: float, currency: str | None, period: str) -> None:
    assert tuple(read_pay(text)) == (amount, currency, period)


def test_a_year() -> None:
    assert [read_pay(text).yearly for text in ("30/h", "200/day", "1000/week", "4000/month", "50k")] == [
        62400, 52000, 52000, 48000, 50000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no amount of pay"),
        ("plenty", "is no amount of pay"),
        ("-65000", "is no amount of pay"),
        ("60-70k", "more than one amount"),
        ("65", "too little for a year"),
        ("4500", "too little for a year"),
        ("0", "too little for a year"),
        ("0.10/h", "too little for a hour"),
        ("65k XYZ", "'XYZ' in '65k XYZ' is no currency or period"),
        ("65k per fortnight", "is no currency or period"),
        ("999999999k", "more than anybody earns"),
    ],
)
def test_what_is_no_amount(text: str, reason: str) -> None:
    with pytest.raises(WishError) as caught:
        read_pay(text)
    assert reason in caught.value.reason
    assert caught.value.hint


def test_rates() -> None:
    assert read_rate("USD=0.92") == ("USD", 0.92)
    assert read_rate("gbp=1.17") == ("GBP", 1.17)
    for text in ("USD", "USD=", "USD=0", "USD=-1", "USD=nan", "USD=inf", "XXX=1", "=1", "USD=1=2"):
        with pytest.raises(WishError):
            read_rate(text)
    assert read_currency("€") == "EUR"
