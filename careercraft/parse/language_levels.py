"""The level that a stated fluency means: a level of the CEFR, or the word that comes nearest.

The words are those of the seven languages read here. "Full professional proficiency" and its like are LinkedIn's
five steps, which follow the scale of the Interagency Language Roundtable (0 to 5).
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from careercraft.model.resume import LanguageLevel
from careercraft.parse.ratings import rating

_CEFR = re.compile(r"(?<![\w])([ABC][12])(?![\w])")
# In this order: the longer and clearer words of a level stand before those of another that are part of them.
_WORDS: tuple[tuple[str, LanguageLevel], ...] = (
    (
        r"native|mother\s?tongue|first\s+language|bilingu|muttersprach|maternel|matern[ao]|nativ[ao]|madrelingua"
        r"|moedertaal|tweetalig|zweisprachig",
        "native",
    ),
    (
        r"full\s+professional|near[\s-]native|fluen[tc]|flie(?:ß|ss)end|verhandlungssicher|business\s+fluent|courant"
        r"|coramment|fluid[oa]|fluente|vloeiend|excellent|ausgezeichnet|excelente|ottim[oa]|uitstekend|proficien(?:t|cy\s+level)"
        r"|perfect|domin[ai]o",
        "fluent",
    ),
    (r"limited\s+working|limited", "intermediate"),
    (
        r"advanced|professional|very\s+good|sehr\s+gut|fortgeschritten|avancé|très\s+(?:bon|bien)|avanzad[oa]|muy\s+buen[oa]?"
        r"|alto|avançad[oa]|muito\s+bom|avanzat[oa]|molto\s+buon[oa]?|gevorderd|zeer\s+goed|professionnel|profesional"
        r"|professionale|konversationssicher|upper[\s-]intermediate",
        "advanced",
    ),
    (r"pre[\s-]intermediate|lower[\s-]intermediate", "basic"),
    (
        r"intermedi|intermédiaire|conversational|working|good|gut(?:e|er)?(?!\w)|bon(?:ne)?(?!\w)|buen[oa]?(?!\w)|medio|médio"
        r"|bom(?!\w)|buon[oa]|goed|redelijk|moyen|mittel|technique|competent",
        "intermediate",
    ),
    (
        r"basic|básic|base|basis|beginner|elementar|élémentaire|grundkenntnisse|grundlegend|anfänger|notions|débutant"
        r"|scolaire|principiante|bajo|noções|scolastic|schulkenntnisse|schulisch|fair|some|beginn(?:er|end)|a\s+little|learning",
        "basic",
    ),
)  # fmt: skip
_BY_RATING: tuple[tuple[float, LanguageLevel], ...] = (
    (0.3, "basic"), (0.6, "intermediate"), (0.85, "advanced"), (1.0, "fluent"),
)  # fmt: skip


def language_level(fluency: str) -> LanguageLevel | None:
    """The level of "C1", "verhandlungssicher", "Professional working proficiency", "●●●○○"; None if it says none."""
    if match := _CEFR.search(fluency):
        return cast("LanguageLevel", match[1])
    found = _pattern().search(fluency)
    if found and found.lastgroup:
        return _WORDS[
            min(int(match.lastgroup[1:]) for match in _pattern().finditer(fluency) if match.lastgroup)
        ][1]
    share = rating(fluency)
    return None if share is None else next(level for most, level in _BY_RATING if share <= most)


@cache
def _pattern() -> re.Pattern[str]:
    body = "|".join(f"(?P<_{index}>{words})" for index, (words, _) in enumerate(_WORDS))
    return re.compile(rf"(?<!\w)(?:{body})", re.IGNORECASE)
