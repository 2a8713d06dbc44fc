"""Words that tell what a sentence of a posting does: ask, describe the work, sell the company, set terms.

Data and their compiled patterns; `job_statements` decides with them. Order within a pattern carries no meaning.
"""

from __future__ import annotations

import re

from careercraft.parse.job_cue import Cue

# What an item that asks for something begins with, after any praise ("strong", "proven").
_PRAISE = (
    r"(?:(?:strong|excellent|good|solid|proven|demonstrated|demonstrable|deep|basic|working|prior"
    r"|previous|extensive|great"
    r"|hands[- ]on|advanced|expert|outstanding|exceptional|superior|effective|significant|relevant"
    r"|professional|technical"
    r"|some|high|sound|in-depth|thorough|practical|general|intermediate|native|fluent|highly|very|at"
    r"|least|successful"
    r"|broad|clear|full|keen|exposure|and|or|an?|the|any|level|of|direct|real|verbal|written|oral"
    r"|analytical|quantitative"
    r"|interpersonal|communication|organi[sz]ational|problem[- ]solving|leadership|presentation"
    r"|computer|people|math\w*"
    r"|management|critical|thinking|time|customer|service|team|social|planning|programming|coding"
    r"|research|writing"
    r"|considerable|sufficient|substantial|impeccable|adequate|comprehensive|polished|mastered"
    r"|additional|major)[, /]+)*"
)
ASKS_FIRST = Cue(
    rf"""^\W*{_PRAISE}(?:
      experienced?\b|knowledge|abilit|able\b|capab|capacity|proficien|familiar|understand|skill|expert
      |degree|bachelor
      |master['’]?s?\b|ph\.?d|mba\b|bsc?\b|b\.?[as]\.?\s|m\.?s\.?\s|certif|licen[cs]|fluen|track\srecord
      |aptitude|willing|comfort\w*\s
      |competen|command\s|passion|must\b|minimum|at\sleast|\d+\s?\+|\d+\s?(?:-|–|to)\s?\d+\+?\s(?:years|yrs)\b
      |\d+\s(?:years?|yrs)\b|self[- ]
      |team\splayer|attention\sto|detail|high\sschool|diploma|ged\b|current\s|valid\s|active\s|eligib
      |authoriz|u\.?s\.?\scitizen
      |background|mastery|grasp|talent|patien|energ|motivat|eager|curio|intellectual|enthusias|creativ
      |flexib|adaptab|reliab
      |excellent|outstanding|exceptional|strong|ideally|preferred|preferably|nice\sto|bonus|plus\b|two|three
      |four|five|one
      |six|seven|eight|ten|you\s(?:have|are|bring|possess|know|love|enjoy|can|should|hold|must|understand
      |thrive|want|think|write|speak|work|care|take)\b(?!\sto\s)|you['’](?:re|ve)\b
      |has\s|have\s|having\s|holds?\s|possess|demonstrat\w+\s|graduate\b|accredited|qualified|registered
      |clearance|commit
      |readiness|no\sexperience|not\srequired|physical\s(?:stamina|strength|ability)|strength|stamina
      |dexterity|hard[- ]working
      |good\b|solid\b|proven\b|driven|dedicat|post[- ]?graduate|undergraduate|enrolled|currently\senrolled
      |literacy|literate
    )"""
)
# Anywhere in a sentence of prose.
ASKS = Cue(
    r"""\b(?:must|mandatory|essential\sfor|(?:is|are|be)\s(?:also\s)?(?:strictly\s|highly\s)?(?:required
      |necessary|needed|essential|preferred|desired|desirable|expected)
      |(?:is|are)\s(?:\w+\s)?(?:critical|crucial|vital|pivotal|demanded|(?:important|imperative)(?:[.]|$|\sin\s|\sfor\s))
      |require[sd]?\s|calls?\sfor\s|what\s(?:we|you)\sneed\b|requirements?\s(?:is|are|include)|(?:required|needed)[.;,]?$|preferred[.;,)]?$
      |years?['’]?\s(?:of\s)?(?:\w+\s){0,3}(?:experience|background|practice)
      |\d+\+?\s(?:years|yrs)|(?:two|three|four|five|six|seven|eight|ten)\s(?:\(\d+\)\s)?years
      |candidates?['’]?s?\s(?:must|should|who|with|has|have|needs?|will\s(?:have|need|be\sable|possess|bring
      |demonstrate)|is\s|are\s|possess|would|ought)
      |applicants?\s(?:must|should|who|with|has|have|needs?|will\s(?:have|need))
      |(?:looking\sfor|seeking|in\sneed\sof|need)\s.{0,80}\b(?:with\s(?:an?\b(?!\steam)|at\sleast|strong
      |proven|solid|excellent|extensive|deep|good|exceptional|great|experience|knowledge|expertise|\d
      |minimum|hands|prior|previous|significant|demonstrated|the\sability|advanced|in-depth|working
      |relevant)|who|proficient|experienced\sin|skilled\sin|expert|possess|capable|adept|versed)
      |you\s(?:have|bring|possess|hold|should|need|must|know|are\s(?:an?\s)?(?:able|comfort|experienced
      |familiar|proficient|skilled|passionate|highly|self|strong|team|curious))
      |you['’]ve\s|you['’]re\s(?:an?\s)?(?:able|comfort|experienced|familiar|proficient|skilled|passionate
      |highly|self|strong|team|curious)
      |proficien(?:t|cy)|experience\s(?:in|with|as|of|using|working|is|on|across|building|managing
      |developing)|experienced\sin
      |knowledge\s(?:of|in|and)|understanding\sof|familiar(?:ity)?\swith|ability\sto|abilities\sin
      |able\sto\s(?:work|demonstrate|handle)|expertise\s(?:in|with)
      |degree\sin|bachelor['’]?s|master['’]s|ph\.?d|diploma|certifi(?:ed|cation)s?\b|licen[cs]ed?\b
      |fluen(?:t|cy)\sin|background\sin|competen(?:t|ce|cy)\sin
      |skilled\s(?:in|at|with)|track\srecord|well[- ]versed|adept\s(?:at|in|with)|(?:strong|excellent|good
      |solid|exceptional|outstanding|effective|advanced|superb|great|impeccable
      |sound)\s(?:\w+[\s,/&-]+){0,6}(?:skills|abilities|communicator|knowledge|understanding|command|grasp
      |aptitude)
      |skills\s(?:in|with|are|related|such|including|for)|mastery\sof|hands-on\s|command\sof|a\splus\b
      |nice\sto\shave|an\sasset|advantageous|an\sadvantage|adds\svalue
      |right\sto\swork|authori[sz]ed\sto\swork|work\sauthori[sz]ation|sponsor(?:ship)?\b|clearance
      |citizenship|u\.?s\.?\scitizens?\b
      |(?:kenntnisse|erfahrung|ausbildung|studium|abschluss|fähigkeit|beherrsch\w*|führerschein|voraussetzung)
      |(?:expérience|maîtrise|connaissances?|compétences?|diplôme|formation|permis|exigée?s?|requise?s?
      |aisance)
      |(?:experiencia|conocimientos?|dominio|titulación|capacidad|imprescindible|requerid[oa]s?|manejo)
      |(?:experiência|conhecimentos?|domínio|licenciatura|capacidade|obrigatóri[oa]s?)
      |(?:esperienza|conoscenza|padronanza|laurea|capacità|richiest[oaie]|diploma)
      |(?:ervaring|kennis|opleiding|diploma|beheersing|vereist|vaardigheden|rijbewijs)
      |je\s(?:hebt|bent|beschikt|beheerst)\s|du\s(?:hast|bist|bringst|verfügst)\s|vous\s(?:avez|êtes|maîtrisez
      |justifiez|disposez)\s
    )|kenntnisse\b|erfahrung\b"""
)
# A whole sentence about the employer, not about the reader.
COMPANY = re.compile(
    r"""^\W*(?:we(?:['’](?:re|ve|ll|d))?\b|our\b|join\b|founded\s(?:in|by|on|with)\b|established\s(?:in|by
      |since|with)\b|headquartered\b|since\s(?:\d{4}|our)|with\s(?:over|more\sthan|offices)
      |as\san?\s(?:leading|global|award|rapidly|fast|growing|national|world|company|company['’]s)
      |the\s(?:company|firm|organi[sz]ation|agency|hospital|university)\b
      |(?-i:At\s[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,4},?\s)|wir\s|unser|notre\s|nous\s|nuestr|somos\s|nossa
      |nosso|onze?\s|wij\s|we\szijn)""",
    re.VERBOSE | re.IGNORECASE,
)
SEEKING = Cue(
    r"""\b(?:looking\s(?:for|to\shire)|seek(?:s|ing)?\b|search(?:ing)?\sfor|in\ssearch\sof|hiring|need(?:s
      |ing)?\s|require[sd]?\b|expect|recruit|want\s|desire|in\sneed\sof
      |suchen|sucht|recherch|cherch|busca|procura|cerca|cerchiamo|zoek)"""
)
# Terms of the application and legal boilerplate.
META = Cue(
    r"""\#LI-|@\w+\.\w|\b(?:equal\s(?:employment\s)?opportunit|regardless\sof\s(?:\w+\s){0,2}(?:race|age
      |gender|sex|relig|colou?r|disab|national|orient|ethnic|background|creed)|without\sregard\s|(?:race
      |colou?r|religion),\s|protected\s(?:class|veteran|characteristic|status|by)
      |reasonable\s(?:accommodation|adjustment)|affirmative\saction|e-?verify|\bgdpr\b|\bccpa\b
      |privacy\s(?:policy|notice)|(?:non-?)?discriminat|eeo\b|\beoe\b|m/f/d
      |apply\s(?:now|online|via|at\b|by\b|today|here|directly|through|for\sthis)|\bclick\b
      |send\s(?:us\s)?(?:your|an?|the)\s.{0,25}(?:resume|cv|r[ée]sum[ée]|application)
      |submit\s(?:your|an?|the)?\s?.{0,20}(?:resume|cv|r[ée]sum[ée]|application|letter)
      |attach\s.{0,20}(?:resume|cv)|agenc(?:y|ies)\s.{0,40}(?:resume|submi|candidate|call)|unsolicited
      |third[- ]party\s(?:agenc|recruit|vendor)
      |only\s(?:shortlisted|selected|qualified)\scandidates|candidates\sselected\sfor|copyright
      |find\sout\smore|learn\smore\sabout|for\smore\sinformation|visit\sus\b|clery\sact|required\smaterials
      |right\sto\swork\sposter|posters?\sprovided|application\squestions|all\srights\sreserved
      |qualified\sapplicants\swill
      |(?:job|position)\sdescription\s(?:is|does|may|reflects|in\sno|should)|not\s(?:intended
      |designed)\sto\s|intended\sto\sdescribe|other\sduties\s(?:as|may)|subject\sto\schange
      |statements\s(?:herein|above|are\sintended)
      |cover\sletter|salary\srequirements|(?:our|hiring|the)\srecruit(?:ing|ment)\sprocess
      |(?:we\s)?thank\s(?:you|all)|no\sphone\scalls|powered\sby|https?://|www\.|responses?\s(?:will\sbe
      |to\sthis)\s
      |background\s(?:check|investigation|screen)|drug\s(?:test|screen)|at[- ]will\b|schwerbehindert
      |chancengleichheit|égalité\sdes\schances|handicap)"""
)
BENEFITS = Cue(
    r"""\b(?:401\(?k\)?|dental(?:,|/|\s(?:and|insurance|plan|coverage|benefits?|care\splan)\b)
      |vision\s(?:insurance|care|coverage|plan)|health\s(?:insurance|plan|coverage|benefits)
      |medical\s(?:insurance|coverage|plan|,)|life\sinsurance|disability\sinsurance|insurance\s(?:plan
      |coverage|package)|paid\s(?:time\soff|vacation|holidays?|leave|parental|sick)|\bpto\b|parental\sleave
      |(?:maternity|paternity|family)\sleave|vacation\s(?:days|time|policy|pay)|annual\sleave|tuition
      |reimburse|stock\soptions|equity\b(?!\sresearch)|rsus?\b|bonus(?:es)?\s(?:scheme|plan|program
      |structure|potential|eligib|opportun)|sign[- ]on\sbonus|(?:annual|performance|discretionary)\sbonus
      |competitive\s(?:\w+\s){0,2}(?:salar|pay\b|compensation|benefit|wage|remuneration|package)
      |benefits?\s(?:package|program|include|plan)|free\s(?:lunch|food|snacks|coffee|parking)|catered|snacks
      |gym\b|wellness|flexible\s(?:\w+\s)?(?:hours|working|schedule|spending|work|time)|time\soff\b|pension
      |retirement\s(?:plan|savings)
      |employee\sdiscount|relocation\s(?:assistance|package|support)|professional\sdevelopment\s(?:budget
      |opportun|allowance)|career\s(?:growth|development|advancement)\sopportun|training\sopportunities
      |company\s(?:car|phone|laptop|events|outings)|happy\shours?|we\soffer|you['’]ll\s(?:get|receive|enjoy)
      |opportunit(?:y|ies)\s(?:for|to)\s(?:growth|grow|advance|career)
      |urlaubstage|altersvorsorge|homeoffice|jobticket|tickets?\srestaurant|mutuelle|rtt\b|seguro\smédico
      |plano\sde\ssaúde|buoni\spasto|pensioenregeling|vakantiedagen|reiskosten)"""
)
VALUES = Cue(
    r"""\b(?:we\s(?:value|believe|embrace|celebrate|champion|encourage|foster|cherish|stand\sfor)
      |our\s(?:core\s)?(?:values|culture|principles)|culture\sof\s|collaborative\s(?:culture|environment)
      |inclusive\s(?:culture|environment|workplace)
      |work[- ]life\sbalance|fast[- ]paced\s(?:environment|startup|team)|diversity\sand\sinclusion
      |transparen(?:t|cy)\s(?:culture|communication)|flat\shierarch\w+|unsere\swerte|nos\svaleurs
      |nuestros\svalores|nossos\svalores|i\snostri\svalori|onze\swaarden)"""
)
DUTY = Cue(
    r"""^\W*(?:you(?:['’]ll|['’]d\sbe|\swill)\s(?!(?:need|have|bring|possess|be\sable|must|be\s(?:an?\s)?(?:expert
      |experienced))\b)|responsible\sfor|responsibilit|duties|(?:the|this|our)\s(?:role|position|job|opening
      |opportunity|work|incumbent|successful\scandidate|candidate|ideal\scandidate|person|individual
      |\w+(?:\s\w+){0,4})\s(?:will\s(?!(?:need|have|possess|be\sable)\b)|is\sresponsible|involves?|includes?
      |is\scharged|entails|requires\syou\sto)
      |in\sthis\s(?:role|position|job)\b|tasks\sinclude|the\swork\s(?:consists|involves|includes)
      |as\san?\s.{2,60}\byou(?:['’]ll|\swill|['’]d)|working\sin\sthis\srole
      |report(?:s|ing)\sto|other\sduties|aufgaben|vous\s(?:serez|devrez|assurez)
      |tu\s(?!(?:as|es|maîtrises|justifies|disposes)\s)|serás|você\s(?!(?:tem|possui|é|precisa)\s)
      |ti\soccuperai|je\s(?!(?:hebt|bent|beschikt|beheerst)\s))"""
)
GERUND = re.compile(r"^\W*(?:\w+ly )?(?!(?:During|According|Including|Outstanding|Working knowledge"
                    r"|Nursing|Engineering|Accounting|Programming)\b)"
                    r"[A-Za-z][a-z]+ing\b(?=,? \w+,? \w+)(?! (?:skills|experience|knowledge"
                    r"|background|degree|expertise|ability))")  # fmt: skip
ACTION = re.compile(
    r"^\W*(?:to )?(?:\w+ly )?(?:account|act|address|adhere|administer|advise|advocate|analy[sz]e"
    r"|answer|apply|arrange|assess|assign|assist|assure|attend|audit"
    r"|author|automate|build|calculate|care|carry|champion|check|clean|coach|collaborate|collect"
    r"|communicate|compile|complete"
    r"|conduct|configure|consult|contribute|control|convert|coordinate|cooperat\w+|craft|create"
    r"|cultivate|debug|define|deliver|demonstrate how"
    r"|deploy|design|determine|develop|diagnose|direct|discover|dispense|document|draft|drive|educate"
    r"|employ|enable|encourage|engage|enhance"
    r"|ensure|establish|estimate|evaluate|examine|execute|explore|extract|facilitate|follow|formulate"
    r"|foster|gather|generate"
    r"|give|guide|handle|help|identify|implement|improve|influence|inform|initiate|innovate|inspect"
    r"|install|instruct|integrate"
    r"|interact|interface|interpret|interview|investigate|keep|lead|learn|leverage|liaise|load"
    r"|maintain|make|manage|manipulate"
    r"|mentor|migrate|mine|model|monitor|negotiate|observe|obtain|operate|optimi[sz]e|orchestrate"
    r"|order|organi[sz]e|own|oversee"
    r"|participate|partner|pay|perform|safeguard|plan|prepare|present|prioriti[sz]e|process|procure"
    r"|produce|program|promote|propose|protect|prototype|provide"
    r"|publish|record|recommend|recruit|refine|repair|report|represent|research|resolve|respond"
    r"|review|run|scope|secure|select"
    r"|sell|serve|set up|set|share|shape|solve|source|spearhead|start|stay|strategize|streamline"
    r"|study|suggest|supervise|supply|support|sustain|synthesize|take"
    r"|teach|test|track|train|transform|translate|transport|treat|troubleshoot|undergird|understand"
    r"|uphold|update|upgrade|use|utili[sz]e|validate|verify|visuali[sz]e|work|write)"
    r"(?:e?s)?(?:,|/| and| or|\b(?= \w))(?! (?:skills|experience|knowledge|background|ethic|history"
    r"|authorization|style|hard)\b)",
    re.IGNORECASE,
)
"""A verb in the imperative at the head of an item: the usual form of a duty."""

NICE = Cue(
    r"""\b(?:nice[- ]to[- ]have|good\sto\shave|a\s(?:big\s|huge\s|strong\s|definite\s|real\s|great\s|major\s
      |nice\s)?plus\b|a\s(?:\w+\s)?bonus|bonus\s(?:points|if)|(?:is|are|as|be|considered
      |seen\sas)\s(?:an?\s)?(?:\w+\s)?(?:bonus|advantage|advantageous|asset|beneficial|helpful|favorable
      |welcome|optional)
      |would\sbe\s(?:great|nice|helpful|beneficial|advantageous|an?\s\w+)|not\s(?:strictly\s)?(?:required
      |mandatory|necessary|essential|a\smust)|adds?\svalue|added\sadvantage|an\sadvantage|an\sasset
      |helpful\sbut|optional|pluses|von\svorteil|ein\splus|wäre\s(?:schön|toll)|un\s(?:plus|atout|must)
      |serait\sun|sería\sun|valorable|se\svalor|diferencial|mais-valia|gradit[oa]|costituisce|een\s(?:pré
      |plus))"""
)
PLUS_END = re.compile(
    r"\bplus(?:es)?\s*[.!)]*\s*$|^\W*(?:plus|bonus|bonus points|nice to have)\s*:", re.IGNORECASE
)
PREFERRED = Cue(
    r"""\b(?:(?<!\()preferred|strongly\sdesired|highly\sdesir(?:ed|able)|(?:is|are|be|highly
      |also)\sdesir(?:ed|able)|desirable|desired\b|prefer(?:ence)?\s(?:for|given|will|to|candidates)
      |favou?red|recommended
      |wünschenswert|gewünscht|souhaitée?s?|appréciée?s?|deseable|desejável|preferibil\w+|gewenst)"""
)
PREFERRED_START = re.compile(
    r"^\W*(?:ideally|preferably|preferred|desired|desirable|idealerweise|idéalement|preferentemente"
    r"|idealmente|bij voorkeur)\b",
    re.IGNORECASE,
)
MUST = Cue(
    r"""\b(?:must(?:\b(?!-see))
      |(?<!as\s)(?<!not\s)(?<!if\s)(?<!when\s)(?<!where\s)(?<!as\sis\s)required\b(?!\sto\s(?:meet|achieve
      |complete|perform|support|deliver))|requires?\b|mandatory|(?<!an\s)essential\b(?!\s(?:functions?|dut
      |job|services|oils))|is\snecessary|are\snecessary|non[- ]negotiable|imperative|prerequisite
      |zwingend|unbedingt|erforderlich|vorausgesetzt|exigée?s?|impérati\w+|obligatoire|imprescindible
      |obligatori[oa]s?|obrigatóri[oa]s?|indispens\w+|vereist|noodzakelijk|verplicht)"""
)
