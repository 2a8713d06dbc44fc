"""Markdown to draft lines, line by line: the marks go, the words stay where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercraft.model.document import Document
from careercraft.read.assemble import Draft, Source, assemble
from careercraft.read.clean import bullet_length, clean_line, split_lines

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*\Z")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*\Z")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*\Z")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_PHOTO = re.compile(
    r"!\[(?:[^\]]*\b)?(?:photo|photograph|portrait|picture|headshot|avatar|foto|bild|bewerbungsfoto)\b[^\]]*\]"
    r"\([^)]*\)[ \t]*",
    re.IGNORECASE,
)
"""Of a person: no word of it stands on the page."""
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>]+[.@][^\s<>]+)>")
_TAG = re.compile(
    r"</?(?:br|p|div|span|b|i|u|em|strong|small|sub|sup|a|center|img|hr|details|summary)\b[^>]*>", re.I
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_STRIKE = re.compile(r"~~(.+?)~~")
_CODE = re.compile(r"(`+)(.+?)\1")
_PROTECTED = 0xE000  # escaped marks wait in the private use area until the others are gone
_UNPROTECTED = {_PROTECTED + code: chr(code) for code in range(0x80)}
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_QUOTE = re.compile(r"\A\s{0,3}>\s?")
_MOST_BLANKS = 40
"""More of them in a row say nothing, and cost the patterns that look for blanks the square of their number."""
_LONG_BLANK = re.compile(rf"[^\S\n\r]{{{_MOST_BLANKS},}}")
_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n(?:---|\.\.\.)\s*(?:\n|\Z)", re.S)


def read_markdown(text: str, source: Source) -> Document:
    return assemble(markdown_drafts(text), source, "markdown")


def markdown_drafts(text: str) -> list[Draft]:
    """One draft a line; lines of a paragraph or list item share a block, as Markdown itself joins them."""
    text = _LONG_BLANK.sub(" " * _MOST_BLANKS, text)
    text = _without_comments(_FRONT_MATTER.sub("", "\n".join(split_lines(text.lstrip("\ufeff")))))
    drafts: list[Draft] = []
    gap = fenced = False
    for raw, underline in _with_underlines(text.split("\n")):
        if _FENCE.match(raw):
            gap, fenced = True, not fenced
            continue
        draft = _code_draft(raw) if fenced else _draft(raw, underline)
        if draft is None:
            gap = True
            continue
        _append(drafts, draft, gap)
        gap = draft.heading > 0
    return drafts


def _without_comments(text: str) -> str:
    """One pass, however many starts of comments there are; one that has no end stays."""
    first, *others = text.split("<!--")
    parts = [first]
    for other in others:
        inside, end, rest = other.partition("-->")
        parts.append(rest if end else f"<!--{inside}")
    return "".join(parts)


def _with_underlines(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Lines with the `===` or `---` that makes a heading of them; those rules themselves are skipped."""
    skip = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if skip:
            skip = False
            continue
        found = _UNDERLINE.match(following) if _can_be_underlined(line) else None
        skip = found is not None
        yield line, found[1][0] if found else ""


def _can_be_underlined(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("#", ">", "|", "-", "*", "=")) and "|" not in line


def _draft(raw: str, underline: str) -> Draft | None:
    if not raw.strip() or _RULE.match(raw) or ("|" in raw and _TABLE_RULE.match(raw)):
        return None
    if underline:
        return _heading(raw, 1 if underline == "=" else 2)
    heading = _HEADING.match(raw)
    if heading:
        return _heading(heading[2], len(heading[1]))
    return _body(_QUOTE.sub("", raw))


def _heading(raw: str, level: int) -> Draft | None:
    text = plain_inline(raw).strip()
    return Draft(text=text, heading=level, bold=True) if text else None


def _body(raw: str) -> Draft | None:
    expanded = raw.replace("\t", "    ")
    body = expanded.strip()
    if body.startswith("|"):
        body = "  ".join(cell.strip() for cell in body.strip("|").split("|") if cell.strip())
    marker = body[: bullet_length(body)]
    content = body[len(marker) :]
    text = clean_line(marker + plain_inline(content))
    if not text.strip():
        return None
    indent = (len(expanded) - len(expanded.lstrip())) / 2
    return Draft(text=text, bullet=bool(marker), bold=_all_strong(content), indent=indent)


def _code_draft(raw: str) -> Draft | None:
    line = clean_line(raw).strip()
    return Draft(text=line) if line else None


def _append(drafts: list[Draft], draft: Draft, gap: bool) -> None:
    if drafts:
        previous = drafts[-1]
        draft.gap = gap or draft.heading > 0
        separate = (
            draft.gap or draft.bullet or previous.heading > 0 or _is_row(draft) or draft.bold != previous.bold
        )
        draft.block = previous.block + bool(separate)
    drafts.append(draft)


def _is_row(draft: Draft) -> bool:
    return "  " in draft.text


def plain_inline(raw: str) -> str:
    """Inline marks removed; a link keeps its address in brackets unless it is its own text."""
    text = _ESCAPE.sub(lambda found: chr(_PROTECTED + ord(found[1])), raw)
    text = _IMAGE.sub(r"\1", _PHOTO.sub("", text) if "![" in text else text)
    text = _LINK.sub(_link_text, text)
    text = _TAG.sub(" ", _AUTOLINK.sub(r"\1", text)) if "<" in text else text
    for pattern in (_STRONG, _EMPHASIS, _CODE):
        text = pattern.sub(r"\2", text)
    return clean_line(_STRIKE.sub(r"\1", text).translate(_UNPROTECTED))


def _link_text(found: re.Match[str]) -> str:
    text, url = found[1], found[2].removeprefix("mailto:")
    if url.startswith("#") or text.strip("/") in url:
        return url if text.strip("/") in url and not url.startswith("#") else text
    return f"{text} ({url})"


def _all_strong(content: str) -> bool:
    found = _STRONG.match(content.strip())
    return found is not None and len(found[2]) >= 0.5 * len(content.strip())
