"""Spoken languages by ISO 639-1 code (ISO 639-3 where there is none), and words of fluency. Data for `job_languages`.

A line holds the code, the English name, and the names in German, French, Spanish, Portuguese, Italian and Dutch.
"""

from __future__ import annotations

_TABLE = """
en English englisch anglais anglaise inglés inglesa inglês inglese engels engelse
de German deutsch allemand allemande alemán alemana alemão tedesco tedesca duits duitse
fr French französisch français française francés francesa francês francese frans franse
es Spanish spanisch espagnol espagnole español castellano española espanhol spagnolo spagnola spaans spaanse
pt Portuguese portugiesisch portugais portugués português portoghese portugees
it Italian italienisch italien italiano italiana italiaans italiaanse
nl Dutch niederländisch néerlandais neerlandés holandés neerlandês holandês olandese nederlands nederlandse
zh Chinese chinesisch chinois chino chinês cinese chinees
cmn Mandarin mandarín mandarim mandarino mandarijn
yue Cantonese kantonesisch cantonais cantonés cantonês
ja Japanese japanisch japonais japonés japonês giapponese japans
ko Korean koreanisch coréen coreano koreaans
ar Arabic arabisch arabe árabe arabo
ru Russian russisch russe ruso russo
uk Ukrainian ukrainisch ukrainien ucraniano ucraino oekraïens
pl Polish polnisch polonais polaco polonês polacco
cs Czech tschechisch tchèque checo ceco tsjechisch
sk Slovak slowakisch slovaque eslovaco slovacco
hu Hungarian ungarisch hongrois húngaro ungherese hongaars
ro Romanian rumänisch roumain rumano romeno rumeno roemeens
bg Bulgarian bulgarisch bulgare búlgaro bulgaro
el Greek griechisch grec griego grego greco grieks
tr Turkish türkisch turc turco turks
sv Swedish schwedisch suédois sueco svedese zweeds
da Danish dänisch danois danés dinamarquês danese deens
nb Norwegian norwegisch norvégien noruego norueguês norvegese noors
fi Finnish finnisch finnois finés finlandês finlandese
he Hebrew hebräisch hébreu hebreo hebraico ebraico hebreeuws
hi Hindi
ur Urdu
bn Bengali
pa Punjabi
ta Tamil
te Telugu
vi Vietnamese vietnamesisch vietnamien vietnamita vietnamees
th Thai thailändisch
tl Tagalog
id Indonesian indonesisch
ms Malay
fa Persian farsi persisch persan
hr Croatian kroatisch croate
sr Serbian serbisch serbe
sl Slovenian slowenisch
ca Catalan katalanisch catalán catalão catalano
lt Lithuanian litauisch
lv Latvian lettisch
et Estonian estnisch
sw Swahili suaheli
ht Creole
so Somali
ase ASL
"""

NAMES: dict[str, str] = {}
"""A word in lower case to the language's English name."""
for _line in _TABLE.strip().splitlines():
    _code, _name, *_others = _line.split()
    NAMES.update(dict.fromkeys((_name.lower(), *_others), _name))
NAMES["asl"] = "American Sign Language"

ENDINGS = r"(?:e[nrsm]?|kenntnissen?|kenntnis|sprach\w*|[- ]?sprech\w+|[- ]?speak\w+)?"
FLUENCY = (
    r"native(?:[- ]level|[- ]speakers?)?|mother tongue|bilingual\w*|(?:business )?fluen(?:t|cy)\w*"
    r"|highly proficient|proficien(?:t|cy)"
    r"|full professional|professional|(?:upper[- ])?intermediate|advanced|conversational|business(?:[- ]level)?"
    r"|working|basic|elementary"
    r"|excellent|very good|good|strong|perfect|solid|impeccable|exceptional|superior"
    r"|muttersprach\w*|verhandlungssicher\w*|(?:fließend|fliessend)\w*|sehr gute[nrms]?|gute[nrms]?|sicher\w*"
    r"|grundkenntnisse|exzellente\w*"
    r"|ausgezeichnete\w*|langue maternelle|bilingue|courante?(?:ment)?|maîtris\w+|bon(?:ne)? (?:niveau|maîtrise"
    r"|connaissance)|excellent niveau"
    r"|notions|niveau \w+|nativ[oa]|fluid[oa]|avanzad[oa]|alto|intermedi[oa]|nivel \w+|fluente|fluência|avançad[oa]"
    r"|nível \w+|intermediário"
    r"|madrelingua|ottim[ao]|buon[ao]|avanzat[oa]|fluente(?:mente)?|vloeiend\w*|uitstekende?|goede?|moedertaal"
)
CUES = (
    rf"{FLUENCY}|speak\w*|spoken|spok\w+|writ(?:e|ing|ten)|read(?:ing)?|verbal\w*|oral\w*|command|communicat\w+"
    rf"|language|skills?|knowledge|level"
    r"|[abc][12]\b|kenntnis\w*|sprach\w*|in wort und schrift|niveau|langue|parlé|écrit|lu\b|idioma|lengua"
    r"|hablad[oa]|escrit[oa]|dominio|nivel"
    r"|domínio|língua|falad[oa]|conoscenza|lingua|parlat[oa]|scritt[oa]|padronanza|beheersing|taal"
    r"|woord en geschrift|toefl|ielts"
    r"|prefer\w*|required|a (?:\w+ )?plus\b|an? (?:asset|advantage|must)|mandatory|desir\w+|nice to have"
    r"|von vorteil|erforderlich|wünschenswert"
    r"|un (?:plus|atout)|exigée?|souhaitée?|deseable|desejável|imprescindible|gradit[ao]|gewenst|een pré|vereist"
)
CEFR = r"(?<![\w])(?P<cefr>[abc][12])(?!\w)"
NOT_SPOKEN = (
    r"[ /-]*(?:(?:and|or|/) \w+ )?(?:teach\w*|literature|majors?|degrees?|department|market\w*|clients?|customers?"
    r"|compan\w+|offices?|teams?|arts"
    r"|as a second|as a foreign|composition|studies|subsidiar\w+|business unit|law\b|curriculum|class(?:es|room)?"
    r"|embassy|food|cuisine|restaurant"
    r"|content|shepherd|markt|kunden|standort|marché|mercado|americ\w+)"
)
AS_FIELD = r"\b(?:degree|bachelor\S*|master\S*|b\.?a\.?|major\w*|diploma|background)\s(?:\w+\s){0,3}?in\s[^.;]{0,80}$"
UNDER = (
    r"\b(?:languages?|sprach\w*|langues?|idiomas?|lingue|línguas?|talen(?:kennis)?)"
    r"(?: (?:skills?|requirements?|required|requises?))?\W{0,4}$"
)
