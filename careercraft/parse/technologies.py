"""What a project was made with: "Tech stack: Python, PostgreSQL", "Python, Flask, React" behind its name."""

from __future__ import annotations

import re

from careercraft.model.document import Text
from careercraft.parse.piece import Piece

_LABEL = re.compile(
    r"""
    (?:technolog(?:y|ies)|tech(?:nical)?\s?stack|tech|stack|tools?(?:\s+used)?|built\s+with|made\s+with|languages|skills
      |keywords|environment|frameworks|software|methods|materials|technologien|werkzeuge|umgebung|outils|environnement
      |tecnologías|herramientas|tecnologias|ferramentas|tecnologie|strumenti|technologieën|gebruikte\s+tools)
    (?:\s*(?:/|&|and|und|et|y)\s*\w+)?\s*:\s*
    | (?:built|made|developed|written)\s+(?:with|in|using)\s+ | using\s+(?=[A-Z])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,;|•·∙]\s*|\s{2,}|\s+/\s+")
_MOST_WORDS = 3
_LEAST = 2


def technologies_in(piece: Piece) -> list[Text]:
    """The items of a line that lists technologies and does nothing else; empty for any other line."""
    label = _LABEL.match(piece.text)
    body = piece.cut(label.end() if label else 0).strip(" .()[]\n\t")
    parts = [part.trim() for part in body.split(_PARTS)]
    parts = [part for part in parts if part.text]
    listed = bool(label) or len(parts) >= _LEAST
    if not listed or not parts or any(not _is_item(part.text) for part in parts):
        return []
    return [part.to_text() for part in parts] if label or all(_named(part.text) for part in parts) else []


def _is_item(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and "\n" not in text and not text.endswith((".", "!", "?"))


def _named(text: str) -> bool:
    """Written as a name is: with a capital or a sign ("PostgreSQL", "C#", "d3.js")."""
    return any(char.isupper() or char in "+#." for char in text)
