"""Beginnings of words without which the patterns of a family can't match. Most postings hold none of them, and
comparing the first letters of their words is far cheaper than trying patterns on every sentence.

A stem of under four letters is a whole word.
"""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 4
WordGroups = dict[str, list[str]]
"""Words in lower case by their first four letters."""


class Stems:
    """Words of one family by how they begin."""

    def __init__(self, text: str) -> None:
        self._begins: dict[str, tuple[str, ...]] = {}
        for stem in text.split():
            self._begins[stem[:_SHORTEST]] = (*self._begins.get(stem[:_SHORTEST], ()), stem)

    def among(self, words: WordGroups) -> tuple[str, ...]:
        """Those of the words that belong to the family."""
        return tuple(
            word
            for begin in sorted(self._begins.keys() & words.keys())
            for word in words[begin]
            if word.startswith(self._begins[begin])
        )


def group_words(words: Iterable[str]) -> WordGroups:
    """Each word once, in order, by its first letters."""
    groups: WordGroups = {}
    for word in sorted(set(words)):
        groups.setdefault(word[:_SHORTEST], []).append(word)
    return groups


CONTRACT = Stems(
    """contract contrat permanent tempora temporä temporá temp diem prn vacatair season saison stagion seizoen
    apprent ausbildung azubi alternance aprendiz leerwerk bbl internship praktik pflichtprakt werkstudent
    stage stageplaats prácticas estágio tirocin freelanc corp c2c 1099 freiberuf freie autónomo entrepreneur
    partita prestação zzp libera fixed term ftc befrist unbefrist cdd cdi durée plazo bepaalde onbepaalde
    maternity paternity parental elternzeit mutterschutz remplacement zwangersch baja sostituzione zeitarbeit
    leiharbeit arbeitnehmerüb intérim interin somministr uitzend tijdelijk aushilfe festanst indefinid fijo
    clt tempo vast efetivo termo"""
)
TIME = Stems(
    """full fulltime part parttime vollzeit teilzeit temps jornada tiempo tempo voltijd deeltijd integral
    período meio minijob"""
)
WEEK = Stems(
    "week wk wks woche wochen wochenarb wöchent semain semana settim hebdo hour hours stunden uur uren"
)
SHIFTS = Stems(
    """shift night weekend evening holiday call rotating schicht wechsel früh spät nacht wochenend
    bereitschaft rufbereit tagschicht zweischicht dreischicht horaires travail 3x8 2x8 astreinte turno turni
    escala ploegen avonddienst onregelmatig"""
)
TRAVEL = Stems("travel reise reisen dienstreise déplacement viaj viagen desplaz trasfert reizen reisb")
MOVES = Stems("relocat umzug umzuz mobilité déménag reubicac traslado mudança realoca trasferi verhui")
SPONSORS = Stems("sponsor h1b 1b")
BONUS = Stems(
    """bonus commission variable leistungspr erfolgspr jahrespr willkommenspr leistungsbon erfolgsbon
    jahresbon leistungsabh erfolgsabh willkommensbon weihnachtsgeld urlaubsgeld prime primes profit bono bônus
    plr premio winstuitk eindejaars vakantiegeld"""
)
PAY = Stems(
    """salar salári compensation wage wages pay package rate rates base remun rémun vergütung bezahlung
    entlohnung gehalt grundgehalt jahresgehalt retribu sueldo stipend ral commensurate depending dependent
    based selon según combinar vb"""
)
SCALES = Stems(
    """tvöd tvod tv tvl tvk avr ig era entgelt besold besgr band gs ccnl cao schaal convention tariflich"""
)
CREDENTIALS = Stems(
    """certif licen registration registered board accredit credential führerschein fahrerlaubnis staplersch
    gabelstapler pkw lkw approbation staatlich meisterbrief gesellenbrief ausbildereig sachkunde permis
    permiso diplôme habilitation carte carta carnet carné colegiad carteira cnh registro patent albo
    abilitazione rijbewijs big vca cpa cfa cma cisa cism cissp crisc ccna ccnp ccie ccsp pmp pgmp prince2 csm
    cspo capm itil shrm sphr phr bls acls pals nrp tncc cdl emt lcsw lmsw lmft cna lpn lvn bcba rbt series eit
    comptia security network osha servsafe tefl celta qts pgce acca cima ceh oscp togaf sigma mcse mcsa rhce
    rhcsa rhia rhit cka ckad nclex hazmat twic ccrp ccrc ascp arrt cpc ccs nmls finra sie cscp cpim apics leed
    cscs nasm cpr aed caces heftruck microsoft google aws"""
)
