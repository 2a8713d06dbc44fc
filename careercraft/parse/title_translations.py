"""Occupations in German, French, Spanish, Portuguese, Italian and Dutch, and their English titles.

Only what is written differently from English, and only whole words; endings of gender are written out or bracketed as
patterns.
"""

from __future__ import annotations

import re

from careercraft.parse.job_cue import Lazy

_TABLE: tuple[tuple[str, str], ...] = (
    ("software developer", r"software ?(?:entwickler|ingenieur)(?:in)?|développeu(?:r|se) logiciel"
                           r"|desarrollador[a]? de software"
                           r"|desenvolvedora? de software|sviluppat(?:ore|rice) software"),
    ("developer", r"(?<=\s)entwickler(?:in)?|développeu(?:r|se)|desarrollador[a]?|desenvolvedora?|sviluppat(?:ore"
                  r"|rice)|ontwikkelaar|programador[a]?"),
    ("data analyst", r"datenanalyst(?:in)?|analyste (?:de )?données|analista de (?:datos|dados)|analista dati"
                     r"|data analist"),
    ("data scientist", r"cient[ií]fic[oa] de datos|cientista de dados"),
    ("business analyst", r"analista de (?:negocio|negócios)"),
    ("data engineer", r"dateningenieur(?:in)?|ingénieure? (?:de )?données|ingenier[oa] de datos"
                      r"|engenheir[oa] de dados"),
    ("project manager", r"projekt(?:leiter|manager)(?:in)?|chef(?:fe)? de projets?|jef[ea] de proyectos?|gest(?:or"
                        r"|ora) de projetos|project ?leider"
                        r"|responsabile di progetto"),
    ("registered nurse", r"(?:gesundheits und )?krankenpfleger(?:in)?|pflegefach(?:kraft|frau|mann|person)"
                         r"|infirmi(?:er|ère)|enfermer[oa]|enfermeir[oa]"
                         r"|infermier[ea]|verpleegkundige"),
    ("physical therapist", r"physiotherapeut(?:in)?|kinésithérapeute|fisioterapeuta|fysiotherapeut"),
    ("pharmacist", r"apotheker(?:in)?|pharmacien(?:ne)?|farmacéutic[oa]|farmacêutic[oa]|farmacista"),
    ("social worker", r"sozialarbeiter(?:in)?|travailleu(?:r|se) social|assistante? sociale?|trabajador[a]? social"
                      r"|assistente sociale?"
                      r"|maatschappelijk werk(?:er|ster)"),
    ("accountant", r"(?:bilanz)?buchhalter(?:in)?|comptable|contable|contabilista|contabile|boekhouder"),
    ("lawyer", r"rechtsanw[aä]lt(?:in)?|avocate?|abogad[oa]|advogad[oa]|avvocat[oa]|advocaat"),
    ("electrician", r"elektriker(?:in)?|électricien(?:ne)?|electricista|eletricista|elettricista|elektricien"),
    ("plumber", r"klempner(?:in)?|plombi(?:er|ère)|fontaner[oa]|encanador|idraulico|loodgieter"),
    ("carpenter", r"(?:schreiner|tischler|zimmermann)(?:in)?|menuisi(?:er|ère)|charpenti(?:er|ère)|carpinter[oa]"
                  r"|carpinteir[oa]|falegname|timmerman"),
    ("welder", r"schwei(?:ß|ss)er(?:in)?|soudeu(?:r|se)|soldador[a]?|saldat(?:ore|rice)|lasser"),
    ("truck driver", r"(?:lkw fahrer|berufskraftfahrer)(?:in)?|chauffeu(?:r|se) poids lourds?|conduct(?:or"
                     r"|ora) de camión|camioner[oa]"
                     r"|camionista|motorista de caminhão|vrachtwagenchauffeur"),
    ("construction manager", r"bauleiter(?:in)?|conduct(?:eur|rice) de travaux|jef[ea] de obra|capocantiere"),
    ("mechanical engineer", r"maschinenbau ?ingenieur(?:in)?|ingénieure? mécanique|ingenier[oa] mecánic[oa]"
                            r"|engenheir[oa] mecânic[oa]"
                            r"|ingegnere meccanico"),
    ("civil engineer", r"bauingenieur(?:in)?|ingénieure? (?:en )?génie civil|ingenier[oa] civil|engenheir[oa] civil"
                       r"|ingegnere civile"),
    ("electrical engineer", r"elektroingenieur(?:in)?|ingénieure? électrique|ingenier[oa] eléctric[oa]"
                            r"|engenheir[oa] eletricista"),
    ("warehouse worker", r"lagerist(?:in)?|lagermitarbeiter(?:in)?|magasini(?:er|ère)|mozo de almacén"
                         r"|magazzinier[ea]|magazijnmedewerker"),
    ("sales associate", r"verkäufer(?:in)?|vendeu(?:r|se)|dependient[ea]|commess[oa]|verkoper|verkoopmedewerker"),
    ("cook", r"koch|köchin|cuisini(?:er|ère)|cociner[oa]|cozinheir[oa]|cuoc[oa]"),
    ("baker", r"bäcker(?:in)?|boulang(?:er|ère)|panader[oa]|padeir[oa]|panettier[ea]|bakker"),
    ("receptionist", r"rezeptionist(?:in)?|empfangsmitarbeiter(?:in)?|réceptionniste|recepcionista|receptioniste"),
    ("translator", r"übersetzer(?:in)?|traduct(?:eur|rice|or|ora)|tradut(?:or|ora)|tradutt(?:ore|rice)|vertaler"),
    ("journalist", r"journalistin|journaliste|periodista|jornalista|giornalista"),
    ("firefighter", r"feuerwehr(?:mann|frau)|pompi(?:er|ère)|bomber[oa]|bombeir[oa]|vigile del fuoco|brandweerman"),
    ("police officer", r"polizist(?:in)?|polici(?:er|ère)|agente de polic[ií]a|poliziott[oa]|politieagent"),
    ("graphic designer", r"grafik ?designer(?:in)?|graphiste|diseñador[a]? gráfic[oa]|designer gráfic[oa]"
                         r"|grafisch (?:ontwerper|vormgever)"),
    ("elementary school teacher", r"grundschullehrer(?:in)?|professeur des écoles|maestr[oa] de primaria"),
    ("recruiter", r"recruteu(?:r|se)|reclutador[a]?|recrutador[a]?"),
    ("marketing manager", r"responsable marketing|marketing ?leiter(?:in)?"),
    ("sales manager", r"vertriebsleiter(?:in)?|responsable (?:des ventes|commercial)|jef[ea] de ventas"
                      r"|verkoopleider"),
    ("administrative assistant", r"sekretär(?:in)?|assistante? administrati(?:f|ve)|auxiliar administrativ[oa]"
                                 r"|assistente administrativ[oa]"
                                 r"|segretari[oa]|administratief medewerker"),
)  # fmt: skip
_NAMES = {f"t{index}": english for index, (english, _) in enumerate(_TABLE)}
_WORDS = Lazy(
    "|".join(rf"(?P<t{index}>(?<!\w)(?:{pattern})(?!\w))" for index, (_, pattern) in enumerate(_TABLE))
)
_HEADS = frozenset({"developer", "engineer"})


def in_english(words: str) -> str | None:
    """A folded title with its occupation in English, or None where it names none of these: "java entwickler" gives
    "java developer", and so does "desarrollador java", whose other words follow."""
    match = _WORDS.search(f" {words}")
    if match is None:
        return None
    english = _NAMES[match.lastgroup or ""]
    before = words[: max(0, match.start() - 1)].strip()
    after = re.sub(r"^(?:de|di|in)\s", "", words[match.end() - 1 :].strip())
    parts = (before, after, english) if english in _HEADS else (before, english, after)
    return " ".join(part for part in parts if part)
