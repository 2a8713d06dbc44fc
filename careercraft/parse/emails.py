"""Email addresses as resumes print them: whole, broken by a narrow column, spaced out, or hidden from robots."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from careercraft.parse.tables import word_set

EMAIL = re.compile(r"[\w.+%'-]{1,64}@(?:[\w-]+\.)+[A-Za-z]{2,24}")
PHONE = re.compile(r"\+?\(?\d[\d ().-]{7,}\d")
ADDRESS = re.compile(rf"{EMAIL.pattern}|{PHONE.pattern}")
_TAIL = re.compile(r"(?P<gap>\s)(?P<tail>[\w-]{0,30}(?:\.[\w-]{1,30}){0,3})(?=$|\s)")
_NAME = re.compile(r"[\w.+%'-]{1,64}$")
_DOMAIN = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*\.?)?")
_LOCAL = re.compile(r"(?:^|[:\s])(?P<head>[\w.+%'-]{1,40}[.\-+_])\s$")
_LONGEST_NAME = 64
_LONGEST_END = 2
DOMAINS = word_set("""
    com org net io dev me edu ai app co info tech design blog xyz site page name pro biz online email mail
    de fr es it nl ch at be pt eu uk us ca in gov ie dk se no fi pl cz sk hu ro bg gr hr si rs lu li tr ru ua
    br mx ar cl pe ve uy ec au nz za ng ke gh eg ma jp cn hk sg my ph th vn id kr tw pk bd lk ae sa il cat
    academy agency studio solutions digital consulting engineer engineering systems media photography software health
    care cloud live art world school university museum foundation group space works zone today life expert global
    team technology legal law doctor dental clinic build construction cafe kitchen restaurant show film music berlin
    paris london amsterdam wien swiss scot wales bzh eus gal coop jobs community services support network company""")
_ENDS = word_set("com net org info name edu dev app biz site page online design tech blog")
"""Endings that a break inside leaves looking whole ("…example.co / m")."""


class Found(NamedTuple):
    """Where the address stands in the text, and the address itself without breaks and disguises."""

    start: int
    end: int
    value: str


def find_email(text: str) -> Found | None:
    """The first address of `text`, None where there is none. An address that a narrow column broke is put together."""
    if match := EMAIL.search(text):
        return _mended(text, match.start(), match.end())
    if "@" in text:
        return _broken(text) or _spaced(text)
    return _hidden(text)


def without_emails(text: str) -> str:
    """`text`, as long as it was, with spaces where addresses stood."""
    found = find_email(text) if "@" in text else None
    if found is None:
        return text
    blank = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return EMAIL.sub(lambda match: " " * len(match[0]), blank)


def holds_address(text: str) -> bool:
    """An email address or a telephone number stands in it."""
    return bool(ADDRESS.search(text))


def _mended(text: str, start: int, end: int) -> Found:
    """A whole address with what a line's end parted from it at either side."""
    head = _LOCAL.search(text[:start])
    first = head["head"] if head and not text[:start].strip(head["head"] + " \n") else ""
    value = f"{first}{text[start:end]}"
    tail = _TAIL.match(text, end)
    if tail and tail["tail"] and _goes_on(value, tail["tail"]):
        value, end = value + tail["tail"], tail.end()
    return Found(head.start("head") if head and first else start, end, value)


def _goes_on(value: str, tail: str) -> bool:
    """Only both together end like an address, or the tail is too short to be anything else."""
    last = value.rpartition(".")[2].lower()
    whole = f"{last}{tail}".rpartition(".")[2].lower()
    if whole not in DOMAINS or tail.lower().startswith("www."):
        return False
    if last not in DOMAINS:
        return True
    return len(tail) <= _LONGEST_END and whole in _ENDS and tail.islower() == value[-1].islower()


def _broken(text: str) -> Found | None:
    """ "ada.brown@examp le.com": nothing before the break is a whole domain."""
    for sign in re.finditer("@", text):
        first = max(0, sign.start() - _LONGEST_NAME)
        name = _NAME.search(text[first : sign.start()])
        domain = _DOMAIN.match(text, sign.end())
        tail = _TAIL.match(text, domain.end()) if name and domain else None
        if name and domain and tail and tail["tail"]:
            value = f"{name[0]}@{domain[0]}{tail['tail']}"
            if EMAIL.fullmatch(value) and value.rpartition(".")[2].lower() in DOMAINS:
                return Found(first + name.start(), tail.end(), value)
    return None


def _spaced(text: str) -> Found | None:
    """ "ada @ example.org" that stands alone or behind a label."""
    match = _spacing().search(text)
    if match is None or match["ending"].lower() not in DOMAINS:
        return None
    start = match.start("local")
    return Found(start, match.end(), re.sub(r"\s", "", text[start : match.end()]))


def _hidden(text: str) -> Found | None:
    """ "ada [at] example [dot] org"."""
    lowered = text.lower()
    if not any(sign in lowered for sign in ("at]", "at)", "at}", "arroba", "ät]", "ät)", "chiocciola")):
        return None
    match = _disguise().search(text)
    if match is None:
        return None
    domain = re.sub(r"\s*(?:[\[({]\s*(?:dot|punkt|point|punto|ponto|punt)\s*[\])}]|\.)\s*", ".", match["domain"],
                    flags=re.IGNORECASE)  # fmt: skip
    value = f"{match['local']}@{domain}"
    return Found(match.start(), match.end(), value) if EMAIL.fullmatch(value) else None


@cache
def _spacing() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|:)[ \t]*(?P<local>[a-z0-9][\w.+-]{0,63}[ ]?@[ ]?"
        r"(?:[\w-]+[ ]?\.[ ]?){1,4}(?P<ending>[A-Za-z]{2,10}))\s*$",
        re.MULTILINE,
    )


@cache
def _disguise() -> re.Pattern[str]:
    dot = r"(?:\s*[\[({]\s*(?:dot|punkt|point|punto|ponto|punt)\s*[\])}]\s*|\.)"
    at = r"\s*[\[({]\s*(?:at|ät|arroba|arobase|chiocciola)\s*[\])}]\s*"
    return re.compile(
        rf"(?<![\w.+-])(?P<local>[\w.+-]{{1,64}}){at}(?P<domain>[\w-]+(?:{dot}[\w-]+)+)", re.IGNORECASE
    )
