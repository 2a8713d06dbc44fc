"""Degrees and school-leaving examinations of countries beyond the seven languages, as phrases in any case.

Data, with the look-up that reads it: a phrase costs nothing until its first word stands in the text. Levels by the
European Qualifications Framework; where a country isn't in it, by the years of study. A phrase that ends in "*" also
holds for longer last words ("cand.*" is "cand.merc."); one that begins with "^" counts only where nothing but a
separator stands before it, since its words mean other things as well ("Kandidat"). Capitals say that case counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from careercraft.model.resume import DegreeLevel

_PHRASES: dict[DegreeLevel, str] = {
    "doctorate": """
        doktorat, doktor nauk, doktor habilitowany, dr inż, dr hab, doktorát, doktorské studium, filosofie
        doktor, teknologie doktor, medicine doktor, doktorsexamen, licentiatexamen, doktorgrad,
        ph.d.-grad, ph.d.-graden, filosofian tohtori, tekniikan tohtori, tohtori, tohtorin tutkinto,
        doktori fokozat, doktora, doktor znanosti, kandidat nauk, kandydat nauk, tiến sĩ, doktorand*,
        doktoratura
        """,
    "master": """
        ^ingénieur, ^ingénieure, ^ingegnere, ^magistr, magistra, magister inżynier, mgr inż, mgr,
        magisterium, magisterské studium, ^Ing, magisterstudium, masterstudium, masterstudiengang,
        aufbaustudium, diplomstudium, diplomstudiengang, inženýr, inžinier, okleveles, mesterfokozat,
        mesterképzés, masterat, diplomă de master, studii de master, masterexamen, magisterexamen,
        masterprogram, ^civilingenjör*, civilekonom*, läkarexamen, psykologexamen, juristexamen,
        arkitektexamen, apotekarexamen, tandläkarexamen, veterinärexamen, jur kand, jur. kand, pol mag,
        pol. mag, fil mag, fil. mag, mastergrad, mastergraden, ^sivilingeniør, ^siviløkonom,
        ^siviløkonomi, sivilarkitekt, hovedfag, cand.*, ^kandidat, kandidatuddannelse, kandidatgrad,
        kandidatgraden, candidatus, civilingeniør, filosofian maisteri, kauppatieteiden maisteri,
        diplomi-insinööri, oikeustieteen maisteri, kasvatustieteen maisteri, valtiotieteiden maisteri,
        terveystieteiden maisteri, maisteri, maisterin tutkinto, lääketieteen lisensiaatti,
        eläinlääketieteen lisensiaatti, oikeusnotaari, yüksek lisans, tezli yüksek lisans, tezsiz yüksek
        lisans, maģistra grāds, maģistrs, magistras, magistro laipsnis, magistrikraad, magistar,
        univerzitetska diplomirana, univerzitetni diplomirani, diplomirani inženjer, magistrski študij,
        magisterij, metaptychiako, thạc sĩ, pascasarjana, staatliches examen
        """,
    "bachelor": """
        ^licencjat, ^inżynier, ^inż, ^Lic, studia licencjackie, studia inżynierskie, bakalář, bakalár,
        ^Bc, bakalářské studium, alapszak, alapképzés, alapfokozat, főiskolai diploma, egyetemi diploma,
        ^licență, ^licenţă, diplomă de licență, diplomă de inginer, ^inginer, studii universitare de
        licență, kandidatexamen, högskoleexamen, högskoleingenjör*, sjuksköterskeexamen,
        specialistsjuksköterskeexamen, lärarexamen, grundlärarexamen, ämneslärarexamen,
        förskollärarexamen, socionomexamen, fysioterapeutexamen, arbetsterapeutexamen, barnmorskeexamen,
        fil kand, fil. kand, bachelorgrad, bachelorgraden, bachelorstudium, bachelorstudiengang,
        grundstudium, ^studium, bakkalaureus, bakkalaureat*, bakkalaureatsstudium, sykepleierutdanning,
        lærerutdanning, grunnskolelærerutdanning, ^høgskoleingeniør, årsstudium, diplomingeniør,
        professionsbachelor, bacheloruddannelse, læreruddannelse, sygeplejerskeuddannelse,
        pædagoguddannelse, kandidaatti, ^tradenomi, ^insinööri, ^sairaanhoitaja, ^sosionomi, ^medianomi,
        ^restonomi, ^fysioterapeutti, ^artenomi, ammattikorkeakoulututkinto, luonnontieteiden kandidaatti,
        kasvatustieteen kandidaatti, tekniikan kandidaatti, lisans, lisans diploması, bakalaurs,
        bakalauras, bakalaura grāds, bakalauro laipsnis, bakalaureus, bakalaureusekraad, prvostupnik,
        prvostupnica, diplomirani, diplomirana, preddiplomski studij, ptychio, ptychion, ^sarjana,
        ^ingeniero, ^ingeniera, ^engenheiro, ^engenheira, ^ingeniería, ^engenharia, ^abogado, ^abogada,
        ^licenciado, ^licenciada, diplomado universitario, diplomatura, ijazah sarjana muda, cử nhân,
        b.pharm, b.pharma, b pharm, b.pharmacy, b.voc, b.lib, b.p.ed, b.v.sc, BAMS, BHMS, BPT, BBA LLB, BA
        LLB, B.Stat, B.Des, BSEE, BSEd, BEEd, BSHM, BSCE, BSECE, BSOT, BSPT, BSPH, BSPharm, BScN, BHS,
        BHB, BMLSc
        """,
    "associate": """
        ^OND, ^ND, fp de grado superior, fp grado superior, ön lisans, önlisans, akademiuddannelse,
        erhvervsakademiuddannelse, ^datamatiker, ^finansøkonom, ^markedsføringsøkonom,
        ^multimediedesigner, ^laborant, yh-examen, yrkeshögskoleexamen, yrkeshögskoleutbildning,
        kvalificerad yrkesutbildning, fagskole, fagskoleutdanning, diplomovaný specialista, vyšší odborné
        vzdělání, ahli madya, viša škola, cégep, dec technique, d.pharm, d.pharma, polytechnic diploma,
        graduaat, gegradueerde
        """,
    "certificate": """
        technik informatyk, technik ekonomista, technik mechanik, technik elektryk, technik elektronik,
        technik logistyk, technik budownictwa, technik farmaceutyczny, technik hotelarstwa, technik
        żywienia, technik handlowiec, technik weterynarii, technik rolnik, technik administracji, technik
        rachunkowości, technik organizacji, technik usług, technik grafiki, technik masażysta, świadectwo
        kwalifikacji, dyplom czeladniczy, czeladnik, dyplom mistrzowski, ^dyplom, świadectwo, svendebrev,
        svendeprøve, fagbrev, svennebrev, fagprøve, yrkesbevis, yrkesexamen, gesällbrev, perustutkinto,
        ammattitutkinto, erikoisammattitutkinto, lähihoitaja, merkonomi, datanomi, výuční list, výučný
        list, szakképesítés, szakmunkás*, okj, certificat de calificare, școala profesională, ustalık
        belgesi, kalfalık belgesi, erhvervsuddannelse, ^NC I, ^NC II, ^NC III, ^NC IV, fp de grado medio,
        fp grado medio, fp básica, ^CAS, ^DAS, ^ITI, ^GNM, ^ANM, ^PGDCA, ^PGDM, ^D.Ed, ^D.El.Ed, tesda nc
        ii, qqi level 4, qqi level 5, qqi level 6, fetac level 5, fetac level 6, qqi, fetac,
        ^weiterbildung, ^fortbildung, ^umschulung, ^volontariat, ^traineeship, ^lehrgang, ^formation
        continue
        """,
    "high_school": """
        maturita, maturitní zkouška, maturitná skúška, érettségi, érettségi bizonyítvány, bacalaureat,
        diplomă de bacalaureat, gymnasieexamen, ^studenten, studentereksamen, studenterexamen, ^STX, ^HF,
        ^HHX, ^HTX, hf-eksamen, hhx-eksamen, htx-eksamen, højere handelseksamen, generell
        studiekompetanse, studiekompetanse, studiespesialisering, studieforberedende, vitnemål fra
        videregående, ylioppilas, ylioppilastutkinto, lukion oppimäärä, lise diploması, ^lise, anadolu
        lisesi diploması, državna matura, egzamin dojrzałości, egzamin maturalny, świadectwo dojrzałości,
        matura międzynarodowa, stúdentspróf, brandos atestatas, apolytirio, apolyterion, vocational high
        school, technical high school, ^SSLC, ^PUC, ^SPM, ^STPM, lefel a, tgau, ardteistiméireacht, ^upper
        secondary, ^lower secondary, ^secondary education, ^upper secondary education, ^schulabschluss,
        ^mittlere reife, ^volksschule, ^sekundarschule, higher secondary, ^enseignement secondaire, ^CESS,
        certificat d'enseignement secondaire supérieur, ^secundair onderwijs, algemeen secundair
        onderwijs, technisch secundair onderwijs, beroepssecundair onderwijs, ^ASO, ^TSO, ^BSO, ^obecná
        škola
        """,
}
_TOKEN = re.compile(r"[^\s,;:|()/]+")
_OPENING = re.compile(r"(?:^|[,;:|(/•·–—-]|\s{2})\s*$")

_LONGEST = 5
"""Most words of a phrase."""


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    level: DegreeLevel
    leads: bool
    open_end: bool
    cased: bool


def find_phrases(text: str) -> list[tuple[int, int, DegreeLevel]]:
    """(start, end, level) of each phrase in `text`, the longest at each place, in reading order."""
    tokens = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]
    found: list[tuple[int, int, DegreeLevel]] = []
    for at, (start, _, _) in enumerate(tokens):
        if found and start < found[-1][1]:
            continue
        own = [token[2] for token in tokens[at : at + _LONGEST]]
        fits = [
            phrase for phrase in _starting(own[0]) if _fits(phrase, own) and _may_lead(phrase, text, start)
        ]
        if fits:
            best = max(fits, key=lambda phrase: len(phrase.words))
            found.append((start, tokens[at + len(best.words) - 1][1], best.level))
    return found


def _plain(token: str) -> str:
    return token.rstrip(".").casefold().replace("’", "'")


def _fits(phrase: _Phrase, tokens: Sequence[str]) -> bool:
    own = tokens[: len(phrase.words)]
    if len(own) < len(phrase.words):
        return False
    if phrase.cased:
        return [token.rstrip(".") for token in own] == list(phrase.words)
    plain = [_plain(token) for token in own]
    if phrase.open_end:
        return plain[-1].startswith(phrase.words[-1]) and plain[:-1] == list(phrase.words[:-1])
    return plain == list(phrase.words)


def _may_lead(phrase: _Phrase, text: str, start: int) -> bool:
    return not phrase.leads or bool(_OPENING.search(text, 0, start))


def _starting(token: str) -> list[_Phrase]:
    word = _plain(token)
    return [
        *_by_first().get(word, ()),
        *(phrase for phrase in _open_ended() if word.startswith(phrase.words[0])),
    ]


@cache
def _by_first() -> dict[str, list[_Phrase]]:
    index: dict[str, list[_Phrase]] = {}
    for phrase in _all():
        if not (phrase.open_end and len(phrase.words) == 1):
            index.setdefault(_plain(phrase.words[0]), []).append(phrase)
    return index


@cache
def _open_ended() -> tuple[_Phrase, ...]:
    return tuple(phrase for phrase in _all() if phrase.open_end and len(phrase.words) == 1)


@cache
def _all() -> tuple[_Phrase, ...]:
    return tuple(
        _phrase(" ".join(written.split()), level)
        for level, listed in _PHRASES.items()
        for written in listed.split(",")
        if written.strip()
    )


def _phrase(written: str, level: DegreeLevel) -> _Phrase:
    """Capitals in the table say that case counts ("CAS", "Bc")."""
    open_end, leads = written.endswith("*"), written.startswith("^")
    words = tuple(word.rstrip(".") if not open_end else word for word in written.strip("^*").split())
    return _Phrase(words, level, leads=leads, open_end=open_end, cased=written != written.lower())
