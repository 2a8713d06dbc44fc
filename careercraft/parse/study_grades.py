"""Grades of a degree: "GPA 3.8/4.0", "magna cum laude", "Note : 14/20"."""

from __future__ import annotations

import re

from careercraft.parse.piece import Piece

GRADE = re.compile(
    r"""
    (?:(?:cumulative|overall|major|final)\s+)?
    (?:c?gpa|g\.p\.a\.?|grade(?:\s+point\s+average)?|note|abschlussnote|gesamtnote|mention
      |nota(?:\s+media)?|media|voto|votazione|cijfer|percentage|cwa|aggregate)
    \s*(?:of|:|=|-|–)?\s*
    (?P<value>\d{1,3}(?:[.,]\d{1,3})?\s*%?(?:\s*(?:/|out\s+of|of|su)\s*\d{1,3}(?:[.,]\d+)?)?
      |[A-F][+-]?|(?:très\s+)?bien|assez\s+bien|sehr\s+gut|gut)(?!\w)
    | (?P<plain>\d{2,3}\s*/\s*(?:100|110|60)(?!\d)(?:\s+(?:e|con|cum)\s+lode)?
      |\d[.,]\d{1,2}\s*(?:/\s*\d(?:[.,]\d+)?\s*)?(?:c?gpa|g\.p\.a\.?))
    | (?P<honors>(?:summa|magna)\s+cum\s+laude|\bcum\s+laude|first[- ]class\s+honou?rs
      |(?:first|second|third)[-\s]class(?:\s+honou?rs)?,?\s+\(?(?:(?:upper|lower)(?:\s+division)?
        |(?:first|second|1st|2nd)\s+division|division\s+(?:one|two|[12]|I{1,2}))\)?(?=\s*(?:$|[,;)|]))
      |upper\s+second[- ]class(?:\s+honou?rs)?|2[:.][12](?!\d)
      |(?:with\s+)?(?:highest\s+|high\s+)?(?:distinction|honou?rs)(?!\s+(?:society|college|program)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
GRADE_LABEL = re.compile(
    r"(?:^|[\s,;(|–—-])(?:c?gpa|grade|final grade|gesamtnote|abschlussnote|durchschnitt|nota media|voto|score|result)"
    r"\s*:\s*(?=[\w(])(?!.*[,;|]\s*[^\W\d_]{4})",
    re.IGNORECASE,
)


def find_grade(piece: Piece) -> Piece | None:
    match = GRADE.search(piece.text)
    if match is None:
        return None
    group = next(name for name in ("value", "plain", "honors") if match[name])
    return piece.cut(match.start(group), match.end(group)).strip()
