"""The posting's own words for what it asks, cut to what names it."""

from __future__ import annotations

import re

from careercraft.parse.job_cue import Lazy
from careercraft.parse.tables import word_set

_LEAD_IN = re.compile(
    r"""^(?:
      (?:in\ particular|ideally|preferably|additionally|also)\b
    | (?:you(?:['’](?:ll|ve|re)|\ will|\ have|\ are|\ bring|\ should|\ must)?|we\ expect
       |(?:candidates?|applicants?)\ (?:must|should|will|with|who)
       |must|should|shall|will|has|have|having|holds?|be|being|is|are|able\ to|can|possess(?:es)?
       |demonstrates?d?|required|preferred)\b
    | (?:a|an|the|some|any|other|at\ least\ one|one|all|in(?!-)|of|with|to|as|and|or|for|on|at|by|your)\b
    | (?:(?:very|highly)\ )?
      (?:strong|excellent|good|great|proven|solid|deep|working|basic|advanced|hands[- ]on|practical|thorough
       |sound|in[- ]depth|extensive|outstanding|exceptional|superior|previous|prior|relevant|professional
       |demonstrable|demonstrated|general|expert|intermediate|effective|broad|current|valid|active|high
       |minimum|significant|considerable|fundamental|successful|additional|profound|marked|notable|sensible|superb
       |substantial|personal\ and\ professional)\b
    | (?:experienced?|expert(?:ise)?|knowledge(?:able)?|understanding|familiar(?:ity)?|proficien(?:t|cy)
       |competen(?:t|ce|cy)|command|ability|abilities|capability|capable|skilled|skills?|aptitude|background
       |exposure|track\ record|willing(?:ness)?|comfortable|mastery|fluen(?:t|cy)|qualification|certified|capacity
       |inclination|passion(?:ate)?|know-how|acquainted|conversant|(?:well[- ])?versed|adept)
      (?:\ (?:in|with|of|to|using|on|working|at|for|about|level|the))*\b
    | (?:at\ least|minimum(?:\ of)?|more\ than|over|up\ to)?\ *
      \(?(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)\)?\ ?\+?
      (?:\ ?(?:-|–|to)\ ?\d+)?\ *(?:\(\d+\)\ *)?(?:or\ more\ )?(?:years?|yrs?|months?)'?(?:\ of)?
    )[\s:,.–-]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""How postings begin what they ask, before they name it."""
_CLAUSE = Lazy(
    r"[,;:(.!?](?:\s|$)|\s[–—-]\s|\s\("
    r"|\s(?:in order|to ensure|so that|such as|including|that|which|who|while|when|where|is|are"
    r"|required|preferred|desired|a plus|would|e\.g\.|i\.e\.|with a|as well"
    r"|to (?:study|help|ensure|support|drive|deliver|make|build|create|manage|provide|improve|meet|solve|keep|measure"
    r"|influence|work|use|understand|identify|perform|achieve|assess|handle|maintain|develop|determine|communicate))\b",
    re.IGNORECASE,
)
_DANGLING = Lazy(
    r"(?:[\s,;:–-]|\b(?:a|an|the|and|or|of|in|to|with|for|on|at|by|from|as|is|be|etc|into|their|our|your))+$",
    re.I,
)
_PROSE = Lazy(
    r"\s*(?:we|our|us|this|these|it|they|there|if|please|join|as (?:an?|the|our|part)|in this"
    r"|the (?:ideal|right|successful|role|position|work|job)|are you|do you|i|he|she"
    r"|for (?:job )?(?:positions?|applicants?|candidates?)|while|and|but|so|because|whether|when|where|why|what|how"
    r"|here|today|see|check out|(?:general |important |please )?notes?|more (?:details|information)|that means|about"
    r"|the \w+ (?:role|purpose|function)|(?:travel|salary|pay) (?:expect|range|requirement)\w*|salary"
    r"|ready to|don['’]t|visit|learn more|imagine"
    r"|\d[\d.,]*\s*(?:million|billion|thousand|%)"
    r"|you(?:['’]re| are)? (?:think|appreciate|feel|love|believe|realize|an? \w+ and an?))\b"
    r"|(?-i:[A-Z’'&,-]+\s+){3}(?-i:[A-Z’'&-]{2,})|\w{1,2}$|.*!\s*$",
    re.IGNORECASE,
)
_NO_ASK = Lazy(
    r"\?\s*$|^\W*(?:no|not)\b|^(?:similar|related|equivalent|comparable|other|following|etc)\b|\b(?:18|21|eighteen|twenty-one)\b.{0,12}\byears?\b.{0,8}\b(?:old|older|age)\b"
    r"|\b(?:18|21)(?: or older|\+$)|\bno (?:\w+ ){0,4}experience\b(?:.{0,14}\b(?:needed|required|necessary))?"
    r"|\bin lieu of\b|\b(?:may|can|will) (?:also )?be (?:considered|substituted)\b",
    re.IGNORECASE,
)
"""A question, "similar tools", an age, that no experience is needed, and what will do instead."""
_ATTITUDE = Lazy(
    r"^\W*(?:you (?:are|thrive|love|enjoy|want|like"
    r"|have an? (?:great |good |healthy |strong )?(?:sense|passion|desire|drive))"
    r"|(?:an? )?(?:strong |true |genuine |real )?(?:passion|desire|drive|enthusiasm|love|hunger|willing\w*|eager\w*"
    r"|excite\w*|inspired|motivated|thrives?|enjoys?|loves?|driven|sense of humor|passionate|interest|interested"
    r"|appetite|mindset))\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s*$", re.IGNORECASE)
_EXAMPLES = Lazy(
    r"\b(?:such as|e\.g\.?|like|for example|including but not limited to"
    r"|(?:one|any)(?: or more)? of(?: the following)?)[\s,:]",
    re.IGNORECASE,
)
_KIND_OF_THING = Lazy(
    r"(?:(?:tools?|technolog(?:y|ies)|languages?|software|frameworks?|platforms?|systems?|libraries|applications?|programs"
    r"|equipment|machines|methods|techniques|concepts|skills|products|packages|standards)(?:\s(?:and|or|/)\s)?)+",
    re.IGNORECASE,
)
_OPENS_EXAMPLES = Lazy(
    r"[\s,:(]*\b(?:such as|e\.g\.,?|like|including|for example,?)\s+|\s\(|:\s+", re.IGNORECASE
)
_SENTENCE_END = Lazy(r"[.;!?)](?:\s|$)")
_BARE_NOUN = Lazy(r"(?<=\S)\s+(?:experience|expertise|knowledge|background|know-how)$", re.IGNORECASE)
_ADJECTIVE = Lazy(r"(?:al|ic|ive|ed|ful|ous|able|ary)$", re.IGNORECASE)
TELLS_NOTHING = word_set(
    """skill skills ability abilities capability capabilities capacity proficiency proficiencies competence competency
    competencies experience expertise knowledge aptitude technique techniques principles practices concepts"""
)
"""Last words of a name that may go where what is left names the same skill."""
MOST_WORDS = 8
_ITEM_WORDS = 4
_SHORT_SHARE = 0.6
"""Of the items of a list that are short."""
_LISTED_SHARE = 0.4
"""Of its letters that stand in short items."""


def shortest_words(text: str) -> tuple[int, int]:
    """Start and end, in `text`, of the words that name what it asks: "Strong knowledge of food safety, and ..."
    gives "food safety". Never empty for a text with a letter."""
    start, end = _clause(text)
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) > MOST_WORDS:
        end = start + words[MOST_WORDS - 1].end()
    dangling = _DANGLING.search(text, start, end)
    if dangling and dangling.start() > start:
        end = dangling.start()
    return start, _without_tail(text, start, end)


def _without_tail(text: str, start: int, end: int) -> int:
    """Without a bracket that nothing opened and a last word that says only that it is known: "Python 3 experience"."""
    if text.count(")", start, end) > text.count("(", start, end):
        end = max(start + 1, text.index(")", start, end))
    found = _BARE_NOUN.search(text[start:end])
    return (
        start + found.start() if found and not _ADJECTIVE.search(text[start : start + found.start()]) else end
    )


def is_nameable(text: str) -> bool:
    """Its first clause is short enough to stand as a name, so that `shortest_words` cuts nothing off."""
    start, end = _clause(text)
    return len(text[start:end].split()) <= MOST_WORDS


def _clause(text: str) -> tuple[int, int]:
    start = _skip_lead_ins(text)
    clause = _CLAUSE.search(text, start + 1)
    # "Tools such as Foo and Bar": what is only said to be a tool has its name in the examples.
    if clause and _KIND_OF_THING.fullmatch(text, start, clause.start()) and _shows(text, clause):
        start = _shows(text, clause)
        clause = _SENTENCE_END.search(text, start)
    # "Ability to find, organize and use resources": a verb alone names nothing.
    while clause and clause[0][0] == "," and _is_verb(text, start, clause.start()):
        clause = _CLAUSE.search(text, clause.end())
    return start, clause.start() if clause else len(text)


def _shows(text: str, clause: re.Match[str]) -> int:
    """Where the examples begin that open with this end of a clause; 0 when it opens none."""
    found = _OPENS_EXAMPLES.match(text, clause.start())
    return found.end() if found and re.match(r"\w", text[found.end() :]) else 0


def _is_verb(text: str, start: int, end: int) -> bool:
    words = text[start:end].replace(",", " ").split()
    return len(words) <= MOST_WORDS // 2 and words[-1].islower() and bool(_INFINITIVE.search(text, 0, start))


def _skip_lead_ins(text: str) -> int:
    start = 0
    while found := _LEAD_IN.match(text[start:]):
        step = found.end()
        if not step or not re.search(r"\w", text[start + step :]):
            break
        start += step
    return start


def is_prose(text: str) -> bool:
    """A sentence about the employer or to the reader, which names nothing by its first words."""
    return bool(_PROSE.match(text))


def asks_nothing(text: str) -> bool:
    """A question, an age, or that something isn't needed."""
    return bool(_NO_ASK.search(text))


def is_attitude(text: str) -> bool:
    """What somebody should feel rather than know: "passionate about live entertainment"."""
    return bool(_ATTITUDE.match(text))


def examples_start(text: str) -> int:
    """Where the examples of a general name begin, "data standards (e.g. HL7, LOINC)"; the text's end without any."""
    found = _EXAMPLES.search(text)
    return found.start() if found else len(text)


def list_items(text: str) -> list[tuple[int, int]]:
    """Places of the short items of a plain list of three or more, most of them short, else nothing. Deeds ("solving
    problems") are no items: they tell what the others are for."""
    body_start = _skip_lead_ins(text)
    if _INFINITIVE.search(text, 0, body_start):
        return []
    items = [
        (body_start + found.start(), body_start + found.end())
        for found in re.finditer(r"[^,;|•]+", text[body_start:])
        if found.group().strip(" .")
    ]
    trimmed = [_trim(text, start, end) for start, end in items]
    short = [place for place in trimmed if _is_item(text[place[0] : place[1]])]
    letters = sum(end - start for start, end in short)
    listed = len(short) >= _SHORT_SHARE * len(trimmed) and letters >= _LISTED_SHARE * (len(text) - body_start)
    return short if len(trimmed) >= 3 and listed else []


def _is_item(text: str) -> bool:
    words = text.split()
    named = re.search(r"\w\w", text) and not re.match(r"etc\b", text)
    deed = len(words) > 1 and words[0].islower() and words[0].endswith("ing")  # "welding" alone is a name
    return bool(named) and len(words) <= _ITEM_WORDS and not deed


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    found = re.match(r"\s*(?:(?:and|or|&)\s+)?", text[start:end])
    start += found.end() if found else 0
    end = start + len(text[start:end].rstrip(" ."))
    unopened = text.count(")", start, end) > text.count("(", start, end)
    return start, end - 1 if unopened and text[end - 1] == ")" else end
