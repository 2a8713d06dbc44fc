"""Whose plan it is and what it leads to."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from careercraft.errors import UsageError
from careercraft.model.analysis import Analysis, Documents
from careercraft.model.job import Job
from careercraft.model.plan import PlanEngine, PlanSettings, Target

_ROLE = "role "


def person(email: str, name: str, file: str) -> str:
    """The same for all resumes of a person, by the email address, else the name, else the hash of the file: the first
    32 hex digits of its sha256, since a plan outlives the purge of what it was made from."""
    for key, value in (("email", email), ("name", name), ("file", file)):
        plain = " ".join(value.casefold().split())
        if plain:
            return hashlib.sha256(f"{key}:{plain}".encode()).hexdigest()[:32]
    raise ValueError("a document without a hash")


def person_of(analysis: Analysis) -> str:
    """Raises UsageError for a brief analysis."""
    documents = _documents(analysis)
    basics: dict[str, Any] = {}
    if isinstance(analysis.resume, dict):
        basics = analysis.resume.get("basics") or {}
    return person(str(basics.get("email") or ""), str(basics.get("name") or ""), documents.resume.hash)


def target_of(analysis: Analysis) -> Target:
    """Known by its role, or by the hash of the posting's bytes. Raises UsageError for a brief analysis."""
    document = _documents(analysis).job
    role = document.name.startswith(_ROLE)
    title = (
        analysis.job.title.value if isinstance(analysis.job, Job) and analysis.job.title else document.name
    )
    key = f"role:{document.name.removeprefix(_ROLE)}" if role else f"posting:{document.hash}"
    return Target(key=key, name=document.name, title=title)


def roadmap_id(analysis: str, settings: PlanSettings, engine: PlanEngine) -> str:
    """sha256 over the analysis' id, the settings and what made the plan; the first 32 hex digits."""
    content = msgspec.json.encode([analysis, settings, engine], order="sorted")
    return hashlib.sha256(content).hexdigest()[:32]


def _documents(analysis: Analysis) -> Documents:
    if isinstance(analysis.documents, msgspec.UnsetType):
        raise UsageError("a brief analysis can't be planned from", "analyze without --brief")
    return analysis.documents
