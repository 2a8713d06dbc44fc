"""Names of spoken languages in English and in the languages themselves and their neighbors'. Data, not code."""

from __future__ import annotations

from careercraft.parse.tables import word_set

LANGUAGES = word_set(
    """
    english spanish french german italian portuguese dutch russian chinese mandarin cantonese japanese
    korean arabic hindi urdu bengali punjabi gujarati marathi tamil telugu kannada malayalam turkish
    greek hebrew polish czech slovak hungarian romanian bulgarian serbian croatian bosnian slovenian
    ukrainian belarusian lithuanian latvian estonian finnish swedish norwegian danish icelandic irish
    welsh scottish catalan basque galician persian farsi dari pashto kurdish armenian georgian
    azerbaijani kazakh uzbek mongolian vietnamese thai lao khmer burmese malay indonesian tagalog
    filipino swahili amharic somali hausa yoruba igbo zulu xhosa afrikaans albanian macedonian maltese
    nepali sinhala tibetan latin creole haitian esperanto asl sign bahasa taiwanese hokkien shanghainese
    flemish brazilian castilian javanese sundanese cebuano português castellano svenska dansk norsk
    suomi polski türkçe magyar čeština română ελληνικά русский 中文 日本語 한국어 العربية anglais espagnol
    français francais allemand italien portugais néerlandais russe chinois japonais arabe polonais turc
    englisch spanisch französisch deutsch italienisch portugiesisch niederländisch russisch chinesisch
    japanisch arabisch polnisch türkisch latein tschechisch ungarisch schwedisch griechisch rumänisch
    ukrainisch koreanisch inglés español francés alemán italiano portugués neerlandés holandés ruso
    chino japonés árabe polaco catalán gallego euskera rumano inglês espanhol francês alemão holandês
    mandarim japonês inglese spagnolo francese tedesco portoghese olandese russo cinese giapponese arabo
    polacco rumeno engels spaans frans duits italiaans portugees nederlands chinees japans pools turks
    vlaams gaelic tigrinya oromo wolof lingala somalian kinyarwanda kirundi shona tswana quechua guarani
    aramaic yiddish luxembourgish breton occitan corsican sardinian frisian romani sorani kurmanji pidgin
    hébreu grec hindi suédois norvégien danois finnois roumain hongrois tchèque ukrainien vietnamien coréen
    thaï catalan persan ourdou bulgare croate serbe slovaque
    hebräisch hindi persisch kroatisch serbisch bulgarisch slowakisch slowenisch dänisch norwegisch finnisch
    vietnamesisch katalanisch schweizerdeutsch albanisch
    sueco noruego danés finés finlandés griego hebreo húngaro checo ucraniano coreano vietnamita turco
    mandarín cantonés búlgaro croata serbio valenciano vasco euskara gallega
    sueco norueguês dinamarquês grego hebraico romeno ucraniano coreano chinês russo árabe turco castelhano
    svedese norvegese danese finlandese greco ebraico ungherese ceco ucraino coreano turco albanese catalano
    zweeds noors deens fins grieks hebreeuws hongaars tsjechisch oekraïens koreaans roemeens fries papiaments
    marokkaans hiligaynon ilocano ilonggo waray bikol kapampangan pangasinan ibibio efik tiv kanuri edo twi akan ewe
    fula fulani bambara krio luganda luo kikuyu chichewa ndebele sotho sesotho tsonga venda swati malagasy maori
    samoan tongan fijian hawaiian odia oriya assamese konkani tulu kashmiri sindhi maithili bhojpuri rajasthani
    balochi uyghur tatar chechen turkmen kyrgyz tajik hakka teochew fukien balinese minangkabau madurese acehnese
    castellano español asturiano aragonés bable valencià aranés euskara galego mirandês inuktitut cree ojibwe navajo
    cherokee faroese greenlandic sami romansh ladino friulian sicilian napoletano sardo ladin plattdeutsch sorbian
    cymraeg gaeilge gàidhlig scots manx cornish dansk íslenska føroyskt eesti latviešu lietuvių slovenčina slovenščina
    hrvatski srpski bosanski shqip македонски български українська беларуская עברית فارسی اردو हिन्दी বাংলা தமிழ் తెలుగు
    ไทย bahasa rätoromanisch jiddisch isländisch estnisch lettisch litauisch mazedonisch bosnisch armenisch
    georgisch kurdisch thailändisch indonesisch altgriechisch
    islandais estonien letton lituanien macédonien bosniaque arménien géorgien kurde thaïlandais indonésien swahili
    angielski niemiecki francuski hiszpański włoski rosyjski ukraiński czeski szwedzki norweski portugalski polski
    angličtina němčina francouzština španělština ruština slovenština engelska tyska franska spanska svenska italienska
    engelsk tysk fransk spansk svensk norsk finska finnish englanti saksa ruotsi ranska espanja venäjä ingilizce
    almanca fransızca rusça arapça engleză franceză germană spaniolă italiană angol német francia
    """
)

FLUENCY = (
    r"native(?:\s+(?:speaker|or\s+bilingual|proficiency|language))*|mother\s+tongue|bilingual|fluent|proficient|advanced|intermediate|basic|beginner"
    r"|elementary|conversational|professional|working|limited|full|business|excellent|good|fair|upper|lower|pre|proficiency|knowledge|level"
    r"|spoken|written|oral|read(?:ing)?|writ(?:e|ing)|speak(?:ing)?|comprehension|some|near|and|or|in|[ABC][12](?:[/–-][ABC]?[12])?\+?|toefl|ielts|delf|dalf|hsk|jlpt|goethe|cambridge|c1|b2"
    r"|langue\s+maternelle|courant|bilingue|intermédiaire|avancé|scolaire|notions|débutant|lu|écrit|parlé|niveau"
    r"|muttersprache|muttersprachlich|verhandlungssicher|fließend|gut|sehr|grundkenntnisse|fortgeschritten|konversationssicher|kenntnisse"
    r"|nativo|nativa|lengua\s+materna|fluido|avanzado|intermedio|básico|alto|medio|bajo|nivel|nível|fluente|avançado|intermediário|língua\s+materna"
    r"|madrelingua|fluente|avanzato|intermedio|base|scolastico|ottimo|buono|livello|moedertaal|vloeiend|goed|gevorderd|basis|uitstekend"
)
