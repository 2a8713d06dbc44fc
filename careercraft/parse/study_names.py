"""Names of degrees and schooling that are clear only inside an education section ("Licence", "MBO 4").

Data, not code, in seven languages; case counts. Levels as in `degree_words`, by the European Qualifications
Framework (8 doctorate, 7 master, 6 bachelor, 5 short cycle, 4 and below vocational or school-leaving).
"""

from __future__ import annotations

from careercraft.model.resume import DegreeLevel

_CAPS = r"(?:[A-ZÀ-Þ][\w'’&.-]*[ \n]){0,4}"
STUDY_NAMES: dict[DegreeLevel, str] = {
    "doctorate": r"""
        Promotion(?:sstudium)?(?:\s+zum\s+Dr\.?)? | Doctorat | Doctorado | Doutoramento | Dottorato
      | Doktor(?:in)?\s+der\s+[A-ZÀ-Þ]\w+(?:wissenschaften|künste|[Mm]edizin|e)?
      | Dottorato\s+di\s+[Rr]icerca
      | Dr(?:a)?\.(?=\s+(?:en|em|in)\s)
      | (?:PhD|Doctoral|Ph\.D\.)\s+(?:[Cc]andidate|[Ss]tudent|[Ss]tudies|[Rr]esearcher)
    """,
    "master": r"""
        Master\s?[12](?!\d) | M[12](?=\s+[A-ZÀ-Þ]) | Diplom(?![a-zàôe-]) | Diplom(?=\s+in\s)
      | Máster(?:\s+(?:Universitario|Oficial|Propio))?
      | Laurea\s+(?:[Mm]agistrale(?:\s+a\s+[Cc]iclo\s+[Uu]nico)?|[Ss]pecialistica|a\s+[Cc]iclo\s+[Uu]nico
          |[Vv]ecchio\s+[Oo]rdinamento)
      | Master\s+(?:[Uu]niversitario|di\s+(?:I|II|primo|secondo)\s+[Ll]ivello|[Pp]rofessionnel|[Rr]echerche)
      | Maestría | Especialização | Especialización | WO[-\s](?:[Mm]aster|[Bb]achelor(?=\s+en\s+master))
      | (?<!,\s)MA(?=\s*\([Hh]ons?\.?\)|\s+[A-ZÀ-Þ][a-zà-ÿ]) | MSci | MChem | MPhys | MMath | MGeol
      | MBiol | MRes | MPharm
      | M\.?L\.?(?:I\.?)?S\.?(?=[\s,:;)/(|–—-]|$) | M\.(?:P\.P|A\.T|H\.A|U\.P|Mus|Div|Des|Acc|Res|Plan)\.
      | MDiv | MSurv | MConst | MFor | MHort | MProp
      | MComp | MDes | MMus | MSt | MLitt | MBus | MAcc | MFin | M(?:Nurs|Clin|Plan|Teach)\w* | MPlan
      | PG[\s-]?Dip(?:loma)?\.? | Post-?[Gg]raduate\s+(?:Diploma|Degree)
      | Diplom-?[A-ZÀ-Þ(][\w-]+(?:\s*\((?:FH|Univ\.?|BA|DH|TU|Uni)\))? | DI(?:\s*\(FH\))?(?=\s+[A-ZÀ-Þ]\w)
      | Dipl\.-?\s?[A-ZÀ-Þ]\w+\.?(?:-\w+\.?)?\s*\((?:FH|Univ\.?|BA|DH|TU|Uni)\)
      | Mag\.(?:\s?(?:a|phil|rer|art|iur|theol|pharm|soc|oec|nat|arch|FH|\(FH\))\.?)*
      | Magister(?:\s+[Aa]rtium)?
      | Magistra(?=\s|,|$) | Diplôme\s+d['’][Ii]ngénieure?(?:\s+d['’][ÉEée]tat)?
      | (?:Erste|Zweite)s?\s+(?:Juristische\s+)?(?:Staatsexamen|Staatsprüfung|Prüfung)
      | Erste\s+juristische\s+Prüfung
      | Kandidaatsexamen | Doctoraal(?:examen)? | Magisterexamen | Specialist\s+[Dd]egree | CAPES
      | Agrégation
      | Posgrado | Postgrado | Pós-[Gg]raduação | Mestrado(?:\s+[Ii]ntegrado)?
      | Mastère(?:\s+[Ss]pécialisé)?
      | (?:Erstes|Zweites|1\.|2\.)\s+Staatsexamen | Executive\s+(?:MBA|Master)
      | Post-?[Gg]raduate(?=\s+(?:in|studies))
    """,
    "bachelor": r"""
        Licence\s+[Pp]ro(?:fessionnelle)?(?!\w) | Licence(?!\s+(?:to|No|Number|Class|Category)\b)(?:\s+[123](?!\d))?
      | Grado(?!\s+(?:[Mm]edio|[Ss]uperior)) | Diplomatura
      | (?:BMus|BDes|BNurs|BNurse|BSocSc|BSocSci|BAppSc?i?|BHSc|BHSci|BPharm|BPsych|BPsy|BInfTech|BBus|BBA|BMid|BTh
          |BOT|BPhty|BVSc|BDS|BVetMed|BVM&S|BMedSci|BMBS|MB\s?BS|MB\s?ChB|MBChB|MBBCh|BAcc|BAgr\w*|BEc|BPlan|BLArch
          |BLA|BLib|BTheol|BTech|BCS|BEng|B\.?Nurs\.?|BN|BPE|BPhil|BDiv
          |BMin|BSurv|BConst|BFor(?:Sc)?|BHort|BProp|BTour|BAvMan|BVit|BSpEx|BHlthSc|BTchLn|BApplSc|BASc
          |B\.(?:A\.Sc|Surv|Mus|Des|Pharm|Div|Th|Plan|For)\.|B[A-Z][a-z]{2,7}(?=\s?\([Hh]ons))(?:\s?\([Hh]ons?\.?\))?(?=[\s,:;)/(|–—-]|$)
      | Laurea\s+(?:di\s+(?:primo|I)\s+[Ll]ivello|[Bb]reve) | Grado(?=\s+en\s)
      | Diploma\s+[Aa]ccademico(?:\s+di\s+(?:primo|I|secondo|II)\s+[Ll]ivello)?
      | Bachelor\s+[Pp]rofession(?:al|el|nel)?(?=\s+(?:of|in|en)\s|,|$) | (?:HBO|WO)[-\s][Bb]achelor
      | Kandidatexamen | Högskoleexamen | Högskoleingenjör | Professionsbachelor | Candidatexamen
      | (?<!.)Ingenier[ií]a(?:\s+[Tt]écnica)?(?=\s+[A-ZÀ-Þe]) | (?<!.)Engenharia(?=\s+[A-ZÀ-Þ])
      | Diplôme\s+d['’]É?E?tat\s+d['’](?:[Ii]nfirmi\w+|[Aa]ssistant\w*\s+[Ss]ocial\w*|[Éé]ducat\w+\s+[Ss]pécialisée?)
      | Bachelor\s+[Uu]niversitaire(?:\s+de\s+[Tt]echnologie)? | Licence\s+[Pp]rofessionnelle
      | Licence\s+(?:LMD|pro)(?!\w)
      | Graduação(?=\s|,|$) | Honours?\s+[Dd]egree | Bachelor(?:'s)?\s+with\s+[Hh]onours
      | Bacharelado | Licenciatura | Laurea(?:\s+[Tt]riennale)? | HBO(?:-[Bb]achelor)?
      | Undergraduate(?:\s+[Ss]tudies)?(?=\s+in\s) | Vordiplom | Zwischenprüfung
    """,
    "associate": r"""
        BTEC(?:\s+(?:Level\s+\d|Higher|Extended|National|First|Subsidiary)){0,3}(?:\s+(?:Diploma|Certificate|Award))?
      | BTS[Aa]? | DUT | BUT(?=\s+[A-ZÀ-Þ]) | DEUG | HNC | HND | CFGS | TSU | CTeSP
      | Higher\s+National\s+(?:Certificate|Diploma) | Higher\s+Certificate | DipHE | CertHE | Dip\s?HE
      | Cert\s?HE
      | (?:Diploma|Certificate)\s+of\s+Higher\s+Education | Propedeuse
      | Propedeutisch\s+(?:[Ee]xamen|[Dd]iploma)
      | (?:Ciclo\s+[Ff]ormativo\s+de\s+)[Gg]rado\s+[Ss]uperior | FP\s+(?:de\s+[Gg]rado\s+[Ss]uperior|II|2)
      | Formación\s+[Pp]rofesional\s+de\s+[Gg]rado\s+[Ss]uperior
      | Associate\s+[Dd]egree | Diploma\s+ITS | Kurzstudium
      | Meister(?:prüfung|brief|schule|titel)? (?=\s|,|$|:) | [A-ZÀ-Þ]\w*meister(?:prüfung|brief)
      | Techniker(?:in)?(?=\s+(?:der\s+)?[A-ZÀ-Þ]|,|$) | Fachwirt(?:in)?(?=\s|,|$) | Höhere\s+Fachprüfung
      | (?:Dipl\.|Diplomierte[rn]?)\s+[A-ZÀ-Þ]\w+\s+HF(?!\w)
      | (?:Ciclo\s+Formativo\s+de\s+)?Grado\s+[Ss]uperior
      | Técnic[oa]\s+[Ss]uperior | (?:Gepr(?:üfte[rn]?|\.)|Staatlich\s+geprüfte[rn]?)\s+[A-ZÀ-Þ][\w-]+
      | [A-ZÀ-Þ]\w*(?:fachwirt|betriebswirt|meister)(?:in)?(?:\s*\(IHK\))? | Tecnólogo | MBO\s?-?\s?4
      | Foundation\s+(?:Degree|[Yy]ear|[Dd]iploma) | Associate(?:'s)?\s+Degree
    """,
    "certificate": rf"""
        (?:Duale\s+)?(?:Berufsausbildung|Ausbildung|Lehre|Berufslehre|Umschulung|Schulische\s+Ausbildung)
          (?:\s+(?:zur?m?|als)\s+[A-ZÀ-Þ]\w+(?:-[A-ZÀ-Þ]\w+|[/:*]-?\s?in)*(?:\s+E(?:FZ|BA))?)?
      | (?:[NS]VQ|RQF|QCF)(?:\s+(?:[Ll]evel\s+)?[1-7](?!\d))?(?:\s+(?:Diploma|Certificate|Award)(?=\s+in|,|$))?
      | [Ll]evel\s+[1-7]\s+(?:NVQ|SVQ|BTEC|[Ee]xtended|[Aa]dvanced|[Ff]oundation|[Nn]ational|[Tt]echnical
          |[Vv]ocational)?\s?
          (?:Diploma|Certificate|Award|Apprenticeship|NVQ|SVQ)
      | City\s+(?:&|and|&amp;)\s+Guilds(?:\s+\d{{3,4}})?(?:\s+[Ll]evel\s+\d)?
          (?:\s+(?:NVQ|Advanced|Extended|Technical|Craft))?(?:\s+(?:Diploma|Certificate|Award))?
      | Certificate\s+of\s+(?:Competency|Competence|Proficiency|Completion|Attendance|Merit)
      | PG[\s-]?Cert(?:ificate)?\.? | PGCE | PGDE
      | (?:Gesellen|Facharbeiter|Gehilfen)(?:brief|prüfung)(?:\s+als\s+[A-ZÀ-Þ]\w+)?
      | (?:Lehrabschluss|Abschluss)prüfung | Ausbildereignung(?:sprüfung)?
      | (?:[Ee]idg(?:\.|enössisches))\s+(?:Fähigkeitszeugnis|Berufsattest)(?:\s*\(?EFZ\)?)?
      | Fähigkeitszeugnis | EFZ(?=\s|,|$) | Berufsmaturität | CFC(?=\s+[A-ZÀ-Þde])
      | (?:CQP|DEAES|DEAS|DEAP|DEAVS|BPJEPS|CAPA|BEPA|BEPC)(?=\s+[A-ZÀ-Þ]|,|$)
      | Diplôme\s+d['’]É?E?tat(?=\s+(?:de|d['’])) | Certificat\s+d['’][Aa]ptitude\s+[Pp]rofessionnelle
      | CAP(?=\s+[a-zé])
      | Brevet\s+d['’][Éé]tudes\s+[Pp]rofessionnelles
      | Certificat\s+de\s+[Qq]ualification\s+[Pp]rofessionnelle
      | (?:Ciclo\s+[Ff]ormativo(?:\s+de)?\s+)[Gg]rado\s+[Mm]edio
      | FP(?:\s+(?:[Bb]ásica|de\s+[Gg]rado\s+[Mm]edio|I|1))?(?=\s+(?:en|de)|,|$)
      | Formación\s+[Pp]rofesional(?:\s+(?:[Bb]ásica|de\s+[Gg]rado\s+[Mm]edio))?
      | Certificado\s+de\s+[Pp]rofesionalidad
      | Ensino\s+[Tt]écnico | Técnico(?=\s+(?:em|de\s+[A-Z])) | Aprendizagem\s+industrial
      | Curso\s+de\s+(?:[Ee]specialização|[Ee]ducação\s+e\s+[Ff]ormação|[Aa]prendizagem)
      | Cert\.?(?=\s+(?:in|III|IV|II)\s)
      | Qualifica(?=\s+(?:di|da|in)\s) | Attestato\s+di\s+(?:qualifica(?:\s+professionale)?|frequenza)
      | Diploma\s+di\s+(?:[Tt]ecnico|[Oo]peratore)(?=\s) | IeFP
      | (?:BBL|BOL)[-\s][Oo]pleiding | [Bb]eroepsopleiding | Vakopleiding | Basisberoepsgerichte\s+leerweg
      | Trade\s+(?:[Cc]ertificate|[Qq]ualification|[Tt]est)
      | Red\s+Seal(?:\s+(?:Endorsement|Certificate|Certification))?
      | Journey(?:man|person)(?:'s)?(?:\s+(?:Certificate|License|Card|Ticket))?
      | Certificate\s+of\s+(?:Apprenticeship|Qualification)
      | MBO(?:\s?-?\s?(?:niveau\s?)?\d)? | CAP(?=\s|,|$) | BEP(?=\s|,|$) | Brevet\s+[Pp]rofessionnel
      | Titre\s+professionnel
      | Mention\s+[Cc]omplémentaire | CFGM | (?:Ciclo\s+Formativo\s+de\s+)?Grado\s+[Mm]edio
      | Técnic[oa](?=\s+(?:en|em|de|auxiliar)\s) | Técnic[oa]\s+auxiliar | Curso\s+(?:profissional|técnico)
      | Qualifica\s+[Pp]rofessionale | Diploma\s+di\s+(?:qualifica|specializzazione) | Attestato | Bootcamp
      | Nanodegree
      | (?:(?:Modern|Advanced|Higher)\s+)?Apprenticeship
      | (?:Vocational|Trade|Craft)\s+(?:[Tt]raining|[Cc]ourse)
      | {_CAPS}(?:Certificate|Diploma|Certificat|Zertifikat|Diplôme|Certificado|Certificato|Diplomado)
        (?:\s+(?:I{{1,3}}|IV|VI?)(?!\w)|,?\s+\(?[Ll]evel\s+\d(?![\d.])\)?(?!\s+(?:NVQ|SVQ|Diploma|Certificate)))?
        (?!\s+(?:[Oo]f\s+[Ee]ducation))
    """,
    "high_school": r"""
        (?:Allgemeine\s+|Fachgebundene\s+)?(?:Fach)?[Hh]ochschulreife | (?:Fach)?[Aa]bitur
      | Mittlere[rn]?\s+(?:Reife|Schulabschluss)
      | (?:Erweiterter\s+|Qualifizierender\s+|Qualifizierter\s+)?(?:Realschul|Hauptschul|Sekundar)abschluss
          | Schulabschluss | Matura
      | Matric(?:ulation)?
      | Fachmatura | Matura(?:prüfung|zeugnis) | Maturität | Gymnasiale\s+Maturität | Reifeprüfung
      | Qualifizierender\s+Abschluss
      | National\s+Senior\s+Certificate
      | (?:Senior|Higher|All\s+India\s+Senior)\s+Secondary(?:\s+School)?\s+(?:Certificate|Examination)
      | (?:Class|Grade)\s+(?:X|XI|XII|10|11|12)(?:th)?(?=\s|,|$)
      | 1[02]th(?:\s+(?:[Ss]tandard|[Gg]rade|[Cc]lass))?
      | (?:IGCSEs?|O[-\s]Grades?|Standard\s+Grades?|National\s+5s?|WASSCE|WAEC|KCSE|KCPE|CSEC|UACE|SSCE)(?=\s|,|:|$)
      | (?:High(?:er)?\s+)?[Ss]tudentexamen | Gymnasieexamen | Ylioppilastutkinto | Vitnemål
      | Examen\s+artium
      | Bac(?:calauréat)?\.?(?:\s+(?:[Gg]énéral|[Pp]ro(?:fessionnel)?|[Tt]echno(?:logique)?
          |[Ss]cientifique|[Ll]ittéraire|[Éé]conomique\s+et\s+[Ss]ocial|[Tt]echnique|STMG|STL|STT|SMS|STI2D
          |STG|ST2S|S|ES|L))?(?=\s|,|$)
      | Brevet\s+des\s+collèges | Bachillerato | Bachiller | E\.?S\.?O\.?(?=\s|,|$)
      | Graduado\s+(?:[Ee]scolar|en\s+ESO)
      | Educación\s+[Ss]ecundaria(?:\s+[Oo]bligatoria)? | Selectividad | Ensino\s+(?:[Ss]ecundário|[Mm]édio)
      | 1[012]\.?º\s+[Aa]no
      | (?:Diploma\s+di\s+)?[Mm]aturità(?:\s+(?:[Cc]lassica|[Ss]cientifica|[Ll]inguistica|[Tt]ecnica
          |[Aa]rtistica|[Pp]rofessionale|[Mm]agistrale))?
      | (?:Diploma\s+di\s+)?[Ll]iceo\s+(?:[Cc]lassico|[Ss]cientifico|[Ll]inguistico|[Aa]rtistico)(?=\s*$)
      | Esame\s+di\s+[Ss]tato(?!\s+(?:per|di|all))
      | Licenza\s+(?:di\s+)?(?:[Mm]edia|[Ee]lementare|[Ss]uperiore)
      | (?:Diploma|Licenza)\s+(?:di\s+[Ss]cuola\s+)?(?:[Ss]uperiore|[Mm]edia) | [Hh]avo(?=\s|,|$) | HAVO
      | VWO | VMBO(?:-\w+)? | MAVO
      | (?<!.)Gymnasium(?=\s*$) | (?:Junior|School)\s+Certificate
      | Higher\s+School\s+Certificate(?:\s*\(HSC\))?
      | HSC | VCE | QCE | SACE | WACE | NCEA(?:\s+Level\s+\d)?
      | (?:\d+\s+)?GCSEs? | (?:\d+\s+)?(?:GCE\s+)?(?:A|AS|O)[-\s][Ll]evels? | IB(?:\s+Diploma)?(?=\s|,|$)
      | International\s+Baccalaureate(?:\s+Diploma)?
      | (?:Scottish\s+)?(?:Advanced\s+)?Highers? (?=\s*(?:$|[,:(]|[A-Z][a-z]+(?:\s*$|,)))
          | Leaving\s+Cert(?:ificate)?(?:\s+Applied)?
      | Year\s+1[012](?:\s+Certificate)?
    """,
}
"""The order of the tables is that of the levels; of names that begin at one place the longest is taken."""
