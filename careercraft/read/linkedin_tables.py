"""The tables of LinkedIn's data export, and where their columns belong in a JSON Resume."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from careercraft.read.clean import bullet_length, split_lines

Record = dict[str, str]
Tables = Mapping[str, list[Record]]

_LISTS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("positions.csv", "work", (
        ("company name", "name"), ("title", "position"), ("location", "location"), ("started on", "startDate"),
        ("finished on", "endDate"), ("description", "summary"))),
    ("volunteering.csv", "volunteer", (
        ("company name", "organization"), ("role", "position"), ("cause", "cause"), ("started on", "startDate"),
        ("finished on", "endDate"), ("description", "summary"))),
    ("organizations.csv", "volunteer", (
        ("name", "organization"), ("position", "position"), ("started on", "startDate"), ("finished on", "endDate"),
        ("description", "summary"))),
    ("education.csv", "education", (
        ("school name", "institution"), ("degree name", "studyType"), ("field of study", "area"),
        ("start date", "startDate"), ("end date", "endDate"), ("grade", "score"), ("notes", "summary"),
        ("activities", "activities"))),
    ("skills.csv", "skills", (("name", "name"),)),
    ("languages.csv", "languages", (("name", "language"), ("proficiency", "fluency"))),
    ("certifications.csv", "certificates", (
        ("name", "name"), ("authority", "issuer"), ("started on", "startDate"), ("finished on", "endDate"),
        ("license number", "license"), ("url", "url"))),
    ("projects.csv", "projects", (
        ("title", "name"), ("started on", "startDate"), ("finished on", "endDate"), ("description", "description"),
        ("url", "url"))),
    ("honors.csv", "awards", (("title", "title"), ("issued on", "date"), ("description", "summary"))),
    ("publications.csv", "publications", (
        ("name", "name"), ("publisher", "publisher"), ("published on", "releaseDate"), ("description", "summary"),
        ("url", "url"))),
    ("patents.csv", "publications", (
        ("title", "name"), ("number", "publisher"), ("issued on", "releaseDate"), ("description", "summary"),
        ("url", "url"))),
)  # fmt: skip
_COURSES, _RECOMMENDATIONS = "courses.csv", "recommendations_received.csv"
_PHONES = ("phonenumbers.csv", "phone numbers.csv", "phone_numbers.csv")
_EMAILS = ("email addresses.csv", "email_addresses.csv")
FILES: dict[str, frozenset[str]] = {
    **{file: frozenset(column for column, _ in columns) for file, _, columns in _LISTS},
    "profile.csv": frozenset(("first name", "last name", "headline")),
    _COURSES: frozenset(("name", "number")),
    _RECOMMENDATIONS: frozenset(("text", "first name")),
    **dict.fromkeys(_EMAILS, frozenset(("email address",))),
    **dict.fromkeys(_PHONES, frozenset(("number", "type"))),
}
"""Lower-case names of the files that are read, each with columns that tell its header row.

Messages, connections, ads and the birth date stay unread: they are no part of a resume."""
SIGNS = frozenset(("profile.csv", "positions.csv"))
"""A folder with one of these is an export."""
_WEBSITE = re.compile(r"(?:[A-Z_]+:)?(https?://[^\s,\]]+|www\.[^\s,\]]+)")


def resume_of(tables: Tables) -> dict[str, Any]:
    """The JSON Resume; empty where no table holds anything."""
    payload: dict[str, Any] = {}
    basics = _basics(tables)
    if basics:
        payload["basics"] = basics
    for file, section, columns in _LISTS:
        items = [item for record in tables.get(file, ()) if (item := _item(record, columns, section))]
        if items:
            payload.setdefault(section, []).extend(items)
    courses = [record["name"] for record in tables.get(_COURSES, ()) if "name" in record]
    if courses:  # the export doesn't say which school they belong to
        payload.setdefault("education", [{}])[0]["courses"] = courses
    references = list(_references(tables.get(_RECOMMENDATIONS, [])))
    if references:
        payload["references"] = references
    return payload


def _item(record: Record, columns: tuple[tuple[str, str], ...], section: str) -> dict[str, Any]:
    item: dict[str, Any] = {key: record[column] for column, key in columns if column in record}
    if section == "certificates" and "endDate" not in item and "startDate" in item:
        item["date"] = item.pop("startDate")
    if section == "education" and "area" not in item and "," in item.get("studyType", ""):
        item["studyType"], item["area"] = map(str.strip, item["studyType"].split(",", 1))
    for key in ("summary", "description"):
        if key in item:
            item.update(_prose(item.pop(key), key))
    return item


def _prose(text: str, key: str) -> dict[str, Any]:
    """Lines with bullets, and what follows them, are highlights."""
    before: list[str] = []
    highlights: list[str] = []
    for line in (line.strip() for line in split_lines(text) if line.strip()):
        marker = bullet_length(line)
        if marker or highlights:
            highlights.append(line[marker:])
        else:
            before.append(line)
    found: dict[str, Any] = {key: "\n".join(before)} if before else {}
    return {**found, "highlights": highlights} if highlights else found


def _basics(tables: Tables) -> dict[str, Any]:
    profile = next(iter(tables.get("profile.csv", ())), {})
    names = (profile.get(key) for key in ("first name", "last name"))
    emails = [record for file in _EMAILS for record in tables.get(file, ()) if "email address" in record]
    emails.sort(key=lambda record: record.get("primary", "").lower() != "yes")
    phones = [record["number"] for file in _PHONES for record in tables.get(file, ()) if "number" in record]
    found: dict[str, Any] = {
        "name": " ".join(name for name in names if name),
        "label": profile.get("headline", ""),
        "email": emails[0]["email address"] if emails else "",
        "phone": phones[0] if phones else "",
        "location": profile.get("geo location", "") or profile.get("address", ""),
        "summary": profile.get("summary", ""),
        "profiles": [{"url": url} for url in _WEBSITE.findall(profile.get("websites", ""))],
    }
    return {key: value for key, value in found.items() if value}


def _references(records: list[Record]) -> Iterator[dict[str, str]]:
    for record in records:
        if record.get("status", "visible").lower() == "visible" and "text" in record:
            name = " ".join(record[key] for key in ("first name", "last name") if key in record)
            yield {"name": name, "reference": record["text"]} if name else {"reference": record["text"]}
