"""Comparisons and lists of roles written by hand for the render tests."""

from __future__ import annotations

from typing import Any

from careercraft.model.advice import Counterfactual, CounterfactualChange
from careercraft.model.comparison import SCHEMA, CommonGap, ComparedPosting, Comparison, UnreadPosting
from careercraft.model.role_match import SCHEMA as ROLES_SCHEMA
from careercraft.model.role_match import RoleFit, RoleMatch
from careercraft.model.score import PART_KEYS
from careercraft.model.skill import RoleSalary
from tests.render.sample import _ENGINE as ENGINE
from tests.render.sample_hostile import ESCAPES, MARKUP, SCRIPT, WIDE

SCORES: dict[str, float | None] = dict(
    zip(map(str, PART_KEYS), (58.6, 76.2, 100.0, None, 40.0, None, 57.1, 72.5, 18.0), strict=True)
)
WAY = Counterfactual(
    changes=(
        CounterfactualChange(id="docker", name="Docker", points=4.1, hours=20.0),
        CounterfactualChange(name="the dates of Analyst, Tidewater", points=2.0, edit="Give the dates"),
    ),
    points=6.1,
    hours=20.0,
    readiness=71.4,
)


def posting(rank: int, label: Any = "UNFIT", **more: Any) -> ComparedPosting:
    given: dict[str, Any] = {
        "file": f"job{rank}.txt", "title": f"Data Engineer {rank}", "company": "Northwind", "analysis": "a" * 32,
        "borderline": False, "readiness": 80.0 - rank, "interval": (70.0 - rank, 85.0), "confidence": 78.4,
        "scores": SCORES, "missing_musts": (), "hard_unmet": (), "hard_unknown": (),
    }  # fmt: skip
    return ComparedPosting(rank=rank, label=label, **(given | more))


def usual() -> Comparison:
    """Three postings that could be read, and one that couldn't."""
    return _comparison(
        (
            posting(1, "FIT", borderline=True),
            posting(2, missing_musts=("Docker", "Rust"), hard_unknown=("right to work",), way_out=WAY),
            posting(3, missing_musts=("Docker",), hard_unmet=("Nursing license",), title=None, company=None),
        ),
        (
            CommonGap(
                id="docker", name="Docker", missing_in=(2, 3), partial_in=(1,), must_in=(2, 3), makes_fit=(2,),
                points=3.1, hours=20.0,
            ),
            CommonGap(
                id=None, name="old drawings", missing_in=(), partial_in=(1, 3), must_in=(), makes_fit=(), points=0.4
            ),
        ),
        (UnreadPosting(file="jobs/scan.pdf", code="input", message="scan.pdf holds no text", hint="use --ocr"),),
    )  # fmt: skip


def hostile() -> Comparison:
    """Text that a document might carry, wherever a document's text is shown."""
    return _comparison(
        (
            posting(
                1, title=SCRIPT, company=MARKUP, file=ESCAPES, missing_musts=(WIDE, SCRIPT), hard_unmet=(MARKUP,),
                hard_unknown=(ESCAPES,),
            ),
            posting(2),
        ),
        (CommonGap(id=None, name=MARKUP, missing_in=(1, 2), partial_in=(), must_in=(), makes_fit=(), points=0.0),),
        (UnreadPosting(file=SCRIPT, code="input", message=MARKUP, hint=ESCAPES),),
    )  # fmt: skip


def nothing() -> Comparison:
    """No posting could be read."""
    return _comparison(
        (), (), (UnreadPosting(file="a.txt", code="input", message="a.txt is empty", hint=""),)
    )


def single() -> Comparison:
    return _comparison((posting(1, "FIT"),), (), ())


def _comparison(
    postings: tuple[ComparedPosting, ...], gaps: tuple[CommonGap, ...], unread: tuple[UnreadPosting, ...]
) -> Comparison:
    return Comparison(
        schema=SCHEMA, resume="amara.pdf", candidate="Amara Okafor", threshold=70.0, postings=postings,
        common_gaps=gaps, unread=unread, engine=ENGINE if postings else None,
    )  # fmt: skip


COMPARISONS = {"usual": usual, "hostile": hostile, "nothing": nothing, "single": single}


def role(rank: int, **more: Any) -> RoleFit:
    given: dict[str, Any] = {
        "id": f"role-{rank}", "title": f"Role {rank}", "level": "mid", "family": "data", "label": "UNFIT",
        "borderline": False, "readiness": 60.0 - rank, "interval": (50.0, 65.0), "confidence": 80.0, "scores": SCORES,
        "missing_musts": (),
    }  # fmt: skip
    return RoleFit(rank=rank, **(given | more))


def roles(**more: Any) -> RoleMatch:
    """Three of five: a FIT, one with all gaps there are, one that asks for nothing but skills."""
    pay = RoleSalary(
        soc="15-1243",
        year=2024,
        currency="USD",
        median=135980,
        source="BLS OEWS May 2024",
        p10=81630,
        p90=209990,
    )
    given: dict[str, Any] = {
        "schema": ROLES_SCHEMA, "resume": "amara.pdf", "candidate": None, "threshold": 70.0, "family": None,
        "compared": 5, "fits": 1, "engine": ENGINE,
        "roles": (
            role(1, label="FIT", years_asked=2.0, years_found=2.8, salary=pay),
            role(2, years_asked=1.0, missing_musts=("Docker", "Rust"), way_out=WAY, borderline=True),
            role(3),
        ),
    }  # fmt: skip
    return RoleMatch(**(given | more))
