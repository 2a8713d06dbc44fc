"""Where the name of who certifies begins, on a line that parts it from the certificate by a space only."""

from __future__ import annotations

import re

from careercraft.parse.people import is_place
from careercraft.parse.piece import Piece
from careercraft.parse.tables import word_set

_LEADS = word_set("""
    ordine agenzia associazione camera croce ente regione istituto ministero collegio federazione università comune
    colegio asociación cámara cruz consejo ministerio junta escuela universidad instituto federación comunidad
    ordem associação conselho ministério universidade escola faculdade federação
    chambre croix ministère université école fédération académie préfecture rectorat
    kamer stichting vereniging hogeschool universiteit kruis handelskammer handwerkskammer ihk hwk tüv dekra
    landesärztekammer ärztekammer verband bundesverband""")
"""In these languages the kind of body comes first: "Ordine degli Architetti di Roma"."""

_KINDS = word_set("""
    academy agency association authority board bureau center centre college commission council cross department
    federation foundation
    guild institute institution ministry office organisation organization registry society university union""")
_WITH_OF = word_set("university institute department ministry")
_ORIGINS = word_set("""
    national international american british royal european australian canadian irish scottish welsh english german
    french italian spanish dutch swedish norwegian danish finnish swiss austrian belgian portuguese polish indian
    singaporean malaysian chinese japanese korean brazilian mexican african asian federal state us uk eu world global
    nordic baltic greek turkish nigerian kenyan ghanaian""")
"""With these a body's name begins: "Swedish Transport Agency"."""

_PARTS = word_set("south north west east new central")
_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_COMPANIES = word_set(
    "microsoft google amazon aws oracle cisco adobe salesforce hubspot ibm sap meta comptia isaca"
)
NAME_ENDS = word_set("""
    practitioner associate professional specialist certificate certification certified license licence credential
    administrator developer engineer architect technician expert manager auditor nurse foundation foundations
    fundamentals analyst instructor provider operator coach consultant examiner level i ii iii""")
"""With these a certificate's name ends: "AWS Certified Cloud Practitioner"."""

_GERMAN_ENDS = ("schein", "brief", "zeugnis", "zertifikat", "prüfung", "lehrgang")
_LEAST_BEFORE, _MOST_BETWEEN = 2, 4


def before_body(piece: Piece) -> tuple[Piece, Piece | None]:
    """(name, body) of "High Voltage Safety Singapore Maritime Academy"; (all, None) where no body begins inside."""
    at = _body_start(piece.text)
    return (piece, None) if at is None else (piece.cut(0, at).trim(), piece.cut(at).trim())


def _body_start(text: str) -> int | None:
    found = list(_WORD.finditer(text))
    for index, match in enumerate(found[1:], 1):
        leads = match[0].lower() in _LEADS and match[0][0].isupper() and not _linked(found[index - 1][0])
        if leads and (index >= _LEAST_BEFORE or found[0][0].lower().endswith(_GERMAN_ENDS)):
            return match.start()
    words = [match[0].lower() for match in found]
    if len(words) > _LEAST_BEFORE and words[-1] in _COMPANIES and words[-2] in NAME_ENDS:
        return found[-1].start()
    kind = next(
        (i for i, match in enumerate(found) if match[0].lower() in _KINDS and match[0][0].isupper()), None
    )
    if kind is None:
        return None
    bracket = text.rfind(") ", 0, found[kind].start())
    if bracket > 0:
        return bracket + 2
    start = _origin(found, kind)
    return _behind_name(found, kind) if start is None else start


def _origin(found: list[re.Match[str]], kind: int) -> int | None:
    """Where the words before a kind of body name its origin, two words or more behind the line's start."""
    for index in range(max(_LEAST_BEFORE, kind - _MOST_BETWEEN), kind):
        word = found[index][0]
        if (
            word[0].isupper()
            and (word.lower() in _ORIGINS or is_place(word))
            and not _linked(found[index - 1][0])
        ):
            first = index - (found[index - 1][0].lower() in _PARTS)
            return found[first].start() if first >= _LEAST_BEFORE else None
    return None


def _behind_name(found: list[re.Match[str]], kind: int) -> int | None:
    """Behind the word that ends the certificate's name; else at "University" itself where "of" follows."""
    ends = [index for index in range(1, kind - 1) if found[index][0].lower() in NAME_ENDS]
    if ends and not _linked(found[ends[-1] + 1][0]):
        return found[ends[-1] + 1].start()
    of = found[kind][0].lower() in _WITH_OF and found[kind + 1 :] and found[kind + 1][0] == "of"
    of = of and not _linked(found[kind - 1][0])
    return found[kind].start() if of and kind >= _LEAST_BEFORE else None


def _linked(word: str) -> bool:
    """A preposition or article joins what follows to what stands before."""
    return word.islower() and len(word) <= len("della")
