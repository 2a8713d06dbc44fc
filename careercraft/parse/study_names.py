"""Names of degrees and of schooling that are clear only inside an education section ("Licence", "Diploma", "MBO 4").

Data, not code, in seven languages; case counts. Levels as in `degree_words`, by the European Qualifications
Framework (8 doctorate, 7 master, 6 bachelor, 5 short cycle, 4 and below vocational or school-leaving).
"""

from __future__ import annotations

from careercraft.model.resume import DegreeLevel

_CAPS = r"(?:[A-ZÀ-Þ][\w'’&.-]*\s+){0,4}"
STUDY_NAMES: dict[DegreeLevel, str] = {
    "doctorate": r"""
        Promotion(?:sstudium)?(?:\s+zum\s+Dr\.?)? | Doctorat | Doctorado | Doutoramento | Dottorato
      | (?:PhD|Doctoral|Ph\.D\.)\s+(?:[Cc]andidate|[Ss]tudent|[Ss]tudies|[Rr]esearcher)
    """,
    "master": r"""
        Master\s?[12](?!\d) | M[12](?=\s+[A-ZÀ-Þ]) | Diplom(?![a-zàôe-]) | Diplom(?=\s+in\s)
      | Máster(?:\s+(?:Universitario|Oficial|Propio))?
      | Posgrado | Postgrado | Pós-[Gg]raduação | Mestrado(?:\s+[Ii]ntegrado)? | Mastère(?:\s+[Ss]pécialisé)?
      | (?:Erstes|Zweites|1\.|2\.)\s+Staatsexamen | Executive\s+(?:MBA|Master)
      | Post-?[Gg]raduate(?=\s+(?:in|studies))
    """,
    "bachelor": r"""
        Licence(?!\s+(?:to|No|Number|Class|Category)\b)(?:\s+[123](?!\d))?
      | Grado(?!\s+(?:[Mm]edio|[Ss]uperior)) | Diplomatura
      | Bacharelado | Licenciatura | Laurea(?:\s+[Tt]riennale)? | HBO(?:-[Bb]achelor)?
      | Undergraduate(?:\s+[Ss]tudies)?(?=\s+in\s) | Vordiplom | Zwischenprüfung
    """,
    "associate": r"""
        BTEC(?:\s+(?:Level\s+\d|Higher|Extended|National|First|Subsidiary)){0,3}(?:\s+(?:Diploma|Certificate|Award))?
      | BTS | DUT | BUT(?=\s+[A-ZÀ-Þ]) | DEUG | HNC | CFGS | (?:Ciclo\s+Formativo\s+de\s+)?Grado\s+[Ss]uperior
      | Técnic[oa]\s+[Ss]uperior | (?:Gepr(?:üfte[rn]?|\.)|Staatlich\s+geprüfte[rn]?)\s+[A-ZÀ-Þ][\w-]+
      | [A-ZÀ-Þ]\w*(?:fachwirt|betriebswirt|meister)(?:in)?(?:\s*\(IHK\))? | Tecnólogo | MBO\s?-?\s?4
      | Foundation\s+(?:Degree|[Yy]ear|[Dd]iploma) | Associate(?:'s)?\s+Degree
    """,
    "certificate": rf"""
        (?:Duale\s+)?(?:Berufsausbildung|Ausbildung|Lehre|Umschulung)(?:\s+(?:zur?m?|als)\s+[A-ZÀ-Þ]\w+)?
      | MBO(?:\s?-?\s?(?:niveau\s?)?\d)? | CAP(?=\s|,|$) | BEP(?=\s|,|$) | Brevet\s+[Pp]rofessionnel
      | Titre\s+professionnel
      | Mention\s+[Cc]omplémentaire | CFGM | (?:Ciclo\s+Formativo\s+de\s+)?Grado\s+[Mm]edio
      | Técnic[oa](?=\s+(?:en|em|de|auxiliar)\s) | Técnic[oa]\s+auxiliar | Curso\s+(?:profissional|técnico)
      | Qualifica\s+[Pp]rofessionale | Diploma\s+di\s+(?:qualifica|specializzazione) | Attestato | Bootcamp
      | Nanodegree
      | (?:(?:Modern|Advanced|Higher)\s+)?Apprenticeship
      | (?:Vocational|Trade|Craft)\s+(?:[Tt]raining|[Cc]ourse)
      | {_CAPS}(?:Certificate|Diploma|Certificat|Zertifikat|Diplôme|Certificado|Certificato|Diplomado)
        (?:\s+(?:I{{1,3}}|IV|VI?)(?!\w))?(?!\s+(?:[Oo]f\s+[Ee]ducation))
    """,
    "high_school": r"""
        (?:Allgemeine\s+|Fachgebundene\s+)?(?:Fach)?[Hh]ochschulreife | (?:Fach)?[Aa]bitur
      | Mittlere[rn]?\s+(?:Reife|Schulabschluss)
      | (?:Erweiterter\s+)?(?:Realschul|Hauptschul|Sekundar)abschluss | Schulabschluss | Matura
      | Matric(?:ulation)?
     
      | Bac(?:calauréat)?\.?(?:\s+(?:[Gg]énéral|[Pp]ro(?:fessionnel)?|[Tt]echno(?:logique)?
          |STMG|STI2D|STG|ST2S|S|ES|L))?(?=\s|,|$)
      | Brevet\s+des\s+collèges | Bachillerato | Bachiller | E\.?S\.?O\.?(?=\s|,|$)
      | Graduado\s+(?:[Ee]scolar|en\s+ESO)
      | Educación\s+[Ss]ecundaria(?:\s+[Oo]bligatoria)? | Selectividad | Ensino\s+(?:[Ss]ecundário|[Mm]édio)
      | 1[012]\.?º\s+[Aa]no
      | (?:Diploma\s+di\s+)?[Mm]aturità(?:\s+(?:[Cc]lassica|[Ss]cientifica|[Ll]inguistica|[Tt]ecnica))?
      | (?:Diploma|Licenza)\s+(?:di\s+[Ss]cuola\s+)?(?:[Ss]uperiore|[Mm]edia) | [Hh]avo(?=\s|,|$) | HAVO
      | VWO | VMBO(?:-\w+)? | MAVO
      | (?<!.)Gymnasium(?=\s*$) | (?:Junior|School)\s+Certificate | Higher\s+School\s+Certificate(?:\s*\(HSC\))?
      | HSC | VCE | QCE | SACE | WACE | NCEA(?:\s+Level\s+\d)?
      | (?:\d+\s+)?GCSEs? | (?:\d+\s+)?(?:GCE\s+)?(?:A|AS|O)[-\s][Ll]evels? | IB(?:\s+Diploma)?(?=\s|,|$)
      | International\s+Baccalaureate(?:\s+Diploma)?
      | (?:Scottish\s+)?(?:Advanced\s+)?Highers | Leaving\s+Cert(?:ificate)?(?:\s+Applied)?
      | Year\s+1[012](?:\s+Certificate)?
    """,
}
"""The order of the tables is that of the levels; of names that begin at one place the longest is taken."""
