"""What a sentence claims of the verdict, of a score and of who has what, against what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.match import credit
from careercraft.model.match import SkillEntry
from careercraft.model.score import Verdict
from careercraft.parse.tables import word_set
from careercraft.score.prose_facts import Known

_CULTURE = re.compile(r"\b(?:culture|cultural)[\s-]fit\b", re.IGNORECASE)
_POSITIVE = re.compile(
    r"""\bfit\b
    | \b(?:over|well|fully|highly|clearly|perfectly|more\ than)?-?\s?qualified\b | \bwell[-\ ]suited\b | \bsuitable\b
    | \b(?:perfect|ideal|excellent|great|strong|right|good|clear|top|exact|outstanding)\s+(?:\w+\s+)?
      (?:fit|match|candidate|choice|person)\b
    | \bright\ for\ (?:this|the)\ (?:job|role|position)\b | \ba\ match\ for\b
    | \b(?:you|profile|resume|background|candidate)\b[^.;]{0,30}
      \bmatch(?:es)?\ (?:the|this)\ (?:job|role|position|posting)\b
    | \bmeets?\ the\ (?:bar|threshold)\b | \bready\ to\ (?:apply|start)\b | \bpass(?:es|ed)?\b
    | \b(?:above|over|exceed(?:s|ing)?|clears?|reach(?:es|ed)?)\ the\ (?:bar|threshold)\b
    | \bhave\ what\ it\ takes\b | \bgot\ the\ job\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What would mean a FIT."""
_NOT_YET = re.compile(
    r"""(?:\b(?:not|never|short\ of
        |(?:would|could|can|might)\ (?:then\ )?(?:be|become|turn|reach|make\ (?:you|it|this|the\ verdict))
        |to\ (?:be|become|reach|count\ as|make\ (?:it|you))|reach(?:ing)?|become|becoming
        |need\w*(?:\ \w+)?\ (?:for|to\ be|to)|required\ for|asked\ for|for
        |(?:way|path|road|steps?|closer|route|nearer|near)\ to(?:wards?)?|towards?
        |until|away\ from|off|from|below|under|far\ from|than|threshold\ of|un|only\ a\ partial|counts\ as|how)
      | n['’]t)
    \s*(?:(?:a|an|the|being|quite|yet|enough|fully|really|verdict|of|label|be|is|considered|currently)\s+)*
    [“\"'(]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_SAVED = re.compile(r"\b(?:only|just|merely|doubt|question|worry|anything but)\b", re.IGNORECASE)
"""Words that take a denial back: "not only a FIT", "no doubt a FIT"."""
_NEGATIVE = re.compile(
    r"""\bunfit\b | \bunqualified\b | \bshort\ of\ FIT\b
    | (?:\b(?:not|hardly|never)|n['’]t)\s+(?:yet\s+)?(?:a\ |an\ |the\ )?(?:\w+\ )?(?:fit|qualified|suitable|match)\b
    | \b(?:below|under|short\ of|miss(?:es|ed)|fails?)\ the\ (?:bar|threshold)\b
    | (?:\b(?:do|does)\ not|n['’]t)\ (?:meet|reach)\ the\ (?:bar|threshold)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PROMISED = re.compile(r"\bhired?\b|\b(?:be|get|gets|getting) (?:invited|an offer|the job)\b", re.IGNORECASE)
"""On behalf of an employer, whatever the verdict."""
_DEED = re.compile(
    r"\byou(?:['’]ve|['’]d)?\s+(?:(?:have|had|were|was|also|even|then|once|twice|been|\w+ly)\s+)*"
    r"(\w{3,}ed|won|grew|sold|taught|founded|wrote|spoke|cut)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(r"\b(?:how|when|what|where|why|which|whether|if|that|time)\s+$", re.IGNORECASE)
"""Before words that ask for a deed: "tell how you stayed calm"."""
_REPORTED = word_set(
    """needed scored matched asked listed showed demonstrated worked used lacked based missed required covered related
    named placed mentioned described stated included reached shared applied gained achieved completed studied proved"""
)
"""What an analysis says of a resume, rather than a resume of its owner."""
_SUPPOSED = re.compile(
    r"\b(?:would|could|might|if|without|unless|were|lose|losing|fall\w*|lost)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r";|\b(?:but|while|whereas|although|though|however|yet|except)\b|—| – |\band the (?=posting|job|role|employer)",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"""\byou(?:['’]ve|\ have|\ already)?\s+(?:\w+ly\s+)?
        (?:have|know|use[ds]?|bring|show\w*|demonstrate\w*|possess\w*|master\w*|worked|built|offer|excel|hold|ran|run
        |are\ (?:\w+\ )?(?:skilled|proficient|experienced|strong|expert|fluent|good|versed|certified))\b
    | \byou['’]ve\b
    | \byour\ (?:[\w-]+\ ){0,4}(?:experience|skills?|knowledge|background|expertise|command|work|strengths?|mastery
        |proficiency|use)\b
    | \b(?:strong|solid|proven|excellent|deep|extensive|hands-on|good|great)\ (?:\w+\ ){0,3}
        (?:in|with|of|experience|skills?)\b
    | \bresume\ (?:clearly\ |also\ )?(?:shows|lists|names|mentions|demonstrates|proves|contains|has)\b
    | \b(?:experienced\ in|proficient|skilled\ in|strengths?|matched|well\ covered|covered|expert
        |specialist|fluent)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LACKS = re.compile(
    r"""\b(?:missing|lack\w*|gaps?|not|no|none|nor|neither|without|learn\w*|study\w*|if|would|could|should|need\w*|add
        |adding|clos(?:e|ing)|improv\w+|build\ up|short|absent|consider|partly|in\ part|partial\w*|weak\w*|to\ reach
        |unless|once|unmet|open)\b | n['’]t\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words with which a sentence says that something isn't there yet."""
_ASKS = re.compile(
    r"""\b(?:ask\w*|want\w*|require\w*|requirements?|prefer\w*|must|must-haves?|nice|worth|points?|hours?|priority|first
        |start|begin|focus|critical|posting|takes?|next)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""... or what it is to the posting or to a plan, which says nothing of who has it."""
_TAKEN = re.compile(
    r"""\byou\ (?:\w+\ )?lack\b | \b(?:is|are|remains?|still)\ (?:\w+\ )?(?:missing|absent|lacking)\b
    | \bmissing\ (?:skills?|requirements?)\b | \byou\ have\ no\b
    | \bno\ (?:\w+\ )?(?:experience|evidence|sign|trace|mention)\ (?:in|with|of)\b
    | (?:\b(?:does|do)\ not|n['’]t)\ (?:show|mention|list|name|have|contain)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ALL = re.compile(
    r"""\b(?:all|every|each)(?:\ of)?(?:\ the|\ its|\ these|\ those|\ your)?(?:\ \d+)?(?:\ [\w-]+)?
        \ ?(?:requirements?|must-haves?|demands?|criteria|asks)\b
    | \beverything\ (?:that\ )?(?:the|this)\ (?:posting|job|role|employer|position)\b
    | \bnothing\ (?:is|seems|that\ matters\ is)\ (?:missing|lacking)\b
    | \b(?:no|zero)\ (?:\w+\ )?gaps?\b | \bwithout\ (?:any\ )?gaps?\b | \b(?:tick|check)\w*\ (?:every|all)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_ALL = re.compile(
    r"\b(?:not|would|could|if|once|after|by closing|needed to|to meet)\b|n['’]t\b", re.IGNORECASE
)
_SHARE = re.compile(
    r"\b(\d+)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)?(\d+)\s+(?:\w+\s+)?requirements?\b", re.IGNORECASE
)
_STEM = 5
_SCORES = {
    "skills_match": r"skills?[\s_-]match", "experience_match": r"experience[\s_-](?:match|score)",
    "education_match": r"education[\s_-](?:match|score)", "culture_fit": r"cultur\w+[\s_-](?:fit|score)",
    "location_match": r"location[\s_-](?:match|score)", "salary_match": r"salary[\s_-](?:match|score)",
    "technical_skills": r"technical[\s_-]skills?(?:[\s_-]score)?",
    "soft_skills": r"soft[\s_-]skills?(?:[\s_-]score)?",
    "domain_knowledge": r"domain[\s_-]knowledge(?:[\s_-]score)?", "readiness": "readiness", "confidence": "confidence",
}  # fmt: skip
_SCORE = re.compile("|".join(f"(?P<{key}>{words})" for key, words in _SCORES.items()), re.IGNORECASE)
_VALUE = re.compile(
    r"""^,?(?:\s+(?:score|value|is|of|at|stands|scores?|comes\ to|reach(?:es|ed)|was|are|now|currently|only|just|about
        |around|a|an|the|rated|equals|with|level|perfect|full|strong|high|low|:|=|–|-|\())*[\s:=(–-]*
    (\d{1,3}(?:\.\d+)?)
    (?!\s*(?:years?|hours?|h\b|months?|of\ (?:the\ )?\d+|points?\ (?:short|below|under|more|away|from)
        |requirements?|skills?))""",
    re.IGNORECASE | re.VERBOSE,
)


def says_otherwise(sentence: str, verdict: Verdict) -> str:
    """`verdict` where the sentence claims the other one, else empty."""
    if _PROMISED.search(sentence):
        return "verdict"
    text = _CULTURE.sub(lambda found: "x" * len(found[0]), sentence)
    if verdict.label == "UNFIT":
        return "verdict" if any(_claims(text, found) for found in _POSITIVE.finditer(text)) else ""
    if _NEGATIVE.search(text) and not _SUPPOSED.search(text):
        return "verdict"
    return ""


def _claims(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 60) : found.start()]
    denied = _NOT_YET.search(before)
    return denied is None or bool(_SAVED.search(before[denied.start() :]))


def unheard_deed(sentence: str, known: Known) -> str:
    """What the sentence says the person did and no document has a word of; empty where there is none."""
    for found in _DEED.finditer(sentence):
        verb = found[1].casefold()
        if verb in _REPORTED or _ASKED_FOR.search(sentence[: found.start()]):
            continue
        stem = verb[:-2] if verb.endswith("ed") else verb
        if not any(word.startswith(stem[:_STEM]) for word in known.words):
            return found[1]
    return ""


def score_mismatch(sentence: str, known: Known) -> bool:
    """A score named with another one's number, or another count of the requirements."""
    skills = known.analysis.skills
    counts = {
        len(skills.matched),
        len(skills.partial),
        len(skills.missing),
        len(skills.matched + skills.partial),
    }
    for share in _SHARE.finditer(sentence):
        if int(share[1]) not in counts or int(share[2]) != len(skills.required()):
            return True
    return any(_differs(sentence, found, known) for found in _SCORE.finditer(sentence))


def _differs(sentence: str, found: re.Match[str], known: Known) -> bool:
    key = str(found.lastgroup)
    stated = _VALUE.match(sentence[found.end() :])
    if stated is None:
        return False
    value = known.scores.get(key)
    allowed = [] if value is None else [value]
    if key == "readiness":
        verdict = known.analysis.verdict
        ways = [way.readiness for way in known.analysis.counterfactuals]
        allowed += [verdict.threshold, *verdict.interval, *ways]
    number = float(stated[1])
    return not any(abs(number - fact) < 0.05 or number == round(fact) for fact in allowed)


def had_or_lacked(sentence: str, named: Sequence[tuple[int, SkillEntry]], known: Known) -> str:
    """`gap` where a clause gives the person what is missing, or takes from them what was matched; else empty."""
    skills = known.analysis.skills
    if (skills.missing or skills.partial) and _ALL.search(sentence) and not _NOT_ALL.search(sentence):
        return "gap"
    start = 0
    for border in [*(found.start() for found in _CLAUSE.finditer(sentence)), len(sentence)]:
        clause = sentence[start:border]
        entries = [entry for place, entry in named if start <= place < border]
        start = border
        if _given(clause, entries) or _lost(clause, entries):
            return "gap"
    return ""


def _given(clause: str, entries: Sequence[SkillEntry]) -> bool:
    missing = any(entry.importance and entry.strength < credit.PARTIAL for entry in entries)
    if not missing or _LACKS.search(clause):
        return False
    return bool(_HAS.search(clause)) or not _ASKS.search(clause)


def _lost(clause: str, entries: Sequence[SkillEntry]) -> bool:
    matched = all(entry.strength >= credit.MATCHED for entry in entries)
    return bool(entries) and matched and bool(_TAKEN.search(clause))
