"""Stand-ins for people, employers and schools of all kinds, in every spelling that documents have for them."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from careercraft.llm.redact import Redactor, Restorer, redactor_for
from tests.conftest import ROOT

PEOPLE = [
    "Ana María Ruiz", "Ana M. Ruiz", "Grace May Will", "Mark Hunt", "Wei-Ling Chen", "王小明", "Иван Петров",
    "Nguyễn Văn An", "Ólafur Þórðarson", "Jean-Luc O'Brien", "Mary Anne van der Berg", "DeShawn Jackson Jr.",
    "Dr. Priya Nair, PhD", "RAJESH KUMAR", "björk", "Al Bo", "María José García López", "Okafor, Maya", "Will Smith",
    "محمد علي", "김민수", "Ng Li",
]  # fmt: skip
EMPLOYERS = [
    "Harbor Freight GmbH", "Acme, Inc.", "Apple", "Pinecrest Benefits Ltd", "Target", "Block", "SAP SE", "Café Röda AB",
    "Smith & Sons LLC", "Example.com", "3M", "Amazon Web Services (AWS)", "J.P. Morgan Chase & Co.", "The Home Depot",
    "IBM", "Deutsche Bahn AG",
]  # fmt: skip
SCHOOLS = [
    "Massachusetts Institute of Technology", "University of California, Berkeley", "Technische Universität München",
    "Example State University", "MIT", "St. John's College", "École Polytechnique", "Universidad de Buenos Aires",
]  # fmt: skip
SHORTENED = {
    "Massachusetts Institute of Technology": ["MIT"],
    "University of California, Berkeley": ["UC Berkeley", "UCB"],
    "Technische Universität München": ["TU München", "TU Munchen", "TUM"],
}
_SUFFIX = re.compile(r"(,?\s+(GmbH|Inc\.|Ltd|SE|AB|LLC|AG|& Co\.))$")
_COMMON = {"the", "and", "com", "www", "dev", "pdf", "docx", "resume", "github", "https", "linkedin", "mail", "example",
           "von", "der", "van", "llc", "inc", "gmbh", "ltd", "technology", "institute", "phd"}  # fmt: skip


def plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def of_person(name: str) -> Iterator[str]:
    core = re.sub(r"^Dr\.\s+|,\s*PhD$|\s+Jr\.$", "", name)
    if ", " in core:
        core = " ".join(reversed(core.split(", ")))
    yield from (
        name,
        f"{core}'s",
        core.upper(),
        plain(core),
        core.replace(" ", "\n"),
        core.replace(" ", "\u00a0"),
    )
    parts = core.split()
    if len(parts) == 1:
        return
    first, last = parts[0], parts[-1]
    small, end = (re.sub("['-]", "", plain(part).lower()) for part in (first, last))
    yield from (
        first,
        last,
        f"{last}, {first}",
        f"{first[0]}. {last}",
        f"{first[0]} {last}",
        f"{first} {last[0]}.",
    )
    yield from (
        f"{first}'s",
        f"{last}’s",
        f"Ms. {last}",
        f"{first}-{last}",
        f"{first}\n{last}",
        f"{first}  {last}",
    )
    yield from (f"{small}.{end}@mail.example", f"{small[0]}{end}@mail.example", f"{small}_{end}_cv.pdf")
    yield from (f"CV-{first}{last}.docx", f"{first}_{last}_Resume.pdf", f"linkedin.com/in/{small}-{end}-4b12")
    yield from (f"@{small}_{end}", " ".join(core.upper()).replace("   ", "  "))
    if len(small + end) > 4:
        yield from (
            f"https://github.com/{small}{end}",
            f"www.{small}{end}.dev",
            f"{end}{small}",
            f"{small}{end}92",
        )
    if len(end) > 4:
        yield from (f"{small[0]}{end}", f"{end}{small[0]}")


def of_organization(name: str) -> Iterator[str]:
    core = re.sub(r"\s*\(.*\)", "", _SUFFIX.sub("", name))
    bare = re.sub(r"[^a-z0-9]", "", plain(core).lower())
    yield from (name, core, name.upper(), core.upper(), f"{core}'s", plain(core), core.replace(" ", "\n"))
    yield from (core.replace(" ", joint) for joint in ("-", "_", ""))
    if len(bare) > 3:
        yield from (f"{bare}.com", f"@{bare}", f"jobs@{bare}.com")
    yield from SHORTENED.get(name, ())


def left(private: str, sent: str) -> list[str]:
    """Words of it that still stand there, in any case."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", private) if word.lower() not in _COMMON]
    found = [
        word for word in words if re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", sent, re.IGNORECASE)
    ]
    return found + ([private] if private in sent else [])


def check(redactor: Redactor, private: str) -> None:
    text = f"Built things. See {private} for it, and more of SQL."
    sent = redactor.redacted(text)
    assert left(private, sent) == [], (private, sent)
    assert sent.startswith("Built things. See ")
    assert sent.endswith(" for it, and more of SQL.")
    assert redactor.restored(sent) == text


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_by_any_spelling(name: str) -> None:
    """In what the resume says, and in a posting that names the same."""
    for private in of_person(name):
        check(redactor_for({"basics": {"name": name}}, [f"{name}\nSee {private}."]), private)
        check(redactor_for({"basics": {"name": name}}, [name, "A posting."]), private)


@pytest.mark.parametrize("name", EMPLOYERS)
def test_an_employer_by_any_spelling(name: str) -> None:
    redactor = redactor_for({"basics": {"name": "Zoltan Xyz"}, "work": [{"name": name}]}, ["Zoltan Xyz"])
    for private in of_organization(name):
        check(redactor, private)


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_school_by_any_spelling(name: str) -> None:
    redactor = redactor_for({"basics": {"name": "Zoltan Xyz"}, "education": [{"institution": name}]}, ["X"])
    for private in of_organization(name):
        check(redactor, private)


ORDINARY = (
    "I will grace the march with a target in may, mark each block, hunt for apples and bank on sand. We work with"
    " Java, Rust, AWS, SAP HANA, Go and R; the home page has a depot; a tech institute of an"
    " example state; ling, ann, boa."
)


@pytest.mark.parametrize(
    "name", ["Grace May Will", "Mark Hunt", "Will Smith", "Marc Hunt", "Al Head", "Ng Li"]
)
def test_words_of_the_language_stay(name: str) -> None:
    resume = {
        "basics": {"name": name},
        "work": [
            {"name": word} for word in ("Target", "Block", "Apple", "The Home Depot", "Amazon Web Services")
        ],
        "education": [{"institution": "Example State University"}],
    }
    assert redactor_for(resume, [name]).redacted(ORDINARY) == ORDINARY


def made_up(chance: random.Random) -> tuple[dict[str, Any], list[str], list[str]]:
    """(a resume, its text and a posting's, what is private in them)."""
    person, firm, other = chance.choice(PEOPLE), *chance.sample(EMPLOYERS, 2)
    school = chance.choice(SCHOOLS)
    resume = {
        "basics": {"name": person},
        "work": [{"name": firm}, {"name": other}],
        "education": [{"institution": school}],
    }
    spellings = [
        *chance.sample([*of_person(person)], 4),
        *chance.sample([*of_organization(firm)], 3),
        *chance.sample([*of_organization(other)], 2),
        *chance.sample([*of_organization(school)], 3),
    ]
    frames = (
        "worked at {}",
        "- {}: 40% faster",
        "({})",
        "“{}”",
        "{}, 2019 - 2021",
        "ask {}!",
        "| {} |",
        "{}",
    )
    lines = [chance.choice(frames).format(word) for word in spellings]
    chance.shuffle(lines)
    return resume, ["\n".join([person, *lines[:8]]), " and ".join(lines[8:])], spellings


@pytest.mark.parametrize("seed", range(2))
def test_made_up_resumes(seed: int) -> None:
    """What comes back is what went out: whole, in pieces, and word for word in a quote."""
    chance = random.Random(seed)
    for _ in range(25):
        resume, texts, spellings = made_up(chance)
        redactor = redactor_for(resume, texts)
        for text, sent in zip(texts, redactor.redacted_all(texts), strict=True):
            for private in spellings:
                assert left(private, sent) == [], (private, sent)
            assert redactor.restored(sent) == text
            heard: list[str] = []
            restorer, size = Restorer(redactor, heard.append), chance.randint(1, 7)
            for at in range(0, len(sent), size):
                restorer.feed(sent[at : at + size])
            restorer.end()
            assert "".join(heard) == text
            for quote in sent.splitlines():
                assert redactor.restored(quote) in text


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def test_people_of_many_trades_and_languages() -> None:
    """The corpus of the benchmarks: nothing that says who they are stays, and everything comes back."""
    files = [
        path for path in sorted((ROOT / "benchmarks" / "corpus").glob("*/*.json")) if path.stat().st_size
    ]
    people = [found for path in files if "basics" in (found := json.loads(path.read_text("utf-8")))]
    assert len(people) > 30
    for person in people[::3]:
        basics = person["basics"]
        text = "\n".join(strings(person))
        redactor = redactor_for(person, [text])
        sent = redactor.redacted(text)
        assert redactor.restored(sent) == text
        private = [basics["name"], basics.get("email"), basics.get("phone"), basics.get("url")]
        private += [entry.get("name") for entry in person.get("work", ())]
        private += [entry.get("institution") for entry in person.get("education", ())]
        private += [
            part for profile in basics.get("profiles", ()) for part in profile.values() if "/" in part
        ]
        assert [word for word in private if word and word in sent] == []
        names = [word for word in re.findall(r"[^\W\d_]{3,}", basics["name"]) if word[0].isupper()]
        assert [word for word in names if left(word, sent)] == []
