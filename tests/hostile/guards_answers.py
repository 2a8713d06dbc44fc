"""Every guard between a model's sentence and a person, how to switch it off, and the case that needs it.

`test_guards_answers` shows of each: with it the case passes, without it the lie gets through.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec import Struct

from careercraft.chat import checked_prose
from careercraft.llm import narrative
from careercraft.score import prose_check
from tests.hostile.answers import TRUE, Case

_NOTHING = re.compile(r"(?!)")


class Guard(Struct, frozen=True, kw_only=True):
    off: Callable[[pytest.MonkeyPatch], None]
    text: str
    """An answer in which only this guard stands between the lie and a person."""
    lie: str
    where: str = "narrative"
    taken: int = 1

    def case(self, name: str) -> Case:
        return Case(
            name=name,
            wants="what this guard alone takes out",
            text=f"{TRUE}{self.text}",
            lies=(self.lie,),
            kept=("takes about 35 hours",),
            taken=self.taken,
            where=self.where,  # type: ignore[arg-type]
            guards=(name,),
        )


def _of_the_checker(name: str, text: str, lie: str) -> Guard:
    return Guard(
        off=lambda patch: patch.setitem(prose_check.GUARDS, name, lambda checker, said: None),
        text=text,
        lie=lie,
    )


CHECKER = {
    "verdict": _of_the_checker("verdict", "You are a great fit for this role.", "great fit"),
    "moved": _of_the_checker("moved", "Your readiness has been raised to 66.2.", "been raised"),
    "scores": _of_the_checker("scores", "Your skills match is 100.", "match is 100"),
    "quotes": _of_the_checker("quotes", "Your resume says “used SQL every single day”.", "every single day"),
    "letters": _of_the_checker("letters", "you know ѕсаlа.", "ѕсаlа"),
    "skills": _of_the_checker("skills", "you could mention kubernetes.", "kubernetes"),
    "possession": _of_the_checker("possession", "Your resume shows Snowflake.", "snowflake"),
    "dates": _of_the_checker("dates", "You wrote SQL in 2012.", "2012"),
    "times": _of_the_checker("times", "You worked at Pinecrest Benefits in 2019.", "benefits in 2019"),
    "numbers": _of_the_checker("numbers", "You have twelve years of experience.", "twelve"),
    "degrees": _of_the_checker("degrees", "You have a master's degree in Statistics.", "master"),
    "names": _of_the_checker("names", "you worked at google for some time.", "google"),
    "titles": _of_the_checker("titles", "You live in Chicago.", "chicago"),
    "words": _of_the_checker("words", "you know zyxtronics inside out.", "zyxtronics"),
    "deeds": _of_the_checker("deeds", "You were promoted to the board.", "promoted"),
    "person": _of_the_checker("person", "You are too old for this.", "too old"),
    "language": _of_the_checker("language", "usted es muy bien para la casa.", "usted"),
}
"""Those of `prose_check.GUARDS`."""
READER = {
    "length of a sentence": Guard(
        off=lambda patch: patch.setattr(narrative, "_LONGEST_SENTENCE", 10**9),
        text=f"Python is {'really ' * 300}a strength.",
        lie="really really",
    ),
    "length of an answer": Guard(
        off=lambda patch: patch.setattr(narrative, "LONGEST", 10**9),
        text=f"SQL is a strength{' and so is Python' * 55}. " * 14 + "dbt is covered.",
        lie="dbt is covered",
    ),
    "HTML, images and code": Guard(
        off=lambda patch: patch.setattr(narrative, "shown_form", lambda words: words),
        text="Python is a strength.<!-- hidden words --> SQL is one too.",
        lie="hidden words",
        taken=0,
    ),
    "lead of a list": Guard(
        off=lambda patch: patch.setattr(narrative, "_LEAD", _NOTHING),
        text="\n\nYou worked at:\n\n- Google\n",
        lie="google",
    ),
}
"""Those of `llm.narrative.Reader`."""
TALK = {
    "sources": Guard(
        off=lambda patch: patch.setattr(
            checked_prose.Prose, "_checked", lambda self, cited: f" [{cited[1]}]"
        ),
        text="Terraform is missing [99].",
        lie="[99]",
        where="chat",
        taken=0,
    ),
    "links": Guard(
        off=lambda patch: patch.setattr(checked_prose, "WEB_ADDRESS", _NOTHING),
        text="Python: see https://evil.example/a for it.",
        lie="//evil",
        where="chat",
    ),
    "figures of another subject": Guard(
        off=lambda patch: patch.setattr(checked_prose, "_COMMON", 0),
        text="Snowflake takes 35 hours.",
        lie="snowflake takes 35",
        where="chat",
    ),
    "what the analysis has is still checked": Guard(
        off=lambda patch: patch.setattr(
            "careercraft.score.prose_facts.Known.has", lambda self, skill_id, words: False
        ),
        text="Snowflake takes 35 hours.",
        lie="snowflake takes 35",
        where="chat",
    ),
    "what contradicts stays marked": Guard(
        off=lambda patch: patch.setattr(checked_prose, "_CONTRARY", frozenset()),
        text="Your resume lacks dbt models with tests.",
        lie="lacks dbt",
        where="chat",
    ),
    "marks": Guard(
        off=lambda patch: patch.setattr(
            checked_prose.Judge, "judge", lambda self, sentence, found: prose_check.HOLDS
        ),
        text="You know Kubernetes.",
        lie="kubernetes",
        where="chat",
    ),
}
"""Those of `chat.checked_prose`."""
GUARDS = {**CHECKER, **READER, **TALK}
