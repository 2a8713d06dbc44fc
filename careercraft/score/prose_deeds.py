"""What a sentence says that the person did or does, and what it says of them that no document can bear out."""

from __future__ import annotations

import re

from careercraft.match.proposed_quotes import FUNCTION_WORDS
from careercraft.parse.tables import word_set
from careercraft.score.prose_facts import Known
from careercraft.score.prose_said import ASKS, SUPPOSED, Said
from careercraft.score.prose_texts import stem

_DEED = re.compile(
    r"\byou(?:['’]ve|['’]d)?\s+(?:(?:have|had|were|was|also|even|then|once|twice|been|regularly|already"
    r"|\w+ly)\s+)*"
    r"([a-z]{3,})\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:how|when|what|where|why|which|whether|if|that|time|once|as|than|while|until|before|after"
    r"|unless|the \w+|task|in"
    r" which|or|and|do|does|did|can|could|would|should|will|may|might|to|help\w*|let|makes?|lets|give\w*"
    r"|gets?)\s+$",
    re.IGNORECASE,
)
"""Before words that ask for a deed, suppose one, or have "you" as their object: "tell how you stayed calm"."""
_SAYS_IT = re.compile(
    r"\b(?:resume|cv|profile)\s+(?:says|shows|states|proves)\s+(?:that\s+)?$", re.IGNORECASE
)
_PLAIN = word_set(
    """need want lack meet match miss fall reach bring show know use get see add learn close study hold sit stand fit
    apply ask like plan think feel choose decide find say tell mention list name describe include cover
    demonstrate
    possess score qualify compare work have has had are were was be been can could would should will may
    might must do
    did does not also already still currently only even just never always now often then both all each two three
    most more less best gain achieve complete prove place base relate state note join graduate earn attend
    finish leave left
    move start begin began held spent got become became switch change stay stood fell made make take took go
    went come
    came give gave keep kept try tried consider aim hope wish expect exceed pass share shown known clear
    credit count
    appear look seem intend prefer remain live read rank build improve strengthen highlight write focus tend
    lean rely
    whether strongly clearly well quite too partly almost nearly practice practise call speak once mark rate
    spend face check understand raise lift cut open explain turn answer run receive own point wait say said
    wrote
    bachelor degree master license certificate education first second three five""",
)
"""What an analysis says of a resume, or of anybody: no deed of the person's own."""
_DOING = word_set(
    """manage supervise direct oversee teach mentor coach publish present invent found negotiate lecture chair win
    patent launch lead led own sell sold grow grew speak""",
)
"""Deeds, whatever their form."""
_PERSONAL = re.compile(
    r"""\b(?:too|very|rather|quite)\ (?:old|young)\b | \byour\ (?:\w+\ )?(?:age|health|disability
    |illness|condition|gender|religion
        |faith|race|ethnicity|nationality|accent|looks|appearance|sexuality|pregnancy|family|marriage
        |husband|wife|partner
        |spouse|pain|injury|surgery|diagnosis|weight|sleep|nerves|anxiety|stress|children|kids|child
        |mother|father|parents)\b
    | \b\d+(?:-|\ )years?(?:-|\ )old\b | \byou\ (?:are|were)\ \d+\b(?!\s*(?:[.%]|points?|hours?
    |years\ of)) | \baged?\ \d+\b
    | \b(?:pregnan\w+|disabled|handicapped|chronically|depress\w+|burn(?:ed|t)?-?\s?out|autis\w+|adhd
    |retire[ds]?
        |retirement\ age)\b
    | \bas\ an?\ (?:\w+\ )?(?:woman|man|mother|father|parent|immigrant|foreigner|christian|muslim|jew
    |older|younger)\b
    | \b(?:young|younger|older|male|female|white|black|asian|childless|unmarried|married
    |single)\ (?:people|candidates
        |applicants|workers|women|men|staff)\b
    | \byou\ have\ (?:\w+\ )?(?:children|kids|a\ family|a\ child|a\ husband|a\ wife|cancer|diabetes
    |a\ disability)\b
    | \byou\ (?:are|were)\ (?:\w+\ )?(?:ill|sick|married|divorced|gay|lesbian|lazy|stupid|overweight
    |single)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Age, health, family, origin: a resume's reader has no business there."""
_HONORS = re.compile(
    r"\b(?:you|your)\b[^.;]{0,40}?\b(awards?|prizes?|medals?|scholarships?|patents?|publications?"
    r"|promotions?|bonus(?:es)?"
    r"|fellowships?|honou?rs|trophy|budgets?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\byour (?:\w+ )?(?:manager|boss|supervisor|colleague|coworker|reference|recruiter|mentor|professor)s?\s+"
    r"(?:(?!is\b|has\b|was\b|ask)\w+(?:s|ed)|can vouch|will|ran|told|said|gave|knew|loves?)\b",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"\s+(?:\w+ly\s+|some\s+)?[A-Z]")
_LETTERS = 3


def unheard_deed(said: Said) -> str:
    """What the sentence says the person did and no resume has a word of; empty where there is none."""
    for found in _DEED.finditer(said.masked):
        word = found[1].casefold()
        before = said.masked[: found.start()]
        if _ASKED_FOR.search(before) and not _SAYS_IT.search(before):
            continue
        if word in {"speak", "read", "write"} and _LANGUAGE.match(said.left, found.end()):
            continue
        if _is_unheard(word, said.known) and "x" * _LETTERS not in word:
            return found[1]
    return ""


def _is_unheard(word: str, known: Known) -> bool:
    forms = {word, *_roots(word)}
    if forms & _DOING:
        return not known.stems & {stem(form) for form in forms}
    if word in FUNCTION_WORDS or forms & _PLAIN or word.endswith(("ly", "ing")):
        return False
    return not known.stems & {stem(form) for form in forms}


def _roots(word: str) -> set[str]:
    """Of "managed": manag, manage, manage; of "planned": plan."""
    if not word.endswith("ed"):
        return {word}
    cut = word[:-2]
    found = {cut, f"{cut}e", re.sub(r"i$", "y", cut)}
    return found | ({cut[:-1]} if len(cut) > _LETTERS and cut[-1] == cut[-2] else set())


def of_the_person(said: Said) -> str:
    """Words on age, health, family or other people that no document says; empty where there are none."""
    for pattern in (_PERSONAL, _OTHERS):
        for found in pattern.finditer(said.left):
            words = found[0].casefold()
            if words not in said.known.letters:
                return found[0]
    if not ASKS.search(said.left) and not SUPPOSED.search(said.left):
        for found in _HONORS.finditer(said.left):
            if stem(found[1]) not in said.known.stems:
                return found[1]
    return ""
