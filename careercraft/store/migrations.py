"""Numbered, append-only changes of the schema. One that was released is never edited; a new one follows it."""

from __future__ import annotations

_001_ANALYSES = (
    # One row a run. `report` is the whole analysis as JSON; the other columns are for lists and look-ups.
    """
    create table analyses (
        run integer primary key autoincrement,
        id text not null,
        created text not null,
        label text not null,
        readiness real not null,
        confidence real not null,
        resume_name text not null,
        resume_hash text not null,
        job_name text not null,
        job_title text,
        job_hash text not null,
        engine_version text not null,
        report text not null
    )
    """,
    "create index analyses_id on analyses (id)",
)

_002_CORRECTIONS = (
    # One row a resume file, by the hash of its bytes: what a person put in place of what was read in it.
    """
    create table corrections (
        hash text primary key,
        name text not null,
        created text not null,
        resume text not null
    )
    """,
)

_003_ADDITIONS = (
    # One row a statement of a person about the resume file with this hash; the same words count once.
    """
    create table additions (
        hash text not null,
        text text not null,
        note text not null,
        name text not null,
        created text not null,
        primary key (hash, text)
    )
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_001_ANALYSES, _002_CORRECTIONS, _003_ADDITIONS)
"""The statements of number n stand at position n - 1; `pragma user_version` holds the last number applied."""
