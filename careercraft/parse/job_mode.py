"""How the work is done: on site, hybrid or remote."""

from __future__ import annotations

import re

from careercraft.model.document import Span, Text
from careercraft.model.job import WorkMode
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_sections import Fact, Outline

_MODES: tuple[tuple[WorkMode, str], ...] = (
    ("onsite", r"\b(?:no[tn]?|not a|without|isn['’]t|is not)\s(?:\w+\s){0,2}(?:remote|home[- ]office"
               r"|telecommut\w+|telework\w*)\b(?!\s(?:sens|monitor))|\bremote(?:\swork)?\s(?:is\s)?(?:not"
               r"|un)\s?(?:available|possible|an option|offered|considered|permitted)"
               r"|\b(?:telecommut\w+|telework\w*|work(?:ing)?[- ]from[- ]home|remote\swork\w*)\s(?:is\s|are\s)?"
               r"(?:not|un)\s?(?:available|permitted|possible|an option|offered|considered|allowed)"
               r"|\bnot\s(?:an?\s)?work[- ]from[- ]home\b"
               r"|\b(?:fully|100\s?%|5 days)\s(?:on[- ]?site|in[- ]office|in[- ]person)"
               r"|\b(?:performed|done|completed)\s(?:on-?site\b|in\sperson\b)"
               r"|\bin\s(?:the\s|our\s)?office\s(?:every\sday|daily|full[- ]time|(?:5|five)\sdays)"
               r"|\bremote\s?:\s?no\b|\btelecommuting options?\s?:\s?(?:no|none)"),
    ("hybrid", r"\bhybrid(?:[- ](?:work\w*|role|position|model|schedule|remote|office|setup|environment"
               r"|arrangement|job|opportunity))|\(hybrid\)|(?:^|[-–|•,:(/·]\s?)hybrid\s?(?:[-–|•(),/·]|$)"
               r"|\bhybrid\b.{0,40}\b(?:days|office|home)|\b(?:\d|one|two|three"
               r"|four)(?:\s?[-–to]+\s?\d)?\sdays?\s(?:a|per|each|/)\s?week\s(?:in|at|from"
               r"|on)[- ](?:the\s|our\s|your\s)?(?:office|home|site)|\bdays?\s(?:remote|from home"
               r"|in (?:the |our )?office)\b"
               r"|\bremote\s(?:[1-4]|one|two|three|four)(?:\s?[-–to]+\s?[2-4])?\sdays?\b"
               r"|\b(?:wfh|work(?:ing)?\sfrom\shome)\s(?:on\s)?(?:mon|tues|wednes|thurs|fri)days?\b"
               r"|\b(?:mix|mixture|combination|blend)\sof\s(?:\w+[- ]){0,3}(?:office|home|remote)\b"
               r"|\bsplit\s(?:your\s)?(?:time|week)\sbetween\s(?:\w+\s){0,3}(?:home|office)\b"
               r"|\b(?:partial(?:ly)?|partly|part[- ]time|occasional(?:ly)?)\s(?:remote|from home"
               r"|telework)|\bteilweise\s(?:remote|homeoffice)|\bhybride\b|\bhíbrid[oa]\b"
               r"|\b(?:mon|tues|wednes|thurs|fri)days?\s(?:are\s)?(?:from home|remote|wfh)\b"
               r"|(?<!full )(?<!fully )(?<!% )\bsmart[- ]working\b|\bibrid[oa]\b"
               r"|\boffice\s(?:at\sleast\s|for\s|about\s|around\s|on\s|a\sminimum\sof\s)?(?:[1-4]|one|two|three|four)"
               r"(?:\s?[-–to]+\s?[2-4])?\sdays?\b"
               r"|\b[1-9]\d\s?%\s(?:in[- ](?:the\s)?office|on-?site|remote(?:ly)?|from\shome)"
               r"|tage\shome-?office|télétravail\s(?:partiel|\d)"),
    ("remote", r"\b(?:fully|100\s?%|completely|entirely|permanent(?:ly)?|all)[- ]remote"
               r"|\bremote[- ](?:first|only|friendly|position|role|job|opportunity|work\w*|based|eligible"
               r"|within|option|employees?|from|in the|us\b|usa\b|uk\b|europe|anywhere)|\(remote\b|(?:^"
               r"|[-–|•,:(/·]\s?)remote\s?(?:[|•(),/·]|$|[-–]\s|\sin\s|\swithin\s)"
               r"|\bwork(?:ing)?\s(?:from\shome|remotely|from\sanywhere)|\bremotely\b"
               r"|\bhome[- ]?based\b(?!\s(?:care|service|therap|program|visit|support|business))"
               r"|(?:^|[-–|•,:(/·]\s?)anywhere\s(?:in|within|across)\s"
               r"|\b(?:located|based|live|reside|sit|work|working)\s(?:from\s)?anywhere\s(?:in|within|across)\s"
               r"|\bwork(?:ing)?\sfrom\sany\slocation\b|\bwork(?:ing)?\s(?:from\s)?where(?:ver|\sever)\syou"
               r"|\bremote\s(?:ok(?:ay)?|possible|allowed|available|welcome|considered|u\.s\.)(?!\w)"
               r"|\bremote\s(?:candidates|applicants|workers)\s(?:are\s|will\sbe\s)?(?:welcome|considered|ok\w*|encouraged)"
               r"|\bopen\sto\s(?:\w+\s){0,2}remote\b|\b(?:can|may|could|will)\s(?:also\s)?be\s(?:\w+\s)?remote\b"
               r"|\bwork\sremote\b|(?:^|[-–|•,:(/·]\s?)remote\s(?:or|and|&)\s(?!on)|\bwork[- ]at[- ]home\b"
               r"|\b(?:fully|100\s?%|entirely)\sdistributed\b(?!\s(?:system|data|comput))|\bdistributed\scompany\b"
               r"|(?:^|[-–|•,:(/·]\s?)virtual\s?(?:$|[|•(),/·])"
               r"|\bvirtual[- ](?:position|role|job|opportunity|office|based)\b"
               r"|\blocation[- ](?:independent|agnostic)\s(?:position|role|job|work)"
               r"|\b(?:us|usa|uk|eu|europe|canada|germany)\sremote\s?$"
               r"|\bthis\s(?:is\s)?(?:an?\s)?(?:\w+\s)?remote\b|\btelecommut(?:e|ing)\b(?!\soptions)"
               r"|\btele-?work\w*|\bhome-?office\b|\btélétravail|\bteletrabajo|\bteletrabalho"
               r"|\bda\sremoto|\bthuiswerken|\bwfh\b|\bremoto\b|\bsmart[- ]working\b"
               r"|\b(?:or|oder|ou|o|of)\sremote\b(?!\s(?:sens|site|loc|area|off|team))"),
    ("onsite", r"\bon-?site\s(?:position|role|job|work|only|in|at|presence|required|daily|full)|\b(?:is"
               r"|be|work|working)\s(?:an?\s)?(?:fully\s)?(?:on-?site|on\ssite|in[- ]office)\b|(?:^"
               r"|[-–|•,:(/·]\s?)on-?site\s?(?:only|$|[|•(),/·]|[-–]\s)|\bin[- ]person\s(?:role|position"
               r"|job)|(?:^|[-–|•,:(/·]\s?)in[- ]person\s?(?:only|$|[|•(),/·])"
               r"|\b(?:full[- ]time|entirely)\s(?:in[- ]office|in[- ]person)"
               r"|\b(?:is|role|position|job)\s(?:an?\s)?(?:fully\s)?office[- ]based\b"
               r"|(?:^|[-–|•,:(/·]\s?)office[- ]based\s?(?:$|[|•(),/·])"
               r"|\bwork(?:s|ing)?\s(?:from|in|out\sof|at)\s(?:our|the)\s(?:[\w'’]+\s){0,6}?"
               r"(?:office|headquarters|hq)\b(?!\s(?:or|and|\d))"
               r"|\bphysically\s(?:present|located|based|work\w*|report\w*)\b|\b(?:office|on-?site)\spresence\b"
               r"|\b(?:role|position|job|you)\s(?:will\s)?sits?\s(?:in|at|out\sof)\s(?:our|the)\s(?:[\w'’]+\s){0,4}office\b"
               r"|\bwork\s(?:\w+\s){0,2}office\shours\b[^.]{0,60}\b(?:in|at)\s(?:the|our)\s(?:[\w,'’-]+\s){0,4}"
               r"(?:office|headquarters|hq)\b"
               r"|\bvor\sort\b|\bsur\ssite\b|\bpresencial\b|\bin\ssede\b|\bop\slocatie\b"),
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
    r"|télétravail|teletrabajo|remoto)(?:\s(?:only|within|in|from|aus|innerhalb|desde|em|en|da))?",
    re.IGNORECASE,
)
_FOR_NOW = Lazy(r"\b(?:covid\w*|pandemic|until further notice|temporarily)\b", re.IGNORECASE)
_SURELY = Lazy(
    r"\b(?:fully|100\s?%|completely|entirely|permanent\w*|position|role|job|anywhere|remote[- ]first|days?)\b",
    re.IGNORECASE,
)
_HOME_AT_TIMES = Lazy(
    r"\b(?:work(?:ing)?[- ]from[- ]home|remote(?:\swork\w*)?|wfh)\s(?:flexibility|options?|opportunit\w+|polic\w+)"
    r"|\bflexib\w+\s(?:to\s)?(?:work(?:ing)?[- ]from[- ]home|remote\swork\w*)",
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
    r"|presencial|sede|thuis|locatie|wfh|smart|anywhere|virtual"
    r"|location[- ](?:ind|agn)|physically|distributed|wherever",
    re.IGNORECASE,
)


def read_work_mode(outline: Outline) -> tuple[WorkMode, Text] | None:
    """The first clear word in the order of trust: labelled facts, the head, then anywhere."""
    for fact in outline.facts:
        if fact.kind in ("mode", "location", "employment", "title"):
            value = outline.flat[fact.start : fact.end]
            mode = _labelled_mode(fact, value)
            if mode:
                return mode, Text(" ".join(value.split()), Span(fact.start, fact.end, fact.page))
    best: tuple[int, WorkMode, Text] | None = None
    perks = {passage.unit.start for passage in outline.passages if passage.section == "benefit"}
    for unit in outline.units:
        # "Work from home" alone in a list of perks is a day now and then; "work from home flexibility" is hybrid work.
        if unit.start in perks and not (
            _SURELY.search(outline.flat, unit.start, unit.end)
            or _HOME_AT_TIMES.search(outline.flat, unit.start, unit.end)
        ):
            continue
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
    return mode_of(f"| {value}")


def mode_of(text: str) -> WorkMode | None:
    """The mode that the words tell, or None."""
    return next((mode for mode, pattern in _MODE if pattern.search(text)), None)


def _in_unit(outline: Outline, start: int, end: int) -> tuple[int, WorkMode, int, int] | None:
    text = outline.flat[start:end]  # patterns with ^ need the unit as a string of its own
    for rank, (mode, pattern) in enumerate(_MODE):
        for match in pattern.finditer(text):
            if not _FALSE_MODE.search(
                text[max(0, match.start() - 12) : match.end() + 16]
            ) and not _FOR_NOW.search(text, max(0, match.start() - 80), min(len(text), match.end() + 80)):
                if mode == "remote" and _SOME_DAYS.search(
                    text, max(0, match.start() - 30), min(len(text), match.end() + 40)
                ):
                    mode, rank = "hybrid", 1
                high = match.end() - (len(match[0]) - len(match[0].rstrip(" -–|•,:/·)(")))
                low = match.start() + (len(match[0]) - len(match[0].lstrip(" -–|•,:/·(")))
                return rank, mode, start + low, start + high
    return None
