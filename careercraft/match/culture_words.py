"""Values and ways of working, each with the words that state it. Data for `culture`.

Patterns match in any case. Stems are parts of words, in small letters, of which each match holds one.
"""

from __future__ import annotations

VALUES: tuple[tuple[str, str, str], ...] = (
    ("Teamwork", "team collab together cross équipe equipo zusammenarbeit",
     r"\bteam[- ]?(?:players?|work\w*|spirit|orient\w*|first|fähig\w*|geist|based)\b|\bcollaborat\w+"
     r"|\bwork\w*\s(?:\w+\s){0,3}?(?:together|as (?:a|one) team|in (?:a |\w+ )?teams?|across teams)\b"
     r"|\bcross[- ]functional(?:ly)?\b|\besprit d['’]équipe|\btrabajo en equipo|\bim team\b"
     r"|\bzusammenarbeit"),
    ("Ownership and autonomy", "own autonom self independ initiative eigen selbst",
     r"\b(?:tak(?:e|es|ing)|took|full|sense of|strong|extreme|end-to-end) ownership|\bownership (?:of"
     r"|mindset|mentality)|(?:^|[\s:•*-])ownership\s*(?:$|[.:,;&–-]|and\b)|\bautonom\w+"
     r"|\bself[- ](?:start\w*|direct\w*|motivat\w*|manag\w*|driven|organi[sz]\w*|sufficien\w*|reliant)"
     r"|\bwork\w*\s(?:\w+\s)?independent(?:ly)?\b|\bindependent(?:ly)? work\w*|\b(?:tak\w+|took|shows?|own"
     r"|personal) (?:the )?initiative|(?:^|[\s,•])initiative\s*(?:$|[,.;])|\beigenverantwort\w+"
     r"|\bselbst(?:st)?ändig\w*"),
    ("Fast pace", "fast rapid pace tempo growth energy mov dynam pressure startup start-up deadline schnell",
     r"\bfast[- ](?:paced|moving|growing|changing)\b|\bhigh[- ](?:pace[d]?|tempo|growth|energy)\b"
     r"|\bquick[- ]paced\b|\brapidly (?:changing|growing|evolving)\b|\bmov(?:e|es|ing) (?:fast|quickly)\b"
     r"|\bstart-?up (?:environment|mentality|culture|mindset|pace)|\bdynamic (?:environment|workplace"
     r"|setting|team)|\b(?:tight|multiple|strict|short) deadlines|\bunder pressure\b|\bschnelllebig\w*"),
    ("Structure", "structur process procedure guideline struktur",
     r"\bstructured (?:environment|work\w*|approach|way|manner|onboarding)|\bprocess[- ](?:driven"
     r"|oriented)\b|\b(?:clear|defined|established|robust) (?:processes|structures?|procedures"
     r"|guidelines)\b|\bstrukturierte arbeitsweise"),
    ("Diversity and inclusion", "divers inclus belong vielfalt equit",
     r"\bdiversity\b(?! of (?:data|tasks|products))|\bdiverse (?:and inclusive|teams?|workforce|workplace"
     r"|people|perspectives|backgrounds?|cultures?|communit\w+|environment|group of people|experiences"
     r"|talent)|\binclusi(?:on|ve|vity)\b|\bbelonging\b|\bvielfalt\b|\bequitable\b"),
    ("Learning", "learn curio develop grow weiterbild lern",
     r"\b(?:continuous(?:ly)?|life-?long|constant(?:ly)?|always|never stop) learn\w*|\bgrowth mindset"
     r"|\bcurio(?:us|sity)\b|\b(?:eager\w*|willing\w*|desire|passion|love|keen|hungry|thirst|quick) (?:to"
     r"|for|of) learn\w*|\bquick(?:ly)? learn\w*|\bfast learner|\blearn(?:ing)? (?:and|&) (?:grow\w*"
     r"|development|develop\w*)|\blearn(?:ing)? new \w+|\b(?:professional|personal|career) (?:growth"
     r"|development)\b|\bweiterbildung\w*|\blernbereit\w*"),
    ("Customer focus", "custom client patient user guest member kund",
     r"\b(?:customer|client|user|patient|guest|member)s?[- ](?:first|focus\w*|obsess\w*|centric\w*"
     r"|cent(?:ere|re)d\w*|orient\w*|satisfaction|service|driven)\b|\bput\w* (?:the |our )?(?:customer"
     r"|client|patient|user)s? first|\bkundenorientier\w*"),
    ("Sustainability", "sustainab carbon climate environment nachhaltig durable",
     r"\bsustainability\b|\bsustainable (?:development|future|practices|business|living|energy|agriculture"
     r"|farming|products|packaging|world|transport\w*)|\bcarbon[- ](?:neutral\w*|footprint|reduction|free)"
     r"|\bclimate (?:change|action|crisis)|\benvironmental(?:ly)?[- ](?:friendly|conscious|stewardship"
     r"|responsib\w+)|\bnachhaltig\w*|\bdéveloppement durable"),
    ("Work-life balance", "life vereinbark équilibre",
     r"\bwork[- /]*(?:and[- ])?life[- ]*(?:balance|integration|harmony|blend)?\b|\bvereinbarkeit\b"
     r"|\béquilibre vie"),
    ("Flexibility", "flex adapt gleitzeit",
     r"\bflex(?:ible|i)?[- ]?(?:time|hours?|schedul\w*|work\w*)\b|\bflexibility\b|\badaptab\w+|\badapt(?:s"
     r"|ing|ed)? (?:quickly|easily|well|to)\b|\bgleitzeit|\bflexible arbeitszeit\w*"),
    ("Family friendly", "famil parent maternity paternity child",
     r"\bfamily[- ](?:friendly|first|oriented|leave)|\b(?:parental|maternity|paternity) leave"
     r"|\bchild[- ]?care\b|\bfamilienfreundlich\w*"),
    ("Innovation", "innov creativ experiment edge outside invent",
     r"\binnovat\w+|\bcreativ(?:e|ity) (?:think\w*|problem|environment|culture|solutions|ideas)"
     r"|\bcreativity\b|\bcutting[- ]edge\b|\bthink\w* outside the box|\bculture of experimentation"
     r"|\binvent\w* (?:and|new)\b"),
    ("Openness and transparency", "transparen open honest candor candid feedback",
     r"\btransparen\w+|\bopen(?:ness)? (?:communicat\w+|culture|door|dialog\w*|feedback)|\bopenness\b"
     r"|\bhonesty\b|\bhonest (?:communicat\w+|feedback)|\bcandou?r\b|\bcandid\b|\b(?:direct|regular"
     r"|constructive|continuous) feedback|\bfeedback culture"),
    ("Integrity and trust", "integrity ethic trust intégrité",
     r"\bintegrity\b(?<!data integrity)(?<!referential integrity)"
     r"(?<!structural integrity)(?<!signal integrity)"
     r"|\bethic(?:s|al)\b|\b(?:culture of|mutual|build\w*|earn\w*|based on) trust\b|\btrustworth\w+"
     r"|(?:^|[\s•*])trust\s*(?:$|[.:,;&–-])"),
    ("Respect and empathy", "respect empath kind caring compassion",
     r"\b(?:mutual|with|treat\w*|show\w*|and|dignity,?) respect\b(?! to\b)|\brespectful\b|(?:^"
     r"|[\s•*])respect\s*(?:$|[.:,;&–-])|\bempath\w+|\bkindness\b|\bcompassion\w*|\bcaring\b"),
    ("Excellence", "excell qualit standard craft",
     r"\b(?:operational|clinical|academic|strive\w* for|commitment to|pursuit of|culture of"
     r"|service) excellence\b|(?:^|[\s•*])excellence\s*(?:$|[.:,;&–-])|\bhigh (?:quality )?standards\b"
     r"|\bhighest (?:quality|standards)\b|\bcraftsmanship\b|\bquality[- ](?:driven|focused|first|conscious)"),
    ("Results and accountability", "result account outcome driven goal ergebnis",
     r"\bresults?[- ](?:driven|orient\w*|focus\w*)|\baccountab\w+|\boutcome[- ](?:driven|orient\w*"
     r"|focus\w*)|\bgoal[- ](?:driven|orient\w*)|\bergebnisorientiert\w*"),
    ("Safety", "safe sicherheit",
     r"\bsafety[- ](?:first|culture|conscious\w*|minded|focus\w*|record|standards|protocols?)"
     r"|\bsafe work(?:ing|place)?\b|\bculture of safety|\bcommit\w+ to safety"),
    ("Community and volunteering", "volunt communit giv social charit philanthrop",
     r"\bvolunteer\w*|\bcommunity (?:service|outreach|involvement|engagement|impact)|\bgiv(?:e|ing) back\b"
     r"|\bsocial(?:ly)? (?:responsib\w+|impact|good|justice)|\bcharit(?:y|able)\b|\bphilanthrop\w+"),
    ("Well-being", "well mental gesund",
     r"\bwell-?being\b|\bwellness\b|\bmental health (?:support|days?|benefit\w*|resources|matters"
     r"|awareness)|\bgesundheitsförderung"),
    ("Fun", "fun humor laugh spaß",
     r"\bfun (?:place|environment|team|culture|work\w*|people|and)|\bhav(?:e|ing) fun\b|\bsense of humou?r"
     r"|\bspaß\b"),
    ("Agile working", "agil scrum kanban pair program",
     r"\bagil(?:e|ity)\b|\bscrum\b|\bkanban\b|\bpair[- ]programming\b"),
    ("Distributed and asynchronous work", "async distribut remote",
     r"\basync\w*[- ](?:first|communicat\w*|work\w*|culture|team\w*)|\b(?:globally "
     r"|fully )?distributed (?:team|company|work\w*|organi[sz]ation)s?\b|\bremote[- ]first\b"),
    ("Mentoring", "mentor coach",
     r"\bmentor\w*|\bcoach(?:ing|ed|es)\b(?!\s(?:basketball|soccer|football|tennis))"),
    ("International work", "international multicult global",
     r"\b(?:international|multicultural|multinational|global) (?:team|environment|colleagues|work\w*"
     r"|culture)s?\b|\bmulticultural\b|\binternationale[sn]? (?:team|umfeld)"),
    ("Flat hierarchy", "hierarch flat flach",
     r"\bflat(?:ter)? (?:hierarch\w+|structure|organi[sz]ation\w*)|\bflache\w* hierarchi\w+"
     r"|\blow hierarch\w+"),
)  # fmt: skip

CONDITIONS: tuple[tuple[str, str, str], ...] = (
    ("Overtime", "overtime hour überstunden",
     r"\bovertime\b|\b(?:long|extended|additional|irregular|extra) (?:work\w* )?hours\b|\bextra hours\b"
     r"|\büberstunden|\b(?:5|6|7)0\+?[- ]hours?(?: work)?[- ]weeks?"),
    ("Weekend and evening work", "weekend evening night sunday saturday wochenend",
     r"\bweekends?\b|\b(?:work|working|availab\w+|shifts?|some|occasional) (?:\w+ ){0,3}?(?:evenings?"
     r"|nights?|saturdays?|sundays?)\b|\bwochenend\w*"),
    ("Shift work", "shift schicht",
     r"\b(?:rotating|night|day|evening|swing|split|second|third|2nd|3rd|12[- ]hour) shifts?\b"
     r"|\bshift work\b|\bschicht\w*"),
    ("On-call duty", "on-call on call rufbereit pager",
     r"\bon[- ]call\b|\brufbereitschaft|\bpager duty\b"),
    ("Travel", "travel reise déplacement",
     r"\b(?:willing\w*|able|ability|required|ready|open|\d+ ?%) (?:to |of |for )?(?:\w+ )?travel\b"
     r"|\btravel (?:required|up to|of|\d)|\b(?:frequent|extensive|domestic|international|overnight"
     r"|some) travel\b|\breisebereitschaft"),
    ("Competition and pressure", "competi pressure hustle quota",
     r"\bhigh[- ]pressure\b|\bhustle\b|\bcompetitive (?:environment|culture|spirit|nature|drive)\b"
     r"|\bquota[- ](?:driven|carrying)\b"),
)  # fmt: skip
"""What many put up with and few look for: it counts only where the person says that they want it or don't."""
