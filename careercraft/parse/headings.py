"""Section headings by kind, in the seven languages read here. Data, not code; lower case, without final colon."""

from __future__ import annotations

import re
from functools import cache

from careercraft.model.resume import SectionKind
from careercraft.parse.tables import phrases

_TABLE: dict[SectionKind, str] = {
    "header": """
        personal information|personal details|personal info|personal data|contact|contact information
        contact details|contact info|contact me|contacts|get in touch|details|bio data|biodata
        curriculum vitae|resume|résumé|cv|coordonnées|informations personnelles|état civil
        persönliche daten|kontakt|kontaktdaten|angaben zur person|lebenslauf|zur person|datos personales
        contacto|información personal|información de contacto|dados pessoais|contato|contactos
        informações pessoais|informações de contato|dati personali|contatti|informazioni personali
        persoonlijke gegevens|persoonsgegevens|contactgegevens|personalia""",
    "summary": """
        summary|professional summary|executive summary|career summary|career overview
        summary of qualifications|profile|professional profile|personal profile|career profile
        executive profile|about|about me|objective|career objective|career objectives
        professional objective|job objective|employment objective|personal statement|overview
        professional overview|introduction|bio|biography|who i am|statement|career focus|career goal
        career goals|goal|summary statement|qualifications summary|profile summary|professional statement
        background summary|intro|personal summary|experience summary|my profile|profil
        profil professionnel|à propos|à propos de moi|résumé professionnel|objectif|objectif professionnel
        présentation|en bref|kurzprofil|über mich|zusammenfassung|berufliches profil|persönliches profil
        berufsziel|perfil|perfil profesional|sobre mí|resumen|resumen profesional|objetivo
        objetivo profesional|extracto|acerca de mí|perfil profissional|sobre mim|resumo
        resumo profissional|objetivo profissional|sobre|profilo|profilo professionale|chi sono|sommario
        obiettivo|obiettivo professionale|profiel|over mij|samenvatting|persoonlijk profiel|doelstelling
        professioneel profiel""",
    "work": """
        experience|experiences|work experience|work experiences|professional experience
        professional experiences|employment|employment history|employment experience|work history
        job history|career history|career experience|professional history|professional background
        work background|employment background|career|relevant experience|relevant work experience
        related experience|related work experience|relevant professional experience|industry experience
        job experience|jobs|positions|positions held|work|previous experience|previous employment
        past experience|additional experience|other experience|additional work experience
        other work experience|additional professional experience|other professional experience
        prior experience|prior employment|prior work experience|key experience|selected experience
        experience highlights|professional employment|career progression|career highlights and experience
        work experience and achievements|internships|internship|internship experience
        internships and experience|military experience|military service|military|military background
        military history|teaching experience|research experience|clinical experience|leadership experience
        management experience|technical experience|consulting experience|freelance experience|freelance
        sales experience|retail experience|restaurant experience|healthcare experience|nursing experience
        legal experience|engineering experience|coaching experience|academic experience|field experience
        industrial experience|project experience|accounting experience|it experience|banking experience
        academic appointments|appointments|employment record|professional career|where i've worked
        expérience|expériences|expérience professionnelle|expériences professionnelles|parcours
        parcours professionnel|emplois|stages|postes occupés|berufserfahrung|berufserfahrungen
        berufliche erfahrung|beruflicher werdegang|werdegang|berufspraxis|praktika|praktische erfahrung
        arbeitserfahrung|berufliche laufbahn|praktikum|tätigkeiten|experiencia|experiencia laboral
        experiencia profesional|historial laboral|trayectoria profesional|prácticas|experiência
        experiência profissional|experiências profissionais|histórico profissional|estágios
        percurso profissional|esperienza|esperienze|esperienza lavorativa|esperienze lavorative
        esperienza professionale|esperienze professionali|tirocini|stage|werkervaring|ervaring
        arbeidsverleden|loopbaan|professionele ervaring|beroepservaring""",
    "education": """
        education|educational background|education background|academic background|academic history
        academics|academic qualifications|educational qualifications|educational qualification
        academic qualification|education and training|education & training|training and education
        education and qualifications|qualifications and education|schooling|studies|academic education
        academic credentials|academic record|educational history|education history|degrees|degree
        formal education|academic profile|university|education details|educational details
        academic details|scholastics|education and certifications|education and credentials
        education and honors|education and certification|education and licenses
        education and professional development|education and awards|formation|formations|études
        parcours académique|parcours scolaire|diplômes|cursus|formation académique|scolarité|ausbildung
        bildungsweg|studium|schulbildung|akademischer werdegang|schulische ausbildung|bildung
        akademische ausbildung|hochschulausbildung|studium und ausbildung|schul- und berufsausbildung
        educación|formación|formación académica|estudios|educación y formación|formación profesional
        títulos|educação|formação|formação acadêmica|formação académica|escolaridade
        habilitações literárias|habilitações|istruzione|formazione|istruzione e formazione
        formazione accademica|titoli di studio|studi|educazione|opleiding|opleidingen|onderwijs|studie
        scholing|opleiding en training""",
    "projects": """
        projects|project|personal projects|side projects|selected projects|key projects|academic projects
        open source|open source projects|notable projects|relevant projects|major projects|portfolio
        project highlights|research projects|university projects|open-source contributions
        open source contributions|project work|freelance projects|technical projects|course projects
        school projects|capstone project|projets|projets personnels|réalisations|projekte|eigene projekte
        projekterfahrung|proyectos|proyectos personales|projetos|projetos pessoais|progetti
        progetti personali|projecten|persoonlijke projecten""",
    "skills": """
        skills|technical skills|key skills|core skills|core competencies|core competences|competencies
        key competencies|areas of expertise|area of expertise|expertise|areas of knowledge
        areas of strength|professional skills|skill set|skillset|skills set|skill highlights
        skills highlights|highlights|highlights of qualifications|qualifications|core qualifications
        key qualifications|additional skills|other skills|relevant skills|computer skills|it skills
        soft skills|hard skills|technical proficiencies|technical proficiency|technical expertise
        technical summary|technologies|technology|tech stack|tools|tools and technologies
        technologies and tools|software|software skills|computer proficiency|programming skills
        programming languages|skills and abilities|skills & abilities|abilities|strengths|key strengths
        core strengths|strengths and skills|skills and expertise|skills and competencies|skills and tools
        skills and technologies|skills & tools|core technologies|technical knowledge
        technical competencies|technical qualifications|technical background|technical tools|specialties
        specialities|specializations|proficiencies|skills summary|summary of skills|career skills
        capabilities|core capabilities|talents|interpersonal skills|knowledge|know-how|special skills
        transferable skills|job skills|work skills|leadership skills|management skills|clinical skills
        design skills|office skills|personal skills|top skills|my skills|industry knowledge
        professional highlights|additional technical skills|skills and qualifications
        qualifications and skills|professional qualifications|additional qualifications
        skills and knowledge|knowledge and skills|equipment|machines and tools|software knowledge
        platforms|frameworks|compétences|compétences techniques|compétences clés
        compétences professionnelles|savoir-faire|aptitudes|connaissances|outils|logiciels
        compétences informatiques|atouts|domaines de compétences|savoir-être|qualités|kenntnisse
        fähigkeiten|kompetenzen|fachkenntnisse|it-kenntnisse|edv-kenntnisse|kenntnisse und fähigkeiten
        fähigkeiten und kenntnisse|technische kenntnisse|qualifikationen|stärken|weitere kenntnisse
        besondere kenntnisse|computerkenntnisse|technologien|persönliche stärken|soziale kompetenzen
        fachliche kompetenzen|habilidades|competencias|conocimientos|habilidades técnicas
        competencias técnicas|destrezas|conocimientos técnicos|informática|conocimientos informáticos
        herramientas|habilidades y competencias|competências|competências técnicas|conhecimentos|aptidões
        ferramentas|habilidades e competências|competenze|capacità|abilità|conoscenze|competenze tecniche
        competenze informatiche|capacità e competenze|competenze digitali|competenze professionali
        conoscenze informatiche|competenze personali|vaardigheden|competenties|technische vaardigheden
        kennis|computervaardigheden|kennis en vaardigheden|sterke punten""",
    "certifications": """
        certifications|certification|certificates|certificate|licenses|licences|license|licensure
        licensures|licenses and certifications|certifications and licenses|licenses & certifications
        certifications & licenses|professional certifications|professional licenses|credentials
        professional credentials|training|trainings|courses|coursework|relevant coursework
        related coursework|training and certifications|certifications and training
        courses and certifications|certifications and courses|certificates and courses
        professional development|professional training|technical certifications|continuing education
        training and development|workshops|certifications and credentials|licenses and credentials
        accreditations|additional training|online courses|professional development and training
        specialized training|workshops and training|military training|seminars|certificats
        licences et certifications|formations complémentaires|permis|habilitations|zertifikate
        zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|lehrgänge
        zertifikate und weiterbildungen|kurse und zertifikate|certificaciones|certificados|cursos
        cursos y certificaciones|licencias|formación complementaria|certificações|cursos e certificações
        cursos complementares|formação complementar|certificazioni|certificati|corsi
        corsi e certificazioni|patenti|certificaten|certificeringen|cursussen|trainingen
        cursussen en certificaten|cursussen en trainingen""",
    "languages": """
        languages|language|language skills|foreign languages|spoken languages|languages spoken
        language proficiency|linguistic skills|languages known|known languages|language competencies
        langues|langues parlées|langues étrangères|compétences linguistiques|sprachen|sprachkenntnisse
        fremdsprachen|idiomas|idioma|lenguas|línguas|competências linguísticas|lingue|lingue straniere
        conoscenze linguistiche|competenze linguistiche|talen|talenkennis""",
    "publications": """
        publications|selected publications|papers|research papers|journal articles|conference papers
        patents|books|articles|conference proceedings|publications and presentations
        presentations and publications|presentations|talks|invited talks|patents and publications
        publications and patents|publications and talks|conferences|conference presentations
        journal publications|peer-reviewed publications|selected talks|speaking|speaking engagements
        talks and publications|brevets|conférences|publikationen|veröffentlichungen|patente|vorträge
        publicaciones|patentes|ponencias|publicações|pubblicazioni|brevetti|publicaties|octrooien
        publikaties""",
    "awards": """
        awards|honors|honours|awards and honors|honors and awards|honors & awards|awards & honors
        selected honors|achievements|accomplishments|key achievements|key accomplishments
        awards and achievements|recognition|awards and recognition|honors and recognition|distinctions
        scholarships|fellowships|grants|prizes|career highlights|selected accomplishments
        academic achievements|academic honors|awards and accolades|awards and scholarships
        scholarships and awards|grants and fellowships|honors and achievements
        professional accomplishments|awards received|most proud of|military awards|honors and scholarships
        awards and accomplishments|achievements and awards|career achievements|major achievements
        notable achievements|prix|prix et distinctions|récompenses|bourses|auszeichnungen|preise
        stipendien|erfolge|ehrungen|preise und auszeichnungen|premios|reconocimientos|logros|becas
        premios y reconocimientos|prêmios|conquistas|premiações|bolsas|premi|riconoscimenti
        premi e riconoscimenti|borse di studio|traguardi|prijzen|onderscheidingen|prestaties|beurzen""",
    "volunteer": """
        volunteer|volunteering|volunteer experience|volunteer work|volunteer activities|community service
        volunteerism|community involvement|civic activities|community|volunteer history|volunteer service
        social engagement|leadership and volunteering|volunteering experience|community engagement
        community activities|outreach|voluntary work|voluntary experience|charity work|civic engagement
        civic involvement|volunteer and community service|bénévolat|engagement associatif
        expériences bénévoles|vie associative|ehrenamt|ehrenamtliches engagement|ehrenamtliche tätigkeiten
        engagement|soziales engagement|voluntariado|trabajo voluntario|trabalho voluntário|volontariato
        esperienze di volontariato|vrijwilligerswerk|vrijwillige activiteiten""",
    "references": """
        references|referees|professional references|reference|recommendations|testimonials|références
        referenzen|referencias|referências|referenze|referenties""",
    "interests": """
        interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities
        other interests|activities and interests|interests and activities|extracurricular activities
        extra-curricular activities|extracurriculars|pastimes|passions|leisure activities
        hobbies & interests|outside interests|fun facts|centres d'intérêt|centres d’intérêt|loisirs
        activités|passe-temps|intérêts|hobbys|interessen|hobbys und interessen|interessen und hobbys
        freizeit|intereses|aficiones|pasatiempos|interesses|passatempos|interessi|hobby|interessi e hobby
        hobby's|hobby’s|hobbies en interesses""",
    "other": """
        additional information|other information|other|additional|miscellaneous|affiliations|memberships
        membership|professional affiliations|professional memberships|associations|organizations
        professional associations|professional organizations|memberships and affiliations
        affiliations and memberships|leadership|security clearance|clearance|clearances|availability
        work authorization|visa status|declaration|strengths and weaknesses|additional details
        leadership activities|student activities|campus involvement|campus activities
        organizations and memberships|life philosophy|quotes|a day of my life|social media|links|profiles
        online profiles|informations complémentaires|divers|autres|sonstiges|weitere informationen
        mitgliedschaften|führerschein|información adicional|otros|otros datos|datos adicionales
        informações adicionais|outros|informações complementares|altre informazioni|altro
        ulteriori informazioni|overige|overig|overige informatie|aanvullende informatie|lidmaatschappen
        rijbewijs""",
}  # fmt: skip

# A heading of several words that isn't listed takes its kind from its last noun, in this order.
_TAIL_WORDS: tuple[tuple[str, SectionKind], ...] = (
    (r"volunteer\w*", "volunteer"),
    (r"(?:experience|employment|history|internships?|berufserfahrung|experiencia|expériences?|esperienz[ae])", "work"),
    (r"(?:education|ausbildung|formation|formación|istruzione|opleiding)", "education"),
    (r"(?:certifications?|certificates?|licen[sc]es?|licensures?|credentials|training|courses|coursework)",
     "certifications"),
    (r"(?:skills|competenc(?:ies|es|e)|expertise|proficienc(?:y|ies)|technologies|tools|strengths|qualifications"
     r"|compétences|kenntnisse|habilidades|competencias|competenze|vaardigheden)", "skills"),
    (r"(?:projects?|projekte|projets|proyectos)", "projects"),
    (r"(?:publications?|presentations?|patents)", "publications"),
    (r"(?:awards?|honors|honours|achievements|accomplishments)", "awards"),
    (r"(?:summary|profile|objective)", "summary"),
    (r"(?:interests|hobbies)", "interests"),
    (r"(?:affiliations?|memberships?|associations?)", "other"),
)  # fmt: skip
_JOINERS = re.compile(r"\s*(?:[&/+,|]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)\s*")
_NOISE = re.compile(r"^[\W\d_]+|[\W_]+$")


@cache
def _index() -> dict[str, SectionKind]:
    index: dict[str, SectionKind] = {}
    for kind, names in _TABLE.items():
        for name in phrases(names):
            index.setdefault(name, kind)
    return index


def normalize(text: str) -> str:
    """A heading in the form of the table: lower case, single spaces, no numbering, colon or icon."""
    key = " ".join(_NOISE.sub("", text).casefold().split())
    letters = key.split(" ")
    if len(letters) > 3 and all(len(letter) == 1 for letter in letters):
        return "".join(letters)
    return key


@cache
def _squeezed() -> dict[str, SectionKind]:
    """The table without spaces, for letter-spaced headings whose gaps were read as spaces ("PROF ILE")."""
    index: dict[str, SectionKind] = {}
    for name, kind in _index().items():
        index.setdefault(name.replace(" ", ""), kind)
    return index


@cache
def known_kind(key: str) -> SectionKind | None:
    """The kind of a normalized heading that is in the table, alone or joined from two that are."""
    index = _index()
    if key in index:
        return index[key]
    if (plain := key.replace("&", "and").replace(" / ", " and ")) in index:
        return index[plain]
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
    for pattern, kind in _TAIL_WORDS:
        if re.search(rf"\b{pattern}$|\b{pattern}\s*(?:\(|[-–—:]|&|\band\b)", key):
            return kind
    return None
