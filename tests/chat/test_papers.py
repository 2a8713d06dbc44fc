"""The documents as a model reads them: sections, what a question names, what a sentence quotes."""

from __future__ import annotations

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from careercraft.chat.papers import Excerpt, Papers
from careercraft.chat.quoted import Quotes
from careercraft.llm.scripted import ScriptedModel
from careercraft.llm.tokens import count_tokens
from careercraft.model.chat import ModelTraits
from careercraft.model.match import Side
from tests.chat.desks import NAMES, analysis

ENGINEER = Papers(analysis("unfit"))
NURSE = Papers(analysis("fit"))
QUOTES = ENGINEER.quotes


@pytest.mark.parametrize("name", [*NAMES, "other"])
def test_no_line_of_a_document_is_in_no_section(name: str) -> None:
    found = analysis(name).documents
    assert found
    papers = Papers(analysis(name))
    for side, text in (("resume", found.resume.text), ("job", found.job.text)):
        document = papers.documents["resume" if side == "resume" else "job"]
        lines = {line.strip(" #:") for line in document.text.splitlines()}
        assert [line for line in text.splitlines() if line.strip(" #:") not in lines] == []
        assert text in papers.whole


@pytest.mark.parametrize(
    ("papers", "question", "sections"),
    [
        (ENGINEER, "Where did I study?", ["EDUCATION"]),
        (ENGINEER, "What did I do at Pinecrest?", ["EXPERIENCE"]),
        (ENGINEER, "does the posting say anything about vacation?", ["What we offer"]),
        (ENGINEER, "how many applicants are there", ["beginning"]),
        (ENGINEER, "tell me about the on-call rotation", ["What you'll do"]),
        (ENGINEER, "Why am I unfit?", []),
        (ENGINEER, "", []),
        (ENGINEER, "what insurance would I get?", ["What we offer"]),
        (ENGINEER, "what about the 31?", ["About the job"]),
        (ENGINEER, "my statistics", ["EDUCATION"]),
        (ENGINEER, "the posting on statistics", ["What you bring"]),
        (ENGINEER, "how is the experience", ["EXPERIENCE"]),
        (ENGINEER, "what of the claims", []),
        (ENGINEER, "Where did I study, which languages, my certifications?", ["EDUCATION", "CERTIFICATIONS"]),
        (NURSE, "which certifications do I list", ["Licenses and Certifications"]),
        (NURSE, "what do they offer?", ["We offer"]),
    ],
)
def test_a_question_names_sections(papers: Papers, question: str, sections: list[str]) -> None:
    assert [text.sections[0].heading for text in papers.named(question)] == sections


def test_a_section_by_its_name_its_kind_or_none() -> None:
    by_kind = ENGINEER.section("resume", "work experience")
    assert by_kind
    assert by_kind.sections[0].heading == "EXPERIENCE"
    assert ENGINEER.section("resume", "") == ENGINEER.documents["resume"]
    assert ENGINEER.section("resume", "crimes") is None


def test_what_fits_is_given_word_for_word_and_no_model_is_asked() -> None:
    found = ENGINEER.named("Where did I study?")
    excerpt = ENGINEER.excerpt(ScriptedModel([]), found, 400)
    assert "BSc Statistics\nOlympic Coast University" in excerpt.text
    assert excerpt.note == ""


def shortened(
    room: int, *replies: str, model: str = "scripted", papers: Papers = ENGINEER
) -> tuple[Excerpt, int]:
    """What is left of the two longest sections, and how often the model was asked."""
    asked = ScriptedModel(
        replies, ModelTraits(name=model, context_tokens=8_192, schema=True, tools=False, local=True)
    )
    found = [papers.section("resume", "EXPERIENCE"), papers.section("job", "What you bring")]
    return papers.excerpt(asked, [text for text in found if text], room), len(asked.heard)


def test_several_sections_share_the_room() -> None:
    excerpt, calls = shortened(450, "Built ingestion jobs.")
    assert count_tokens(excerpt.text) <= 450
    assert calls == 1
    assert "Built ingestion jobs." in excerpt.text
    assert "5+ years of experience" in excerpt.text


def test_what_was_shortened_once_is_kept_for_that_model_and_so_much_room() -> None:
    papers = Papers(analysis("unfit"))
    long, short = "Built ingestion jobs in Python. " * 12, "Built jobs."
    assert shortened(450, long, papers=papers)[1] == 1
    assert shortened(450, papers=papers)[1] == 0
    assert shortened(450, long, model="another", papers=papers)[1] == 1
    excerpt, calls = shortened(180, short, short, papers=papers)
    assert calls == 2
    assert count_tokens(excerpt.text) <= 180


def test_what_only_looks_like_a_heading_is_none() -> None:
    found = analysis("unfit")
    assert found.documents
    text = f"Ana\nSKILLS\nEDUCATION\n- Education\nWork experience,\nExperience{' and skills' * 8}\nBSc\n"
    resume = replace(found.documents.resume, text=text)
    papers = Papers(replace(found, documents=replace(found.documents, resume=resume)))
    assert papers.headings("resume") == ["beginning", "SKILLS", "EDUCATION"]


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("You rebuilt the reporting layer in Rust.", [("resume", "rebuilt the reporting layer")]),
        ("They offer five weeks of paid time off.", [("job", "five weeks of paid time off")]),
        ("You have five weeks of paid time off.", []),
        ("Five weeks of paid time off are good.", []),
        ("You built 140 ingestion jobs in Rust.", []),
        ("The posting asks for 5+ years of experience.", [("job", "5+ years of experience")]),
        ("The posting asks for 5+ years of experience in Rust.", []),
        ("You bring 5+ years of experience.", []),
        ("Python and SQL.", []),
        ("You built 14 ingestion pipelines.", []),
        ("You have five weeks of paid time off at that company.", []),
        ("", []),
        ("Your resume names Git, GitHub Actions, Docker and a degree.", [("resume", "Git, GitHub Actions, Docker")]),
    ],
)  # fmt: skip
def test_only_words_in_a_row_are_a_quote_and_those_of_the_posting_are_not_about_you(
    sentence: str, quoted: list[tuple[Side, str]]
) -> None:
    assert [(run.side, sentence[run.start : run.end]) for run in QUOTES.runs(sentence)] == quoted


RUST = Quotes({"resume": "Learned Rust at school. For over 12 years of Python\n• and of Java with friends"})


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("You have friends 12 years of.", None),
        ("You have 12 years of Rust.", None),
        ("You have over 12 years of Rust.", None),
        ("You used Rust for over 12 years.", None),
        ("You have 12 years of Python in banking.", None),
        ("You have 12 years of Python.", "You have that."),
        ("You have 12 years of Python and Java with friends.", "You have that and that."),
        ("You learned Rust at school.", "You that."),
        ("You learned Rust at school for over 12 years of Python.", "You that for over that."),
    ],
)
def test_a_number_stays_with_what_it_counts(sentence: str, left: str | None) -> None:
    """Nor does a quote go on from one sentence or item to the next."""
    assert RUST.without(sentence) == (left or sentence)


def test_a_report_without_documents_gives_nothing_to_read() -> None:
    papers = Papers(replace(analysis("unfit"), documents=UNSET))
    assert (papers.whole, papers.named("Where did I study?"), papers.documents) == ("", [], {})
    assert papers.section("resume", "") is None
    assert papers.quotes.runs("They offer five weeks of paid time off.") == []


def test_the_line_where_a_quote_begins() -> None:
    run = QUOTES.runs("The monthly close went from three days to four hours.")[-1]
    assert run.line == "Rebuilt the reporting layer as 120 dbt models with tests; the monthly close"


def test_an_apostrophe_is_one_however_it_is_written() -> None:
    quotes = Quotes({"resume": "Ran the team's daily stand-up"})
    assert quotes.without("You ran the team’s daily stand-up.") == "You that."
