"""The names of degrees by level, as verbose regular expressions in seven languages. Data, not code.

Order inside a level: longer names first, since the first alternative that fits is taken.
The mapping of national degrees follows their place in the European Qualifications Framework (8 doctorate,
7 master, 6 bachelor, 5 short cycle, 4 and below school-leaving), https://europass.europa.eu, "EQF".
"""

from __future__ import annotations

from careercraft.model.resume import DegreeLevel

_APOSTROPHE = "['’´`]?"
SUBJECT = (
    r"(?:\s+of\s+(?:(?:applied|fine|liberal|medical|social|health|natural|human|political|computer|veterinary"
    r"|creative|visual|performing|environmental|agricultural|advanced|general|exact|library|international|legal)\s+)?"
    r"(?:sciences?|arts?|engineering|technology|business(?:\s+administration)?|commerce|education|laws?|nursing"
    r"|architecture"
    r"|music|philosophy|public\s+(?:health|administration|policy)|social\s+work|divinity|design|computer\s+applications"
    r"|information\s+technology|pharmacy|medicine|surgery|accountancy|theology|studies|management|finance|letters"
    r"|journalism|economics|fine\s+arts)(?:\s+degree)?"
    r"|\s+of(?:\s+(?-i:[A-Z])[\w&-]+){1,4}(?=\s+(?:with\s+honou?rs\s+)?in\s+(?-i:[A-Z])|\s*\([^)]{2,12}\)\s+in\s))"
)
"""What follows "Bachelor", "Master", "Doctor" or "Associate" as part of the degree's name: "of Science"."""

_SUBJECT_AHEAD = (
    r"(?=\s+of\s+(?:applied|science|arts?|engineering|technology|business|nursing|education|fine|commerce))"
)

FULL_NAMES: dict[DegreeLevel, str] = {
    "doctorate": r"""
        doctor\s+of\s+\w+(?:\s+(?:medicine|therapy|practice|science|administration|engineering))?
      | doctorate(?:\s+degree)?
      | doctoral(?:\s+degree)?
      | juris\s+doctor | post-?doc(?:toral)?(?:\s+fellow(?:ship)?)?
      | doctorat | promotion\s+zum\s+dr\.? | doktor(?:grad|titel)? | doctorado | doutorado | doutoramento
      | dottorato(?:\s+di\s+ricerca)? | doctor\s+en\s+\w+
    """,
    "master": rf"""
        master{_APOSTROPHE}s? (?:\s+degree)? | masters{_APOSTROPHE}\s+degree
      | post-?graduate\s+(?:degree|diploma)
      | graduate\s+degree | advanced\s+degree | magister | maîtrise | mastère | diplôme\s+d['’]ingénieur
      | diplom-?(?:ingenieur|informatiker|kaufmann|kauffrau|betriebswirt|physiker|mathematiker)(?:in)?
      | staatsexamen | máster | maestría | mestrado | laurea\s+magistrale | laurea\s+specialistica
      | doctorandus
    """,
    "bachelor": rf"""
        bachelor{_APOSTROPHE}s?(?:\s+and\s+master{_APOSTROPHE}s?)? (?:\s+degree)?
      | bachelors{_APOSTROPHE}\s+degree | baccalaureate(?:\s+degree)?
      | under-?graduate\s+degree | (?:four|4)[\s-]year\s+(?:college\s+)?degree
      | (?:college|university)\s+degree
      | licence(?=\s+(?:en|de|professionnelle|d['’])) | licence\s+professionnelle | grado(?=\s+en\s)
      | licenciatura | licenciad[oa]
      | bacharel(?:ado)? | laurea(?:\s+triennale)? | graduação | hochschulabschluss
      | abgeschlossenes\s+(?:hochschul)?studium
      | fachhochschulabschluss | ingenier[oa]\s+(?:técnic[oa]\s+)?(?:en|in)\s
    """,
    "associate": rf"""
        associate{_APOSTROPHE}?s?{_SUBJECT_AHEAD}
      | associate{_APOSTROPHE}?s?{_APOSTROPHE}?\s+degree | associates?(?=\s+in\s)
      | associate{_APOSTROPHE}?s?{_APOSTROPHE}?(?=\s*(?:or|and|/|,)\s+bachelor)
      | foundation\s+degree | higher\s+national\s+diploma | (?:two|2)[\s-]year\s+degree
      | brevet\s+de\s+technicien\s+supérieur | técnico\s+superior | tecnólogo
    """,
    "certificate": r"""
        (?:graduate\s+|professional\s+|post-?graduate\s+|technical\s+|vocational\s+)certificate
      | certificate(?=\s+(?:in|of|program|course))
      | (?:technical|vocational|trade|professional|advanced|national|post-?secondary)\s+diploma
      | diploma(?!\s+(?:or|equivalent|/))(?=\s+(?:in|of|:)|\s*:)
      | apprenticeship | journeyman(?:\s+(?:license|certificate))? | trade\s+school
      | trade\s+certificate | vocational\s+(?:training|school|degree)
      | technical\s+school | berufsausbildung | ausbildung\s+(?:zur?|als|zum)
      | abgeschlossene\s+(?:berufs)?ausbildung | meisterbrief
      | certificat\s+d['’]aptitude | formación\s+profesional | ciclo\s+formativo | curso\s+técnico
    """,
    "high_school": r"""
        high\s*-?school(?:\s+(?:diploma|graduate|degree|education|equivalen\w+|certificate))?(?:\s*(?:/|or)\s*g\.?e\.?d\.?)?
      | secondary\s+school(?:\s+(?:certificate|diploma))?
      | general\s+education(?:al)?\s+(?:diploma|development)
      | h\.?s\.?\s+diploma | a[-\s]levels? | leaving\s+certificate | school\s+leaving
      | higher\s+secondary(?:\s+certificate)?
      | senior\s+secondary | international\s+baccalaureate
      | baccalauréat | abitur | (?:fach)?hochschulreife | realschulabschluss | hauptschulabschluss | matura
      | bachillerato | ensino\s+médio | ensino\s+secundário | maturità | diploma\s+di\s+maturità
      | vwo[-\s]diploma | havo[-\s]diploma
    """,
}

SHORT_NAMES: dict[DegreeLevel, str] = {
    "doctorate": r"""
        P[Hh]\.?\s?D\.? | D\.?Phil\.? | Ed\.?D\.? | Psy\.?D\.? | Pharm\.?D\.? | J\.?D\.?
      | M\.?D\.?(?=[,\s(]|$) | D\.?N\.?P\.? | D\.?B\.?A\.?(?=\s+in\s|,)
      | Dr\.?\s?(?:rer\.?\s?nat|phil|med|ing|jur|oec|h\.?c)\.? | D\.?D\.?S\.? | D\.?V\.?M\.?
    """,
    "master": r"""
        M\.?\s?B\.?A\.? | MBA | M\.?\s?[Ss]c\.? | M\.S\.?\s?(?:[Ee]d\.?)?
      | MS(?=[\s,:)(]|$)
          (?!\s+(?:Office|Excel|Word|Project|Access|PowerPoint|Outlook|SQL|Teams|Windows|Visio|Dynamics|Dos|DOS))
      | M\.?\s?Eng\.? | M\.?\s?Tech\.? | M\.?\s?Ed\.? | M\.?\s?Phil\.? | M\.?\s?F\.?A\.?
      | M\.?\s?P\.?H\.? | M\.?\s?P\.?A\.?(?=[\s,:)]|$)
      | M\.?\s?S\.?W\.? | M\.?\s?S\.?N\.? | M\.?Com\.? | M\.A\.?
      | MA(?=\s+(?:in|of|degree)|\s?[,:)]|\s+[A-Z][a-z]+\s)(?<!,\sMA) | LL\.?M\.?
      | M\.?C\.?A\.?(?=[\s,:)]|$)
      | M\.?\s?Arch\.?
      | Dipl\.?-?\s?(?:Ing|Inf|Kfm|Phys|Math|Psych|Betriebsw|Wirt|Biol|Chem)\w*\.?(?:-\w+\.?)?
      | Ir\.(?=\s) | DEA | DESS
    """,
    "bachelor": r"""
        B\.?\s?[Ss]c\.?(?:\s?\([Hh]ons\.?\))? | B\.?\s?S\.?(?:\s?/\s?M\.?S\.?)?(?=[\s,:;)/(]|$)
      | B\.A\.? | BA(?=[\s,:;)/(]|$) | B\.?\s?Eng\.? | B\.?\s?Tech\.?
      | B\.?E\.?(?=\s*(?:in|,|:|\()|\s+[A-Z][a-z])
      | B\.?B\.?A\.? | BBM | HBO | B\.?\s?Com\.? | B\.?\s?Ed\.? | B\.?F\.?A\.? | B\.?S\.?N\.? | B\.?S\.?W\.?
      | LL\.?B\.? | B\.?C\.?A\.?(?=[\s,:)]|$) | B\.?\s?Arch\.?
      | B\.?S\.?E\.?E?\.?(?=[\s,:)]|$) | A\.B\.(?=\s) | BSBA | BSME | BSCS | BSIT | M\.?B\.?B\.?S\.?
    """,
    "associate": r"""
        A\.A\.S?\.? | A\.?A\.?S\.?(?=[\s,:)]|$) | A\.S\.?(?=[\s,:)]|$) | AA(?=\s+(?:in|degree)|[,:)]|$)
      | AS(?=\s+(?:in|degree)\b|:) | A\.?D\.?N\.? | HND | BTS(?=\s) | DUT | BTEC
    """,
    "certificate": r"""CAP(?=\s+[A-Z]) | NVQ | BEP(?=\s) | PGCE | CDL(?=\s+(?:certificate)) """,
    "high_school": r"""G\.?\s?E\.?\s?D\.? | GCSEs? | HSC | SSC | Bac(?=\s+(?:S|ES|L|pro)\b)""",
}
