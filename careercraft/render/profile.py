"""A profile on one screen, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.model.profile import ProfileLine, ProfileSection, ProfileSummary
from careercraft.render.markdown_text import bullets, escape, section
from careercraft.render.tables import columns, described
from careercraft.render.wording import clean

_EMPTY = {
    "experience": "careercraft profile experience add --title TITLE --employer NAME",
    "education": "careercraft profile education add --institution NAME --degree DEGREE",
    "projects": "careercraft profile projects add --name NAME",
    "certifications": "careercraft profile certifications add --name NAME",
    "skills": "careercraft profile skills add NAME --level intermediate",
}


_NO_HEAD = (("you", "none yet: careercraft profile edit, under basics"),)


def profile_text(summary: ProfileSummary, full: bool = False, width: int = 80) -> str:
    """At most `width` columns wide; `full`: every entry whole, with its bullets."""
    parts = [described(_title(summary), summary.head or _NO_HEAD)]
    for name, lines in summary.sections:
        parts.append(f"{name.capitalize()}\n\n{section_text(name, lines, 0 if full else width)}")
    if summary.wishes:
        parts.append(described("Wishes", summary.wishes))
    return "\n".join(parts)


def section_text(name: ProfileSection, lines: tuple[ProfileLine, ...], width: int = 0) -> str:
    """A line an entry of at most `width` columns; where that is 0, all of each with its bullets."""
    if not lines:
        return f"  none yet: {_EMPTY[name]}\n"
    if not width:
        return "\n".join(_whole(lines)) + "\n"
    left = width - _BESIDE - min(_TITLE, max(len(line.title) for line in lines))
    return columns([("", str(line.number), line.title, _short(line, left)) for line in lines])


def profile_markdown(summary: ProfileSummary) -> str:
    blocks = [
        f"# {_safe(_title(summary))}",
        bullets(f"**{name}**: {_safe(words)}" for name, words in summary.head),
    ]
    for name, lines in summary.sections:
        blocks += section(name.capitalize(), ["\n".join(_numbered(lines))])
    blocks += section("Wishes", [bullets(f"**{name}**: {_safe(words)}" for name, words in summary.wishes)])
    return "\n\n".join(filter(None, blocks)) + "\n"


def _safe(text: str) -> str:
    return escape(clean(text))


def _title(summary: ProfileSummary) -> str:
    return f"{summary.person or 'No name yet'} (profile {summary.name}, change {summary.revision})"


_TITLE = 48
"""As `columns` cuts it."""
_BESIDE = 8
"""Columns of the number and of what parts the cells."""


def _short(line: ProfileLine, width: int) -> str:
    count = len(line.lines)
    told = f"{count} bullet{'' if count == 1 else 's'}" if count else ""
    text = "; ".join(filter(None, (line.detail, told)))
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _whole(lines: tuple[ProfileLine, ...]) -> Iterator[str]:
    digits = len(str(lines[-1].number))
    for line in lines:
        told = clean("; ".join(filter(None, (line.title, line.detail))))
        yield f"  {line.number:<{digits}}  {told}"
        yield from (f"       - {words}" for words in map(clean, line.lines))


def _numbered(lines: tuple[ProfileLine, ...]) -> Iterator[str]:
    for line in lines:
        beside = f" ({_safe(line.detail)})" if line.detail else ""
        yield f"{line.number}. {_safe(line.title)}{beside}"
        yield from (f"   - {_safe(words)}" for words in line.lines)
