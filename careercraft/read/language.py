"""Which language a document is in, by its letters and by counting its commonest small words.

Decision 0014 says why this is no library.
"""

from __future__ import annotations

import re
from collections import Counter

# Words that are frequent in one language and rare in the others; shared ones ("de", "la", "in") count for
# little because every language that has them scores alike.
_COVERED_WORDS = """
en the and of to in for with on as is are by at from or an be our we you your that this have will
fr le la les des et en du de un une pour dans avec sur au aux par est vous nous votre notre ou à qui
de der die das und in von mit für auf den dem des im zu ein eine ist sie wir als bei sowie oder zur
es el la los las y en de del con para por un una que se al su como más o nuestro es son tu sus
pt o a os as e de em do da dos das com para por um uma no na que ao se mais ou não nos você
it il lo la i gli le e di in del della con per un una che dei delle al alla nel nella sono è si
nl de het een en van in met voor op te is aan als bij door naar wij je jij ons onze zijn of om
"""
# Languages that are told, so that a report can say which one it can't read.
_OTHER_WORDS = """
pl i w na z do się nie jest od dla oraz przez po lub jak za to że są o
sv och att i på för med är av en ett som till vi du din vår om inte eller har
da og at i på for med er af en et som til vi du din vores om ikke eller har
nb og å i på for med er av en et som til vi du din vår om ikke eller har
fi ja on ei että sekä tai se ovat kanssa myös olet meillä olen
cs a na se v je do pro s jako nebo že o od z ve jsme které
sk a na sa v je do pre s ako alebo že o od z vo sme ktoré
tr ve bir için ile olarak bu da de olan veya gibi
ro și în de la cu pentru din pe este sau care sunt
hu és a az egy hogy nem is vagy van meg
"""
# A letter that only one of the languages of a script has comes before the script itself.
_SCRIPTS = (
    ("uk", "іїєґ"), ("ru", "ыэё"), ("bg", "ъщ"), ("ja", "ぁ-ヿ"), ("ko", "가-힯"), ("zh", "一-鿿"),
    ("el", "Ͱ-Ͽ"), ("fa", "پچژگ"), ("ar", "؀-ۿ"), ("he", "֐-׿"), ("hi", "ऀ-ॿ"), ("th", "฀-๿"),
    ("ru", "Ѐ-ӿ"),
)  # fmt: skip


def _table(words: str) -> dict[str, frozenset[str]]:
    return {code: frozenset(found) for code, *found in map(str.split, words.strip().splitlines())}


_COVERED = _table(_COVERED_WORDS)
_OTHER = _table(_OTHER_WORDS)
COVERED = frozenset(_COVERED)
"""Languages whose headings, dates and months the parser knows."""
ENGLISH = frozenset({"en", "und"})
"""Languages whose words the taxonomy and the encoder know; `und` is a text too short to tell."""
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN_SCRIPT = re.compile(r"[Ͱ-ӿ֐-ۿऀ-ॿ฀-๿ぁ-ヿ一-鿿가-힯]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_MIN_SHARE = 0.06
_MIN_HITS = 5
_MIN_LEAD = 1.15
_MIN_LEAD_OF_OTHERS = 1.5
"""The seven come first: a language of the second table has to stand out."""
_MIN_SCRIPT_SHARE = 0.01


def detect_language(text: str) -> str:
    """ISO 639-1 code; `und` when no known language stands out. Short or list-like ASCII text is English."""
    sample = text[:_SAMPLE].lower()
    script = _script(sample)
    if script:
        return script
    words = _WORD.findall(sample)
    counts = Counter(words)
    scores, others = _scores(counts, _COVERED), _scores(counts, _OTHER)
    least = max(_MIN_HITS, _MIN_SHARE * len(words))
    (best, score), (_, second) = _ranked(scores)[:2]
    (other, high), *_ = _ranked(others)
    if high >= least and high >= _MIN_LEAD_OF_OTHERS * score:
        return other
    if score < least:
        return _fallback(text, scores)
    return best if score >= _MIN_LEAD * second else "und"


def _script(sample: str) -> str | None:
    """The language of a text whose letters are mostly not Latin; of several with one script the commonest."""
    foreign = 0 if sample.isascii() else len(_FOREIGN_SCRIPT.findall(sample))
    letters = len(_LETTER.findall(sample)) if foreign else 0
    if foreign <= 0.5 * letters:
        return None
    told = ((code, len(re.findall(f"[{found}]", sample))) for code, found in _SCRIPTS)
    return next((code for code, count in told if count >= _MIN_SCRIPT_SHARE * letters), None)


def _scores(counts: Counter[str], table: dict[str, frozenset[str]]) -> dict[str, int]:
    return {code: sum(counts[word] for word in words) for code, words in table.items()}


def _ranked(scores: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def _fallback(text: str, scores: dict[str, int]) -> str:
    """Lists of skills and names hold few small words; ASCII without another language's words is English."""
    foreign = max(score for code, score in scores.items() if code != "en")
    return "en" if _mostly_ascii(text) and foreign <= scores["en"] + 2 else "und"


def _mostly_ascii(text: str) -> bool:
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    return bool(letters) and sum(letter.isascii() for letter in letters) >= 0.99 * len(letters)
