"""Travel, relocation and sponsorship: how far a job makes one move, and who helps."""

from __future__ import annotations

from careercraft.model.job import Relocation, RelocationKind, Sponsorship, Travel
from careercraft.parse import job_stems
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_pieces import Piece, Pieces

_TRAVEL = Lazy(
    r"\btravel(?:s|ing|ling)?\b(?! (?:agen|industr|book|insur|nurs|expens|reimburs|allowance|benefit|compan|brand"
    r"|tech|site"
    r"|sector|discount|perk|stipend|laws?\b|time\b|cost|polic|arrang|advis|service|platform|market))"
    r"|\breise(?:bereitschaft"
    r"|tätigkeit|anteil)\w*"
    r"|\bdienstreisen?\b|\bdéplacements?\b|\b(?:viajar|viajes|viagens|desplazamientos?)\b|\btrasfert[ae]\b"
    r"|\breisbereidheid\b"
    r"|\b(?:zakelijk )?reizen\b"
)
_ASKED = Lazy(
    r"%|\b(?:requir\w+|must|need\w*|willing\w*|ability|able|expect\w*|up to|occasional\w*|frequent\w*|some|minimal"
    r"|limited|extensive"
    r"|domestic\w*|international\w*|overnight|regional\w*|local\w*|nationwide|as needed|necessary|no|none|not"
    r"|little|possible"
    r"|(?:you|candidate|position|role|incumbent|employee|job)(?: \w+)? (?:will|may|should)"
    r"|percent|bis zu|erforderlich|bereitschaft|gelegentlich\w*|regelmäßig\w*|fréquents?|ponctuels?|réguliers?"
    r"|prévoir|disponib\w*"
    r"|ocasional\w*|frequentes?|disponibil\w*|bereid\w*)"
)
_PERCENT = Lazy(
    r"(?<![\d.,])(?:(\d{1,3})\s?%?\s?(?:-|–|to|bis|à|a)\s?)?(\d{1,3})\s?\+?\s?(?:%|percent\b|prozent\b)"
)
_NO_TRAVEL = Lazy(
    r"\b(?:no|without|not?\s\w+) travel|travel (?:is )?(?:not|un)\W?(?:required|necessary)"
    r"|\bkeine (?:dienst)?reise"
)
_NONE = Lazy(r"(?:no|none|not required|n/?a|nein|non|keine)\W*")
_BY_RESUME = Lazy(
    r"\b(?:our|your|their) (?:travel|customers|guests)|travel(?:ers|lers)|time travel"
    r"|frequent travel(?:er|ler)"
)
_BESIDE = 30
_NEAR = 70
"""How far from the word, in code points, what it means may stand: that it is asked, and how much."""

_RELOCATION = Lazy(
    r"\breloca\w+|\bumzug\w*|\bumzuziehen|\bmobilité géographique|\baide (?:à la mobilité|au déménagement)"
    r"|\bdéménag\w+|\breubicaci\w+"
    r"|\btraslado\b|\bmudança\b|\brealocação\b|\btrasferimento\b|\btrasferirsi\b|\bverhuis\w*"
)
_KINDS: tuple[tuple[RelocationKind, str], ...] = (
    ("not_offered", r"\b(?:no|not|non|nicht|unable|without|cannot|can['’]t|won['’]t|isn['’]t|ineligible|sin|sem"
                    r"|senza|geen|kein\w*)\b"
                    r"(?! (?:required|necessary))|\bonly local\b|\blocals? only\b"),
    ("offered", r"\b(?:assist\w*|packages?|support\w*|bonus|allowance|help|benefits?|budget|expenses|costs"
                r"|reimburs\w*|offer\w*|provid\w*"
                r"|available|paid|pay|covered|eligible|stipend|visa|services|unterstütz\w*|hilfe|kostenübernahme"
                r"|aide|ayuda|apoio|supporto"
                r"|vergoeding|kosten)\b|hilfe\b|kosten\b|vergoeding\b|\byes\b"),
    ("required", r"\b(?:will\w*|must|requir\w*|need\w*|able|ability|open|prepared|ready|candidates|bereit\w*"
                 r"|disponib\w*|bereid\w*|moving"
                 r"|prêt|dispuest[oa])\b|bereitschaft\b"),
)  # fmt: skip
_KIND = tuple((kind, Lazy(pattern)) for kind, pattern in _KINDS)
_MOVED = Lazy(
    r"\b(?:recently|we|company|office|team|headquarters|clients?|customers?)\s(?:\w+\s)?(?:have "
    r"|has |is |are )?relocat"
)

_SPONSOR = Lazy(r"\bsponsor(?:s|ship|ed|ing)?\b|\bh-?1b\b")
_VISA = Lazy(
    r"\b(?:visas?|immigration|h-?1b|employment|work|candidates?|applicants?|now or in the future"
    r"|authori[sz]\w+)\b|^sponsorship"
)
_NO_SPONSOR = Lazy(
    r"\b(?:no|not|unable|cannot|can['’]t|without|don['’]t|doesn['’]t|won['’]t|isn['’]t"
    r"|never)\b(?![^.;]{0,12}\bproblem)"
)
_SPONSORS = Lazy(
    r"\b(?:available|offer\w*|provid\w*|possible|happy to|able to|can|will|do|we|yes|support\w*|considered|consider"
    r"|eligible)\b"
)


def read_travel(pieces: Pieces) -> Travel | None:
    """A stated share first, then words that ask for travel or say that there is none."""
    best: tuple[int, Travel] | None = None
    for piece in pieces.with_any(job_stems.TRAVEL):
        if "travel" not in piece.label and piece.kind in ("benefit", "value"):
            continue
        found = _travel(pieces, piece)
        if found and piece.kind == "about" and found.percent is None and "travel" not in piece.label:
            continue  # "Our people travel the world": without a share it is no term of the job
        if found and (best is None or (found.percent is not None) > (best[0] > 0)):
            best = (1 if found.percent is not None else 0, found)
    return best[1] if best else None


def _travel(pieces: Pieces, piece: Piece) -> Travel | None:
    if "travel" in piece.label or "reise" in piece.label:
        percent = 0.0 if _NONE.fullmatch(piece.low) else _share(piece.low, 0, len(piece.low))
        return Travel(percent=percent, text=pieces.whole(piece))
    for match in _TRAVEL.finditer(piece.low):
        start, end = max(0, match.start() - _BESIDE), min(len(piece.low), match.end() + _BESIDE)
        if _BY_RESUME.search(piece.low, start, end) or not _ASKED.search(piece.low, start, end):
            continue
        start, end = max(0, match.start() - _NEAR), min(len(piece.low), match.end() + _NEAR)
        percent = 0.0 if _NO_TRAVEL.search(piece.low, start, end) else _share(piece.low, start, end)
        return Travel(percent=percent, text=pieces.whole(piece))
    return None


def _share(low: str, start: int, end: int) -> float | None:
    """The most of the shares beside the word, up to 100."""
    found = [float(match[2]) for match in _PERCENT.finditer(low, start, end)]
    return max((share for share in found if share <= 100), default=None)


def read_relocation(pieces: Pieces) -> Relocation | None:
    """The first piece that says whether help is offered, or that one must move."""
    for piece in pieces.with_any(job_stems.MOVES):
        if "relocation" in piece.label:
            kind: RelocationKind = (
                "not_offered" if _NONE.fullmatch(piece.low) else _relocation(piece.low) or "offered"
            )
            return Relocation(kind=kind, text=pieces.whole(piece))
        match = _RELOCATION.search(piece.low)
        if match and not _MOVED.search(piece.low):
            near = piece.low[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if kind_found := _relocation(near):
                return Relocation(kind=kind_found, text=pieces.whole(piece))
    return None


def _relocation(low: str) -> RelocationKind | None:
    return next((kind for kind, pattern in _KIND if pattern.search(low)), None)


def read_sponsorship(pieces: Pieces) -> Sponsorship | None:
    """Whether the posting says that a visa is sponsored, or that it isn't."""
    for piece in pieces.with_any(job_stems.SPONSORS):
        match = _SPONSOR.search(piece.low)
        if match is None or not _VISA.search(piece.low):
            continue
        start, end = max(0, match.start() - _NEAR), min(len(piece.low), match.end() + _NEAR)
        if _NO_SPONSOR.search(piece.low, start, end) or _NONE.fullmatch(piece.low[match.end() :].strip(" :")):
            return "not_offered"
        if _SPONSORS.search(piece.low, start, end):
            return "offered"
    return None
