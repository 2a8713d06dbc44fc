"""What a sentence claims of the verdict, of the chances, and of scores that are said to have moved."""

from __future__ import annotations

import re

from careercraft.model.score import Verdict

_CULTURE = re.compile(r"\b(?:culture|cultural)[\s-]fit\b", re.IGNORECASE)
_POSITIVE = re.compile(
    r"""\bfit\b | \bfits?\ (?:the|this|right\ in)\b
    | \b(?:over|well|fully|highly|clearly|perfectly|more\ than)?-?\s?qualif(?:ied|y|ies)\b | \bwell[-\ ]suited\b
    | \bgood\ to\ go\b | \b(?:suitable|eligible)(?!\ (?:field|degree|subject|example|word|place|way
    |course|line)) | \b(?:overqualified|shoo-?in|employable)\b
    | \byou\b[^.;]{0,25}\b(?:accepted|approved|shortlisted|selected|chosen)\b
    | \b(?:perfect|ideal|excellent|great|strong|right|good|clear|top|exact|outstanding|best|solid
    |natural)\s+(?:\w+\s+)?
      (?:fit|match|candidate|choice|person|hire|pick|applicant|contender|bet)\b
    | \b(?:right|cut\ out|made|ready|born)\ for\ (?:this|the)\ (?:job|role|position|work)\b | \ba\ match\ for\b
    | \b(?:you|profile|resume|background|candidate)\b[^.;]{0,30}
      \bmatch(?:es)?\ (?:the|this)\ (?:job|role|position|posting)\b
    | \b(?:meets?|fulfil\w*|satisf(?:y|ies)|fill)\ the\ (?:bar|threshold|role|criteria|standard)\b
    | \b(?:you|profile|resume|background|candidate|application)\ (?:\w+ly\ |also\ )?(?:meets?|fulfil\w*
    |satisf(?:y|ies)|have|has)
      \ (?:all\ (?:that\ )?|what(?:ever)?\ )(?:the|this|they|is)\b
    | \bready\ to\ (?:apply|start)\b | \bpass(?:es|ed)?\b(?!\ (?:the\ state|the\ exam|on\b))
    | \b(?:above|over|exceed(?:s|ing)?|clears?|reach(?:es|ed)?|past|beat(?:s|en)?|made|makes?|pass(?:es
    |ed)?|take[sn]?)
      \ the\ (?:bar|threshold|cut|grade|hurdle|mark|line)\b
    | \b(?:you|application)\b[^.;]{0,15}\b(?:will|shall|going\ to|sure\ to
    |bound\ to)\ (?:\w+\ )?(?:succeed|stand\ out|go\ through
        |be\ successful|do\ well|make\ it|impress|convince)\b
    | \b(?:what|who|everything)\ (?:they|this\ \w+|the\ (?:job|role|team|company|employer
    |posting))\ (?:needs?|wants?|seeks?)\b
    | \b(?:have|got)\ what\ it\ takes\b | \bgot\ the\ job\b | \bthe\ one\ they\b
    | \b(?:exactly|precisely|just)\ (?:who|what|the\ \w+)\ (?:\w+\ ){0,2}(?:looking\ for|wants?|needs?
    |seeks?|asks?)\b
    | \b(?:every|all\ the|each)\ (?:\w+\ )?(?:qualifications?|quality|qualities)\b
    | \bnothing\ (?:\w+\ )?(?:stands|is)\ (?:between|in\ (?:your|the)\ way)\b | \bstand\ out\ as\ the\b
    | \b(?:no\ longer|not|isn['’]t|aren['’]t|anything\ but)\ (?:\w+\ )?(?:an?\ )?["“']?unfit\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What would mean a FIT."""
_NOT_YET = re.compile(
    r"""(?:\b(?:not|never|no|short\ of|between\ you\ and|nobody|cannot|whether|if|once|before|does\ not
    |do\ not|did\ not
        |(?:would|could|can|might|may)\ (?:then\ )?(?:be|become|turn|reach|make\ (?:you|it|this
        |the\ verdict)|(?:help\ )?you)
        |to\ (?:be|become|reach|count\ as|make\ (?:it|you)|be\ called)|reach(?:ing)?|become|becoming
        |need\w*(?:\ \w+)?\ (?:for|to\ be|to)|required\ for|asked\ for|enough\ for|for|count\ (?:for|towards?)
        |(?:ways?|paths?|roads?|steps?|closer|routes?|nearer|near)\ to(?:wards?)?|towards?
        |until|away\ from|off|from|below|under|far\ from|than|threshold\ of|un|only\ a\ partial|counts\ as|how)
      | n['’]t)
    \s*(?:(?:a|an|the|being|quite|yet|enough|fully|really|verdict|of|label|be|is|considered|currently
    |you|are|this
        |turn|reach|meet|become|call|it)\s+)*
    [“\"'(]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_SUBJECT = re.compile(
    r"(?:^|[,;:.(–—]|\b(?:and|but|where|while|whereas|since|because|that))\s*(?:a\s+)?$", re.IGNORECASE
)
_ASKS = re.compile(r"\s+(?:needs|requires|takes|starts at|begins at)\s+(?:(?:a|at|least|readiness|of)\s+)*\d")
"""With the one before it and the other behind, FIT is what is asked for: "readiness 66.2, and FIT needs 70"."""
_RHETORICAL = re.compile(
    r"\b(?:are|is|do|does|have|has|did)(?:n['’]t (?:you|it|this|that)| (?:you|it|this|that|your \w+) not)\b",
    re.IGNORECASE,
)
"""A question that denies in order to say it: "are you not a fit?"."""
_SAVED = re.compile(r"\b(?:only|just|merely|doubt|question|worry|anything but)\b", re.IGNORECASE)
"""Words that take a denial back: "not only a FIT", "no doubt a FIT"."""
_NEGATIVE = re.compile(
    r"""\bunfit\b | \bunqualified\b | \bunsuitable\b | \bineligible\b | \bshort\ of\ (?:a\ )?FIT\b
    | (?:\b(?:not|hardly|never|no)|n['’]t)\s+(?:yet\s+)?(?:a\ |an\ |the\ )?(?:\w+\ )?
      (?:fit|qualif(?:ied|y)|suitable|suited|match|eligible|good\ enough|ready)\b
    | \b(?:below|under|short\ of|miss(?:es|ed)?|fails?)\ the\ (?:bar|threshold|cut|mark)\b
    | (?:\b(?:do|does|did|will|would)\ not|n['’]t|\bnever)\ (?:meet|reach|make|clear|pass)\ the\ (?:bar
    |threshold|cut|grade)\b
    | \b(?:poor|weak|bad|wrong)\ (?:fit|match|candidate|choice|person)\b
    | \b(?:fall|falls|come|comes|are|is)\ (?:well\ |far\ |just\ )?short\b(?!\ (?:of\ )?(?:on|in)\b)
    | \bout\ of\ (?:your|their)\ (?:depth|league)\b | \bunder-?qualified\b | \bunprepared\b | \bnot\ up\ to\b
    | \b(?:not|never)\ (?:what|who|the\ \w+)\ (?:they|the|this)\b | \b(?:don['’]t
    |do\ not)\ have\ what\ it\ takes\b
    | \b(?:will|would)\ be\ (?:rejected|turned\ down)\b | \bno\ chance\b | \black\w*\ what\ it\ takes\b""",
    re.IGNORECASE | re.VERBOSE,
)
_UNFIT_STILL = re.compile(
    r"\b(?:would|could|might|if|without|unless|were|lose|losing|fall\w*\ to|lost)\b", re.IGNORECASE
)
_EMPLOYER = (
    r"(?:hiring\ managers?|recruiters?|employers?|they|company|team|hospital|school|restaurant"
    r"|interviewers?|panel|hr)"
)
_SURE = (
    r"(?:will|['’]ll|shall|going\ to|sure\ to|certain(?:ly)?|bound\ to|guarantee\w*|likely"
    r"|definitely|surely|undoubtedly|would)"
)
_PROMISED = re.compile(
    rf"""\bhired?\b(?!\ (?:for|in)\b) | \b(?:be|get|gets|getting)\ (?:invited|an\ offer|the\ job
    |called\ back|selected|chosen)\b
    | \byou\ {_SURE}\ (?:\w+\ )?(?:get|land|win|ace|have|receive|secure|be\ offered)\ (?:this|the
    |an?)\ (?:\w+\ )?
      (?:job|offer|position|role|interview|invitation|call)\b
    | \b(?:ace|nail|land|win|secure)\ (?:this|the|that)\ (?:job|role|position|interview|offer)\b
    | \b{_EMPLOYER}\b[^.;]{{0,20}}\b{_SURE}\b[^.;]{{0,20}}
      \b(?:love|hire|invite|call|pick|choose|accept|offer|contact|want\ you|be\ impressed|like)\b
    | \b(?:lucky|glad|happy|thrilled|delighted|keen|eager|wise|smart)\ to\ (?:have|hire|get|take|meet)\ you\b
    | \b(?:offer|interview|job|invitation)\ is\ (?:\w+\ )?(?:certain|sure|guaranteed|safe|waiting|coming)\b
    | \bjob\ is\ (?:yours|as\ good\ as)\b | \bin\ the\ bag\b | \bguarantee\w*\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""On behalf of an employer, whatever the verdict."""
_CHANCES = re.compile(
    r"\b(?:chances?|odds|likelihood|prospects)\b[^.;]{0,30}?\b(?:are|is|look\w*|seem\w*|stand\w*)\b"
    r"|\b(?:good|excellent|high|great|strong|real|fair|slim|low|poor)\s+(?:chances?|odds|prospects)\b",
    re.IGNORECASE,
)
_HONEST = re.compile(
    r"\b(?:cannot|can ?not|can['’]t|do not know|don['’]t know|no figure|nobody|whether|unknown|not known"
    r"|no one|not promise)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"""\b(?:score|readiness|verdict|rating|confidence|match|result|label)\b[^.;]{0,30}?
      \b(?:went\ (?:up|down)|rose|grew|jumped|climbed|dropped\ (?:to|by)
        |(?:has|have|had|was|were|been|got)\ (?:\w+\ ){0,2}?(?:risen|gone\ up|increased|raised|improved
        |changed|updated
        |boosted|lifted|lowered|corrected|adjusted|recalculated|overridden|overruled|set|reset|revised
        |upgraded|flipped
        |turned|moved))\b
    | \bI(?:['’]ve|\ have)?\ (?:\w+\ ){0,2}?(?:changed|raised|updated|set|adjusted|moved|corrected
    |improved|increased|lowered
        |recalculated|overr\w+|upgraded|revised|marked|gave|given|flipped|turned)\b[^.;]{0,40}
      \b(?:score|readiness|verdict|analysis|report|rating|confidence|points)\b
    | \b(?:overrid\w+|overrul\w+)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def says_otherwise(sentence: str, verdict: Verdict) -> str:
    """`verdict` where the sentence claims the other one, or promises what nobody knows; else empty."""
    if (_PROMISED.search(sentence) or _CHANCES.search(sentence)) and not _HONEST.search(sentence):
        return "verdict"
    text = _CULTURE.sub(lambda found: "x" * len(found[0]), sentence)
    if verdict.label == "UNFIT":
        return "verdict" if any(_claims(text, found) for found in _POSITIVE.finditer(text)) else ""
    if any(not _is_denied(text, found) for found in _NEGATIVE.finditer(text)) and not _UNFIT_STILL.search(
        text
    ):
        return "verdict"
    return ""


def says_it_moved(sentence: str) -> bool:
    """A score or the verdict is said to be another one now: nothing that a model does moves one."""
    return bool(_MOVED.search(sentence))


def _claims(text: str, found: re.Match[str]) -> bool:
    if "unfit" in found[0].lower() and found[0].lower() != "unfit":
        return True
    if _RHETORICAL.search(text[: found.start()]) and "?" in text[found.end() :]:
        return True
    before = text[max(0, found.start() - 60) : found.start()]
    if found[0] == "FIT" and _SUBJECT.search(before) and _ASKS.match(text, found.end()):
        return False
    denied = _NOT_YET.search(before)
    return denied is None or bool(_SAVED.search(before[denied.start() :]))


def _is_denied(text: str, found: re.Match[str]) -> bool:
    """ "you are not unfit"."""
    return found[0].lower() == "unfit" and bool(
        re.search(r"\b(?:not|than|or|and)\s+$", text[: found.start()])
    )
