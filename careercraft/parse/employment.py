"""How somebody was employed, by the words of an entry's head: part-time and its share, internship, contract."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from careercraft.model.resume import Employment
from careercraft.parse.piece import Piece

_WORDS: tuple[tuple[str, Employment], ...] = (
    (
        r"part[- ]?time|half[- ]?time|temps partiel|(?:à )?mi-temps|teilzeit(?:stelle|beschäftigung)?|halbtags|minijob"
        r"|450[- ]euro[- ]job|geringfügig(?: beschäftigt)?|werkstudent(?:in)?|(?:a )?tiempo parcial|media jornada"
        r"|jornada parcial|tempo parziale|part-time orizzontale|meio período|tempo parcial|deeltijd|parttime|bijbaan"
        r"|zero[- ]hours?",
        "part_time",
    ),
    (
        r"full[- ]?time|temps (?:plein|complet)|vollzeit|festanstellung|(?:a )?(?:tiempo|jornada) complet[oa]"
        r"|tempo pieno"
        r"|tempo integral|período integral|fulltime|voltijd|permanent|unbefristet|cdi|tempo indeterminato"
        r"|contrato indefinido",
        "full_time",
    ),
    (
        r"internship|co-?op|stage(?: curricolare| extracurricolare| de fin d['’]études)?|praktikum|pflichtpraktikum"
        r"|prácticas(?: profesionales| en empresa)?|estágio(?: curricular| extracurricular)?|tirocinio|practicum"
        r"|work placement",
        "internship",
    ),
    (
        r"contract(?:or)?|freelancer?|temporary|temp|self[- ]employed|consultancy|cdd|befristet|seasonal|freiberuflich"
        r"|selbstständig|selbständig|zeitarbeit|intérim|indépendante?|saisonni(?:er|ère)|autónom[oa]|temporal"
        r"|contrato temporal|autônom[oa]|trabalhador(?:a)? independente|temporário|libero professionista|partita iva"
        r"|tempo determinato|stagionale|zzp|zelfstandig|uitzendkracht|tijdelijk|fixed[- ]term|casual|locum",
        "contract",
    ),
    (r"volunteer|voluntary|ehrenamtlich|bénévolat|voluntariado|volontariato|vrijwillig", "volunteer"),
)
_OWN_BOSS = re.compile(
    r"(?:self[- ]employed|freelancer?|freiberuflich|selbst(?:st)?ändig|indépendante?|autónom[oa]|autônom[oa]"
    r"|libero professionista|zelfstandig|zzp)",
    re.IGNORECASE,
)
_KIND = re.compile("|".join(f"(?P<{kind}>{words})" for words, kind in _WORDS), re.IGNORECASE)
_AFTER_KIND = re.compile(
    r"(?: position| contract| role| work| basis|stelle)?(?:[,;/ ]+\d.{0,20})?", re.IGNORECASE
)
_PART_TIME = re.compile(
    r"\bpart[- ]?time\b|\bwerkstudent(?:in)?\b|\bteilzeit\b|\bà temps partiel\b", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\(([^()]{2,60})\)")
_INTERN = re.compile(
    r"""
    \b(?: interns? | internship | externship | traineeship | stagiaire(?!s) | praktikant(?:in)? | becari[oa]
      | estagi[áa]ri[oa] | tirocinante | tirocini[oa] | stagista | stagiair | \w*praktik(?:um|a) | estágio
      | (?:en|alumn[oa]\s+en)\s+prácticas | prácticas(?=\s+(?:en|de|profesionales)|$) | hospitant(?:in)? | hospitation
      | co-?op(?=\s*(?:student|intern|placement|\)|$))
      | stage(?=\s*(?:$|[–—,:(]|-\s|en\b|de\b|d['’]|chez\b|bij\b|presso\b|als\b|curricol|extracurr|d'|formatif))
      | afstudeerstage | meewerkstage | (?:student|industrial|industry)\s+placement | placement\s+student
      | summer\s+student
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VOLUNTEER = re.compile(
    r"\b(?:volunteer(?!s?\s+(?:\w+\s+)?(?:co-?ordinator|manager|director|recruiter|administrator|officer|lead\b|services"
    r"|programs?|programmes?|engagement))|bénévole|ehrenamtlich\w*|voluntari[oa]|voluntári[oa]|volontari[oa]|vrijwillig\w*)\b",
    re.IGNORECASE,
)
_LEAVE = r"""
    (?:(?:maternity|paternity|parental|adoption|family|childcare|medical|sick)[ ]leave | leave[ ]of[ ]absence
    | career[ ](?:break|pause) | sabbatical | full[- ]time[ ](?:parent|mother|father|mum|mom|dad)
    | stay[- ]at[- ]home[ ](?:parent|mother|father|mum|mom|dad)
    | elternzeit | mutterschutz | mutterschaftsurlaub | erziehungsurlaub | pflegezeit | babypause | familienpause
    | sabbatjahr | congé[ ](?:de[ ]|d['’])?(?:parental|maternité|paternité|adoption|sabbatique) | pause[ ]carrière
    | interruption[ ]de[ ]carrière | excedencia | (?:permiso|baja)[ ](?:de[ ]|por[ ])?(?:maternidad|paternidad|parental)
    | año[ ]sabático | licença[ -](?:de[ ])?(?:maternidade|paternidade|parental) | pausa[ ]na[ ]carreira
    | ano[ ]sabático | (?:in[ ])?aspettativa | congedo[ ](?:di[ ])?(?:parentale|maternità|paternità)
    | (?:pausa|interruzione)[ ](?:di[ ]carriera|lavorativa) | anno[ ]sabbatico
    | ouderschapsverlof | zwangerschapsverlof | bevallingsverlof | zorgverlof | loopbaanonderbreking)
    (?!\w)
    (?!\s+(?:cover|replacement|relief|specialist|administrator|coordinator|officer|manager|analyst|\w*vertretung))
    """
_SHARE = re.compile(
    r"""
    [\s,;(|·–-]*
    (?:
      (?P<percent>[1-9]\d|100)\s?%(?:[\s-]?(?:stelle|position|pensum|fte|workload|employment|contract|post|role|etp|jornada))?
    | (?P<fte>[01]?[.,]\d{1,2})\s?(?:fte|etp|vze|wtf|wte)
    | (?P<hours>\d{1,2}(?:[.,]5)?)\s?(?:h|hrs?|hours?|std\.?|stunden|heures?|horas?|ore|uur|uren)
        \s?(?:/|per|a|pro|par|por|al?la|alla|p\.?)?\s?(?:w(?:ee)?k|w\.?|woche|semaine|semana|settimana|week|wo\.?)
    )
    (?![\w%])[\s)]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FULL_WEEK = 40.0


class Employed(NamedTuple):
    """What a part of an entry's head says, and the part without it."""

    rest: Piece
    kind: Employment | None = None
    share: float | None = None


def employment_of(text: str) -> Employment | None:
    """What a title itself says: "Research Intern" is an internship, "Volunteer Manager" is not volunteering."""
    if _INTERN.search(text):
        return "internship"
    if _VOLUNTEER.search(text):
        return "volunteer"
    if _PART_TIME.search(text):
        return "part_time"
    if _OWN_BOSS.match(text):
        return "contract"  # "Freelance Illustrator"
    return next((kind for match in _BRACKET.finditer(text) if (kind := _kind_at(match[1]))), None)


def names_leave(text: str) -> bool:
    """ "Maternity leave", "Elternzeit": a time without work that stands among the jobs; covering one is a job."""
    return bool(_leave().match(text.strip("( ")))


@cache
def _leave() -> re.Pattern[str]:
    return re.compile(_LEAVE, re.VERBOSE | re.IGNORECASE)


def slot_employment(text: str) -> Employment | None:
    """The kind where the whole of a slot names it: "Part-time", "Teilzeit, 20 h"."""
    bare = text.strip("() ")
    match = _KIND.match(bare)
    return cast("Employment", match.lastgroup) if match and _AFTER_KIND.fullmatch(bare, match.end()) else None


def names_own_boss(text: str) -> bool:
    """ "Freelance", "Self-employed": stands where the employer would."""
    return bool(_OWN_BOSS.fullmatch(text.strip("() ")))


def take_employment(cell: Piece) -> Employed:
    """Cuts "(part-time)", "(Teilzeit, 50 %)" and "20 h/week" off the end of a cell, or the share off its start."""
    share = None
    match = next((match for match in _SHARE.finditer(cell.text) if _at_edge(cell.text, match)), None)
    last = next((found for found in _BRACKET.finditer(cell.text) if found.end() == len(cell.text)), None)
    kind = _kind_at(last[1]) if last else None
    if match:
        share = _share(match)
        kind = kind or ("part_time" if share < 1 else None)
    if kind and cell.text.endswith(")"):
        cell = cell.cut(0, cell.text.rindex("(")).trim()
    elif match:
        cell = cell.cut(0, match.start()) if match.end() == len(cell.text) else cell.cut(match.end())
        cell = cell.trim()
    return Employed(cell, kind, share)


def share_of(text: str) -> float | None:
    """The share of full time that a line states: "Pensum: 80 %" is 0.8."""
    match = _SHARE.search(text)
    return _share(match) if match else None


def _kind_at(text: str) -> Employment | None:
    """The kind that begins the words in brackets, with little behind it."""
    match = _KIND.match(text)
    ends = match is not None and not text[match.end() : match.end() + 1].isalnum()
    return cast("Employment", match.lastgroup) if match and ends and len(text) - match.end() <= 30 else None


def _at_edge(text: str, match: re.Match[str]) -> bool:
    return match.start() == 0 or match.end() == len(text)


def _share(match: re.Match[str]) -> float:
    if match["percent"]:
        return int(match["percent"]) / 100
    if match["fte"]:
        return min(1.0, float(match["fte"].replace(",", ".")))
    return round(min(1.0, float(match["hours"].replace(",", ".")) / _FULL_WEEK), 2)
