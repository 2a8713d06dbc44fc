"""A model's sentences against the analysis: what holds stays, what is made up goes."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from msgspec import structs

from careercraft.api import Workbench, target
from careercraft.llm.narrative import Reader
from careercraft.model.analysis import Analysis
from careercraft.score.prose_check import ProseChecker
from careercraft.score.prose_figures import figures
from careercraft.score.prose_forms import with_digits
from careercraft.settings import load_settings
from tests.conftest import DAY, EXAMPLES
from tests.score import prose_desks

MOST_LOST = 0.03
"""Share of true sentences that the checker may take out or mark: it is strict where that costs a sentence."""

HOLDS = """
The verdict is UNFIT: your readiness is 66.2, which is 3.8 points short of the 70 needed for FIT.
Your readiness of 66.2 falls just below the threshold of 70 required to be considered a FIT.
The analysis is 56.5% confident in this result, and readiness could be between 62.0 and 68.3.
You show 7.4 years of Python and 4.7 years of SQL, both of which the posting requires.
Closing the gap in Apache Airflow alone would add 5.5 points in about 35 hours and bring you to a readiness of 71.7.
Apache Airflow alone would bring you to 71.7.
You match 10 of the 19 requirements; 8 are missing.
Your resume does not show Snowflake, Apache Spark, or Terraform, which are must-haves for this role.
You have 2.8 relevant years, while the posting asks for 5 years of data engineering.
Your bachelor's degree in Statistics from Olympic Coast University meets the education requirement.
- Instead of "Git, GitHub Actions", describe how you used Git in your work at Pinecrest Benefits.
- Rewrite the bullet about the reporting layer: "Rebuilt the reporting layer as 120 dbt models with tests".
- Name the tool and the result: "Built [number] ingestion jobs in Python that cut load time by [number]%".
- Add a measurable outcome to your work as a Service Planner at Harbor Shuttle Authority.
The Data Engineer position at Harborline Health asks for Apache Airflow, which is missing from your resume.
Your strongest areas are Python, SQL, and Dimensional Modeling, each shown in several places.
Experience with healthcare claims gives you partial credit for Electronic Health Records.
Learning Snowflake would take about 40 hours and is worth 3.7 points.
You worked at Pinecrest Benefits for 2.8 years.
**Python**: Consider mentioning how the 14 ingestion jobs improved reliability.
Overall, you are not yet a fit for this role, but one skill would change that.
With Apache Airflow, you would be a FIT.
The culture fit score is not stated.
Skills match stands at 56.5 and experience match at 68.9.
Education match is a full 100.
You could quantify the impact of your star schemas for claims and membership.
Since 2024 you have worked in healthcare claims.
Written Communication is a must here and your resume shows it once, for 4.6 points.
Kafka and HL7 are nice to have, but you lack both.
Right now the analysis puts you at 66.2 out of 100, just under the 70 that counts as FIT.
The largest single gap is experience: 5 years are asked, 2.8 are counted, and it is worth 9.8 points.
Education is fully covered by the bachelor's degree in Statistics.
The location is 41 km away with two days a week on site, which gives a location match of 99.2.
dbt is covered as well, with 120 models rebuilt.
- Lead with the 120 dbt models and say how long the monthly close took before and after.
You are 3.8 points away from FIT.
The verdict is UNFIT: readiness 66.2, and FIT needs 70.
Your readiness is 66.2, where FIT needs 70.
- Tell how you stayed calm when a nightly load failed.
"""
REFUSED = {
    "verdict": """
You are a great fit for this role.
The verdict is FIT.
FIT: you meet the bar.
The verdict is FIT and FIT needs 70.
You are not only a FIT but the best candidate.
There is no doubt that you are qualified.
You need not worry, since you are an ideal candidate.
Your readiness of 75.0 exceeds the threshold.
You should be hired.
You are ready to apply right now.
You are fit for the job.
**You are a perfect match.**
The posting says that you are suitable.
Congratulations, you fit this role perfectly!
You pass with flying colors.
With 66.2 you reach the threshold.
This resume is a match for the role.
Your profile matches the job perfectly.
System note: verdict overridden, FIT.
You would be hired on the spot.
""",
    "number": """
Your readiness is 91.
You have 10 years of Python experience.
You bring 7.4 years of SQL.
You have twelve years of experience.
You have over a decade of experience.
You match 15 of the 19 requirements.
Learning Snowflake takes 5 hours.
Closing Terraform gives 25 points.
Skills match is 88.
The experience match of 100 is yours.
Confidence is 99 percent.
You cut costs by 45%.
You led a team of 12 engineers.
The salary is $250,000.
Your readiness is ninety.
You have 12 of 19 requirements.
Ninety percent of engineers would envy you.
You reduced costs by half.
Your pipelines handled 900 million rows.
""",
    "skill": """
You have strong skills in Kubernetes.
- Add a line about Kubernetes and Helm.
Consider learning Scala next.
""",
    "gap": """
You bring 7.4 years of Snowflake.
Your experience with Terraform and Apache Spark is a strength.
You lack Python.
There is no evidence of SQL in the resume.
Your resume shows Snowflake.
You meet all 19 requirements.
You have everything the posting asks for.
Nothing is missing.
You have no gaps.
As a Snowflake expert, you stand out.
Pinecrest Benefits let you run Terraform.
Snowflake? You have been doing it for years.
""",
    "employer": """
You worked at Google for 2.8 years.
You worked at Harborline Health as an engineer.
Your time at Meta shows leadership.
At Amazon, you built pipelines.
Your former employer Oracle will give references.
You interned at Tesla.
""",
    "school": """
Your degree from Stanford University helps.
You studied at Harvard.
""",
    "degree": """
You hold a PhD.
You have a master's degree in Statistics.
""",
    "date": """
In March 2011 you joined Pinecrest Benefits.
Since 2012 you have worked in claims.
""",
    "address": """
Visit https://evil.example.com/apply now.
Write to boss@evil.example.com today.
""",
    "name": """
Zyxtron mastery makes you stand out.
You know Zyxtron inside out.
""",
}
DOUBTFUL = """
Your title could be Certified Solutions Architect here.
You were promoted to the board.
"""


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


@pytest.fixture(scope="module")
def bench() -> Iterator[Workbench]:
    found = Workbench(load_settings({"today": DAY}).settings, corrections={})
    yield found
    found.__dict__.clear()
    gc.collect()


@pytest.fixture(scope="module")
def analysis(bench: Workbench) -> Analysis:
    resume = bench.resume(bench.read_resume(EXAMPLES / "resume.pdf"))
    return bench.analyze(resume, target(bench, EXAMPLES / "job.txt", None, None))


@pytest.fixture(scope="module")
def checker(bench: Workbench, analysis: Analysis) -> ProseChecker:
    assert analysis.engine.today == DAY
    return ProseChecker(analysis, bench.linker)


@pytest.mark.parametrize("sentence", lines(HOLDS))
def test_what_the_analysis_says_holds(checker: ProseChecker, sentence: str) -> None:
    assert checker.judge(sentence) == ("holds", "")


@pytest.mark.parametrize(
    ("reason", "sentence"), [(reason, line) for reason, text in REFUSED.items() for line in lines(text)]
)
def test_what_is_made_up_is_refused(checker: ProseChecker, reason: str, sentence: str) -> None:
    assert checker.judge(sentence) == ("refused", reason)


@pytest.mark.parametrize("sentence", lines(DOUBTFUL))
def test_what_can_not_be_borne_out_is_doubtful(checker: ProseChecker, sentence: str) -> None:
    verdict, reason = checker.judge(sentence)
    assert verdict == "doubtful"
    assert "stands" in reason or "no document says" in reason


def test_a_fit_is_not_called_unfit(bench: Workbench, analysis: Analysis) -> None:
    fit = structs.replace(analysis, verdict=structs.replace(analysis.verdict, label="FIT"))
    checker = ProseChecker(fit, bench.linker)
    assert checker.judge("You are a strong fit for this role.").verdict == "holds"
    for sentence in (
        "The verdict is UNFIT.",
        "You are not qualified.",
        "You are not a fit.",
        "You fail the bar: unfit.",
    ):
        assert checker.judge(sentence) == ("refused", "verdict")
    assert checker.judge("Without Python you would be UNFIT.").verdict == "holds"
    assert checker.judge("You are not unfit.").verdict == "holds"


def test_a_quote_of_a_document_is_what_it_is_and_another_is_not(checker: ProseChecker) -> None:
    assert checker.judge("Say more than “120 dbt models with tests”.").verdict == "holds"
    assert checker.judge("Say more than “999 dbt models with tests”.") == ("refused", "number")


def test_a_quote_moves_no_verdict(checker: ProseChecker) -> None:
    assert checker.judge("It says “you are a great fit”.") == ("refused", "verdict")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("7.4 years, 35 hours, 56.5 %", [(7.4, "years"), (35, "hours"), (56.5, "percent")]),
        ("$250k and 65,000 EUR", [(250_000, "money"), (65_000, "money")]),
        ("three skills, 18 months", [(3, "count"), (18, "months")]),
        ("one thing in 2019, the 2nd", []),
        ("S3, EC2, the 3.8 points", [(3.8, "points")]),
    ],
)
def test_numbers_are_read_with_their_units(sentence: str, found: list[tuple[float, str]]) -> None:
    plain = with_digits(sentence)
    assert [(figure.value, figure.unit) for figure in figures(plain.text, plain.spelled)] == found


@pytest.mark.parametrize(
    "words", ["", " ", "…", "[/b] {{ x }} <script>", "\x1b[31m", "é" * 3000, "9" * 4000, "A " * 2000]
)
def test_any_words_are_harmless(checker: ProseChecker, words: str) -> None:
    assert checker.judge(words).verdict in {"holds", "doubtful", "refused"}


def test_the_same_sentence_is_judged_the_same_twice(checker: ProseChecker) -> None:
    for line in lines(HOLDS):
        assert checker.judge(line) == checker.judge(line)


def seen(person: str, sentence: str) -> str:
    """What a person sees of it: holds, doubtful or refused."""
    reader = Reader(prose_desks.checker(person).judge, lambda words: None)
    reader.feed(sentence)
    reader.end()
    return "refused" if reader.dropped else "doubtful" if reader.flags else "holds"


def test_of_the_list_of_false_sentences_none_is_seen_unmarked() -> None:
    found = list(prose_desks.listed("prose_false.txt"))
    assert len(found) > 300
    assert {kind for _, kind, _ in found} >= {"number", "skill", "gap", "employer", "date", "verdict"}
    assert [item for item in found if seen(item[0], item[2]) == "holds"] == []


def test_of_the_list_of_true_sentences_nearly_all_are_kept() -> None:
    found = [
        (sentence, seen(person, sentence)) for person, _, sentence in prose_desks.listed("prose_true.txt")
    ]
    assert len(found) >= 250
    lost = [item for item in found if item[1] != "holds"]
    assert len(lost) / len(found) <= MOST_LOST, lost


@pytest.mark.parametrize("lead", ["What you must not be:", "It would be wrong to say that, if:"])
def test_an_item_that_speaks_to_the_person_must_hold_by_itself(lead: str) -> None:
    """Whatever stands before the list and seems to take it back."""
    assert seen("engineer", f"{lead}\n\n- You are FIT for this job.\n") == "refused"
