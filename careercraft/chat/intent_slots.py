"""What a question names: skills, scores, runs of the history, hours, and changes for a "what if"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from msgspec import Struct

from careercraft.chat.intent_changes import NUMBER, PLACE, number
from careercraft.chat.intent_postings import take_files
from careercraft.chat.intent_table import table
from careercraft.chat.intent_words import SMALL, put_right, runs, words
from careercraft.chat.scene import Desk
from careercraft.match.vocabulary import vocabulary
from careercraft.model.score import ScoreKey
from careercraft.parse.tables import word_set
from careercraft.render.explain import KEYS
from careercraft.taxonomy.surface import fold

_WORD = re.compile(r"[^\W_](?:[^\W_]|[+#]|[.&/'’-](?=\w))*|\.[A-Za-z]\w*")
_ACRONYM = 3
"""Letters up to which a word in small letters may be any word."""
_LONGEST = 5
"""Words of a skill's name in a question."""
_CUES = word_set("""
learn learned learnt learning know knew knowing master study studied studying about add added adding without lose lost
drop forget using skill skills language called named know-how teach course courses tutorial tutorials resources
""")
"""Behind one of these an ordinary word may name a skill: "learn Go", "about planning"."""
_OPENS = word_set("for on in with know if had have is like")
_BESIDE = word_set("and or plus")
"""Between a skill that is known and one that isn't."""
_BETWEEN = word_set("me some more a any for on in")
"""What may stand between such a word and the skill: "teach me welding"."""
_HOURS = re.compile(
    rf"\b{NUMBER}\s*(?:h|hrs?|hours?)\b\s*(?:(?:a|per|each|every|/)\s*)?(week|wk|day)?", re.IGNORECASE
)
_RUN = re.compile(
    rf"\b(?:run|posting|job|analysis|position|vacancy|number|nr|no)\.?\s*(?:number|nr|no)?\.?\s*#?\s*{NUMBER}\b"
    r"(?!\s*(?:h|hours?|years?|weeks?)\b)|#(\d{1,6})\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:posting|job|offer|position|role)\s+([b-z])\b", re.IGNORECASE)
_SCORE_WORDS = r"(?:\s+(?:match|fit|score|scores|rating|points|number|percentage|value))"
_ALIASES: dict[str, ScoreKey] = {
    "skills": "skills_match", "skill": "skills_match", "experience": "experience_match", "education": "education_match",
    "degree": "education_match", "culture": "culture_fit", "cultural": "culture_fit", "location": "location_match",
    "place": "location_match", "salary": "salary_match", "pay": "salary_match", "technical": "technical_skills",
    "tech": "technical_skills", "hard skills": "technical_skills", "soft": "soft_skills", "soft skills": "soft_skills",
    "technical skills": "technical_skills", "tech skills": "technical_skills", "domain": "domain_knowledge",
    "industry": "domain_knowledge", "domain knowledge": "domain_knowledge", "readiness": "readiness",
    "confidence": "confidence",
}  # fmt: skip
_NAMED = "|".join(sorted((re.escape(name) for name in _ALIASES), key=len, reverse=True))
_SCORE = re.compile(
    rf"\b(?:({_NAMED}){_SCORE_WORDS}{{1,2}}|(soft skills|technical skills|tech skills|domain knowledge)"
    rf"|(?:explain|break down|breakdown of|details of|score (?:of|for)|points for)\s+(?:my |the )?({_NAMED}))\b",
    re.IGNORECASE,
)
_DOES = re.compile(r"^\W*(?:do|does|did|will|would)\b", re.IGNORECASE)
"""In "does my education match?" the match is no name's part."""
_ANY_SCORE = re.compile(rf"\b({_NAMED})\b", re.IGNORECASE)
_KEY = re.compile(rf"\b({'|'.join(KEYS)})\b", re.IGNORECASE)
_NEVER = word_set("word cv resume job jobs posting interview salary verdict roadmap schedule i a")
"""No skill, however it is written."""
_NO_SKILL = word_set("""
experience education salary location culture confidence readiness resume cv plan planning first next polish interview
interviews interviewing job jobs posting learning learn work works training skills skill questions career roadmap
apply applying verdict score scores one more fit unfit run runs research reading writing source sources less
""")
"""Ordinary words of questions that some skill has as its name too: without a capital they are not taken for it."""


class Slots(Struct, frozen=True, kw_only=True):
    skills: tuple[str, ...] = ()
    """Names as the taxonomy or the analysis has them, in the order of the question."""
    unknown: str = ""
    """Words that stand where a skill would, and that nothing knows."""
    also: str = ""
    """The same beside skills that are known."""
    scores: tuple[ScoreKey, ...] = ()
    loose_scores: tuple[ScoreKey, ...] = ()
    """What may be a score or just the thing itself: "experience"."""
    runs: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """Paths of other postings, as written."""
    other: bool = False
    """Another posting is meant, and not said which: "posting B"."""
    text: str = ""
    """The question; a title in it may name a posting."""
    hours: float | None = None
    """A week."""
    free: bool = False


class Found(NamedTuple):
    slots: Slots
    text: str
    """The question with "<skill>" in place of "Docker", and so on."""


def find_slots(question: str, desk: Desk) -> Found:
    """`question` on one line."""
    text, files = take_files(question, desk)
    text, hours = _hours(text)
    text, numbers, other = _runs(text)
    text, scores = _scores(text)
    loose = tuple(dict.fromkeys(_ALIASES[found.lower()] for found in _ANY_SCORE.findall(text)))
    text = PLACE.sub(lambda found: found[0].replace(found[1], "<place>"), text)
    text, skills = _skills(text, desk)
    return Found(
        Slots(
            skills=skills,
            unknown="" if skills else _unknown(text),
            also=_unknown(text, _BESIDE) if skills else "",
            scores=scores,
            loose_scores=loose,
            runs=numbers,
            files=files,
            other=other,
            text=question,
            hours=hours,
            free=bool(re.search(r"\b(?:free|no cost|without paying|for nothing)\b", text, re.IGNORECASE)),
        ),
        text,
    )


def _hours(text: str) -> tuple[str, float | None]:
    found = _HOURS.search(text)
    if found is None or not (found[2] or re.search(r"week|wk|day", text, re.IGNORECASE)):
        return text, None
    each = number(found[1]) * (7 if (found[2] or "").lower() == "day" else 1)
    return f"{text[: found.start()]} <hours> {text[found.end() :]}", each


def _runs(text: str) -> tuple[str, tuple[str, ...], bool]:
    numbers = [f"{number(found[1] or found[2]):g}" for found in _RUN.finditer(text)]
    text = _RUN.sub(" <run> ", text)
    letter = bool(_LETTER.search(text))
    return _LETTER.sub(" <run> ", text), tuple(dict.fromkeys(numbers)), letter


def _scores(text: str) -> tuple[str, tuple[ScoreKey, ...]]:
    by_name: dict[str, ScoreKey] = {key: key for key in KEYS if "_" in key}
    keys = [by_name[name.lower()] for name in _KEY.findall(text) if name.lower() in by_name]
    text = _KEY.sub(lambda found: " <score> " if "_" in found[0] else found[0], text)
    matches = bool(_DOES.match(text))
    keys += [
        _ALIASES[next(filter(None, found.groups())).lower()]
        for found in _SCORE.finditer(text)
        if not (matches and found[0].lower().endswith((" match", " fit")))
    ]
    if not keys:
        return text, ()
    shown = _SCORE.sub(lambda found: f"{'explain ' if found[3] else ''} <score> ", text)
    return shown, tuple(dict.fromkeys(keys))


def _skills(text: str, desk: Desk) -> tuple[str, tuple[str, ...]]:
    """The longest names first to come."""
    spans = [found.span() for found in _WORD.finditer(text) if not _in_slot(text, found.start())]
    names: dict[str, None] = {}
    pieces: list[str] = []
    done = at = 0
    while at < len(spans):
        for size in range(min(_LONGEST, len(spans) - at), 0, -1):
            start, end = spans[at][0], spans[at + size - 1][1]
            name = _named(text, start, end, desk)
            if name:
                names.setdefault(name)
                pieces += [text[done:start], "<skill>"]
                done, at = end, at + size
                break
        else:
            at += 1
    return "".join([*pieces, text[done:]]), tuple(names)


def _in_slot(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] == "<"


def _named(text: str, start: int, end: int, desk: Desk) -> str | None:
    phrase = text[start:end]
    if "<" in phrase or re.search(r"[?!;:,]", phrase):
        return None
    name = _of_analysis(fold(phrase), desk) or _of_taxonomy(phrase, desk)
    if name is None or _of_title(phrase, name, desk):
        return None
    plain = words(phrase)
    ordinary = all(
        word in table().known or word in SMALL or word in _NO_SKILL or len(word) < 3 for word in plain
    )
    loose = ordinary or _is_loose(phrase, name, desk)
    return name if not loose or _may_be(text, start, phrase) else None


def _of_title(phrase: str, name: str, desk: Desk) -> bool:
    """ "chef" of a Sous Chef is the job, and not the program of that name."""
    title = getattr(desk.analysis.job, "title", None)
    told = words(title.value) if title else []
    return phrase.islower() and fold(name) not in desk.names and set(words(phrase)) <= {*told}


def _of_analysis(folded: str, desk: Desk) -> str | None:
    return desk.names.get(folded)


def _of_taxonomy(phrase: str, desk: Desk) -> str | None:
    linker = desk.linker()
    skill = linker.taxonomy.find(phrase)
    if skill is None and all(
        word not in table().known and word not in vocabulary() for word in words(phrase)
    ):
        right = put_right(words(phrase), table().known)
        near = linker.misspelled(phrase) if right == words(phrase) else None
        skill = linker.taxonomy.skills.get(near[0]) if near else None
    return skill.name if skill else None


def _is_loose(phrase: str, name: str, desk: Desk) -> bool:
    """An everyday word ("honest") or a short one ("das") that names a skill of the taxonomy by an alias alone, and
    none of the analysis."""
    if fold(phrase) == fold(name) or not phrase.islower() or fold(name) in desk.names:
        return False
    skill = desk.taxonomy.find(name)
    return len(phrase) <= _ACRONYM or (skill is not None and skill.kind not in ("technical", "certification"))


def _may_be(text: str, start: int, phrase: str) -> bool:
    """An ordinary word means the skill behind a cue, or where it has a capital that its place doesn't give it."""
    before = words(text[:start])
    if set(words(phrase)) <= SMALL:  # "it", "as": only IT is the trade
        return bool(before) and phrase.isupper() and not text.isupper()
    if set(words(phrase)) <= _NEVER:
        return False
    told = [word for word in before if word not in _BETWEEN]
    if told and told[-1] in _CUES and not set(words(phrase)) & _NO_SKILL:
        return True
    return bool(before) and phrase[:1].isupper() and not text.isupper() and len(phrase) > 1


def _unknown(text: str, cues: Collection[str] = _OPENS) -> str:
    """Words behind a cue ("learn", "resources for") that stand in no table and name no skill."""
    asked = words(text)
    known = table().known
    for start, end in runs([_is_strange(word, known) for word in put_right(asked, known)]):
        before = next(
            (word for word in reversed(asked[:start]) if word not in ("a", "an", "the", "some", "my")), ""
        )
        if before in _CUES or before in cues:
            return " ".join(asked[start:end])
    return ""


def _is_strange(word: str, known: frozenset[str]) -> bool:
    return not word.startswith("<") and word not in known and word not in SMALL and len(word) > 1
