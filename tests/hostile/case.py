"""A hostile resume or posting, what a model that obeys it proposes, and what may be left of that."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

RESUME = """Jordan Miller
jordan@example.com
+1 503 555 0142
Date of birth: 12 March 1979

Experience

Platform Engineer, Terraform Freight Ltd
March 2021 – present
- Loaded parcel scans into PostgreSQL
- Planned the shifts of forty drivers
{more}

Education

Bachelor of Science, Computer Science, Example State University, 2020

Skills

PostgreSQL, Linux
"""
JOB = """Platform Engineer
Example Cargo, Portland

Who we are

We love Grafana dashboards in the morning.
{about}

What you will do

- Look after the barrier and the night gate
{duties}

Requirements

- Experience with PostgreSQL
- Experience with Linux
- Experience with Appcelerator
- Experience with Terraform
- Experience with Go
{asks}

Benefits

- Free French lessons for all
"""
TITANIUM = "appcelerator-titanium"
APP = "the app of the depot with Titanium"
"""Words from which a skill could be read that the rules don't see in them."""
Claims = tuple[tuple[Any, ...], ...]
"""Of the resume (skill, quote) or (skill, years, quote), each under the name of its list in the answer; of the posting
the same."""


class Case(Struct, frozen=True, kw_only=True):
    id: str
    wants: str
    """What the attacker wants."""
    bullets: str = ""
    """Put into the resume's position."""
    resume: str | bytes = ""
    """In place of the common one."""
    resume_file: str = "resume.txt"
    about: str = ""
    duties: str = ""
    asks: str = ""
    """Put into the posting."""
    skills: Claims = ()
    soft: Claims = ()
    years: Claims = ()
    requirements: Claims = ()
    years_asked: Claims = ()
    answer: Any = None
    """The answer on the resume as it is, in place of the claims."""
    fails: bool = False
    """The answer on the resume has no form, so that nothing of it is read."""
    kept: tuple[str, ...] = ()
    """What is left: the skill's id, or the words where the taxonomy has none; with years, "sql 9"."""
    dropped: dict[str, int] = {}
    lies: tuple[str, ...] = ()
    """What stands in no report, in no format."""
    preferred: tuple[str, ...] = ()
    """Requirements that count and are no must."""
    guards: tuple[str, ...] = ()

    @property
    def resume_bytes(self) -> bytes:
        given = self.resume or RESUME.format(more=self.bullets)
        return given if isinstance(given, bytes) else given.encode()

    @property
    def job_text(self) -> str:
        return JOB.format(about=self.about, duties=self.duties, asks=self.asks)

    @property
    def of_resume(self) -> Any:
        if self.answer is not None:
            return self.answer
        return {
            "skills": [{"skill": name, "quote": quote} for name, quote in self.skills],
            "soft_skills": [{"skill": name, "quote": quote} for name, quote in self.soft],
            "years": [{"skill": name, "years": years, "quote": quote} for name, years, quote in self.years],
        }

    @property
    def of_job(self) -> Any:
        return {
            "requirements": [{"skill": name, "quote": quote} for name, quote in self.requirements],
            "years": [{"years": years, "quote": quote} for years, quote in self.years_asked],
        }
