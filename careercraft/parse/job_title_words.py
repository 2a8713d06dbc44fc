"""Words that name occupations, for telling a title from other short lines. Data; seven languages."""

from __future__ import annotations

import re
from functools import lru_cache

_OCCUPATIONS = (
    # English
    "accountant|actor|actuary|administrator|adviser|advisor|agent|aide|ambassador|analyst|anesthetist"
    "|apprentice|architect|archivist"
    "|artist|assembler|assistant|associate|astronomer|attendant|attorney|auditor|baker|barber|barista"
    "|bartender|biologist|bookkeeper"
    "|broker|builder|butcher|buyer|captain|caregiver|caretaker|carpenter|cashier|chaplain|chauffeur"
    "|chef|chemist|chief|choreographer|clerk"
    "|cleaner|clinician|coach|collector|concierge|conductor|consultant|controller|cook|coordinator"
    "|copywriter|counsel|counselor|courier"
    "|curator|custodian|dancer|dba|dean|dentist|designer|detective|developer|dietitian|director"
    "|dispatcher|doctor|drafter|driver|economist"
    "|editor|educator|electrician|engineer|epidemiologist|estimator|examiner|executive|expert"
    "|facilitator|farmer|fellow|firefighter"
    "|fitter|foreman|forester|gardener|generalist|geologist|guard|guide|hairdresser|handler|head"
    "|helper|historian|host|hostess|housekeeper"
    "|hygienist|illustrator|inspector|installer|instructor|intern|internship|interpreter|investigator"
    "|janitor|journalist|judge|laborer"
    "|landscaper|lawyer|lead|leader|lecturer|librarian|lifeguard|logistician|machinist|maid|maker"
    "|manager|marketer|mason|mathematician|mechanic|mechanician"
    "|mentor|merchandiser|microbiologist|midwife|miner|modeler|molder|musician|nanny|neurologist"
    "|nurse|nutritionist|officer|operator|optician|optometrist"
    "|orderly|orthodontist|owner|packer|painter|paralegal|paramedic|partner|pathologist|pharmacist"
    "|photographer|physician|physicist|pilot"
    "|planner|plumber|police|porter|practitioner|president|principal|processor|producer|professional"
    "|professor|programmer|proofreader"
    "|psychiatrist|psychologist|publicist|radiographer|ranger|receptionist|recruiter|registrar"
    "|repairer|reporter|representative|researcher|rep|roofer"
    "|salesperson|scheduler|scientist|secretary|server|setter|sheriff|singer|sociologist|sonographer"
    "|specialist|statistician|steward|stewardess|stonemason|strategist"
    "|superintendent|supervisor|surgeon|surveyor|tailor|teacher|technician|technologist|teller|tender"
    "|tester|therapist|trader|trainee|trainer|translator"
    "|treasurer|tutor|typist|underwriter|veterinarian|vp|waiter|waitress|warden|welder|worker|writer"
    "|zoologist|rn|lpn|cna|sre|cto|ceo|cfo|coo|ciso"
    "|phlebotomist|hostler|electrologist|sommelier|bricklayer|glazier|plasterer|scaffolder|crew"
    "|member|staff|evangelist|hacker|webmaster"
    # German
    "|entwickler|entwicklerin|ingenieur|ingenieurin|leiter|leiterin|berater|beraterin|fachkraft"
    "|kaufmann|kauffrau|sachbearbeiter|sachbearbeiterin|techniker|technikerin"
    "|mechaniker|mechatroniker|elektriker|elektroniker|pfleger|pflegerin|krankenpfleger"
    "|pflegefachkraft|pflegefachmann|lehrer|lehrerin|erzieher|erzieherin|koch|köchin|verkäufer"
    "|verkäuferin|assistent"
    "|assistentin|referent|referentin|mitarbeiter|mitarbeiterin|praktikant|praktikantin|werkstudent"
    "|werkstudentin|fahrer|arzt|ärztin|architektin|analystin|schreiner|tischler|maler"
    # French
    "|développeur|développeuse|ingénieur|ingénieure|responsable|chargé|chargée|technicien"
    "|technicienne|infirmier|infirmière|comptable|vendeur|vendeuse|cuisinier|cuisinière|assistante"
    "|conseiller"
    "|conseillère|directeur|directrice|chauffeuse|enseignant|enseignante|stagiaire|analyste"
    "|concepteur|boulanger|électricien|mécanicien|architecte|gestionnaire|rédacteur|juriste"
    "|consultante"
    # Spanish, Portuguese
    "|desarrollador|desarrolladora|ingeniero|ingeniera|técnico|técnica|enfermero|enfermera|analista"
    "|gerente|contador|contable|vendedor|vendedora|cocinero|cocinera|profesor|profesora|asistente"
    "|auxiliar|consultor|consultora"
    "|diseñador|diseñadora|médico|médica|abogado|abogada|encargado|encargada|programador|programadora"
    "|desenvolvedor|desenvolvedora|engenheiro|engenheira|enfermeiro|enfermeira|assistente|coordenador"
    "|coordenadora|estagiário|estagiária"
    "|professora|cozinheiro|motorista|conductor|becario|electricista|mecánico"
    # Italian, Dutch
    "|sviluppatore|sviluppatrice|ingegnere|tecnico|infermiere|infermiera|impiegato|impiegata"
    "|contabile|cuoco|cuoca|insegnante|responsabile|addetto|addetta|consulente|progettista|autista"
    "|stagista|commesso"
    "|ontwikkelaar|verpleegkundige|medewerker|medewerkster|adviseur|docent|leraar|monteur|verkoper"
    "|chauffeur|boekhouder|kok|beheerder|projectleider|teamleider|stagiair|specialiste|ingenieur"
)

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("", "s", "es")
_COMPOUND = 5
"""Least length of an occupation that may end a compound ("Softwareentwickler", "groundskeeper")."""


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], tuple[str, ...]]:
    words = _OCCUPATIONS.split("|")
    return frozenset(words), tuple(word for word in words if len(word) >= _COMPOUND)


def find_occupation(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where the first word stands that names an occupation, in any case, singular or plural; None if none does."""
    for match in _WORD.finditer(text, start):
        if _is_occupation(match[0].lower()):
            return match.span()
    return None


def _is_occupation(word: str) -> bool:
    words, tails = _known()
    bare = [word[: len(word) - len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    return any(one in words or (len(one) > _COMPOUND + 3 and one.endswith(tails)) for one in bare)
