"""Sixty texts of the kinds that careercraft encodes, and a few that no one would write.

`tools/build_encoder_golden.py` encodes them with sentence-transformers into `golden.npz`; after a change
here, run it again (a test says so).
"""

from __future__ import annotations

SHORT = """\
Python
C++
C#
R
Go
SQL
Kubernetes
k8s
machine learning
dimensional modelling
project management
patient assessment
wound care
welding
double-entry bookkeeping
GAAP
customer service
conflict resolution
Spanish
Apache Airflow
scikit-learn
React Native
CI/CD
ISO 27001
HIPAA
forklift operation
lesson planning
food safety
Node.js
.NET
data engineer
registered nurse
executive assistant
Bachelor of Science in Computer Science
5+ years of experience""".splitlines()

SENTENCES = [
    "We orchestrate our pipelines with Airflow and keep the warehouse in Snowflake.",
    "Built ingestion services in Python; cut the nightly run from six hours to forty minutes.",
    "You hold a valid nursing licence and have worked at least two years in intensive care.",
    "Responsible for accounts payable, month-end closing and the yearly audit.",
    "Led a team of 7 engineers across 3 time zones (remote).",
    "Salary: $120,000 - $150,000 a year, plus equity.",
    "Must be able to lift 50 lb and to stand for long periods.",
    "Familiarity with Terraform or CloudFormation is a plus, but not required.",
    "• Taught algebra and geometry to classes of 30 pupils, grades 9–12",
    "Experience: Northwind Health, Data Engineer, March 2021 – present",
    "Fluent in English; working knowledge of German (B2) and Portuguese (A2).",
    "Equal opportunity employer. We celebrate diversity and are committed to an inclusive workplace.",
]

UNUSUAL = [
    "",
    " ",
    "!!!",
    "é",
    "Re\u0301sume\u0301 of Chloe\u0308",
    "👩‍💻 developer 🚀",
    "数据工程师 Python",
    "ЗАРПЛАТА и опыт работы",
    "naïve café coöperation, Ærøskøbing",
    "a\x00b\u200bc\tword\r\nnext",
    "supercalifragilisticexpialidocious" * 4,
    "https://example.com/jobs?id=42&lang=en",
]

LONG = "The data platform team designs, builds and runs the services that all our products need. " * 30

TEXTS = [*SHORT, *SENTENCES, *UNUSUAL, LONG]
