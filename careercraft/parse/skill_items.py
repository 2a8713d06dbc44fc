"""Lines of a skills section cut into items, each with the level and the years that it states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.model.document import Text
from careercraft.model.resume import Proficiency, SkillItem
from careercraft.parse.job_cue import Lazy
from careercraft.parse.piece import Piece
from careercraft.parse.ratings import RATING, rating
from careercraft.parse.tables import word_set

_MAX_WORDS = 6
_LEVEL_WORDS: dict[Proficiency, str] = {
    "beginner": """
        beginner basic basics novice elementary familiar familiarity learning fundamentals awareness rudimentary
        débutant débutante notions élémentaire initiation grundkenntnisse grundlagen basiskenntnisse basiswissen
        anfänger einsteiger básico básica básicos principiante elemental iniciante noções base nozioni elementare
        basiskennis basisniveau beginnend nybegynner nybörjare grundläggande grunnleggende podstawowy podstawy""",
    "intermediate": """
        intermediate competent medium working good moderate average intermédiaire moyen mittel gute gut solide
        intermedio intermedia bueno buena intermediário intermediária médio bom boa buono buona discreto gemiddeld
        goed redelijk mellomnivå średni średniozaawansowany""",
    "advanced": """
        advanced proficient strong experienced skilled fluent avancé avancée confirmé confirmée fortgeschritten
        fortgeschrittene fortgeschrittener sehr versiert avanzado avanzada avançado avançada avanzato avanzata ottimo
        ottima gevorderd gevorderde ervaren uitstekend avansert avancerad avanceret zaawansowany pokročilý""",
    "expert": """
        expert experte expertin expertise expertenwissen expertenkenntnisse master mastery native experto experta
        esperto esperta perito ekspert""",
}
_LEVELS: dict[str, Proficiency] = {
    word: level for level, words in _LEVEL_WORDS.items() for word in words.split()
}
_LONE_LEVELS: dict[str, Proficiency] = {
    "specialist": "expert", "spezialist": "expert", "spezialistin": "expert", "especialista": "expert",
    "spécialiste": "expert", "specialista": "expert", "high": "advanced", "hoch": "advanced", "hoog": "advanced",
    "alto": "advanced", "alta": "advanced", "élevé": "advanced", "senior": "advanced", "medio": "intermediate",
    "media": "intermediate", "média": "intermediate", "mid": "intermediate", "low": "beginner", "bajo": "beginner",
    "baixo": "beginner", "basso": "beginner", "laag": "beginner", "junior": "beginner", "dominio": "expert",
    "domínio": "expert", "padronanza": "expert", "maîtrise": "advanced", "bon": "intermediate", "bonne": "intermediate",
}  # fmt: skip
"""Words that tell a level only where nothing stands beside them."""
_FILLERS = word_set("""
    very level knowledge user proficiency skills upper lower pre kenntnisse niveau nivel nível livello très muy muito
    molto zeer connaissances conocimientos conhecimentos conoscenze kennis""")
_QUALIFIER = re.compile(
    r"""
    \s*(?:[-–—:]\s*|\()\s*
    (?P<words>[^()]{2,40}?)
    \)?\s*$
    """,
    re.VERBOSE,
)
_LEVEL_LABEL = re.compile(
    r"^\W*(?:(?:skill )?level|proficiency|niveau|stufe|nivel|nível|livello|poziom)\s*[:–-]?\s+"
)
_YEARS = re.compile(
    r"(?P<years>\d{1,2}(?:[.,]\d)?)\s*\+?\s*(?:years?|yrs?|ans|années|jahre?|años|anos|anni|jaar)\b\.?"
    r"(?:\s+(?:of\s+)?experience)?",
    re.IGNORECASE,
)
_TRAILING_YEARS = re.compile(rf"[\s,(–-]*(?:less than )?{_YEARS.pattern}[)\s]*$", re.IGNORECASE)
_HARD = re.compile(
    r"\s*(?:[;|·▪✓➢]|(?<![●•◆■])[•●◆■](?!\s?[●•○◆◇■□◦]))\s*|\s{2,}(?![●★◆■○☆])|\t|\s+[-–]\s+(?=[A-Z])"
)
_BY_RATING: tuple[tuple[float, Proficiency], ...] = (
    (0.3, "beginner"), (0.6, "intermediate"), (0.85, "advanced"), (1.0, "expert"),
)  # fmt: skip
_LEADING = re.compile(
    r"(?:(?:expert|proficient|proficiency|expertise|familiar|familiarity|fluent|skilled|experienced|mastery)\s+(?:in|with|at|of)|advanced|basic)\s",
    re.IGNORECASE,
)
_FUNCTION_WORD = Lazy(
    r"(?:with|to|that|which|by|while|as|where|who|in order|so|but|being|resulting|ensuring|managing)\s",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:and|et|und|y|e|en)\s+|^(?:etc)\b\.?", re.IGNORECASE)


def rated_label(label: Piece, values: Sequence[Piece]) -> SkillItem | None:
    """ "Excel: advanced", "Go: 80 %", "Java – 5 years": a skill with its level, no group."""
    text = " ".join(piece.text for piece in values).strip()
    if "," in text or len(text.split()) > 4:
        return None
    match = _YEARS.fullmatch(text)
    years = float(match["years"].replace(",", ".")) if match else None
    level = _rated(rating(text)) if RATING.fullmatch(text) else level_of(text)
    return SkillItem(text=label.to_text(), level=level, years=years) if level or years else None


def skill_items(pieces: Sequence[Piece]) -> tuple[list[SkillItem], list[Text]]:
    items: list[SkillItem] = []
    texts: list[Text] = []
    for chunk in _chunks(pieces):
        parts = _by_comma(chunk)
        if _is_prose(chunk, parts):
            texts.append(chunk.to_text())
            continue
        for part in parts:
            if len(part.value.split()) > _MAX_WORDS:
                texts.append(part.to_text())
            elif part.text and any(char.isalnum() for char in part.text):
                items.append(skill_item(part))
    return items, texts


def _chunks(pieces: Sequence[Piece]) -> list[Piece]:
    """The row cut at hard separators, with a skill that wraps over two lines kept together."""
    if not pieces:
        return []
    if len(pieces) == 1:
        return pieces[0].split(_HARD)
    gaps = "".join(
        piece.text + " " * (following.start - piece.end) if following else piece.text
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True)
    )
    return Piece(gaps, pieces[0].start, pieces[0].page).split(_HARD)


def _by_comma(piece: Piece) -> list[Piece]:
    """Cut at commas that stand outside brackets."""
    parts, depth, last = [], 0, 0
    count = piece.text.count(" / ")
    slashes = count > 1 or (count == 1 and "," not in piece.text)
    for index, char in enumerate(piece.text):
        depth = max(0, depth + (char in "([") - (char in ")]"))
        parted = char == "," and not piece.text[index + 1 : index + 2].isdigit()
        if depth == 0 and (
            parted or (slashes and char == "/" and piece.text[index - 1 : index + 2] == " / ")
        ):
            parts.append(piece.cut(last, index))
            last = index + 1
    parts.append(piece.cut(last))
    return [clean for part in parts if (clean := _clean(part)).text]


def _clean(part: Piece) -> Piece:
    part = part.strip(" \t\n,;:|•·∙*").cut(0, len(part.strip(" \t\n,;:|•·∙*").text.rstrip(".")))
    lead = _LEAD.match(part.text)
    return part.cut(lead.end()).strip() if lead else part


def _is_prose(chunk: Piece, parts: Sequence[Piece]) -> bool:
    """Running text with commas: on average more words between them than a skill has."""
    count = len(chunk.value.split())
    if count > _MAX_WORDS and any(_FUNCTION_WORD.match(part.text) for part in parts[1:]):
        return True
    if count > _MAX_WORDS + 2 and chunk.text.rstrip().endswith(".") and count / max(1, len(parts)) > 3.5:
        return True
    return len(parts) > 0 and count > 2 * _MAX_WORDS and count / len(parts) > 4


def skill_item(part: Piece) -> SkillItem:
    level: Proficiency | None = None
    years: float | None = None
    if (match := RATING.search(part.text)) and match.start():
        level = _rated(rating(match[0]))
        part = part.cut(0, match.start()).strip()
    if match := _TRAILING_YEARS.search(part.text):
        years = float(match["years"].replace(",", "."))
        part = part.cut(0, match.start()).strip() if match.start() else part
    if (match := _QUALIFIER.search(part.text)) and match.start() and (found := level_of(match["words"])):
        level = found
        inner = _YEARS.search(match["words"])
        years = float(inner["years"].replace(",", ".")) if inner else years
        part = part.cut(0, match.start()).strip()
    return SkillItem(text=part.to_text(), level=level or _leading_level(part.text), years=years)


def _rated(share: float | None) -> Proficiency | None:
    return None if share is None else next(level for most, level in _BY_RATING if share <= most)


def level_of(text: str) -> Proficiency | None:
    words = _LEVEL_LABEL.sub("", text.lower().replace("/", " ")).strip(" .:()").split()
    if len(words) > 4:
        return None
    if len(words) == 1 and words[0] in _LONE_LEVELS:
        return _LONE_LEVELS[words[0]]
    return next((_LEVELS[word] for word in words if word in _LEVELS), None)


def only_level(text: str) -> Proficiency | None:
    """The level of a text that says nothing else ("Very good", "Level: Advanced"), else None."""
    words = _LEVEL_LABEL.sub("", text.lower().replace("/", " ")).strip(" .:()").split()
    told = all(word in _LEVELS or word in _LONE_LEVELS or word in _FILLERS for word in words)
    return level_of(text) if told else None


def is_level_word(text: str) -> bool:
    """One word that is a level and hardly ever a skill."""
    return text.lower() in _LEVELS


def _leading_level(text: str) -> Proficiency | None:
    """ "Expert in Linux", "Advanced Excel": the level stands in the item's own words."""
    match = _LEADING.match(text)
    return _LEVELS.get(match[0].split()[0].lower()) if match else None
