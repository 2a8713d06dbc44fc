"""What stands around the words that a claim rests on, in the document itself: a model chooses where its quote begins
and ends, so the quote alone tells nothing of what it leaves out.

Stricter than the rules are with what they find by themselves: those read every document alike, a model may be told
what to look for. What is refused here wrongly is only not proposed.
"""

from __future__ import annotations

import re

from careercraft.match.evidence import is_denied
from careercraft.match.wishes import is_wish
from careercraft.read.clean import BULLETS

_REACH = 200
"""Code points on either side in which a sentence is looked at."""
_NEAR = 70
"""... behind the words."""
_BREAK = re.compile(rf"\n\s*\n|\n\s*(?:[-–—*{BULLETS}]|\d{{1,2}}[.)])\s")
_END = re.compile(rf"[.!?;•](?=\s|$)|{_BREAK.pattern}")

_HARMLESS = re.compile(
    r"\bnot (?:only|just|merely)\b|\bno (?:later|less|fewer) than\b"
    r"|\b(?:no|without(?: any)?)(?: (?!experience|knowledge|skill|training|practi|exposure|background|idea|use)"
    r"[\w-]+){1,3},",
    re.IGNORECASE,
)
"""\"With no downtime, moved it to Kubernetes\": what is denied is something else, and a comma ends it."""
_DENIES = re.compile(
    r"\b(?:no|not|never|without|lack\w*|unfamiliar|nor|neither|none (?:of|at all)|nobody|zero|hardly|barely|cannot"
    r"|unlike|except|excluding|instead of|rather than|yet to|avoid\w*|refus\w+|unable|too little|nothing"
    r"|little (?:of|about)|failed|heard|watched|new to|applied (?:at|to|for)"
    r"|kein\w*|nicht|ohne|niemals|weder|ning[uú]n\w*|nunca|jam[aá]s|sin experiencia|sin conocimient\w+|aucune?|jamais"
    r"|sans exp\w+|pas d|ne conna\w+|nessun\w*|senza|non ho|nenhum\w*|não|sem exper\w+|geen|niet|zonder|nooit)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_DENIES_BEHIND = re.compile(
    r"\b(?:never|not|none|nothing|nicht|nie|nunca|jamais|mai|niet)\b|n['’]t\b|^\s*[:=(–—-]+\s*(?:no|nil|0|n/a)\b"
    r"|\bno (?:experience|knowledge|idea|practice)|\byet to\b|^-(?:free|less)\b"
    r"|^[^.\n]{0,20}[:=]\s*(?:0|zero|none|no)\b|^\s*\?\s*no\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",\s+(?:the|which|who|that|so|and|but|because)\b|\s(?:so|until|before)\b", re.IGNORECASE
)
"""Behind it something else is told."""
_WISHES = re.compile(
    r"\b(?:would|['’]d) (?:\w+ ){0,2}(?:love|like|enjoy|want|be (?:happy|glad|keen))\b|['’]d (?:\w+ )?(?:love|like)\b"
    r"|\b(?:love|plan|hope|want|wish|aim|dream|intend|long|keen|eager|excited|going|ready|about|willing|able)"
    r"(?:s|ed|ing|ning)? (?:to|of|on) (?:learn|pick|get|study|try|master|start|become"
    r"|work|move|explore|use|add|grow|deepen)"
    r"|\b(?:am|currently|now|still|begun|started|busy) (?:to |with )?(?:self-)?(?:learn|study|teach)"
    r"|\b(?:interested in|curious about|looking forward to|wishlist|wish list|will (?:soon )?(?:learn|study|pick))\b"
    r"|\b(?:could|can|may|might) (?:\w+ )?(?:learn|pick up|acquire|study)\b|\bif (?:hired|asked|needed|given)\b"
    r"|\bto (?:acquire|develop|improve|refresh)\b|\b(?:target|desired|future|planned|wanted|next) skills?\b"
    r"|\b(?:considering|thinking of|next on)\b"
    r"|\b(?:goals?|dreams?|wish(?:es)?|next steps?|learning (?:goals?|plan|list)|to learn)\s*[:–—-]"
    r"|\b(?:möchte|würde (?:gerne?|sehr)|me gustar[ií]a|quiero aprender|j['’]aimerais"
    r"|je voudrais|vorrei|gostaria|wil graag)\b",
    re.IGNORECASE,
)
_WISHES_BEHIND = re.compile(
    r"\b(?:one day|some ?day|next (?:year|month|spring|summer)|in (?:the )?future|on my list"
    r"|is (?:my )?next|is a goal|booked|enrolled|signed up|planned for|in my next|to be (?:learn\w+|studied|done))\b",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:managers?|boss(?:es)?|supervisors?|colleagues?|co-?workers?|team ?mates?|mentors?|husband|wife|spouse"
    r"|brothers?|sisters?|father|mother|parents|son|daughter|friends?|vendors?|suppliers?|contractors?|consultants?"
    r"|competitors?|predecessors?|successors?|room ?mates?|neighbou?rs?|professors?"
    r"|(?:other|another|neighbou?ring|it|ops|security) (?:teams?|departments?|shifts?|groups?|crews?|offices?|people)"
    r"|(?:team|tech|group|shift|project) leads?|team next door|engineers"
    r"|(?:previous|former) (?:admin\w*|owner|lead|manager|team|developer|person)"
    r"|developers|administrators|employer|company|provider|agency|founders?|ceo|cto)"
)
_OTHERS = re.compile(
    rf"(?:^|[,:–—(]|\b(?:while|and|but|where|because|when|whereas|since|that))\s*(?:my|our|the|his|her|their|an?|some|this)"
    rf"\s+(?:[\w’'-]+\s+){{0,2}}?{_SOMEBODY}\b(?!['’]s (?:request|behalf))"
    r"|(?:^|[,:–—(]|\b(?:while|and|but|where|because|whereas))\s*(?:she|he|they)\b"
    r"|\b(?:hired|recruited|interviewed|sourced|headhunted)\b"
    r"|\b(?:people|those|somebody|someone|others|engineers|colleagues|teams?|developers|friends|person) (?:who|that)\b",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"\bby (?:(?:my|our|the|his|her|their|an?|another|other)\s+)?(?:[\w’'-]+\s+){0,2}?"
    rf"(?:{_SOMEBODY}|firms?|others|somebody|someone)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:teams?|company|firm|group|staff|department|crew|colleagues|employer|vendor|client)(?: \w+)?"
    r" (?:with|has|had|have|of|over)\b[^,]{0,20}$",
    re.IGNORECASE,
)
_MANY_BEHIND = re.compile(
    r"\b(?:between (?:them|us)|combined|together|(?:required|wanted|asked)\s*:)", re.IGNORECASE
)
_OUTSIDE = re.compile(
    r"(?:^|[,:–—(]|\b(?:while|and|but|where|because|when|whereas|that))\s*(?:our|the|their|some|many|most)?\s*(?:[\w’'-]+\s+)?"
    r"(?:competitors?|rivals?|customers?|clients?|investors?|founders?|vendors?|suppliers?|other (?:teams?|companies"
    r"|departments?|roles?|positions?)|ceo|cto)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we|us|our|ours|it|they|company|firm|organi[sz]ation|family|business|founded)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:you|your|candidates?|applicants?|need|needs|requires?|required|must|seek|seeking|looking|want|expect|minimum"
    r"|at least one|ask|desired|prefer\w*)\b",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(r"://|\bwww\.|@|\.[a-z]{2,6}/|[?&=#]")
_ADDRESS_BEHIND = re.compile(
    r"^\S*?(?:@|://)|^(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|info|app|ai|co|uk|de|fr|es|it|nl|eu|us|example)(?![\w.])"
)
_CAPITAL = re.compile(r"[A-Z][a-z’'.-]*")
_OPENS = re.compile(rf"(?:^|[\n.!?:•{BULLETS}*–—-])\s*$")
_JOINED = re.compile(r"[&'’/-]")
_AFTER_NAME = re.compile(r"[ \t]+(?:(?:19|20)\d\d\b|[A-Z][a-z]+)")
_ITEM_END = re.compile(r"\s*(?:$|[\n,;|/)(])")


def joins_places(text: str, start: int, end: int) -> bool:
    """Whether it runs over the end of a paragraph or into the next item of a list: two facts make no third."""
    return bool(_BREAK.search(text, start, end))


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind these words in their sentence or list item."""
    least = max(0, start - _REACH)
    first = max((found.end() for found in _END.finditer(text, least, start)), default=least)
    last = _END.search(text, end, min(len(text), end + _REACH))
    behind = text[end : last.start() if last else end + _REACH]
    if last and last[0] == "?":  # "Kubernetes? Never."
        behind = text[end : last.end() + _NEAR]
    return text[first:start].lstrip(f" \t\n-–—*{BULLETS}"), behind


def denies(text: str, start: int, end: int) -> bool:
    """Somewhere in the sentence it is said not to be so."""
    before, behind = sentence(text, start, end)
    said = _DENIES.search(_HARMLESS.sub(" ", before)) or _DENIES_BEHIND.search(
        _CLAUSE.split(behind[:_NEAR])[0]
    )
    return bool(said) or is_denied(text, start, end)


def wishes(text: str, start: int, end: int) -> bool:
    """The sentence tells what somebody would like, or is about to learn."""
    before, behind = sentence(text, start, end)
    return bool(_WISHES.search(before) or _WISHES_BEHIND.search(behind[:_NEAR])) or is_wish(text, start)


def is_somebody_elses(text: str, start: int, end: int) -> bool:
    """Whoever wrote the resume tells of somebody else: "my manager ran Kubernetes"."""
    before, behind = sentence(text, start, end)
    return bool(_OTHERS.search(before) or _BY_OTHERS.search(behind[:_NEAR]))


def is_of_many(text: str, start: int, end: int) -> bool:
    """A number of years that a team or a firm has, or that somebody asked for: "a team with 30 years of it"."""
    before, behind = sentence(text, start, end)
    return bool(_MANY.search(before) or _MANY_BEHIND.search(behind[:_NEAR]))


def is_outside(text: str, start: int, end: int) -> bool:
    """The posting tells of those whom it doesn't look for: "our competitors use Oracle"."""
    return bool(_OUTSIDE.search(sentence(text, start, end)[0]))


def is_ours(text: str, start: int, end: int) -> bool:
    """The posting tells of the company and asks for nothing: "we have moved parcels for nine years"."""
    before, behind = sentence(text, start, end)
    return bool(_OURS.search(before)) and not _ASKS.search(before + behind)


def in_address(text: str, start: int, end: int) -> bool:
    """Part of a web address, a path or a mail address."""
    first, last = start, end
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return bool(_ADDRESS_BEFORE.search(text[first:start]) or _ADDRESS_BEHIND.search(text[end:last]))


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Whether what could be a word or part of another name ("Spring", "R", "Julia") is no more than that here: its
    capital comes from the place, or its neighbor makes another name of it ("R&D", "Spring 2019", "Vitamin C")."""
    before, behind = text[max(0, start - 40) : start], text[end : end + 40]
    if _JOINED.match(behind) or before.endswith(("&", "-", "'", "’")):
        return True
    if _ITEM_END.match(behind) and (
        not before.strip() or before.rstrip(" ").endswith(("\n", ",", ";", "|", ":"))
    ):
        return False  # an item of a list
    if _AFTER_NAME.match(behind) or _OPENS.search(before):
        return True
    words = before.rsplit("\n", 1)[-1].lstrip(f" \t-–—*{BULLETS}").split()
    if not words or not before.endswith(" ") or not _CAPITAL.fullmatch(words[-1]):
        return False
    return len(words) > 1 or not words[-1].endswith(("ing", "ed"))  # "Using Go" opens its sentence
