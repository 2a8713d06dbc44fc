"""A question's words in one form: small letters, whole words for short ones, typing errors put right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from careercraft.match.vocabulary import vocabulary
from careercraft.parse.tables import word_set

_TOKEN = re.compile(r"<[a-z]+>|[^\W_](?:[^\W_]|[+#']|\.(?=\w))*")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
"""The letters of "whyyy"."""
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_SHORT = {
    "y": "why", "u": "you", "ur": "your", "wat": "what", "wut": "what", "wht": "what", "whats": "what is",
    "what's": "what is", "wheres": "where is", "where's": "where is", "whos": "who is", "who's": "who is",
    "hows": "how is", "how's": "how is", "whens": "when is", "i'm": "i am", "im": "i am", "i've": "i have",
    "ive": "i have", "i'd": "i would", "i'll": "i will", "you're": "you are", "they're": "they are", "it's": "it is",
    "its": "it is", "that's": "that is", "thats": "that is", "there's": "there is", "don't": "do not", "dont": "do not",
    "doesn't": "does not", "doesnt": "does not", "didn't": "did not", "didnt": "did not", "isn't": "is not",
    "isnt": "is not", "aren't": "are not", "arent": "are not", "wasn't": "was not", "wasnt": "was not",
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not",
    "haven't": "have not", "havent": "have not", "hasn't": "has not", "wouldn't": "would not",
    "shouldn't": "should not", "couldn't": "could not", "wanna": "want to", "gonna": "going to", "gotta": "need to",
    "hafta": "have to", "shud": "should", "shld": "should", "cud": "could", "wud": "would", "cuz": "because",
    "coz": "because", "pls": "", "plz": "", "please": "", "thx": "thanks", "tnx": "thanks", "thanx": "thanks",
    "abt": "about", "b4": "before", "bc": "because", "frst": "first", "1st": "first", "hw": "how", "hv": "have",
    "gud": "good", "exp": "experience", "yrs": "years", "yr": "year", "hrs": "hours", "req": "requirement",
    "reqs": "requirements", "quals": "qualifications", "sal": "salary", "lemme": "let me", "gimme": "give me",
    "unqualified": "not qualified", "non-fit": "unfit", "unsuitable": "not suitable", "i'ma": "i am going to",
    "wdym": "what do you mean", "tl;dr": "tldr", "hiya": "hi", "helo": "hello", "sry": "", "sorry": "", "idk": "",
}  # fmt: skip
SMALL = word_set("""
a an the to of for on in at it this that is are be am was were been i me my you your we they he she them and or but so
do does did can could will would should shall with from by as if then than just really very too also now please hey well
there here some any much more like get got have has had not no yes oh um uh one ones actually exactly even still ever
though again maybe kind sort bit little lot who going thing things stuff guys man bro sir dear
""")
"""Words that tell little of what is asked: they weigh next to nothing."""
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_SHORTEST = 4
"""Letters from which one wrong letter is forgiven; from twice as many, two."""
_TOLD = 6
"""Letters from which the dictionary knows a word. A shorter one is only put right where a letter is missing or two have
changed places: "play" is no misspelled "plan"."""


def words(text: str) -> list[str]:
    """ "Y can't I..." -> why, can, not, i. Slots ("<skill>") stay as they are."""
    folded = text.casefold().translate(_APOSTROPHES).replace("-", " ").replace("/", " ")
    folded = _DRAWN_OUT.sub(r"\1", folded)
    found = _TOKEN.findall(folded)
    asked: list[str] = []
    for place, word in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else ""
        if word == "r" and after in ("u", "you", "they", "we"):  # elsewhere R is a language
            word = "are"
        asked += _SHORT.get(word, word).replace("'s", "").replace("'", "").split()
    return asked


def stems(asked: Iterable[str]) -> list[str]:
    return [stem(word) for word in asked]


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Without its ending, so that "learning", "learns" and "learned" meet; only to compare, no word of English."""
    if word.startswith("<") or len(word) <= _SHORTEST:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            kept = word[: -len(ending)] + instead
            return kept[:-1] if kept.endswith("e") or kept[-2:-1] == kept[-1:] != "s" else kept
    return word[:-1] if word.endswith("e") else word


def put_right(asked: Sequence[str], known: frozenset[str]) -> list[str]:
    """Words that stand neither in the table nor in a dictionary, as the word of the table that was meant."""
    return [
        word
        if word in known or word in SMALL or word.startswith("<") or word in vocabulary()
        else _nearest(word, known) or word
        for word in asked
    ]


@lru_cache(maxsize=4096)
def _nearest(word: str, known: frozenset[str]) -> str | None:
    """Of one letter's difference, two from eight letters on; the first letter is never wrong. Ties by the alphabet."""
    from rapidfuzz.distance import OSA

    if len(word) < _SHORTEST or not word.isalpha():
        return None
    most = 2 if len(word) >= 2 * _SHORTEST else 1
    near = (
        (OSA.distance(word, other, score_cutoff=most), other)
        for other in known
        if other[:1] == word[0] and len(other) >= _SHORTEST and abs(len(other) - len(word)) <= most
        if len(word) >= _TOLD or len(other) > len(word) or sorted(other) == sorted(word)
    )
    return min((pair for pair in near if pair[0] <= most), default=(0, None))[1]


def holds(phrase: Sequence[str], asked: Sequence[str]) -> bool:
    """The words of a phrase stand side by side in the question."""
    size = len(phrase)
    return any(list(asked[at : at + size]) == list(phrase) for at in range(len(asked) - size + 1))


def runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """(start, end) of each longest row of True."""
    start = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield start, place
            start = None
