"""JSON Resume in and out."""

from __future__ import annotations

import json
from typing import Any

from careercraft.model.resume import Resume
from careercraft.parse import parse_resume
from careercraft.parse.json_resume import to_json_resume
from careercraft.read import read_text
from tests.parse.resumes import facts, parse, value

PAYLOAD: dict[str, Any] = {
    "basics": {
        "name": "Ana Ruiz",
        "label": "Nurse",
        "email": "ana@example.org",
        "phone": "+34 600 000 000",
        "location": {"city": "Madrid", "countryCode": "ES"},
        "profiles": [{"network": "LinkedIn", "url": "https://linkedin.com/in/anaruiz"}],
        "summary": "Nurse with ten years on wards.",
    },
    "work": [
        {"name": "Hospital X", "position": "Nurse", "startDate": "2015-03", "highlights": ["Led rounds"]},
        {"name": "Clinic Y", "position": "Nursing Intern", "startDate": "2014", "endDate": "2015-02"},
    ],
    "education": [
        {"institution": "UCM", "area": "Nursing", "studyType": "Bachelor", "endDate": "2014", "score": "8.1"}
    ],
    "skills": [{"name": "Care", "level": "Advanced", "keywords": ["ICU", "Triage"]}, {"name": "Excel"}],
    "languages": [{"language": "Spanish", "fluency": "Native"}],
    "certificates": [{"name": "BLS", "issuer": "AHA", "date": "2020-05-01"}],
}


def resume_of(payload: dict[str, Any]) -> Resume:
    return parse_resume(read_text(json.dumps(payload), "resume.json", "json_resume"))


def test_every_field_is_read_with_its_place() -> None:
    document = read_text(json.dumps(PAYLOAD), "resume.json", "json_resume")
    resume = parse_resume(document)
    assert (value(resume.name), resume.city, resume.country) == ("Ana Ruiz", "Madrid", "ES")
    assert [facts(work) for work in resume.work] == [
        ("Nurse", "Hospital X", "2015-03/now"),
        ("Nursing Intern", "Clinic Y", "2014-00/2015-02"),
    ]
    assert resume.work[1].employment == "internship"
    assert resume.education[0].level == "bachelor"
    assert [(item.text.value, item.level) for item in resume.skills[0].items] == [
        ("ICU", "advanced"),
        ("Triage", "advanced"),
    ]
    for text in (resume.name, resume.work[0].title, resume.work[0].bullets[0], resume.education[0].area):
        assert text is not None
        assert document.quote(text.span) == text.value


def test_unknown_fields_are_kept() -> None:
    payload = {**PAYLOAD, "awards": [{"title": "Best nurse", "awarder": "City"}]}
    resume = resume_of(payload)
    assert [text.value for text in resume.awards] == ["Best nurse"]
    assert "City" in [text.value for text in resume.other]


def test_out_and_in_again_gives_the_same_facts() -> None:
    first = resume_of(PAYLOAD)
    again = resume_of(to_json_resume(first))
    assert to_json_resume(again) == to_json_resume(first)
    assert [facts(work) for work in again.work] == [facts(work) for work in first.work]


def test_dates_keep_their_precision_and_absent_values_are_left_out() -> None:
    out = to_json_resume(parse("Jane Public\n\nExperience\nCook, Cafe Nine, 2018 - 03/2020\n"))
    assert out["work"] == [
        {"name": "Cafe Nine", "position": "Cook", "startDate": "2018", "endDate": "2020-03"}
    ]
    assert "education" not in out
    assert "email" not in out["basics"]


def test_what_the_schema_has_no_field_for_survives() -> None:
    text = (
        "Ada Brown\nada@example.org\n\nExperience\nBarista | Corner Cafe | 20 h/week | 2018 – 2020\n- Served\n\n"
        "Education\nHarrogate Grammar High School, 2010 - 2012\n\n"
        "Projects\nOpenCrop | Python, PostgreSQL    2022 – 2023\n"
        "- Maps fields\n\nSkills\nTools: Excel (advanced), SAP (3 years), Word\n\n"
        "Certifications\nFirst Aid, Red Cross, 2020 – 2023\n\nLanguages\nFrench (C1)\n"
    )
    first = parse(text)
    again = resume_of(to_json_resume(first))
    (job,), (school,) = again.work, again.education
    assert (
        (job.employment, job.share) == (first.work[0].employment, first.work[0].share) == ("part_time", 0.5)
    )
    assert school.level == first.education[0].level == "high_school"
    assert [item.value for item in again.projects[0].technologies] == ["Python", "PostgreSQL"]
    assert [
        (value(group.name), [(i.text.value, i.level, i.years) for i in group.items]) for group in again.skills
    ] == [("Tools", [("Excel", "advanced", None), ("SAP", None, 3.0), ("Word", None, None)])]
    assert again.certifications[0].dates is not None
    assert again.certifications[0].dates.start is not None
    assert again.languages[0].level == first.languages[0].level == "C1"
