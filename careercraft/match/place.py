"""Where and how the work is done, and for how much, on both sides."""

from __future__ import annotations

from careercraft.match.quoting import Quoter
from careercraft.model.document import Document
from careercraft.model.facts import LocationFacts, SalaryFacts
from careercraft.model.job import Job, Period, Salary
from careercraft.model.resume import Resume
from careercraft.parse.places import Place, find_place
from careercraft.settings import Wishes

SAME_CITY, SAME_REGION, SAME_COUNTRY, ABROAD = 1.0, 0.7, 0.4, 0.0
_PERIODS_A_YEAR: dict[Period, float] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}


def location_facts(
    resume: Resume, job: Job, documents: tuple[Document, Document], wishes: Wishes
) -> LocationFacts:
    from_resume, from_job = Quoter("resume", documents[0]), Quoter("job", documents[1])
    home = _home(resume, wishes)
    target = (job.city, job.region, job.country)
    stated = [text for text in (job.work_mode_text, job.location) if text]
    return LocationFacts(
        mode=job.work_mode,
        job_place=job.location.value if job.location else None,
        resume_place=wishes.location or (resume.location.value if resume.location else None),
        nearness=nearness(home, target),
        wants_remote=wishes.remote,
        evidence=tuple(from_job.around(text.span) for text in stated),
        found_evidence=(from_resume.around(resume.location.span),)
        if resume.location and not wishes.location
        else (),
    )


def _home(resume: Resume, wishes: Wishes) -> tuple[str | None, str | None, str | None]:
    place: Place | None = find_place(wishes.location) if wishes.location else None
    if place is not None:
        return place.city, place.region, place.country
    return resume.city, resume.region, resume.country


def nearness(
    home: tuple[str | None, str | None, str | None], target: tuple[str | None, str | None, str | None]
) -> float | None:
    """1 same city, .7 same region, .4 same country, 0 abroad; None when a side doesn't say enough."""
    (city, region, country), (to_city, to_region, to_country) = home, target
    if country and to_country and country != to_country:
        return ABROAD
    if (
        city
        and to_city
        and city.lower() == to_city.lower()
        and (not region or not to_region or region == to_region)
    ):
        return SAME_CITY
    if region and to_region and (country == to_country or not country or not to_country):
        return SAME_REGION if region == to_region else SAME_COUNTRY
    if country and to_country:
        return SAME_COUNTRY
    return None


def salary_facts(job: Job, document: Document, wishes: Wishes) -> SalaryFacts:
    salary = job.salary
    if salary is None:
        return SalaryFacts(wish=wishes.salary or None)
    same = not wishes.currency or not salary.currency or wishes.currency.upper() == salary.currency
    return SalaryFacts(
        minimum=_yearly(salary, salary.minimum),
        maximum=_yearly(salary, salary.maximum),
        currency=salary.currency,
        wish=(wishes.salary or None) if same else None,
        evidence=(Quoter("job", document).around(salary.text.span),),
    )


def _yearly(salary: Salary, amount: float | None) -> float | None:
    return None if amount is None else round(amount * _PERIODS_A_YEAR[salary.period], 2)
