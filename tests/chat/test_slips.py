"""Questions of people who don't think of a program: what it can't take in is told, and nothing is taken for another."""

from __future__ import annotations

from dataclasses import replace as with_other

import pytest
from msgspec.structs import replace

from careercraft.chat.answers import answer
from careercraft.model.analysis import Documents
from careercraft.model.document import Text
from careercraft.model.job import Job
from careercraft.render.markdown_text import escape
from tests.chat.desks import desk


def test_what_a_what_if_leaves_out_is_told() -> None:
    found = answer(desk("unfit"), "what if I learn Terraform and zyxtron").text
    assert "With +Terraform:" in found
    assert "Without “zyxtron”: I know no skill of that name." in found


@pytest.mark.parametrize(
    "question",
    ["what if I learn Terraform and Snowflake", "what if I learn Terraform by March and move on"],
)
def test_what_names_no_other_skill_is_not_missed(question: str) -> None:
    assert "Without" not in answer(desk("unfit"), question).text


def test_two_figures_for_the_same_change_are_explained() -> None:
    way = desk("unfit").analysis.counterfactuals[0]
    (name,) = (change.name for change in way.changes)
    told = f"The way to FIT says {way.readiness:.1f} of the same:"
    found = answer(desk("unfit"), f"what if I learn {name}").text
    assert f"readiness {way.readiness:.1f}" not in found
    assert told in found
    assert told not in answer(desk("unfit"), f"what if I learn {name} and Terraform").text


def test_a_word_of_the_title_is_the_job() -> None:
    own = desk("unfit")
    job = own.analysis.job
    assert isinstance(job, Job)
    assert isinstance(job.title, Text)
    chef = replace(job, title=replace(job.title, value="Sous Chef"))
    asked = "how do I become sous chef fast"
    at_work = with_other(own, analysis=replace(own.analysis, job=chef))
    assert "Chef Infra" not in answer(at_work, asked).text
    assert "Chef" in answer(own, "what if I learn chef").text


def test_evenings_and_weekends_tell_of_nights() -> None:
    own = desk("unfit")
    documents = own.analysis.documents
    assert isinstance(documents, Documents)
    text = documents.job.text.replace("Streaming with Kafka", "Evenings and weekends")
    late = replace(documents, job=replace(documents.job, text=text))
    found = answer(
        with_other(own, analysis=replace(own.analysis, documents=late)), "do I have to work nights?"
    )
    assert "Evenings and weekends" in found.text


@pytest.mark.parametrize(
    ("text", "shown"), [("Juniper & Rye", "Juniper & Rye"), ("R&D", "R&D"), ("&lt;b&#62;", "\\&lt;b\\&#62;")]
)
def test_an_ampersand_is_escaped_before_a_name_of_a_character_alone(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_letters_in_full_width_are_letters() -> None:
    assert answer(desk("unfit"), "ｗｈｙ am I ｕｎｆｉｔ?").intent == "why"


@pytest.mark.parametrize("again", ["and with 3?", "what if I had only, with just 3", "but at 3"])
def test_other_hours_need_no_unit_after_an_answer_on_hours(again: str) -> None:
    first = answer(desk("unfit"), "how long with 10 hours a week?")
    found = answer(desk("unfit"), again, first.context)
    assert found.intent == first.intent == "how_long"
    assert "at 3 h a week" in found.text
    assert answer(desk("unfit"), again).intent != "how_long"
