"""The right to work and clearances: what postings ask, what people state, and what says nothing."""

from __future__ import annotations

import pytest

from careercraft.match import clearance
from careercraft.match.linker import Linker
from careercraft.match.money import WishError
from careercraft.match.permits import Ask, Permit, ask_of, claims, is_met, read_permit
from careercraft.model.facts import Facts
from careercraft.settings import Wishes
from tests.match.test_facts import facts


@pytest.mark.parametrize(
    ("line", "permits"),
    [
        ("US citizen", {("US", "citizen")}),
        ("Jane Doe | U.S. Citizen | Boston", {("US", "citizen")}),
        ("EU citizen, no visa needed", {("EU", "citizen")}),
        ("Green card holder", {("US", "resident")}),
        ("UK permanent resident", {("GB", "resident")}),
        ("Authorized to work in the US without sponsorship", {("US", "work")}),
        ("Work authorization: US, Canada", {("US", "work"), ("CA", "work")}),
        ("Right to work in the UK", {("GB", "work")}),
        ("Lives in Berlin, Germany. Authorized to work in the U.S.", {("US", "work")}),
        ("Does not require sponsorship to work in the United States", {("US", "work")}),
        ("No sponsorship required", {("*", "work")}),
        ("Requires H-1B visa sponsorship", {("*", "sponsor")}),
        ("I will need sponsorship in the future", {("*", "sponsor")}),
        ("Not authorized to work in the US", set()),
        ("Work permit for Germany pending; no green card", set()),
        ("Holds a valid Swiss work permit", {("CH", "work")}),
        ("Work permit: Switzerland", {("CH", "work")}),
        ("EU national", {("EU", "citizen")}),
        # Other people's.
        ("Advised families on immigration", set()),
        ("Processed work permits and work visas for the US", set()),
        ("Verified that employees are authorized to work in the US", set()),
        ("Managed cases of clients who require visa sponsorship", set()),
        ("Conducted right to work checks", set()),
        ("Seeking sponsorship for events", set()),
        ("Served US citizens abroad at the American Citizen Services desk", set()),
        ("US National Park Service", set()),
        # A nationality as such is no right to work.
        ("Nationality: German", set()),
        ("Nationality: US citizen", set()),
        ("Citizenship: Indian", set()),
        ("Boston | Nationality: US citizen | jane@example.com", set()),
        ("Married · Citizenship: EU citizen", set()),
        ("German citizen", set()),
        ("Born in the United States", set()),
    ],
)
def test_what_people_state(line: str, permits: set[tuple[str, str]]) -> None:
    assert {tuple(claim.permit) for claim in claims(line)} == permits


@pytest.mark.parametrize(
    ("text", "areas", "least", "sponsored"),
    [
        ("Must be authorized to work in the United States", {"US"}, "work", False),
        ("Authorized to work in the USA with or without sponsorship", {"US"}, "work", True),
        ("Applicant must be a U.S. citizen", {"US"}, "citizen", False),
        ("US Citizen or Green Card Holder ONLY", {"US"}, "resident", False),
        ("Candidate must be a US Person as defined in ITAR", {"US"}, "resident", False),
        ("You need the right to work in the UK", {"GB"}, "work", False),
        ("An EU work permit is required", {"EU"}, "work", False),
        ("Eligible to work without sponsorship", {"DE"}, "work", False),
        ("We do not provide any sponsorship", {"DE"}, "work", False),
    ],
)
def test_what_postings_ask(text: str, areas: set[str], least: str, sponsored: bool) -> None:
    assert ask_of(text, "DE", None) == Ask(frozenset(areas), least, sponsored)  # type: ignore[arg-type]


def test_other_eligibility_is_no_right_to_work() -> None:
    assert ask_of("Eligible for the employee referral bonus", "US", None) is None


US, CITIZEN = Ask(frozenset({"US"}), "work", False), Ask(frozenset({"US"}), "citizen", False)


@pytest.mark.parametrize(
    ("ask", "held", "complete", "met"),
    [
        (US, [Permit("US", "work")], False, True),
        (US, [Permit("US", "citizen")], False, True),
        (US, [Permit("*", "work")], False, True),
        (US, [], False, None),
        (US, [Permit("DE", "work")], False, None),
        (US, [Permit("DE", "work")], True, False),  # the person listed every country
        (US, [Permit("*", "sponsor")], False, False),
        (US, [Permit("US", "sponsor")], True, False),
        (US._replace(sponsored=True), [Permit("*", "sponsor")], False, True),
        (US._replace(sponsored=True), [Permit("DE", "work")], True, None),
        (US._replace(areas=frozenset()), [Permit("DE", "work")], True, None),
        (CITIZEN, [Permit("US", "citizen")], False, True),
        (CITIZEN, [Permit("US", "resident")], False, False),
        (CITIZEN, [Permit("US", "work")], True, None),
        (Ask(frozenset({"DE"}), "work", False), [Permit("EU", "citizen")], False, True),
        (Ask(frozenset({"GB"}), "work", False), [Permit("EU", "work")], True, False),
        (Ask(frozenset({"US", "CA"}), "work", False), [Permit("CA", "work")], False, True),
    ],
)
def test_ask_and_answer(ask: Ask, held: list[Permit], complete: bool, met: bool | None) -> None:
    assert is_met(ask, held, complete=complete) is met


@pytest.mark.parametrize(
    ("text", "permit"),
    [
        ("US", ("US", "work")), ("usa", ("US", "work")), ("Germany", ("DE", "work")), ("UK", ("GB", "work")),
        ("eu", ("EU", "work")), ("-US", ("US", "sponsor")), ("not Norway", ("NO", "sponsor")),
        ("US citizen", ("US", "citizen")), ("US green card", ("US", "resident")),
    ],
)  # fmt: skip
def test_listed_countries(text: str, permit: tuple[str, str]) -> None:
    assert tuple(read_permit(text)) == permit


@pytest.mark.parametrize("text", ["", "Gremany", "xx", "citizen", "-"])
def test_no_country(text: str) -> None:
    with pytest.raises(WishError, match="is no country"):
        read_permit(text)


GRADES = {
    "secret": ("US", 1),
    "top secret": ("US", 2),
    "ts/sci": ("US", 3),
    "SC": ("UK", 2),
    "DBS": ("DBS", 0),
}


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Must possess an active Secret or higher security clearance", "secret"),
        ("Active Top Secret clearance required", "top secret"),
        ("Active TS/SCI with polygraph required", "ts/sci"),
        ("Active TS SCI with Polygraph Clearance", "ts/sci"),
        ("Active Top Secret clearance and able to obtain a TS/SCI", "top secret"),
        ("SC cleared candidates only", "SC"),
        ("DBS check required", "DBS"),
        ("Must have the ability to obtain a Secret clearance", None),
        ("Current, or able to obtain, Secret clearance", None),
        ("A security clearance is required", None),
    ],
)
def test_clearances_asked(text: str, grade: str | None) -> None:
    assert clearance.asked(text) == (GRADES[grade] if grade else None)


@pytest.mark.parametrize(
    ("line", "grades"),
    [
        ("Active Secret clearance", [GRADES["secret"]]),
        ("Clearance: Secret", [GRADES["secret"]]),
        ("Top Secret/SCI clearance (active)", [GRADES["ts/sci"]]),
        ("No security clearance", [None]),
        ("Held a Secret clearance until 2015", []),
        ("Handled customs clearance", []),
        ("No issue obtaining a security clearance", []),
        ("Processed Secret clearance applications", []),
        ("Clearance: none", [None]),
        ("Secret Santa organizer", []),
    ],
)
def test_clearances_held(line: str, grades: list[tuple[str, int] | None]) -> None:
    assert [held.grade for held in clearance.held(line)] == grades


def test_a_higher_clearance_will_do() -> None:
    secret, top, uk = (clearance.Grade(*GRADES[name]) for name in ("secret", "top secret", "SC"))
    assert clearance.is_met(secret, [top]) is True
    assert clearance.is_met(top, [secret]) is False
    assert clearance.is_met(secret, [uk]) is None
    assert clearance.is_met(secret, [None]) is False
    assert clearance.is_met(secret, []) is None
    assert clearance.is_met(None, [top]) is None


PERSON = "Jane Doe\nBoston, MA\njane@example.com\n{}\n\nSkills\nPython, SQL\n"
POSTING = (
    "Data Analyst\nAcme Corp\nLocation: Boston, MA\n\nRequirements\n- Python\n- SQL\n- Excel\n"
    "- Must be authorized to work in the United States\n- Active Secret clearance\n"
)


def gathered(linker: Linker, says: str, *countries: str) -> Facts:
    return facts(PERSON.format(says), POSTING, linker, Wishes(work_authorization=countries))


def test_statements_meet_hard_requirements_with_evidence_of_both_sides(linker: Linker) -> None:
    found = gathered(linker, "US citizen, active Top Secret clearance")
    assert [fact.met for fact in found.hard] == [True, True]
    for fact in found.hard:
        assert [piece.document for piece in (*fact.found_evidence, *fact.evidence)] == ["resume", "job"]
    assert found.location.authorized is True
    assert len(found.location.authorization_evidence) == 2


def test_silence_and_nationality_leave_them_unknown(linker: Linker) -> None:
    for words in (
        "",
        "Nationality: German",
        "Nationality: American",
        "Citizenship: US",
        "Born in Boston, United States",
    ):
        found = gathered(linker, words)
        assert [fact.met for fact in found.hard] == [None, None], words
        assert all(fact.found_evidence == () for fact in found.hard)
        assert found.location.authorized is None


def test_the_list_of_countries_is_complete(linker: Linker) -> None:
    assert gathered(linker, "", "US").location.authorized is True
    assert gathered(linker, "", "EU", "GB").location.authorized is False
    assert gathered(linker, "", "-US").location.authorized is False


def test_what_a_position_did_is_no_statement(linker: Linker) -> None:
    text = (
        "Jane Doe\nBoston, MA\njane@example.com\n\nExperience\n\nAnalyst, Acme Corp\nJan 2020 - Dec 2022\n"
        "- Helped staff authorized to work in the United States\n- Processed Secret clearance requests\n"
    )
    assert [fact.met for fact in facts(text, POSTING, linker).hard] == [None, None]
