"""Words and shapes by which a posting tells where the work is: data for `job_place`."""

from __future__ import annotations

import re

from careercraft.parse.job_cue import Lazy
from careercraft.parse.place_names import REGIONS

ASKS_HERE = re.compile(
    r"\b(?:degree|experience|skills|knowledge|science|engineering|years|bachelor"
    r"|customers|clients|offices|founded|headquarter\w*)\b",
    re.IGNORECASE,
)
CAPITALS = r"[A-ZÀ-Þ][\w.'’À-ÿ-]+(?:\s[A-ZÀ-Þ][\w.'’À-ÿ-]+){0,4}(?:,\s?[A-ZÀ-Þ][\w.À-ÿ-]+(?:\s[A-Z]\w+)?)?"
RUN = Lazy(CAPITALS)
IN_PROSE = Lazy(
    rf"""(?:\b(?P<sure>(?i:based|located|situated|living|live|reside|residing|residents|commut\w+|relocat\w+|standort|basée?s?
      |située?s?|ubica(?:d[oa])?|sede|si\strova|mit\ssitz|gevestigd))
        \s(?i:[a-z]+\s){{0,2}}?(?i:in|at|out\sof|near|from|to|of|à|en|em|a|te|di)\s(?:(?:[a-z]+\s){{1,3}}|(?:the|our)\s)?
      |\b(?P<anchor>(?i:location\sis|position\sis|role\sis|job\sis|working|work|office|facility|site|campus|join\sus|here
        |(?:join|grow)(?:ing)?\s(?:our|the|a|this)(?:\s[\w&-]+){{1,4}}
        |onsite|on-site|hybrid|position|opening|opportunity|available|filled|kantoor|pourvoir|puesto|vaga|presencial|oficina|escritório
        |ufficio|bureau|(?:our|unser\w*|notre|nuestr[oa]|noss[oa]|nostr[oa]|ons|onze)\s(?:[\w-]+\s){{0,2}}(?:hospital
          |clinic|school|plant|warehouse|branch|store|restaurant|hotel|hôtel|cent(?:er|re)|lab(?:oratory)?|factory|studio
          |shop|depot|haus|klinik|werk|filiale|niederlassung|praxis|magasin|usine|tienda|fábrica|loja|negozio
          |stabilimento|winkel|fabriek|vestiging)|client(?:['’]s)?(?:\ssite)?))
        \s(?i:(?:remotely\s|out\sof\s|from\s|on-?site\s|full[- ]time\s|available\s)*)
        (?i:in|at|out\sof|near|from|to|für|à|en|em|a|te|di|de)
        \s(?i:either\s|our\s|the\s|downtown\s|beautiful\s|central\s)*
      |\b(?P<label>Location|Standort):?\s
      |\b(?P<join>(?i:join\w*)\sour)\s(?:[a-z]+\s){{0,2}}
      |\b[Oo]ur\s(?:[a-z]+\s)?|\bin\s(?:our\s)?|\bthe\s)
      (?:[A-Z]\w+['’]s\s)?
      (?P<place>{CAPITALS})(?P<office>\s(?i:office|campus|location|facility|headquarters))?(?P<team>\steam)?""",
    re.VERBOSE,
)
DOWNTOWN = Lazy(
    r"\b(?i:downtown|city of|centre of"
    r"|center of)\s(?P<city>[A-ZÀ-Þ][\w'’À-ÿ-]+(?:\s[A-ZÀ-Þ][\w'’À-ÿ-]+){0,2})(?![\w&])"
)
# "Naval Air Station Patuxent River": the town is what follows the kind of site.
SITE = Lazy(
    r"^.*\b(?:Station|Base|Center|Centre|Campus|Headquarters|Office|Hospital|Plant|Facility|Laborator(?:y|ies)"
    r"|Airport)\s(?=[A-Z])"
)
OFFICE = Lazy(r"\s(?:Office|Campus|Location|Facility|Headquarters|HQ)\.?$")
BASE = Lazy(
    r"\b(?:AFB|Air Force Base|Joint Base|Arsenal|Proving Ground|Fort [A-Z]\w+|Army|Naval|Camp [A-Z]\w+)\b"
)
ABOUT_JOB = Lazy(r"\b(?:you|position|role|job|opening|opportunity|candidate)\b[^.;:]*$", re.IGNORECASE)
ELSEWHERE = Lazy(
    r"\b(?:offices|positions|places|locations|clients|customers|stores|branches|sites|members|employees|teams|presence|workplaces?|stor(?:y|ies)|founded"
    r"|established|began|conference\w*|campuses|centers|facilities|companies|startups?)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
COMPANY_STORY = Lazy(
    r"\b(?:headquarter\w*|established|founded|travel\w*|places)\b[^;:]{0,60}$", re.IGNORECASE
)
BEGINNINGS = Lazy(r"\b(?:stor(?:y|ies)|beg[aiu]ns?|started|born)\b[^.;:]*$", re.IGNORECASE)
ONE_OF_TWO = Lazy(
    r"(?P<city>[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2}?)\s(?P<state>"
    + "|".join(sorted((name.title() for name in REGIONS), key=lambda name: (-len(name), name)))
    + r")(?=\s(?:or|and)\b|$)",
    re.IGNORECASE,
)
CITY_FIRST = Lazy(r"(?P<city>[A-ZÀ-Þ][\wÀ-ÿ.]+)(?:\s?[,/(]|\s(?=[a-zà-ÿ(])|(?P<part>-(?=[A-ZÀ-Þ])))")
OF_TERMS = Lazy(
    r"\b(?:\d{2}\s?h|hours?|hrs?|stunden|heures|ore|uur|horas|full|part|vollzeit|teilzeit|temps|jornada|tempo|cdi|cdd|remote"
    r"|hybrid\w*|on-?site|contract\w*|contrat\w*|unbefristet|permanent|fulltime|parttime)\b",
    re.IGNORECASE,
)
"""Words of a line of terms, which begins with the place: "Annecy (74) – Temps partiel"."""
CITY_LAST = Lazy(
    r"\b(?:in|near|à|en|em|a|te)\s(?P<city>[A-ZÀ-Þ][\wÀ-ÿ.]+(?:\s[A-ZÀ-Þ][\wÀ-ÿ.]+)?)(?P<part>$)?$"
)
_SHARED = """
aberdeen athens bedford birmingham bristol burlington cambridge canton chester cork delhi dover dublin florence
geneva hamilton kingston lima manchester melbourne moscow naples newcastle oxford perth plymouth rome salem santiago
soho stratford troy valencia venice victoria waterloo wellington windsor york
"""
SHARED_NAMES = frozenset(_SHARED.split())
"""Cities outside the US whose names are those of well-known American towns too."""
OF_US = Lazy(
    r"\b401\s?\(?k|\bE-?Verify\b|\bEEO|\bequal (?:employment )?opportunity employer\b|\bU\.S\.|\bUSA\b"
)
LABEL = re.compile(r"(?:job |work |primary )?locations?\b[\s:–-]+", re.IGNORECASE)
STEP = re.compile(r"\s+[-–—>/]\s+|\s*[>/]\s*")
CITY = r"(?P<city>[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2})"
CITY_STATE = Lazy(rf"\b{CITY},\s(?P<state>[A-Z]{{2}})(?=\s[a-z])")
CODED = Lazy(
    rf"\b(?:US|USA|United States)[\s,-]+(?P<region>[A-Z]{{2}})[\s,-]+{CITY}"
    rf"|\bUSA?-{CITY.replace('city', 'seat')}-(?P<of>[A-Z]{{2}})\b"
    rf"|^(?P<state>[A-Z]{{2}})\s?[,-]\s?{CITY.replace('city', 'town')}$"
)
"""The way of application systems: "US-CA-San Francisco", "MO, Maryland Heights"."""
