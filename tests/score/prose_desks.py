"""Four analyses that sentences are written about: a data engineer, a nurse, a cook, a teacher."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from careercraft.model.analysis import Analysis
from careercraft.score.prose_check import ProseChecker
from tests.chat.desks import analysis as example
from tests.match import parts

COOK = """\
Tomasz Nowak
Cook
Leeds | tomasz.nowak@example.com | 0113 496 0182

Experience

Line Cook, The Brass Kettle, Leeds
March 2021 - present
- Run the grill for 140 covers on a Saturday night with two commis beside me.
- Check and log fridge temperatures twice a day for the HACCP folder.
- Cut food waste from 9 kg to 4 kg a day by ordering vegetables daily.
- Train new kitchen porters; six so far.

Kitchen Porter, Moor View Hotel, Bradford
June 2018 - February 2021
- Washed up for 80 guests a day, peeled and cut vegetables.
- Took over the breakfast shift on Sundays.

Education
Level 2 Diploma in Professional Cookery
Aireside College, Leeds, 2017 - 2018

Certificates
Food Hygiene Level 2, 2021

Skills
Grilling, knife skills, food preparation, stock rotation

Languages
Polish (native), English (fluent)
"""
COOK_JOB = """\
Sous Chef
The Copper Pan, York

We are a restaurant with 60 seats and a team of seven in the kitchen.

What you will do
- Run the kitchen when the head chef is away
- Plan menus with the head chef, and cost them
- Order stock and keep food cost under 28 %

Requirements
- At least 3 years of experience as a cook
- Food hygiene certificate
- HACCP
- Menu planning
- Inventory management
- Leadership
- Knife skills

Nice to have
- Pastry
- Food allergen training

We pay £31,000 to £34,000 a year. 45 hours a week, weekends included, two days off in a row.
"""
TEACHER = """\
Leila Haddad
Secondary School Teacher
leila.haddad@example.com | (503) 555-0119 | Portland, OR

Summary
Mathematics teacher with nine years in public schools, three of them as head of year 8.

Experience

Mathematics Teacher, Cedar Ridge Middle School, Portland, OR
August 2019 - present
- Teach algebra and geometry to five classes of 28 students.
- Plan lessons with two colleagues; built a bank of 400 exercises in Google Classroom.
- Raised the share of students who pass the state test from 61% to 74% in two years.
- Head of year 8 since 2023: meet parents, follow absences.

Mathematics Teacher, Tillamook High School, Tillamook, OR
August 2016 - June 2019
- Taught grades 9 to 11; coached the math team to the state final in 2018.
- Managed classrooms of up to 32 students.

Education
Master of Arts in Teaching, Lewis Ferry University, 2014 - 2016
Bachelor of Science in Mathematics, Lewis Ferry University, 2010 - 2014

Licenses
Oregon Professional Teaching License, Mathematics

Skills
Lesson planning, classroom management, Google Classroom, Desmos, differentiated instruction

Languages
English, Arabic (native), French (B1)
"""
TEACHER_JOB = """\
Mathematics Teacher (Grades 6-8)
Northgate Academy, Beaverton, OR

Northgate Academy is a school of 540 students. The position begins in August 2027.

Responsibilities
- Teach mathematics to four classes a day
- Work with the special education team on individual plans
- Talk with families about progress

Required
- Bachelor's degree in mathematics or education
- Oregon teaching license
- 2+ years of teaching experience
- Classroom management
- Lesson planning
- Special education experience, IEP
- Communication with parents

Preferred
- Master's degree
- Spanish
- Google Classroom
- Data analysis of test results
- Curriculum development

Salary: $58,000 - $74,000 a year.
"""
_OWN = {"cook": (COOK, COOK_JOB), "teacher": (TEACHER, TEACHER_JOB)}
_EXAMPLES = {"engineer": "unfit", "nurse": "fit"}
NAMES = (*_EXAMPLES, *_OWN)


@cache
def analysis(name: str) -> Analysis:
    """Of a person of `NAMES`; made once a run."""
    if name in _EXAMPLES:
        return example(_EXAMPLES[name])
    bench = parts.built_in()
    resume, job = (
        bench.read(text.encode(), f"{kind}.txt") for text, kind in zip(_OWN[name], "rj", strict=True)
    )
    return bench.analyze(bench.resume(resume), bench.job(job))


@cache
def checker(name: str) -> ProseChecker:
    return ProseChecker(analysis(name), parts.built_in().linker)


def listed(name: str) -> Iterator[tuple[str, str, str]]:
    """Person, kind and sentence of each line of a list."""
    person = kind = ""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    for line in filter(None, text.split("\n")):
        if line.startswith("@ "):
            person, _, kind = line[2:].partition(" ")
        elif not line.startswith("# "):
            yield person, kind, line
