"""Which language a document is in, by counting its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

# Words that are frequent in one language and rare in the others; shared ones ("de", "la", "in") count for
# little because every language that has them scores alike.
_TABLE = """
en the and of to in for with on as is are by at from or an be our we you your that this have will
fr le la les des et en du de un une pour dans avec sur au aux par est vous nous votre notre ou à qui
de der die das und in von mit für auf den dem des im zu ein eine ist sie wir als bei sowie oder zur
es el la los las y en de del con para por un una que se al su como más o nuestro es son tu sus
pt o a os as e de em do da dos das com para por um uma no na que ao se mais ou não nos você
it il lo la i gli le e di in del della con per un una che dei delle al alla nel nella sono è si
nl de het een en van in met voor op te is aan als bij door naar wij je jij ons onze zijn of om
"""
_STOPWORDS = {code: frozenset(words) for code, *words in map(str.split, _TABLE.strip().splitlines())}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_MIN_SHARE = 0.06
_MIN_HITS = 5
_MIN_LEAD = 1.15


def detect_language(text: str) -> str:
    """ISO 639-1 code; `und` when no known language stands out. Short or list-like ASCII text is English."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = Counter(words)
    scores = {code: sum(counts[word] for word in stopwords) for code, stopwords in _STOPWORDS.items()}
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    best, second = ranked[0], ranked[1]
    if scores[best] < max(_MIN_HITS, _MIN_SHARE * len(words)):
        return _fallback(text, scores)
    return best if scores[best] >= _MIN_LEAD * scores[second] else "und"


def _fallback(text: str, scores: dict[str, int]) -> str:
    """Lists of skills and names hold few small words; ASCII without another language's words is English."""
    foreign = max(score for code, score in scores.items() if code != "en")
    return "en" if _mostly_ascii(text) and foreign <= scores["en"] + 2 else "und"


def _mostly_ascii(text: str) -> bool:
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    return bool(letters) and sum(letter.isascii() for letter in letters) >= 0.99 * len(letters)
