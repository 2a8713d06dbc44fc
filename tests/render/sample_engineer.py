"""UNFIT, borderline: a data engineer nine points short, with a PDF of two pages. The usual case."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.model.advice import (
    Counterfactual,
    CounterfactualChange,
    Gap,
    LearningResource,
    NextStep,
    Recommendation,
    Strength,
)
from careercraft.model.analysis import Analysis, Documents
from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch
from careercraft.model.score import HardRequirement, Score, Verdict
from tests.render.sample import Case, analysis, job, problem, row, score, skill

RESUME = """Amara Okafor
Data Engineer
Leeds, United Kingdom · amara.okafor@example.org

EXPERIENCE
Data Engineer, Brightwater Utilities
March 2022 – present
• Built ingestion services in Python for 140 sources, from meter readings to weather feeds
• Moved nightly PySpark jobs over 2 TB a day from on-premises Hadoop to AWS (S3, EMR, Lambda)
• Wrote the SQL models that finance and operations report from, and taught six analysts to extend them
• Containerized every service with Docker; releases went from monthly to daily

Junior Analyst, Calder Analytics
September 2020 – February 2022
• Automated weekly reporting with Python and pandas, saving the team two days a week
• Ran stakeholder workshops to agree on one definition of each figure

EDUCATION
BSc Computer Science, University of Leeds, 2020

SKILLS
Python, SQL, PySpark, PostgreSQL, Git, Docker, AWS, Linux, Tableau, Jira
English (native), French (B2)
"""

JOB = """Data Engineer
Northwind Health · Manchester, hybrid (two days a week on site)

Northwind Health helps hospitals find beds faster. You will own the pipelines that feed our planning tools.

What you bring
- 5 years of experience in data engineering
- Strong Python and SQL
- You orchestrate our pipelines with Airflow
- Experience with Spark at scale
- Dimensional modelling for a warehouse such as Snowflake or BigQuery
- Infrastructure as code with Terraform
- Bachelor's degree in computer science or equivalent experience
- You must have the right to work in the UK

Nice to have
- dbt
- Kafka or another streaming platform
- Knowledge of clinical data standards (HL7 FHIR)
- A habit of writing things down
- You explain trade-offs to people who don't code
"""


def build() -> Analysis:
    case = Case(RESUME, JOB, pages=("Amara Okafor", "EDUCATION"))
    columns = problem("columns", "page 1 has two columns; they were read one after the other")
    return analysis(
        "engineer",
        Documents(
            resume=case.document("resume", "amara-okafor.pdf", "pdf", problems=(columns,)),
            job=case.document("job", "northwind.txt", "text"),
        ),
        verdict=_verdict(case),
        scores=_scores(case),
        skills=_skills(case),
        facts=Facts(),
        resume={"basics": {"name": "Amara Okafor", "email": "amara.okafor@example.org"}},
        job=job(case, "Data Engineer", "Northwind Health"),
        **_advice(case),
        **_to_do(),
    )


def _verdict(case: Case) -> Verdict:
    return Verdict(
        label="UNFIT",
        readiness=61.3,
        threshold=70.0,
        confidence=78.4,
        interval=(54.2, 70.6),
        borderline=True,
        reasons=("8.7 points short of FIT (70)",),
        hard_requirements=(
            HardRequirement(
                text="right to work in the UK",
                met="unknown",
                evidence=case.job("You must have the right to work in the UK"),
            ),
        ),
    )


def _scores(case: Case) -> tuple[Score, ...]:
    python = case.resume("Built ingestion services in Python")
    return (
        score(
            "skills_match", 58.6, "5 of 11 requirements, 2 in part",
            row("Python", 12.5, 12.5, python),
            row("SQL", 12.5, 12.5, case.resume("Wrote the SQL models")),
            row("Apache Spark", 7.5, 12.5, case.resume("nightly PySpark jobs over 2 TB a day")),
            row("Apache Airflow", 0, 12.5, case.job("orchestrate our pipelines with Airflow")),
            row("Dimensional modeling", 4.4, 12.5, case.job("Dimensional modelling for a warehouse")),
            row("Terraform", 0, 12.5, case.job("Infrastructure as code with Terraform")),
            row("Everything else", 21.7, 25),
        ),
        score(
            "experience_match", 76.2, "3.8 relevant years, 5 asked",
            row("Relevant years", 61.2, 80, case.resume("March 2022 – present")),
            row("Level of the last position", 15, 20, case.resume("Data Engineer, Brightwater Utilities")),
        ),
        score(
            "education_match", 100.0, "BSc Computer Science; asked: bachelor's or equivalent",
            row("Level", 60, 60, case.resume("BSc Computer Science")),
            row("Field", 40, 40, case.resume("Computer Science, University of Leeds")),
        ),
        score(
            "culture_fit", 64.0, "2 of 3 values shown",
            row("Writing things down", 32, 50, case.resume("taught six analysts to extend them")),
            row("Explaining to people who don't code", 32, 50, case.resume("Ran stakeholder workshops")),
        ),
        score(
            "location_match", 40.0, "Leeds to Manchester, hybrid",
            row("Same country", 40, 100, case.resume("Leeds, United Kingdom")),
        ),
        score("salary_match", None, "not stated"),
        score(
            "technical_skills", 57.1, "the technical part of the requirements",
            row("Must", 40.1, 70), row("Preferred and nice", 17, 30),
        ),
        score("soft_skills", 72.5, "2 of 2 shown, one with proof", row("Communication", 72.5, 100)),
        score("domain_knowledge", 18.0, "utilities; asked: health", row("Health care", 18, 100)),
        score(
            "readiness", 61.3, "weighted mean of the 8 known scores",
            row("Skills match", 20.51, 35), row("Experience match", 15.24, 20), row("Education match", 5.8, 5.8),
            row("Culture fit", 2.56, 4), row("Location match", 4.08, 10.2), row("Technical skills", 8.565, 15),
            row("Soft skills", 3.625, 5), row("Domain knowledge", 0.9, 5),
        ),
        score(
            "confidence", 78.4, "no salary stated; every skill has words behind it",
            row("Known scores", 42.4, 45), row("Evidence", 36, 55),
        ),
    )  # fmt: skip


def _skills(case: Case) -> SkillMatch:
    matched = (
        skill(
            "Python", 1.0, mention="Python", tier="exact", found_years=5.1,
            job_evidence=case.job("Strong Python and SQL"),
            resume_evidence=case.resume(
                "Built ingestion services in Python for 140 sources",
                "Automated weekly reporting with Python and pandas",
                "Python, SQL, PySpark",
            ),
        ),
        skill(
            "SQL", 1.0, mention="SQL", tier="exact", found_years=3.8,
            job_evidence=case.job("Strong Python and SQL"),
            resume_evidence=case.resume("Wrote the SQL models that finance and operations report from"),
        ),
        skill(
            "Technical writing", 0.8, kind="soft", importance="nice", mention="writing things down",
            tier="semantic", via="taught six analysts to extend them",
            job_evidence=case.job("A habit of writing things down"),
            resume_evidence=case.resume("taught six analysts to extend them"),
        ),
        skill(
            "Stakeholder communication", 0.9, kind="soft", importance="nice", mention="explain trade-offs",
            tier="semantic", via="stakeholder workshops",
            job_evidence=case.job("You explain trade-offs to people who don't code"),
            resume_evidence=case.resume("Ran stakeholder workshops to agree on one definition of each"),
        ),
        skill(
            "Cloud data warehouse", 0.75, importance="nice", mention="a warehouse", tier="implied",
            via="SQL models", job_evidence=case.job("a warehouse such as Snowflake or BigQuery"),
            resume_evidence=case.resume("Wrote the SQL models"),
        ),
    )  # fmt: skip
    partial = (
        skill(
            "Apache Spark", 0.6, mention="Spark", tier="related", via="PySpark", required_level="advanced",
            found_level="intermediate", job_evidence=case.job("Experience with Spark at scale"),
            resume_evidence=case.resume("nightly PySpark jobs over 2 TB a day"),
        ),
        skill(
            "Dimensional modeling", 0.35, mention="Dimensional modelling", tier="related", via="SQL models",
            job_evidence=case.job("Dimensional modelling for a warehouse"),
            resume_evidence=case.resume("Wrote the SQL models that finance and operations report from"),
        ),
    )  # fmt: skip
    missing = (
        skill("Apache Airflow", 0.0, mention="Airflow", required_years=2.0,
              job_evidence=case.job("You orchestrate our pipelines with Airflow")),
        skill("Terraform", 0.0, mention="Terraform",
              job_evidence=case.job("Infrastructure as code with Terraform")),
        skill("dbt", 0.0, importance="nice", mention="dbt", job_evidence=case.job("dbt")),
        skill("Apache Kafka", 0.0, importance="nice", mention="Kafka",
              alternatives=("Amazon Kinesis", "Pulsar"),
              job_evidence=case.job("Kafka or another streaming platform")),
        skill("clinical data standards (HL7 FHIR)", 0.0, id=None, kind="domain", importance="nice",
              mention="clinical data standards (HL7 FHIR)",
              job_evidence=case.job("Knowledge of clinical data standards (HL7 FHIR)")),
    )  # fmt: skip
    extra = tuple(
        skill(name, 1.0, importance=UNSET, tier="exact", resume_evidence=case.resume(words))
        for name, words in (
            ("AWS", "AWS (S3, EMR, Lambda)"), ("Docker", "with Docker"), ("French", "French (B2)"),
            ("Git", "Git"), ("Linux", "Linux"), ("PostgreSQL", "PostgreSQL"), ("Tableau", "Tableau"),
        )
    )  # fmt: skip
    return SkillMatch(matched=matched, partial=partial, missing=missing, extra=extra)


def _advice(case: Case) -> dict[str, object]:
    airflow = case.job("You orchestrate our pipelines with Airflow")
    modelling = case.job("Dimensional modelling for a warehouse")
    return {
        "strengths": (
            Strength(text="Five years of Python, in every position", points=9.8,
                     evidence=case.resume("Built ingestion services in Python for 140 sources")),
            Strength(text="A degree in the field that is asked for", points=8.4,
                     evidence=case.resume("BSc Computer Science")),
            Strength(text="SQL that other people build on", points=7.1,
                     evidence=case.resume("Wrote the SQL models that finance and operations report from")),
        ),
        "gaps": (
            Gap(id="apache-airflow", name="Apache Airflow", severity="critical", priority=1, points=7.1,
                hours=30.0, level="intermediate", reason="a must-have, and nothing close to it",
                evidence=airflow),
            Gap(id="dimensional-modeling", name="Dimensional modeling", severity="major", priority=2,
                points=4.1, hours=15.0, level="intermediate", reason="a must-have, shown to a third",
                evidence=modelling),
            Gap(id="apache-spark", name="Apache Spark", severity="major", priority=3, points=3.0, hours=25.0,
                level="advanced", reason="a must-have, known through PySpark",
                evidence=case.job("Experience with Spark at scale")),
            Gap(id="terraform", name="Terraform", severity="major", priority=4, points=5.2, hours=40.0,
                level="intermediate", reason="a must-have", evidence=case.job("code with Terraform")),
            Gap(id="dbt", name="dbt", severity="minor", priority=5, points=0.9, hours=12.0,
                reason="nice to have", evidence=case.job("dbt")),
            Gap(name="clinical data standards (HL7 FHIR)", severity="minor", priority=6, points=0.9,
                reason="nice to have, and not in the taxonomy",
                evidence=case.job("clinical data standards (HL7 FHIR)")),
        ),
        "priority_improvements": (
            Recommendation(text="Learn Apache Airflow far enough to schedule and backfill one real pipeline",
                           points=7.1, hours=30.0, evidence=airflow),
            Recommendation(text="Say on the resume where you modelled facts and dimensions, if you did",
                           points=4.1, hours=15.0, evidence=modelling),
        ),
        "recommendations": (
            Recommendation(text="State your right to work in the UK: the posting calls it a must",
                           evidence=case.job("You must have the right to work in the UK")),
            Recommendation(text="Name Spark beside PySpark: some filters look for the word itself",
                           points=1.2, evidence=case.resume("PySpark")),
            Recommendation(text="Put years beside your main skills",
                           evidence=case.resume("Python, SQL, PySpark")),
        ),
    }  # fmt: skip


def _to_do() -> dict[str, object]:
    return {
        "next_steps": (
            NextStep(text="See each part of the weakest big score",
                     command="careercraft analyze amara-okafor.pdf northwind.txt --explain skills_match"),
            NextStep(text="Plan the weeks until you fit", command="careercraft roadmap"),
            NextStep(text="Run this again when the resume has changed"),
        ),
        "learning_resources": (
            LearningResource(skill="apache-airflow", name="Apache Airflow", title="Airflow tutorials",
                             url="https://airflow.apache.org/docs/apache-airflow/stable/tutorial/",
                             kind="docs", free=True),
            LearningResource(skill="dimensional-modeling", name="Dimensional modeling",
                             title="The Data Warehouse Toolkit", url="https://example.org/warehouse-toolkit",
                             kind="book", free=False),
            LearningResource(skill="terraform", name="Terraform", title="Terraform: get started",
                             url="https://developer.hashicorp.com/terraform/tutorials",
                             kind="course", free=True),
        ),
        "counterfactuals": (
            Counterfactual(
                changes=(
                    CounterfactualChange(id="apache-airflow", name="Apache Airflow", points=7.1, hours=30.0),
                    CounterfactualChange(id="dimensional-modeling", name="dimensional modeling", points=4.1,
                                         hours=15.0),
                ),
                points=11.2, hours=45.0, readiness=72.5,
            ),
            Counterfactual(
                changes=(
                    CounterfactualChange(id="apache-airflow", name="Apache Airflow", points=7.1, hours=30.0),
                    CounterfactualChange(id="terraform", name="Terraform", points=5.2, hours=40.0),
                ),
                points=12.3, hours=70.0, readiness=73.6,
            ),
        ),
    }  # fmt: skip
