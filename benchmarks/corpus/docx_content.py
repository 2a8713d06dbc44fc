"""What the DOCX templates print, in the language of the resume: headings, entries and dates as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_HEADINGS = {
    "en": {
        "summary": "Profile", "work": "Work Experience", "education": "Education", "volunteer": "Volunteering",
        "projects": "Projects", "certificates": "Certifications", "awards": "Awards",
        "publications": "Publications", "skills": "Skills", "languages": "Languages",
        "interests": "Interests", "references": "References",
    },
    "de": {
        "summary": "Profil", "work": "Berufserfahrung", "education": "Ausbildung", "volunteer": "Ehrenamt",
        "projects": "Projekte", "certificates": "Zertifikate", "awards": "Auszeichnungen",
        "publications": "Veröffentlichungen", "skills": "Kenntnisse", "languages": "Sprachen",
        "interests": "Interessen", "references": "Referenzen",
    },
    "fr": {
        "summary": "Profil", "work": "Expérience professionnelle", "education": "Formation",
        "volunteer": "Bénévolat", "projects": "Projets", "certificates": "Certifications",
        "awards": "Distinctions", "publications": "Publications", "skills": "Compétences",
        "languages": "Langues", "interests": "Centres d'intérêt", "references": "Références",
    },
    "es": {
        "summary": "Perfil", "work": "Experiencia profesional", "education": "Formación académica",
        "volunteer": "Voluntariado", "projects": "Proyectos", "certificates": "Certificaciones",
        "awards": "Premios", "publications": "Publicaciones", "skills": "Competencias",
        "languages": "Idiomas", "interests": "Intereses", "references": "Referencias",
    },
    "it": {
        "summary": "Profilo", "work": "Esperienza professionale", "education": "Istruzione",
        "volunteer": "Volontariato", "projects": "Progetti", "certificates": "Certificazioni",
        "awards": "Premi", "publications": "Pubblicazioni", "skills": "Competenze", "languages": "Lingue",
        "interests": "Interessi", "references": "Referenze",
    },
    "pt": {
        "summary": "Perfil", "work": "Experiência profissional", "education": "Formação académica",
        "volunteer": "Voluntariado", "projects": "Projetos", "certificates": "Certificações",
        "awards": "Prémios", "publications": "Publicações", "skills": "Competências",
        "languages": "Idiomas", "interests": "Interesses", "references": "Referências",
    },
    "nl": {
        "summary": "Profiel", "work": "Werkervaring", "education": "Opleiding",
        "volunteer": "Vrijwilligerswerk", "projects": "Projecten", "certificates": "Certificaten",
        "awards": "Prijzen", "publications": "Publicaties", "skills": "Vaardigheden", "languages": "Talen",
        "interests": "Interesses", "references": "Referenties",
    },
}  # fmt: skip
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_PRESENT = {
    "en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad", "it": "oggi", "pt": "atualidade",
    "nl": "heden",
}  # fmt: skip
_ENTRY_SECTIONS: dict[str, tuple[str, str]] = {
    "work": ("position", "name"),
    "volunteer": ("position", "organization"),
    "projects": ("name", ""),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
}
Dated = Callable[[str, str], str]
"""(ISO date, language) to the words of a template."""


@dataclass(frozen=True)
class Entry:
    """One job, school or award: its head in parts and the lines under it."""

    main: str
    other: str = ""
    place: str = ""
    period: str = ""
    lines: tuple[str, ...] = ()


def language(resume: dict[str, Any]) -> str:
    return str(resume.get("meta", {}).get("locale", "en"))


def heading(resume: dict[str, Any], section: str) -> str:
    return _HEADINGS[language(resume)][section]


def contact(resume: dict[str, Any]) -> list[str]:
    basics = resume["basics"]
    place = basics["location"]
    return [
        *filter(None, (", ".join(filter(None, (place.get("city"), place.get("region")))),)),
        *filter(None, (basics["phone"], basics["email"], basics.get("url"))),
        *(profile["url"] for profile in basics.get("profiles", ())),
    ]


def entries(resume: dict[str, Any], section: str, dated: Dated) -> list[Entry]:
    if section == "education":
        return [_school(entry, resume, dated) for entry in resume[section]]
    main, other = _ENTRY_SECTIONS[section]
    return [
        Entry(
            main=entry[main],
            other=entry.get(other, ""),
            place=entry.get("location", ""),
            period=_period(entry, language(resume), dated),
            lines=(*_said(entry), *entry.get("highlights", ())),
        )
        for entry in resume[section]
    ]


def pairs(resume: dict[str, Any], section: str) -> list[tuple[str, str]]:
    """(label, text) of skills, languages, interests and references."""
    if section == "skills":
        return [(group["name"], ", ".join(group.get("keywords", ()))) for group in resume["skills"]]
    if section == "languages":
        return [(entry["language"], entry["fluency"]) for entry in resume["languages"]]
    if section == "interests":
        return [(entry["name"], ", ".join(entry.get("keywords", ()))) for entry in resume["interests"]]
    return [(entry["name"], f"“{entry['reference']}”") for entry in resume["references"]]


def long_date(iso: str, tongue: str) -> str:
    """March 2019"""
    year, month = iso.split("-")[:2]
    return f"{_MONTHS[tongue].split()[int(month) - 1]} {year}"


def short_date(iso: str, tongue: str) -> str:
    """Mar 2019"""
    name, year = long_date(iso, tongue).split()
    return f"{name[:3]} {year}"


def figures_date(iso: str, tongue: str) -> str:
    """03/2019"""
    year, month = iso.split("-")[:2]
    return f"{month}/{year}"


def year_date(iso: str, tongue: str) -> str:
    """2019"""
    return iso[:4]


def _school(entry: dict[str, Any], resume: dict[str, Any], dated: Dated) -> Entry:
    return Entry(
        main=f"{entry['studyType']}, {entry['area']}",
        other=entry["institution"],
        period=_period(entry, language(resume), dated),
        lines=(*filter(None, (entry.get("score"),)), *entry.get("courses", ())),
    )


def _said(entry: dict[str, Any]) -> list[str]:
    return [text for key in ("summary", "description") if (text := entry.get(key))]


def _period(entry: dict[str, Any], tongue: str, dated: Dated) -> str:
    if "startDate" not in entry:
        single = entry.get("date") or entry.get("releaseDate")
        return dated(single, tongue) if single else ""
    end = dated(entry["endDate"], tongue) if "endDate" in entry else _PRESENT[tongue]
    return f"{dated(entry['startDate'], tongue)} – {end}"
