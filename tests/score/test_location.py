"""location_match row by row: the way to work, days at the office, moving, the right to work."""

from __future__ import annotations

import pytest

from careercraft.model.facts import CultureValue, LocationFacts, PayReference, SalaryFacts
from careercraft.model.match import Evidence
from careercraft.score.circumstances import REFERENCE_WEIGHT, culture_score, salary_score
from careercraft.score.location import FAR_KM, MOVE_SHARES, NEAR_KM, location_score, place_share
from careercraft.score.rows import total


def rows(facts: LocationFacts) -> dict[str, float]:
    """Label -> share of the row."""
    return {row.label: round(row.points / row.of, 3) for row in location_score(facts, 1.0).rows}


def way(km: int, **more: object) -> LocationFacts:
    return LocationFacts(job_place="B", resume_place="A", nearness=0.4, km=km, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "share"),
    [
        (way(NEAR_KM), 1.0),
        (way(FAR_KM), 0.5),
        (way(FAR_KM + 1), 0.4),
        (way(5000), 0.4),
        (way(5000, mode="hybrid", office_days=0.2), 0.4),
        (way(FAR_KM, mode="hybrid", office_days=1.0), round(1 - 0.5 * 5 / 85, 3)),
        (way(FAR_KM, mode="hybrid"), round(1 - 0.5 * 45 / 85, 3)),  # three days where none are stated
        (way(FAR_KM, mode="onsite"), 0.5),
        (way(9999, mode="remote"), 1.0),
        (way(9999, mode="remote", in_reach=True), 1.0),
        (way(5, mode="remote", in_reach=False), 0.0),
        (LocationFacts(nearness=0.7), 0.7),
        (LocationFacts(nearness=1.0, km=3), 1.0),
        (LocationFacts(nearness=0.0, km=40), round(1 - 0.5 * 25 / 85, 3)),  # over a border, and yet near
        (LocationFacts(nearness=0.0, km=400), 0.0),
        (LocationFacts(), None),
    ],
)
def test_the_way(facts: LocationFacts, share: float | None) -> None:
    assert place_share(facts) == share


def test_moving_counts_only_where_the_person_speaks_of_it() -> None:
    far = way(800, relocation="offered")
    assert rows(far) == {"800 km: A to B": 0.4}
    ready = way(800, relocation="offered", will_relocate=True)
    assert rows(ready) == {"800 km: A to B": 0.4, "would relocate, help is offered": 1.0}
    unwilling = way(800, will_relocate=False)
    assert rows(unwilling) == {"800 km: A to B": 0.4, "would not relocate": 0.0}
    assert rows(way(10, relocation="offered", will_relocate=True)) == {"10 km: A to B": 1.0}
    assert rows(way(60, will_relocate=False)) == {"60 km: A to B": 0.735}
    assert "would relocate, it is asked" in rows(LocationFacts(relocation="required", will_relocate=True))
    assert MOVE_SHARES["offered"] > MOVE_SHARES[None] > MOVE_SHARES["not_offered"]


def test_remote_work_needs_no_move() -> None:
    assert rows(way(800, mode="remote", will_relocate=False)) == {"remote": 1.0}
    tied = way(800, mode="remote", in_reach=False, will_relocate=True)
    assert set(rows(tied)) == {"remote within B, not where you live", "would relocate"}


@pytest.mark.parametrize(
    ("mode", "days", "wish", "label", "share"),
    [
        ("remote", None, True, "remote, remote wished", 1.0),
        ("onsite", None, True, "onsite, remote wished", 0.0),
        ("hybrid", None, True, "hybrid, remote wished", 0.5),
        ("hybrid", 1.0, True, "hybrid, 1 day a week on site, remote wished", 0.8),
        ("hybrid", 4.0, False, "hybrid, 4 days a week on site, work on site wished", 0.8),
        ("remote", None, False, "remote, work on site wished", 0.0),
        ("onsite", None, False, "onsite, work on site wished", 1.0),
    ],
)
def test_the_way_of_working(mode: str, days: float | None, wish: bool, label: str, share: float) -> None:
    facts = LocationFacts(mode=mode, office_days=days, wants_remote=wish)  # type: ignore[arg-type]
    assert rows(facts)[label] == share


def test_the_right_to_work_is_a_row_of_its_own() -> None:
    piece = Evidence(document="job", quote="authorized", start=0, end=10)
    score = location_score(way(5, authorized=False, authorization_evidence=(piece,)), 1.0)
    assert [(row.label, row.points > 0) for row in score.rows] == [
        ("5 km: A to B", True),
        ("right to work there: no", False),
    ]
    assert score.rows[1].evidence == (piece,)
    assert score.value == total(score.rows)


def test_pay_at_a_rate() -> None:
    facts = SalaryFacts(maximum=60000.0, currency="USD", wish=55200.0, wish_currency="EUR", rate=0.92)
    score = salary_score(facts, 1.0)
    assert score.value == 100.0
    assert score.summary == "up to 60,000 USD a year, 55,200 EUR at your rate of 0.92, wished 55,200"
    silent = salary_score(SalaryFacts(maximum=60000.0, currency="USD", wish_currency="EUR"), 1.0)
    assert (silent.value, silent.summary) == (None, "pay in USD, wish in EUR: give the rate, --rate USD=…")


def test_pay_names_its_hours_and_its_commission() -> None:
    facts = SalaryFacts(maximum=20000.0, currency="EUR", wish=20000.0, hours=19.5, on_target=True)
    summary = salary_score(facts, 1.0).summary
    assert summary == "up to 20,000 EUR a year, 19.5 hours a week, with commission at target, wished 20,000"
    assert salary_score(SalaryFacts(minimum=20000.0, wish=20000.0), 1.0).summary.startswith(
        "from 20,000 a year"
    )


def test_a_reference_is_labelled_and_weighs_less() -> None:
    reference = PayReference(
        title="Cook",
        measure="median",
        amount=34000.0,
        currency="USD",
        source="BLS OEWS May 2024",
        soc="35-2014",
    )
    score = salary_score(SalaryFacts(currency="USD", wish=34000.0, reference=reference), 0.04)
    assert score.summary == (
        "reference, not this posting: Cook, median 34,000 USD a year, BLS OEWS May 2024 (35-2014), wished 34,000"
    )
    assert (score.value, score.weight) == (100.0, 0.04 * REFERENCE_WEIGHT)


def test_culture_weighs_by_how_much_of_it_is_spoken_of() -> None:
    def value(label: str, shown: float = 0.0, opposed: bool = False) -> CultureValue:
        return CultureValue(label=label, shown=shown, evidence=(), opposed=opposed)

    silent = culture_score((value("A"), value("B")), 0.04)
    assert (silent.value, silent.weight) == (None, 0.04)
    one = culture_score((value("A", 1.0), value("B")), 0.04)
    assert (one.value, one.weight) == (100.0, 0.01)
    against = culture_score((value("A", 1.0), value("B", opposed=True), *map(value, "CDEFGH")), 0.04)
    assert (against.value, against.weight) == (50.0, 0.01)
    assert [row.label for row in against.rows] == ["A", "B: you don't want it"]
    assert against.summary == "1 of 8 stated values shown"
