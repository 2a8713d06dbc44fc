"""Where the work is done: location, and on site, hybrid or remote."""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.document import Span, Text
from careercraft.model.job import WorkMode
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_sections import Fact, Outline
from careercraft.parse.places import Place, city_country, country_code, find_places


class Location(NamedTuple):
    text: Text
    city: str | None
    region: str | None
    country: str | None


_HEAD_UNITS = 12
_ASKS_HERE = re.compile(
    r"\b(?:degree|experience|skills|knowledge|science|engineering|years|bachelor"
    r"|customers|clients|offices|founded|headquarter\w*)\b",
    re.IGNORECASE,
)
_IN_PROSE = Lazy(
    r"""(?:\b(?i:based|located|location\sis|position\sis|role\sis|job\sis|working|work|office|facility|site
      |campus|join\sus|onsite|on-site|hybrid|position|opening|opportunity|available|relocate|standort|basé
      |ubicad[oa])
        \s(?i:(?:remotely\s|out\sof\s|from\s|on-?site\s|full[- ]time\s|available\s)*)(?i:in|at|out\sof|near
        |from|to|für|à|en)\s(?i:our\s|the\s|downtown\s|beautiful\s|central\s)*
      |\bour\s|\bin\s(?:our\s)?|\bthe\s)
      (?P<place>[A-ZÀ-Þ][\w.'’À-ÿ-]+(?:\s[A-ZÀ-Þ][\w.'’À-ÿ-]+){0,3}(?:,\s?[A-ZÀ-Þ][\w.À-ÿ-]+(?:\s[A-Z]\w+)?)?)(?P<office>\s(?i:office|campus|location|facility))?""",
    re.VERBOSE,
)
_ANCHORED = Lazy(
    r"^(?:based|located|location|position|role|job|office|facility|site|campus|working|work"
    r"|onsite|on-site|hybrid|opening|opportunity|relocate|standort|basé|ubicad)",
    re.IGNORECASE,
)
_MODES: tuple[tuple[WorkMode, str], ...] = (
    ("onsite", r"\b(?:no[tn]?|not a|without|isn['’]t|is not)\s(?:\w+\s){0,2}(?:remote|home[- ]office"
               r"|telecommut\w+|telework\w*)\b(?!\s(?:sens|monitor))|\bremote(?:\swork)?\s(?:is\s)?(?:not"
               r"|un)\s?(?:available|possible|an option|offered|considered|permitted)"
               r"|\b(?:fully|100\s?%|5 days)\s(?:on-?site|in[- ]office|in[- ]person)"
               r"|\bremote\s?:\s?no\b|\btelecommuting options?\s?:\s?(?:no|none)"),
    ("hybrid", r"\bhybrid(?:[- ](?:work\w*|role|position|model|schedule|remote|office|setup|environment"
               r"|arrangement|job|opportunity))|\(hybrid\)|(?:^|[-–|•,:(/·]\s?)hybrid\s?(?:[-–|•(),/·]|$)"
               r"|\bhybrid\b.{0,40}\b(?:days|office|home)|\b(?:\d|one|two|three"
               r"|four)(?:\s?[-–to]+\s?\d)?\sdays?\s(?:a|per|each|/)\s?week\s(?:in|at|from"
               r"|on)[- ](?:the\s|our\s|your\s)?(?:office|home|site)|\bdays?\s(?:remote|from home"
               r"|in (?:the |our )?office)\b"
               r"|\b(?:partially|partly|part[- ]time|occasional(?:ly)?)\s(?:remote|from home"
               r"|telework)|\bteilweise\s(?:remote|homeoffice)|\bhybride\b|\bhíbrid[oa]\b"
               r"|\bibrid[oa]\b|tage\shome-?office|télétravail\s(?:partiel|\d)"),
    ("remote", r"\b(?:fully|100\s?%|completely|entirely|permanent(?:ly)?|all)[- ]remote"
               r"|\bremote[- ](?:first|only|friendly|position|role|job|opportunity|work\w*|based|eligible"
               r"|within|option|employees?|from|in the|us\b|usa\b|uk\b|europe|anywhere)|\(remote\b|(?:^"
               r"|[-–|•,:(/·]\s?)remote\s?(?:[|•(),/·]|$|[-–]\s|\sin\s|\swithin\s)"
               r"|\bwork(?:ing)?\s(?:from\shome|remotely|from\sanywhere)|\bremotely\b|\bhome-?based"
               r"|\bthis\s(?:is\s)?(?:an?\s)?(?:\w+\s)?remote\b|\btelecommut(?:e|ing)\b(?!\soptions)"
               r"|\btele-?work\w*|\bhome-?office\b|\btélétravail|\bteletrabajo|\bteletrabalho"
               r"|\bda\sremoto|\bthuiswerken|\bwfh\b|\bremoto\b"),
    ("onsite", r"\bon-?site\s(?:position|role|job|work|only|in|at|presence|required|daily|full)|\b(?:is"
               r"|be|work|working)\s(?:an?\s)?(?:fully\s)?(?:on-?site|on\ssite|in[- ]office)\b|(?:^"
               r"|[-–|•,:(/·]\s?)on-?site\s?(?:only|$|[|•(),/·]|[-–]\s)|\bin[- ]person\s(?:role|position"
               r"|job)|\bvor\sort\b|\bsur\ssite\b|\bpresencial\b|\bin\ssede\b|\bop\slocatie\b"),
)  # fmt: skip
_MODE = tuple((mode, Lazy(pattern, re.IGNORECASE)) for mode, pattern in _MODES)
# Work from home as a perk or an exception.
_SOME_DAYS = Lazy(
    r"\b(?:flexib\w*|options?|occasion\w*|some|days?|consider\w*|possib\w*|allowed|ability"
    r"|opportunity|up to|partial\w*|sometimes|comfortable)\b",
    re.IGNORECASE,
)
_ONLY_MODE = re.compile(
    r"(?:(?:fully|100 ?%|partly)\s)?(?:remote|hybrid|on-?\s?site|in[- ]office|home[- ]?office|work from home"
    r"|télétravail|teletrabajo|remoto)(?:\s(?:only|within|in))?",
    re.IGNORECASE,
)
_FALSE_MODE = Lazy(
    r"remote\s(?:sens\w+|monitor\w*|access|site|sites|desktop|server|team\b|teams|office|offices"
    r"|locations?|areas?|control|diagnos\w+|support|patient|procedure|users?|customers?|clients?"
    r"|employees|workers|stakeholders|meetings|collaborat\w+|deployment|repositor\w+|communit\w+)"
    r"|(?:support|supporting|manage|managing|with|lead|leading|across)\s(?:\w+\s)?remote|(?:snacks"
    r"|state[- ]of|gym|fitness|lunch|parking|clinic|visits?|interview)\b|hybrid\s(?:cloud|app\w*|mobile"
    r"|infrastructure|vehicle\w*|engine\w*|electric)|such as\s.{0,30}remote",
    re.IGNORECASE,
)
_MODE_HINT = re.compile(
    r"remot|hybr|íbrid|ibrid|site|office|home|tele|télé|in[- ]person|vor ort"
    r"|presencial|sede|thuis|locatie|wfh",
    re.IGNORECASE,
)


def read_location(outline: Outline) -> Location | None:
    """From a labelled fact, else the head of the posting, else clear words in prose."""
    facts = [fact for fact in outline.facts if fact.kind == "location"]
    for fact in facts:
        if place := _first_place(outline, fact.start, fact.end, fact.page):
            return place
    return _from_head(outline) or _from_prose(outline) or (_unknown(outline, facts[0]) if facts else None)


def _unknown(outline: Outline, fact: Fact) -> Location | None:
    """A labelled place that no gazetteer knows stands as written."""
    value = " ".join(outline.flat[fact.start : fact.end].split())
    if len(value) > 60 or _mode_of(value) or not value[:1].isupper():
        return None
    return Location(Text(value, Span(fact.start, fact.end, fact.page)), None, None, None)


def _first_place(outline: Outline, start: int, end: int, page: int | None) -> Location | None:
    for place in find_places(outline.flat[start:end]):
        if place.city or place.country:
            return _location(outline.flat, place, start, page)
    return None


def _location(flat: str, place: Place, base: int, page: int | None) -> Location:
    start, end = base + place.start, base + place.end
    return Location(Text(flat[start:end], Span(start, end, page)), place.city, place.region, place.country)


def _is_certain(place: Place, text: str) -> bool:
    """A city of the gazetteer, or one with a state or a country behind it that isn't just two capitals ("CS, IS")."""
    if not place.city or not (place.region or place.country) or country_code(place.city):
        return False
    if city_country(place.city) or city_country(place.city.partition(" ")[2]):  # "South San Francisco"
        return True
    return len(place.city.split()) <= 2 and (
        place.region is not None or len(text[place.start : place.end].rpartition(",")[2].strip()) > 2
    )


def _from_head(outline: Outline) -> Location | None:
    """A short line near the top that holds a place with its region or country: "Nurse | Boston, MA | Full-time"."""
    for unit in outline.units[:_HEAD_UNITS]:
        text = outline.flat[unit.start : unit.end]
        if len(text) > 110 or text.endswith("."):
            continue
        found = find_places(text)
        for place in found:
            if _is_certain(place, text) and not _ASKS_HERE.search(text):
                return _location(outline.flat, place, unit.start, unit.page)
        if len(found) == 1 and found[0].country and _is_remote_in(text, found[0]):
            return _location(outline.flat, found[0], unit.start, unit.page)
    return None


def _is_remote_in(text: str, place: Place) -> bool:
    """ "Remote - Canada", "France (remote)": a mode of work, a country, and nothing else."""
    rest = re.sub(r"\W+", " ", text[: place.start] + " " + text[place.end :]).strip()
    return is_work_mode(rest)


def _from_prose(outline: Outline) -> Location | None:
    best: tuple[int, Location] | None = None
    for unit in outline.units:
        for match in _IN_PROSE.finditer(outline.flat, unit.start, unit.end):
            anchored = bool(_ANCHORED.match(match[0]) or match["office"])
            comma = "," in match["place"]
            if not anchored and not comma:
                continue
            start = match.start("place")
            place = next((p for p in find_places(match["place"]) if _is_certain(p, match["place"])), None)
            if place and (best is None or anchored + comma > best[0]):
                best = (anchored + comma, _location(outline.flat, place, start, unit.page))
    return best[1] if best else None


def read_work_mode(outline: Outline) -> tuple[WorkMode, Text] | None:
    """The first clear word in the order of trust: labelled facts, the head, then anywhere."""
    for fact in outline.facts:
        if fact.kind in ("mode", "location", "employment", "title"):
            value = outline.flat[fact.start : fact.end]
            mode = _labelled_mode(fact, value)
            if mode:
                return mode, Text(" ".join(value.split()), Span(fact.start, fact.end, fact.page))
    best: tuple[int, WorkMode, Text] | None = None
    for unit in outline.units:
        if _MODE_HINT.search(outline.flat, unit.start, unit.end) and (
            found := _in_unit(outline, unit.start, unit.end)
        ):
            rank, mode, start, end = found
            if best is None or rank < best[0]:
                best = (
                    rank,
                    mode,
                    Text(" ".join(outline.flat[start:end].split()), Span(start, end, unit.page)),
                )
    return (best[1], best[2]) if best else None


def is_work_mode(words: str) -> bool:
    """Whether the words name a mode of work and nothing else."""
    return _ONLY_MODE.fullmatch(words.strip()) is not None


def _labelled_mode(fact: Fact, value: str) -> WorkMode | None:
    bare = value.casefold().strip(" .")
    if fact.kind == "mode":
        if re.search(r"^(?:no|none)\b|\bnot\b", bare):
            return "onsite"
        if re.search(r"\b(?:some|occasional|part|days?)\b", bare):
            return "hybrid"
        if bare.startswith(("yes", "ja", "oui", "sí", "remote", "fully")):
            return "remote"
    return _mode_of(f"| {value}")


def _mode_of(text: str) -> WorkMode | None:
    return next((mode for mode, pattern in _MODE if pattern.search(text)), None)


def _in_unit(outline: Outline, start: int, end: int) -> tuple[int, WorkMode, int, int] | None:
    text = outline.flat[start:end]  # patterns with ^ need the unit as a string of its own
    for rank, (mode, pattern) in enumerate(_MODE):
        for match in pattern.finditer(text):
            if not _FALSE_MODE.search(text[max(0, match.start() - 12) : match.end() + 16]):
                if mode == "remote" and _SOME_DAYS.search(
                    text, max(0, match.start() - 30), min(len(text), match.end() + 40)
                ):
                    mode, rank = "hybrid", 1
                high = match.end() - (len(match[0]) - len(match[0].rstrip(" -–|•,:/·)(")))
                low = match.start() + (len(match[0]) - len(match[0].lstrip(" -–|•,:/·(")))
                return rank, mode, start + low, start + high
    return None
