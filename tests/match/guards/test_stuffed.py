"""Lists that no deed shows, from a length on that no honest resume has."""

from __future__ import annotations

import pytest

from careercraft.match.guards import stuffed as module
from careercraft.match.guards.stuffed import MOST_ITEMS, stuffed
from careercraft.match.sides import resume_side
from careercraft.read import read_text
from tests.match.parts import built_in, resume


def names(count: int) -> list[str]:
    entries = built_in().taxonomy.entries
    found = [entry.name for entry in entries if entry.kind == "technical" and "," not in entry.name]
    return found[:: len(found) // count][:count]


def passages(text: str) -> list[str]:
    side = resume_side(read_text(text, "resume.txt"), built_in().linker)
    found = stuffed(side.document, side.resume, side.mentions)
    return [side.document.text[one.start : one.end] for one in found]


@pytest.mark.parametrize("between", [", ", "\n", " | ", "\n- "])
def test_sixty_listed_skills_are_a_developer(between: str) -> None:
    assert not passages(resume(work="Built roofs", skills=between.join(names(60))))


@pytest.mark.parametrize("between", [", ", "\n", " | ", "\n- ", " "])
def test_two_hundred_are_not(between: str) -> None:
    text = resume(
        work="Built roofs", skills=f"Excel, Word, Typing\n\nMore skills\n{between.join(names(200))}"
    )
    found = " ".join(passages(text))
    assert len(found) > 0.9 * len(" ".join(names(200)))
    assert "Typing" not in found


def test_what_is_shown_counts_for_nobody() -> None:
    """A long career: each of its skills in a task."""
    listed = names(120)
    work = "\n".join(f"Worked with {name} for the team of the north" for name in listed)
    assert not passages(resume(work=work, skills=", ".join(listed)))
    assert passages(resume(work="Built roofs", skills=", ".join(listed)))


def test_a_list_in_a_position_is_no_deed() -> None:
    assert passages(resume(work=f"Built roofs\nTools: {', '.join(names(150))}", skills="Excel, Word, Typing"))


def test_words_that_are_no_skill_count_as_items() -> None:
    words = [f"zorp{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(MOST_ITEMS + 20)]
    assert passages(
        resume(work="Built roofs", skills=f"Excel, Word, Typing\n\nMore skills\n{', '.join(words)}")
    )


def test_sentences_are_no_list() -> None:
    work = "\n".join(
        f"Led the {name} group of a bank and wrote, tested and shipped its reports" for name in names(130)
    )
    assert not passages(resume(work=work, skills="Excel, Word"))


def test_the_limits_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    text = resume(work="Built roofs", skills=", ".join(names(60)))
    monkeypatch.setattr(module, "MOST_SKILLS", 30)
    assert passages(text)


def test_the_part_that_deeds_show_stays() -> None:
    own = ["SQL", "Python", "Excel", "Git"]
    others = [name for name in names(200) if name not in own]
    work = "\n".join(f"Used {name} in the reports of the team" for name in own)
    for listed in ([*own, *others], [*others, *own], [*others[:100], *own, *others[100:]]):
        found = " ".join(passages(resume(work=work, skills=", ".join(listed))))
        assert not any(f" {name}," in f" {found}," for name in own)
        assert len(found) > 0.9 * len(", ".join(others))
