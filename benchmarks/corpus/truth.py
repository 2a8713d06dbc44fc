"""The truth of a document: of a JSON Resume, what its template prints, at the precision it prints.

Truth and what a parser found have one shape (`Facts`), which `benchmarks.corpus.compare` compares:

- `name`, `email`, `phone`, `headline`, `location`: text or None;
- `work`, `volunteer`: entries with `title`, `employer`, `location`, `dates`; `education`: `institution`,
  `degree`, `area`, `dates`; `certifications`: `name`, `issuer`, `dates`; `projects`: `name`, `dates`;
  `languages`: `name`, `fluency`;
- `skills`, `links`, `awards`, `publications`: lists of text; `references`: how many;
- `total_years`: paid work, internships left out.

Dates are written `2019-03..2020-11`, `2019..`(goes on) or `2020-11` (one date), as precise as printed.
"""

from __future__ import annotations

from typing import Any

from benchmarks.corpus.tracer import Path, Precision, Printed
from benchmarks.corpus.years import total_years
from careercraft.parse.place_names import COUNTRIES

Facts = dict[str, Any]
_LENGTH: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}


def truth_of(resume: dict[str, Any], shown: Printed) -> Facts:
    reader = _Reader(resume, shown)
    work = reader.positions("work", "name")
    paid = [entry["dates"] for entry in work if not entry.pop("internship")]
    return {
        **reader.contact(),
        "work": work,
        "education": reader.education(),
        "volunteer": [
            {key: entry[key] for key in ("title", "employer", "dates")}
            for entry in reader.positions("volunteer", "organization")
        ],
        "projects": reader.entries("projects", {"name": "name"}),
        "certifications": reader.entries("certificates", {"name": "name", "issuer": "issuer"}),
        "languages": reader.entries("languages", {"name": "language", "fluency": "fluency"}, dated=False),
        "skills": reader.skills(),
        "awards": reader.texts("awards", "title"),
        "publications": reader.texts("publications", "name"),
        "references": max(len(reader.texts("references", key)) for key in ("name", "reference")),
        "total_years": total_years(paid),
    }


class _Reader:
    """Takes from a resume what shows."""

    def __init__(self, resume: dict[str, Any], shown: Printed) -> None:
        self._resume = resume
        self._shown = shown

    def contact(self) -> Facts:
        basics = self._resume["basics"]
        return {
            **{key: self._literal(basics[key]) for key in ("name", "email", "phone")},
            "headline": self._text(("basics", "label"), basics.get("label")),
            "location": self._text(("basics", "location", "city"), basics["location"].get("city")),
            "location_words": " ".join([*filter(None, basics["location"].values()), *_country(basics)]),
            "links": self._links(),
            "links_also": self._other_links(),
        }

    def positions(self, section: str, employer: str) -> list[Facts]:
        found = []
        for number, entry in enumerate(self._resume[section]):
            at = (section, number)
            found.append(
                {
                    "title": self._text((*at, "position"), entry.get("position")),
                    "employer": self._text((*at, employer), entry.get(employer)),
                    "location": self._text((*at, "location"), entry.get("location")),
                    "dates": self._dates(at, entry),
                    "internship": entry.get("employment") == "internship",
                }
            )
        return [entry for entry in found if entry["title"] or entry["employer"]]

    def education(self) -> list[Facts]:
        found = []
        for number, entry in enumerate(self._resume["education"]):
            at = ("education", number)
            area = self._text((*at, "area"), entry.get("area"))
            kind = self._text((*at, "studyType"), entry.get("studyType"))
            found.append(
                {
                    "institution": self._text((*at, "institution"), entry.get("institution")),
                    "degree": " ".join(filter(None, (kind, area))) or None,
                    "area": area,
                    "dates": self._dates(at, entry),
                }
            )
        return [entry for entry in found if entry["institution"] or entry["degree"]]

    def entries(self, section: str, fields: dict[str, str], dated: bool = True) -> list[Facts]:
        """Entries whose first field shows; `fields` are our names and the schema's."""
        found = []
        for number, entry in enumerate(self._resume[section]):
            at = (section, number)
            row = {name: self._text((*at, key), entry.get(key)) for name, key in fields.items()}
            found.append({**row, "dates": self._dates(at, entry)} if dated else row)
        return [entry for entry in found if next(iter(entry.values()))]

    def texts(self, section: str, key: str) -> list[str]:
        values = [entry.get(key) for entry in self._resume[section]]
        return [value for value in values if self._text((section, key), value)]

    def skills(self) -> list[str]:
        """The names of groups and their keywords."""
        found = []
        for group in self._resume["skills"]:
            found.append(self._text(("skills", "name"), group.get("name")))
            found.extend(self._text(("skills", "keywords"), word) for word in group.get("keywords", ()))
        return [value for value in found if value]

    def _links(self) -> list[str]:
        """Addresses that stand in the page; a profile told by its user name alone is no address."""
        basics = self._resume["basics"]
        urls = [basics.get("url"), *(profile.get("url") for profile in basics.get("profiles", ()))]
        return [url for url in urls if url and self._shown.literally(bare(url), apart_from=basics["email"])]

    def _other_links(self) -> list[str]:
        """What a parser may list as a link too: user names, and addresses that only a hyperlink holds."""
        basics = self._resume["basics"]
        profiles = basics.get("profiles", ())
        owners = [basics, *profiles, *self._resume["work"], *self._resume["projects"]]
        return [
            *filter(None, (owner.get("url") for owner in owners)),
            *filter(None, (profile.get("username") for profile in profiles)),
        ]

    def _text(self, path: Path, value: str | None) -> str | None:
        return value if value and self._shown.has(path, value) else None

    def _literal(self, value: str) -> str | None:
        return value if self._shown.literally(value) else None

    def _dates(self, at: Path, entry: dict[str, Any]) -> str | None:
        ends = [(*at, key) for key in ("endDate", "date", "releaseDate")]
        paths = [path for path in ((*at, "startDate"), *ends) if path in self._shown.dates]
        # Both ends of a period look alike; a duration printed beside them changes with the months too.
        length = min((_LENGTH[self._shown.dates[path]] for path in paths), default=0)
        written = {path: entry[str(path[-1])][:length] for path in paths}
        start = written.get((*at, "startDate"))
        end = next((written[path] for path in ends if path in written), None)
        if start and not end and "endDate" not in entry and (*at, "startDate") in self._shown.still:
            return f"{start}.."
        return f"{start}..{end}" if start and end else start or end


def _country(basics: dict[str, Any]) -> list[str]:
    """Themes may print the country's name for its code."""
    return [name for name, code in COUNTRIES.items() if code == basics["location"].get("countryCode")]


def bare(url: str) -> str:
    """An address without its scheme and the stroke at its end."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
