"""What a sentence claims of a score, and of who has what, against what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.match import credit
from careercraft.model.match import SkillEntry
from careercraft.score.prose_counts import count_holds
from careercraft.score.prose_figures import figures
from careercraft.score.prose_said import Said

_CLAUSE = re.compile(
    r";|\b(?:but|while|whereas|although|though|however|yet|except)\b|—| – |\band the (?=posting|job|role"
    r"|employer)",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"""\byou(?:['’]ve|\ have|\ already)?\s+(?:\w+ly\s+)?
        (?:have|know|use[ds]?|bring|show\w*|demonstrate\w*|possess\w*|master\w*|worked|built|offer|excel
        |hold|ran|run
        |are\ (?:\w+\ )?(?:skilled|proficient|experienced|strong|expert|fluent|good|versed|certified))\b
    | \byou['’]ve\b
    | \byour\ (?:[\w-]+\ ){0,4}(?:experience|skills?|knowledge|background|expertise|command|work
    |strengths?|mastery
        |proficiency|use)\b
    | \b(?:strong|solid|proven|excellent|deep|extensive|hands-on|good|great)\ (?:\w+\ ){0,3}
        (?:in|with|of|experience|skills?)\b
    | \bresume\ (?:clearly\ |also\ )?(?:shows|lists|names|mentions|demonstrates|proves|contains|has)\b
    | \b(?:experienced\ in|proficient|skilled\ in|strengths?|matched|well\ covered|covered|expert
        |specialist|fluent)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LACKS = re.compile(
    r"""\b(?:missing|lack\w*|gaps?|not|no|none|nor|neither|without|learn\w*|study\w*|if|would|could
    |should|need\w*|add
        |adding|clos(?:e|ing)|improv\w+|build\ up|short|absent|consider|may|might|partly|in\ part
        |partial\w*|weak\w*|to\ reach
        |unless|once|unmet|open)\b | n['’]t\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words with which a sentence says that something isn't there yet."""
_ASKS = re.compile(
    r"""\b(?:ask\w*|want\w*|require\w*|requirements?|prefer\w*|must|must-haves?|nice|worth|points?
    |hours?|priority|first
        |start|begin|focus|critical|posting|takes?|next|between|seeks?|looks?\ for|looking\ for
        |someone|somebody)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""... or what it is to the posting or to a plan, which says nothing of who has it."""
_TAKEN = re.compile(
    r"""\b(?:you|resume|profile|cv)\ (?:\w+\ )?lacks?\b | \blacking\b | \bwithout\ any\b
    | (?:\b(?:do|does|did|have|has)\ not|n['’]t|\bcannot|\bnever)\ (?:\w+ly\ |yet\ |really\ )?(?:know
    |use[ds]?|have|work\w*\ with
        |appear|seem|learn\w*|show\w*|mention\w*|list\w*|name[ds]?|contain\w*|cover\w*|been|touch\w*
        |bring|meet|speak|hold)\b
    | \b(?:is|are|was|were)\ (?:not|nowhere|never)\ (?:\w+ly\ |yet\ )?(?:shown|found|listed|mentioned
    |covered|met|there|in
        |part|demonstrated|proven|evident|visible|present|named)\b(?!\ (?:a|any)\ position)
    | \b(?:is|are|remains?|still)\ (?:\w+\ )?(?:missing|absent|lacking)\b
    | \bmissing\ (?:skills?|requirements?)\b | \byou\ have\ no\b
    | \bno\ (?:\w+\ )?(?:experience|evidence|sign|trace|mention)\ (?:in|with|of)\b
    | \b(?:not|never)\ (?:shown|found|demonstrated)\b""",
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
_NONE_OF = re.compile(r"\b(?:no|zero|lacks?|lacking|minus)\s+(?:any\s+)?$", re.IGNORECASE)
_NOT_ALL_OF_IT = re.compile(
    r"\b(?:position|bullet|skills (?:list|section)|enough|only|more|detail\w*|how|numbers?|results?"
    r"|of its own|degree|years"
    r"|where|prominent\w*|in (?:any|a) )\b",
    re.IGNORECASE,
)
"""Where what is missing is a better word for it, and not the skill."""
_IS_A_MUST = re.compile(
    r"\b(?:is|are)\s+(?:(?:a|an|also|both|all|absolutely|strictly)\s+)*(?:must(?:-haves?)?|required"
    r"|mandatory|essential"
    r"|indispensable)\b(?!\s+(?:hours|time))",
    re.IGNORECASE,
)
_IS_OPTIONAL = re.compile(
    r"\b(?:is|are)\s+(?:(?:only|just|merely|also|a|both)\s+)*(?:optional|nice[\s-]to[\s-]have"
    r"|not\s+(?:required|needed|important"
    r"|necessary|a\s+must))\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:not|would|could|if|once|after|by closing|needed to|to meet)\b|n['’]t\b", re.IGNORECASE
)
_SHARE = re.compile(
    r"\b(\d+)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)?(\d+)\s+(?:\w+\s+)?requirements?\b", re.IGNORECASE
)
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
    r"""^,?(?:\s+(?:score|value|is|of|at|stands|scores?|comes\ to|reach(?:es|ed)|was|are|now|currently
    |only|just|about
        |around|a|an|the|rated|equals|with|level|perfect|full|strong|high|low|:|=|–|-|\())*[\s:=(–-]*
    (\d{1,3}(?:\.\d+)?)
    (?!\s*(?:years?|hours?|h\b|months?|of\ (?:the\ )?\d+|points?\ (?:short|below|under|more|away|from)
        |requirements?|skills?))""",
    re.IGNORECASE | re.VERBOSE,
)
_NEEDED = re.compile(
    r"\b(?:threshold|need\w*|requir\w*|bar|at least|must|to be|to reach|short of|counts? as)\b", re.IGNORECASE
)
_RANGE = re.compile(
    r"\b(?:between|range\w*|could|might|may|anywhere|interval|as (?:low|high) as|from|up to|uncertain\w*)\b",
    re.IGNORECASE,
)


def score_mismatch(said: Said) -> bool:
    """A score named with another one's number, or another count of the requirements."""
    total = len(said.known.analysis.skills.required())
    for share in _SHARE.finditer(said.plain):
        counted = next((one for one in figures(said.plain) if one.start == share.start(1)), None)
        if counted is not None and not count_holds(counted, said):
            return True
        kinds = {entry.importance for entry in said.known.analysis.skills.required()}
        if int(share[2]) not in {total, *(_number_of(said, str(kind)) for kind in kinds)}:
            return True
    return any(_differs(said, found) for found in _SCORE.finditer(said.plain))


def _number_of(said: Said, importance: str) -> int:
    return sum(entry.importance == importance for entry in said.known.analysis.skills.required())


def _differs(said: Said, found: re.Match[str]) -> bool:
    key, sentence, known = str(found.lastgroup), said.plain, said.known
    stated = _VALUE.match(sentence[found.end() :])
    if stated is None:
        return False
    value = known.scores.get(key)
    allowed = [] if value is None else [value]
    if key == "readiness":
        verdict = known.analysis.verdict
        allowed += [verdict.threshold] if _NEEDED.search(sentence) else []
        allowed += list(verdict.interval) if _RANGE.search(sentence) else []
        allowed += said.readiness_then
    number = float(stated[1])
    return not any(abs(number - fact) < 0.05 or number == round(fact) for fact in allowed)


def had_or_lacked(said: Said) -> str:
    """`gap` where a clause gives the person what is missing, or takes from them what was matched; else empty."""
    sentence, skills = said.left, said.known.analysis.skills
    if (skills.missing or skills.partial) and _ALL.search(sentence) and not _NOT_ALL.search(sentence):
        return "gap"
    start = 0
    for border in [*(found.start() for found in _CLAUSE.finditer(sentence)), len(sentence)]:
        clause = sentence[start:border]
        entries = [entry for place, entry in said.named if start <= place < border]
        start = border
        if _given(clause, entries) or _lost(clause, entries) or _weighed_wrongly(clause, entries):
            return "gap"
    for place, entry in said.named:
        if entry.strength >= credit.MATCHED and _NONE_OF.search(sentence[:place]):
            return "gap"
    return ""


def _given(clause: str, entries: Sequence[SkillEntry]) -> bool:
    missing = any(entry.importance and entry.strength < credit.PARTIAL for entry in entries)
    if not missing or _LACKS.search(clause):
        return False
    return bool(_HAS.search(clause)) or not _ASKS.search(clause)


def _lost(clause: str, entries: Sequence[SkillEntry]) -> bool:
    matched = all(entry.strength >= credit.MATCHED for entry in entries)
    return bool(entries) and matched and bool(_TAKEN.search(clause)) and not _NOT_ALL_OF_IT.search(clause)


def _weighed_wrongly(clause: str, entries: Sequence[SkillEntry]) -> bool:
    """Called a must where it is nice to have, or optional where it is a must."""
    asked = {str(entry.importance) for entry in entries if entry.importance}
    if not asked:
        return False
    if _IS_A_MUST.search(clause):
        return "must" not in asked
    return _IS_OPTIONAL.search(clause) is not None and "must" in asked and "nice" not in asked
