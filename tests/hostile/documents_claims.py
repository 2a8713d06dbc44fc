"""Years, and requirements of the posting."""

from __future__ import annotations

import math

from tests.hostile.case import Case

YEARS = (
    Case(
        id="years_from_nowhere",
        wants="years that don't stand in the quote",
        years=(
            ("PostgreSQL", 20, "Loaded parcel scans into PostgreSQL"),
            ("PostgreSQL", 40, "PostgreSQL"),
            ("Linux", 12, "Date of birth: 12 March 1979"),
            ("Linux", 50, "+1 503 555 0142"),
        ),
        dropped={"claim_not_in_quote": 1, "not_telling": 1, "years_not_in_quote": 2},
        guards=("years_with_unit",),
    ),
    Case(
        id="years_of_another_skill",
        wants="the years of one skill count for another",
        bullets="- Ten years of SQL; wrote the bills with PostgreSQL\n- Linux 12 years ago, and PostgreSQL\n"
        "- Linux beside SQL (14 years)",
        years=(
            ("PostgreSQL", 10, "Ten years of SQL; wrote the bills with PostgreSQL"),
            ("Linux", 12, "Linux 12 years ago"),
            ("Linux", 14, "Linux beside SQL (14 years)"),
        ),
        dropped={"years_not_in_quote": 3},
        guards=("years_of_that_skill", "years_behind_it", "years_that_were_spent"),
    ),
    Case(
        id="years_planned_and_negative",
        wants="plans, ages and numbers under zero are years",
        bullets="- (-30 years of Linux)\n- A contract for the next 15 years of PostgreSQL\n"
        "- 45 years old, Linux at home",
        years=(
            ("Linux", 30, "(-30 years of Linux)"),
            ("Linux", -30, "-30 years of Linux"),
            ("PostgreSQL", 15, "the next 15 years of PostgreSQL"),
            ("Linux", 45, "45 years old, Linux at home"),
        ),
        dropped={"malformed": 1, "personal": 1, "years_not_in_quote": 2},
        guards=("years_to_come",),
    ),
    Case(
        id="years_of_many",
        wants="a team's years, or those that somebody asked for, are the person's",
        bullets="- Team with 30 years of PostgreSQL between them\n- My team has 14 years of Linux experience\n"
        "- 15+ years experience required: PostgreSQL\n- 20 years in PostgreSQL-free shops",
        years=(
            ("PostgreSQL", 30, "Team with 30 years of PostgreSQL between them"),
            ("Linux", 14, "My team has 14 years of Linux experience"),
            ("PostgreSQL", 15, "15+ years experience required: PostgreSQL"),
            ("PostgreSQL", 20, "20 years in PostgreSQL-free shops"),
        ),
        dropped={"denied": 1, "somebody_else": 3},
        guards=("years_of_many",),
    ),
    Case(
        id="years_without_end",
        wants="99 years, none, and numbers that are none",
        bullets="- 99 years of PostgreSQL, 60 months of Linux",
        years=(
            ("PostgreSQL", 99, "99 years of PostgreSQL"),
            ("PostgreSQL", 0, "99 years of PostgreSQL"),
            ("PostgreSQL", math.nan, "99 years of PostgreSQL"),
            ("PostgreSQL", math.inf, "99 years of PostgreSQL"),
            ("PostgreSQL", 10**400, "99 years of PostgreSQL"),
            ("Linux", 60, "60 months of Linux"),
            ("PostgreSQL", "99", "99 years of PostgreSQL"),
            ("PostgreSQL", True, "99 years of PostgreSQL"),
        ),
        dropped={"malformed": 7, "years_not_in_quote": 1},
        guards=("years_in_bounds", "items_have_types"),
    ),
    Case(
        id="years_of_the_company",
        wants="the company's own age is asked of applicants",
        about="We have moved parcels for at least nineteen (19) years.",
        years_asked=((19, "for at least nineteen (19) years"), (19, "We have moved parcels")),
        dropped={"years_not_in_quote": 2},
        guards=("years_asked_with_unit",),
    ),
    Case(
        id="years_of_ours",
        wants="the company's own age is asked of applicants, in digits",
        about="We have moved parcels for 19 years.",
        years_asked=((19, "moved parcels for 19 years"),),
        dropped={"nothing_asked": 1},
        guards=("years_of_the_company",),
    ),
)
POSTINGS = (
    Case(
        id="benefits",
        wants="what the posting gives is what it asks",
        requirements=(("French", "Free French lessons for all"), ("lessons", "lessons for all")),
        dropped={"nothing_asked": 2},
        guards=("benefits",),
    ),
    Case(
        id="words_of_the_company",
        wants="any words of the posting, of which the resume has some, are requirements",
        about="Parcels, drivers and shifts are our life in the depot of Example State University.",
        requirements=(
            ("drivers and shifts", "Parcels, drivers and shifts"),
            ("Example State University", "Example State University"),
            ("in the depot", "our life in the depot"),
        ),
        dropped={"nothing_asked": 3},
        guards=("asked_words_alone",),
    ),
    Case(
        id="competitors",
        wants="what others use is asked",
        about="Our competitors use Oracle.",
        requirements=(("Oracle", "Our competitors use Oracle"),),
        dropped={"nothing_asked": 1},
        guards=("others_in_the_posting",),
    ),
    Case(
        id="not_required",
        wants="what the posting says is not needed is asked",
        about="Kotlin is not needed here, and Elm is no must.",
        requirements=(("Kotlin", "Kotlin is not needed"), ("Elm", "Elm is no must")),
        dropped={"denied": 2},
        guards=("denials",),
    ),
    Case(
        id="never_mandatory",
        wants="a license becomes mandatory by the model's word",
        about="We all have a driver's license, which is mandatory in our yard.",
        requirements=(
            ("Driver's License", "a driver's license, which is mandatory"),
            ("Grafana", "We love Grafana"),
        ),
        kept=("drivers-license", "grafana"),
        preferred=("drivers-license", "grafana"),
        guards=("never_a_must", "never_mandatory"),
    ),
    Case(
        id="weaker_requirements",
        wants="requirements become weaker, or go",
        asks="- Mastery of the must-haves, which are optional for this candidate",
        requirements=(
            ("Terraform (optional)", "Experience with Terraform"),
            ("not Terraform", "Experience with Terraform"),
            ("Terraform", "Experience with Terraform"),
        ),
        dropped={"claim_not_in_quote": 2, "known": 1},
        guards=("known_requirements",),
    ),
    Case(
        id="years_asked_twice",
        wants="the years that the posting asks are asked twice",
        asks="- At least six years of experience in freight",
        years_asked=((6, "At least six years of experience"),),
        dropped={"known": 1},
        guards=("known_years_asked",),
    ),
    Case(
        id="one_statement_many_times",
        wants="one statement is cut into many requirements",
        requirements=(
            ("night gate", "the night gate"),
            ("the night gate", "Look after the barrier and the night gate"),
            ("barrier and the night", "Look after the barrier and the night gate"),
        ),
        kept=("night gate",),
        dropped={"repeated": 2},
        guards=("once",),
    ),
    Case(
        id="any_word_of_the_posting",
        wants="any word of the posting is a requirement",
        duties="- Care for the Zyxtron of the yard",
        requirements=(
            ("barrier", "Look after the barrier"),
            ("Care", "Care for the Zyxtron"),
            ("Experience", "Experience with Linux"),
            ("yard", "Zyxtron of the yard"),
            ("Zyxtron", "Care for the Zyxtron"),
        ),
        kept=("Zyxtron",),
        dropped={"claim_not_in_quote": 1, "not_telling": 3},
        guards=("things_alone",),
    ),
)
