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

_004_PROFILES = (
    # One row a version of a person's profile, a JSON Resume; the one with the highest number counts. Numbers are never
    # given twice, so that a version that was taken back is not mistaken for the one that came after it.
    """
    create table profiles (
        version integer primary key autoincrement,
        name text not null,
        revision integer not null,
        created text not null,
        change text not null,
        text text not null
    )
    """,
    "create index profiles_name on profiles (name, version)",
)

_005_ROADMAPS = (
    # One row a roadmap; what it says stands in its plans and events. `revision` is the latest plan's.
    """
    create table roadmaps (
        number integer primary key autoincrement,
        id text not null unique,
        created text not null,
        person text not null,
        target text not null,
        name text not null,
        title text not null,
        revision integer not null,
        replaced integer not null default 0
    )
    """,
    "create index roadmaps_person on roadmaps (person)",
    # One row a revision: the whole plan as JSON.
    """
    create table roadmap_plans (
        number integer not null,
        revision integer not null,
        plan text not null,
        primary key (number, revision)
    )
    """,
    # One row a thing noted. Rows are added and never changed; `task` is empty where the whole plan is meant.
    """
    create table roadmap_events (
        seq integer primary key autoincrement,
        number integer not null,
        at text not null,
        day text not null,
        kind text not null,
        task text not null,
        hours real not null,
        evidence text not null
    )
    """,
    "create index roadmap_events_task on roadmap_events (number, task)",
)

_006_CHATS = (
    # One row a conversation about a run of the history.
    """
    create table chats (
        number integer primary key autoincrement,
        created text not null,
        updated text not null,
        title text not null,
        run integer not null,
        analysis text not null,
        model text not null
    )
    """,
    # One row a question with its answer as JSON; written when the question is asked, and again as the answer grows.
    """
    create table chat_turns (
        chat integer not null,
        position integer not null,
        at text not null,
        question text not null,
        turn text not null,
        primary key (chat, position)
    )
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _001_ANALYSES,
    _002_CORRECTIONS,
    _003_ADDITIONS,
    _004_PROFILES,
    _005_ROADMAPS,
    _006_CHATS,
)
"""The statements of number n stand at position n - 1; `pragma user_version` holds the last number applied."""
