"""What in a text speaks for a job posting: headings, words to the reader, what employers say of themselves.

Each sign counts once however often it stands, so that length decides nothing. Signs that resumes show too
("Responsibilities:" under a position, "Qualifications" over a summary) weigh less than those they never show.
"""

from __future__ import annotations

import re

_SURE_HEADINGS = r"""
    job\s(?:title|summary|description|purpose|requirements|responsibilities|details|type|location)
  | (?:required|preferred|desired|minimum|basic|additional|essential|mandatory)\s
    (?:skills?|experience|qualifications?|education|knowledge)(?:\s(?:and|&|/)\s\w+)?
  | (?:skills?|experience|education|qualifications)\s(?:required|needed|preferred)
  | preferred | essential\s(?:job\s)?(?:functions|duties) | benefits(?:\sand\sperks)? | perks(?:\sand\sbenefits)?
  | about\s(?:us|you|the\s(?:role|job|team|company|position)) | who\s(?:we|you)\sare
  | why\s(?:us|join\sus|work\s.{2,30})
  | what\s(?:you|we)(?:['’]ll|['’]re|\swill)?\s\w+(?:\s\w+){0,3} | how\sto\sapply | nice\sto\shave | must\shaves?
  | your\s(?:profile|role|tasks|responsibilities|mission|background|qualifications|skills)
  | the\s(?:role|position|opportunity|job|ideal\scandidate) | (?:position|role)\s(?:summary|overview|description)
  | compensation(?:\sand\sbenefits)? | (?:what\swe|we)\soffer | eeo(?:\sstatement)? | working\sconditions
  | physical\s(?:demands|requirements) | work\senvironment | ihr\sprofil | ihre\saufgaben | wir\sbieten
  | profil\srecherché | vos\smissions | requisitos | funciones | se\sofrece
"""
_UNSURE_HEADINGS = r"""
    (?:key\s|primary\s|main\s)?(?:responsibilities|duties)(?:\sand\s\w+)? | requirements | qualifications
"""
_LINE = r"^[ \t#*•_-]*(?:{})[ \t*_]*(?:[:?]|$)"

# (weight, pattern); each counts once.
_SIGNS: tuple[tuple[float, str], ...] = (
    (1, r"\bwe(?:['’]re|\sare)\s(?:currently\s|now\s|actively\s)?(?:looking|seeking|hiring"
        r"|searching|recruiting)"),
    (1, r"\bwe(?:['’]re|\sare|['’]ve|\shave|\soffer|\sprovide|\sbelieve|\svalue|\sseek|\sneed|\srequire)\b"),
    (1, r"\b(?:is|are)\s(?:currently\s|now\s|actively\s)?(?:looking\sfor|seeking|hiring"
        r"|searching\sfor|in\ssearch\sof)\b"),
    (1, r"\byou(?:['’]ll|\swill|\smust|\sshould|\swould|\scan)\b"),
    (1, r"\byou(?:['’]re|\sare|['’]ve|\shave|\sbring|\spossess|['’]d)\b"),
    (1, r"\byour\b"),
    (2, r"\bthe\s(?:ideal|successful|right|chosen|selected|qualified|perfect)\s(?:candidate"
        r"|applicant|individual|person)"),
    (1, r"\b(?:candidates?|applicants?)\s(?:must|should|will|with|who|needs?|is|are|has|have)\b"),
    (2, r"\bequal\s(?:employment\s)?opportunit(?:y|ies)\b"),
    (2, r"\bwithout\sregard\sto\b|\breasonable\saccommodations?\b|\bbackground\schecks?\b"),
    (1, r"\b(?:apply\s(?:now|today|online|here|at|by|via)|submit\syour|send\syour|to\sapply)\b"),
    (1, r"\bjoin\s(?:our|us|the)\b|\bour\s(?:team|company|clients?|customers|mission|organization)\b"),
    (2, r"\byears?['’]?\s(?:of\s)?(?:\w+\s){0,3}experience\s(?:\w+\s){0,4}(?:is\s"
        r"|are\s)?(?:required|preferred|desired|needed|necessary)"),
    (2, r"\b(?:at\sleast|minimum(?:\sof)?|a\sminimum\sof)\s(?:\w+\s)?\(?\d+\)?\+?\s(?:years?|months?)"),
    (1, r"\b(?:is|are)\s(?:a\splus|an?\sadvantage|required|preferred|desirable|essential|mandatory"
        r"|a\smust)\b"),
    (1, r"\b(?:ability\sto|must\s(?:be|have)|willingness\sto)\b"),
    (1, r"[$€£]\s?\d[\d,.]*\s?k?\s?(?:-|–|to)\s?[$€£]?\s?\d[\d,.]*\s?k?\s?(?:/|per|an?\b|annual|usd"
        r"|yearly|hour)"),
    (1, r"\b(?:401\s?\(?k\)?|paid\stime\soff|\bpto\b|health\sinsurance|dental)\b"),
    (2, r"\bwir\ssuchen\b|\bnous\srecherchons\b|\bbuscamos\b|\bprocuramos\b|\bcerchiamo\b|\bwij\szoeken\b"),
    (1, r"\bsie\s(?:haben|bringen|verfügen)\b|\bvous\s(?:avez|êtes)\b|\bofrecemos\b|\bwir\sbieten\b"),
)  # fmt: skip
_FLAGS = re.IGNORECASE | re.MULTILINE
_SURE_WEIGHT = 2.0


def posting_signs(text: str) -> float:
    """How much speaks for a posting; a resume's own words seldom reach 3, a posting's are mostly over 6."""
    signs = sum(weight for weight, pattern in _SIGNS if re.search(pattern, text, _FLAGS))
    sure, unsure = _headings(_SURE_HEADINGS, text), _headings(_UNSURE_HEADINGS, text)
    return _SURE_WEIGHT * min(len(sure), 4) + min(len(unsure), 3) + signs


def _headings(words: str, text: str) -> set[str]:
    pattern = re.compile(_LINE.format(words), _FLAGS | re.VERBOSE)
    return {match[0].strip(" \t#*•_:?-").lower() for match in pattern.finditer(text)}
