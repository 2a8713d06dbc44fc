"""Sentences written for the purpose: what anybody takes for a skill is likely, what nobody does isn't."""

from __future__ import annotations

from careercraft.match.linker import Linker

LIKELY = 0.6
UNLIKELY = 0.4

HITS = [
    ("Experience with Google Cloud and Docker", "Google Cloud"),
    ("Experience with Google Cloud and Docker", "Docker"),
    ("We are looking for an engineer with Google Cloud experience", "Google Cloud"),
    ("Strong knowledge of Kuberentes and Terraform", "Kuberentes"),
    ("Strong knowledge of kuberentes and terraform", "kuberentes"),
    ("Skills: Python, SQL, Tableau", "Python"),
    ("Skills: Python, SQL, Tableau", "Tableau"),
    ("Proficient in JavaScript, TypeScript and React", "TypeScript"),
    ("You have worked with PostgreSQL and Redis", "PostgreSQL"),
    ("Must know Java", "Java"),
    ("Knowledge of GAAP and financial reporting", "GAAP"),
    ("Experience in accounts payable and payroll", "accounts payable"),
    ("Ability to read blueprints and weld steel", "read blueprints"),
    ("Certified in CPR and first aid", "CPR"),
    ("Two years of experience in wound care and IV therapy", "wound care"),
    ("Fluent in English and Spanish", "Spanish"),
    ("Familiarity with Salesforce or HubSpot", "HubSpot"),
    ("Good understanding of machine learning and statistics", "machine learning"),
    ("AutoCAD and SolidWorks skills are a must", "SolidWorks"),
    ("Experience with SAP and Microsoft Excel required", "SAP"),
    ("Knowledge of HACCP and food safety", "food safety"),
]
OTHERS = [
    ("We offer health insurance and a pension", "health insurance"),
    ("Benefits include childcare, parking and a canteen", "childcare"),
    ("We are a leading company in healthcare and insurance", "healthcare"),
    ("Our office is close to the station and has a canteen", "canteen"),
    ("We do not discriminate on the basis of religion or mental health", "mental health"),
    ("Please contact our human resources department", "human resources"),
    ("Our sales team is based in Berlin", "sales"),
    ("You will report to the head of marketing", "marketing"),
    ("We value diversity and inclusion", "diversity and inclusion"),
    ("Working from home is possible two days a week", "Working from home"),
    ("Relocation is paid by us", "Relocation"),
    ("Learning and development budget for everybody", "Learning and development"),
    ("Retail company with 40 stores", "Retail"),
    ("Paid time off, dental plan and life insurance", "life insurance"),
    ("Our customers are banks in finance and insurance", "insurance"),
    ("We are in a phase of digital transformation", "digital transformation"),
    ("Equal opportunity employer and drug testing", "drug testing"),
    ("Our recruitment process has three steps", "recruitment"),
    ("Follow us on social media", "social media"),
]


def probability(linker: Linker, text: str, words: str) -> float | None:
    """The highest of the hits that overlap the words; None without one."""
    start = text.index(words)
    hits = [hit for hit in linker.link(text) if hit.span.start < start + len(words) and start < hit.span.end]
    return max((hit.probability or 0.0 for hit in hits), default=None)


def test_what_anybody_takes_for_a_skill_is_likely(linker: Linker) -> None:
    """All but two: a fit on readers' marks is no rule."""
    found = {(text, words): probability(linker, text, words) for text, words in HITS}
    assert None not in found.values()
    assert len([pair for pair, chance in found.items() if (chance or 0.0) < LIKELY]) <= 2, found


def test_what_nobody_takes_for_a_skill_is_not(linker: Linker) -> None:
    found = {(text, words): probability(linker, text, words) or 0.0 for text, words in OTHERS}
    assert len([pair for pair, chance in found.items() if chance > UNLIKELY]) <= 2, found
