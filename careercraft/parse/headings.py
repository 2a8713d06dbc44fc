"""What a heading is about: by the table in `headings.txt`, else by the words that carry its meaning."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import cast

from careercraft.model.resume import SectionKind
from careercraft.parse.tables import word_set
from careercraft.taxonomy.british import american

WEAK = word_set("""
    address adresse anschrift articles beruf books campaigns career certificate college communications community
    competitions concours connect consulting contracts courses craft degree design details diploma edv
    engagement engagements equipment frameworks freelance funding hackathons hello hi highlights informatique
    informática instruments internship it job jobs karriere knowledge language languages leadership learning
    leisure lectures license links machinery machines medals media methodologies methods military mission notes
    organizations patente performances permits personal placement placements platforms posters press programming
    outreach project projects promotion registration registrations reference responsibilities roles scheine schools
    school schule software sports stage stationen strumenti stärken systems team tech techniques technologies
    technology tecnologie tecnologías tickets service involvement timeline tools training universität university
    volunteer weiterbildung werk werkzeuge work writing accomplishments achievements overview studi studie
    studium formation formations activities patenti permis corsi cursos logiciels outils outline herramientas
    ferramentas ausbildung berufsausbildung graduação licenze practicum apprenticeship apprenticeships diplomas
    colleges stages carriera carrière carreira trayectoria trajetória parcours
    abschlüsse accolades accreditation allegati alternance anexos anhang anlagen annexes anstellungen
    arbeitsstationen asociacionismo assignments associativismo associazionismo attestations attributes ausbildungen
    basics berufsweg beschikbaarheid bestuursfuncties bijbanen bijlagen bijscholingen bildungsabschlüsse bootcamps
    capacitaciones capacitación capacitação carrièreverloop certificering commendations competency conferencias
    conferenze congresos contributions convegni cualidades cualificaciones depoimentos deportes dienstverbanden
    diploma's diplomados diplomi disponibilidad disponibilidade disponibilità disponibilité diversen educatie
    ehrenamtliches empfehlungen ensino erfahrung erfahrungen errungenschaften escolaridad especialidades esportes
    estágio extracurricular fachgebiete fachwissen freizeitgestaltung galardones hochschulbildung honneurs honrarias
    identité impieghi instrução interessegebieden kompetenzprofil kurse kurzvorstellung kwalificaties langue lazer
    leidenschaften lezingen licenties lingua lizenzen loopbaanoverzicht medallas meilensteine missions mobilità
    mobilität mobilité motivation médailles méritos nationalité nevenfuncties ocio paixões palestras palmarès
    pasantías pasiones passatempi passies perfectionnement personalien persönliches philanthropy portafolio
    portfólio postes presentaties profielschets projectervaring qualificações qualifiche realizações reconnaissances
    referenzgeber riepilogo schulabschluss schulausbildung schulungen schwerpunkte seminare seminari seminarios
    sintesi softskills specialisms sprache sprachkompetenz sprachkompetenzen sprachniveau spécialités
    staatsangehörigkeit sterktes stipendium successi sumário svago synopsis síntese síntesis taal taalbeheersing
    taalkennis talente talleres testemunhos testimonianze testimonios traineeship traineeships treinamentos
    témoignages unterschrift varia vehículo verfügbarkeit vergunningen vormingen vrijetijdsactiviteiten webinars
    weiteres werkgeschiedenis werkverleden werkzaamheden zertifizierung""")
"""Words that head a section but also stand as a label or an item inside another one."""

# A heading of several words that isn't listed takes its kind from the noun that carries it, in this order: the
# last one in English, German and Dutch, the first one in the other languages.
_TAIL_WORDS: tuple[tuple[str, SectionKind], ...] = (
    (r"volunteer\w*|voluntariado|bénévolat|volontariato|ehrenamt|vrijwilligerswerk", "volunteer"),
    (r"experiences?|employment|history|internships?|\w*erfahrung(?:en)?|placements?|\w*ervaring|werdegang|roles|jobs"
     r"|positions|appointments|career", "work"),
    (r"education|\w*ausbildung|opleiding(?:en)?|studies|studium|schooling|\w*bildung", "education"),
    (r"certifications?|certificates?|licen[sc]es?|licensures?|credentials|training|courses|coursework|\w*zertifikate"
     r"|fortbildung(?:en)?|cursussen|certificaten", "certifications"),
    (r"skills|competenc(?:ies|es|e)|expertise|proficienc(?:y|ies)|technologies|tools|strengths|qualifications"
     r"|\w*kenntnisse|\w*kompetenzen|fähigkeiten|\w*vaardigheden|competenties|abilities|toolbox|stack", "skills"),
    (r"projects?|projekte|projecten", "projects"),
    (r"publications?|presentations?|patents|publikationen|publicaties|papers|articles|talks", "publications"),
    (r"awards?|honou?rs|achievements|accomplishments|auszeichnungen|prijzen|scholarships|prizes", "awards"),
    (r"summary|profile|objective|statement|profil|profiel", "summary"),
    (r"interests|hobbies|interessen|hobbys|passions", "interests"),
    (r"affiliations?|memberships?|associations?", "other"),
)  # fmt: skip
_FIRST_WORDS: tuple[tuple[str, SectionKind], ...] = (
    (r"expériences?|experiencias?|experiências?|esperienz[ae]|parcours|trayectoria|trajetória|percorso|stages", "work"),
    (r"formations?|formación|formação|formazione|istruzione|études|estudios|estudos|studi|educación|educação|diplômes",
     "education"),
    (r"certificats?|certificad[oa]s|certificaciones|certificações|certificazioni|cursos|corsi", "certifications"),
    (r"compétences?|habilidades|competencias|competências|competenze|conocimientos|conhecimentos|conoscenze|aptitudes"
     r"|capacità|capacidades|herramientas|ferramentas|strumenti|outils|connaissances", "skills"),
    (r"projets|proyectos|projetos|progetti", "projects"),
    (r"publicaciones|publicações|pubblicazioni", "publications"),
    (r"prix|premios|prémios|prêmios|premi|distinctions|reconocimientos", "awards"),
    (r"profil|perfil|profilo|objectif|objetivo|obiettivo", "summary"),
    (r"loisirs|intereses|interesses|interessi|aficiones", "interests"),
    (r"langues|idiomas|lingue|línguas|sprach\w+|taal\w+", "languages"),
)  # fmt: skip
_TOLD: tuple[tuple[str, SectionKind], ...] = (
    (r"\b(?:where|places|companies|who)\b.*\b(?:worked|work|been|employed)\b", "work"),
    (r"\b(?:where|what|how)\b.*\b(?:studied|learned|learnt|trained)\b", "education"),
    (r"\b(?:what|things)\b.*\b(?:can do|good at|know|do best|work with)\b", "skills"),
    (r"\b(?:what|things|stuff)\b.*\b(?:built|made|created|shipped|build|make)\b", "projects"),
    (r"\b(?:outside|beyond|besides|away from)\b.*\b(?:work|office|desk)\b", "interests"),
)  # fmt: skip
_ANY_SKILLS = re.compile(r"(?:[^\W\d_]+ (?:and |& )?){1,3}skills(?: (?:summary|overview))?")
_SHORT = 4
_JOINERS = re.compile(r"\s*(?:[&/+,|]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)\s*")
_NOISE = re.compile(r"^(?:[\W\d_]*(?:(?<!\w)(?:[IVX]{1,4}|[A-H])[.)]\s+)?)*|[\W_]+$")
_AROUND = re.compile(
    r"^(?:my|selected|the|mes|meine|mis|i miei|le mie|mijn|minhas)\s+(?=\w+\s+\w)"
    r"|\s*\((?:selected|cont(?:inued|['’]?d|\.)?|suite|fortsetzung|\d+\+? years?|\d+)\)?$"
    r"|\s+(?:continued|cont['’]?d\.?|so far)$"
)


@cache
def _index() -> dict[str, SectionKind]:
    index: dict[str, SectionKind] = {}
    kind: SectionKind = "other"
    for line in Path(__file__).with_name("headings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = cast("SectionKind", line.strip("[]"))
        elif not line.startswith("#"):
            for name in line.split("|"):
                index.setdefault(name.casefold(), kind)
    return {_american(name): kind for name, kind in index.items()} | index


def _american(key: str) -> str:
    return " ".join(american(word) for word in key.split())


def normalize(text: str) -> str:
    """A heading in the form of the table: lower case, single spaces, no numbering, colon or icon."""
    key = " ".join(_NOISE.sub("", text).casefold().replace("’", "'").split())
    letters = key.split(" ")
    if len(letters) > 3 and all(len(letter) == 1 for letter in letters):
        return "".join(letters)
    return key


def is_weak(key: str) -> bool:
    """Does the normalized heading hold only words that also stand inside sections ("Tools", "Software, Systems")?"""
    return key in WEAK or all(part in WEAK for part in _JOINERS.split(key))


@cache
def _squeezed() -> dict[str, SectionKind]:
    """The table without spaces, for letter-spaced headings whose gaps were read as spaces ("PROF ILE")."""
    index: dict[str, SectionKind] = {}
    for name, kind in _index().items():
        index.setdefault(name.replace(" ", ""), kind)
    return index


def _singular(key: str) -> str:
    """The words without the "s" of a plural: "projects experience" and "project experiences" are the same."""
    return " ".join(
        word[:-1] if word.endswith("s") and len(word) > _SHORT else word for word in key.split(" ")
    )


@cache
def _singulars() -> dict[str, SectionKind]:
    """The headings of several words in the table, without plurals."""
    index: dict[str, SectionKind] = {}
    for name, kind in _index().items():
        if " " in name:
            plural = "s " in name or name[-1] == "s"
            index.setdefault(_singular(name) if plural else name, kind)
    return index


@cache
def known_kind(key: str) -> SectionKind | None:
    """The kind of a normalized heading that is in the table, alone or joined from two that are."""
    index = _index()
    for form in (key, key.replace("&", "and").replace(" / ", " and "), _AROUND.sub("", key), _american(key)):
        if form in index:
            return index[form]
    if _ANY_SKILLS.fullmatch(key):
        return "skills"
    if " " in key and (form := _singular(key)) in _singulars():
        return _singulars()[form]
    if " " in key and (joined := key.replace(" ", "")) in _squeezed():
        return _squeezed()[joined]
    parts = [part for part in _JOINERS.split(key) if part]
    kinds = [index.get(part) for part in parts]
    return kinds[0] if len(parts) > 1 and all(kinds) else None


@cache
def likely_kind(key: str) -> SectionKind | None:
    """The kind that a heading's words suggest; ask only of lines that look like a heading."""
    if len(key.split()) > 6:
        return None
    for pattern, kind in _likely():
        if pattern.search(key):
            return kind
    return None


@cache
def _likely() -> tuple[tuple[re.Pattern[str], SectionKind], ...]:
    tails = [(rf"\b(?:{words})(?:$|\s*(?:\(|[-–—:]|&|\band\b))", kind) for words, kind in _TAIL_WORDS]
    firsts = [(rf"^(?:{words})\s", kind) for words, kind in _FIRST_WORDS]
    return tuple((re.compile(pattern), kind) for pattern, kind in (*firsts, *tails, *_TOLD))
