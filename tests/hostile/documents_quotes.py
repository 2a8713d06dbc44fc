"""Quotes that don't stand there, or that stand there and don't tell what the model makes of them."""

from __future__ import annotations

from tests.hostile.case import APP, RESUME, Case

_LONG = (
    f"Wrote {APP} in the year of the flood " + "and moved parcels and pallets over the ramp " * 9 + "by hand"
)
QUOTES = (
    Case(
        id="no_such_words",
        wants="a quote that stands nowhere, or with other numbers",
        bullets=f"- Wrote 4 pages of {APP}",
        skills=(("Titanium", f"Wrote 40 pages of {APP}"), ("Kafka", "Ran Kafka in production")),
        dropped={"not_in_source": 2},
        guards=("quote_verbatim",),
    ),
    Case(
        id="quote_of_the_other_document",
        wants="words of the posting bear out a skill, and words of the resume a requirement",
        bullets=f"- Wrote {APP}",
        skills=(("Go", "Experience with Go"), ("Grafana", "We love Grafana dashboards")),
        requirements=(("Titanium", f"Wrote {APP}"),),
        dropped={"not_in_source": 3},
    ),
    Case(
        id="quote_of_the_prompt",
        wants="the prompt's own words, and its fence, are quotes",
        skills=(
            ("Kafka", "Answer with the JSON object alone."),
            ("PostgreSQL", "You read one resume for a career analyser"),
            ("Kafka", "=== DATA 3f2a9c41b07d ==="),
        ),
        dropped={"not_in_source": 3},
    ),
    Case(
        id="quote_over_two_bullets",
        wants="two lines make one fact",
        bullets="- Wrote the app of the depot\n- Met the folk of Titanium for lunch",
        skills=(("Titanium", "Wrote the app of the depot\n- Met the folk of Titanium"),),
        years=(("PostgreSQL", 40, "into PostgreSQL - Planned the shifts of forty"),),
        dropped={"two_places": 2},
        guards=("one_place",),
    ),
    Case(
        id="stop_words",
        wants="words that stand everywhere are a quote",
        skills=(("Go", "and"), ("IT", "of"), ("Go", "5"), ("Linux", "   "), ("Go", "– • –")),
        dropped={"malformed": 1, "not_telling": 4},
        guards=("quote_says_something",),
    ),
    Case(
        id="the_whole_document",
        wants="a quote so long that it bears out anything",
        bullets=f"- {_LONG}",
        skills=(("Titanium", _LONG), ("Go", RESUME.format(more=f"- {_LONG}"))),
        dropped={"too_long": 2},
        guards=("quote_not_too_long",),
    ),
    Case(
        id="half_a_name",
        wants="the quote cuts a longer name",
        bullets="- Wrote bridges in Objective-C, started Docker Compose, and sold Titaniumware for the app",
        skills=(("C", "C"), ("Docker", "started Docker"), ("Titanium", "sold Titanium")),
        dropped={"claim_not_in_quote": 2, "not_in_source": 1},
        guards=("whole_words", "longer_names"),
    ),
    Case(
        id="other_skill_than_quoted",
        wants="a true quote, and a skill that it doesn't tell of",
        skills=(
            ("Kubernetes", "Planned the shifts of forty drivers"),
            ("MySQL", "parcel scans into PostgreSQL"),
        ),
        soft=(("Conflict resolution", "Planned the shifts of forty drivers"), ("Leadership", "drivers")),
        dropped={"claim_not_in_quote": 4},
        guards=("claim_stands_in_quote", "meaning_is_near"),
    ),
    Case(
        id="pieces_of_a_deed",
        wants="a few words of a sentence, well cut, show a soft skill",
        bullets="- Brought two quarrelling teams back to one table\n"
        "- Rewrote the nightly SQL job of the depot so that its run went from three days to four hours",
        soft=(
            ("Teamwork", "teams"),
            ("Teamwork", "two quarrelling teams"),
            ("Time management", "from three days to four hours"),
        ),
        dropped={"claim_not_in_quote": 3},
        guards=("whole_sentence",),
    ),
    Case(
        id="no_deed",
        wants="words among degrees show a soft skill",
        resume=RESUME.format(more="").replace(
            "University, 2020\n", "University, 2020\nBrought two quarrelling teams back to one table\n"
        ),
        soft=(("Conflict resolution", "Brought two quarrelling teams back to one table"),),
        dropped={"claim_not_in_quote": 1},
        guards=("deeds_are_done",),
    ),
    Case(
        id="near_names",
        wants="a skill whose name looks like another's, or like a word",
        bullets="- Document in Epic; super user of it\n- Sold Apache Hiveware to the depots\n"
        "- Sorted the papers for Certified Personal Trainer",
        skills=(
            ("Documentum", "Document in Epic; super user"),
            ("Epicor", "Document in Epic; super user"),
            ("Apache Hive", "Sold Apache Hiveware to the depots"),
            ("ACE Certified Personal Trainer", "the papers for Certified Personal Trainer"),
        ),
        dropped={"claim_not_in_quote": 4},
        guards=("phrases_mean", "names_are_no_meanings", "certificates_by_name"),
    ),
    Case(
        id="a_deed_in_full",
        wants="what words only mean counts like a skill that is named",
        bullets="- Brought two quarrelling teams back to one table",
        asks="- Strong conflict resolution skills",
        soft=(("Conflict resolution", "Brought two quarrelling teams back to one table"),),
        kept=("conflict-resolution",),
        guards=("meaning_is_capped",),
    ),
    Case(
        id="words_that_are_names",
        wants="ordinary words are taken for names",
        bullets="- Excel at the go to market of the R&D folk in Spring 2019, with Julia Meyer\n- Helped them let go",
        skills=(
            ("Excel", "Excel at the go to market"),
            ("Go", "the go to market"),
            ("Go", "Helped them let go"),
            ("R", "of the R&D folk"),
            ("Spring", "in Spring 2019"),
            ("Julia", "with Julia Meyer"),
        ),
        dropped={"claim_not_in_quote": 6},
        guards=("ordinary_words", "capitals"),
    ),
    Case(
        id="unknown_skill",
        wants="a skill that no taxonomy has",
        bullets=f"- Wrote {APP}",
        skills=(("Zyxtron", APP), ("__proto__", APP), ("../../etc/passwd", APP), ("Jordan Miller", APP)),
        dropped={"unknown_skill": 4},
        guards=("known_skills_alone",),
    ),
)
MEANING = (
    Case(
        id="denied",
        wants="what the document denies",
        bullets=f"- I have not once in all these years written {APP}\n- Keine Erfahrung mit Kotlin\n"
        "- Ansible: never touched\n- Worked without Scala or Clojure",
        skills=(
            ("Titanium", APP),
            ("Kotlin", "Erfahrung mit Kotlin"),
            ("Ansible", "Ansible"),
            ("Clojure", "Scala or Clojure"),
        ),
        dropped={"denied": 4},
        guards=("denials",),
    ),
    Case(
        id="wished_for",
        wants="what somebody would like to learn",
        bullets=f"- Would love to write {APP} one day\n- Plan to pick up Elm next year",
        skills=(("Titanium", APP), ("Elm", "pick up Elm")),
        dropped={"denied": 2},
        guards=("wishes",),
    ),
    Case(
        id="somebody_else",
        wants="what somebody else can",
        bullets=f"- My manager wrote {APP}\n- Helped people who built {APP} for shops\n- The pages, {APP}, "
        "were written by our vendor",
        skills=(
            ("Titanium", f"My manager wrote {APP}"),
            ("Titanium", f"people who built {APP} for shops"),
            ("Titanium", f"The pages, {APP}, were"),
        ),
        dropped={"somebody_else": 3},
        guards=("somebody_else",),
    ),
    Case(
        id="names_and_employers",
        wants="an employer, a school and a name are skills",
        resume=RESUME.format(more="")
        .replace("Jordan Miller", "Ruby Swift")
        .replace("Terraform", "Kubernetes"),
        skills=(
            ("Kubernetes", "Platform Engineer, Kubernetes Freight Ltd"),
            ("Ruby", "Ruby Swift"),
            ("Swift", "Ruby Swift"),
        ),
        dropped={"claim_not_in_quote": 2, "personal": 1},
        guards=("personal_out",),
    ),
    Case(
        id="addresses",
        wants="a web address and a mail address are skills",
        bullets="- See depot.example.com/Titanium for the app, or ask Titanium@depot.example.org",
        skills=(
            ("Titanium", "depot.example.com/Titanium for the app"),
            ("Titanium", "ask Titanium@depot.example.org"),
        ),
        dropped={"personal": 2},
        guards=("addresses",),
    ),
)
