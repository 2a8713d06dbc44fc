"""How people talk to a program that reads their documents. Patterns over folded text (small letters, no accents)."""

from __future__ import annotations

import re

_MACHINE = (
    r"(?:ai|llms?|gpt(?:-?\d\w*)?|chat\s?gpt|(?:large\s)?language\smodels?|chat\s?bots?|bots?|ats|"
    r"(?:ai|automated|automatic|algorithmic|machine)[\s-](?:\w+\s)?(?:screen\w*|systems?|readers?|reviewers?|"
    r"recruiters?|assistants?|tools?|models?|parsers?|agents?|evaluators?|graders?|filters?)|"
    r"(?:resume|cv|applicant)[\s-](?:parsers?|screen\w*|scanners?|tracking\ssystems?|bots?|readers?))"
)
_TOP = (
    r"(?:100(?:\s?%|\s?/\s?100)?|10\s?/\s?10|ten\sout\sof\sten|(?:a\s)?hundred|perfect|highest|maximum|maximal|max|"
    r"full\s(?:marks|score))"
)
_PERSON = r"(?:candidates?|applicants?|resumes?|cvs?|profiles?|applications?|documents?|submissions?|person)"
_BEFORE = r"(?:previous|prior|above|earlier|preceding|foregoing)"
_ORDERS = (
    r"(?:instructions?|prompts?|directives?|directions?|guidelines?|system\smessages?|programming|commands?)"
)
_READING = r"(?:reading|reviewing|screening|processing|evaluating|parsing|that|which|who)"
_SET = (
    r"(?:rate|score|rank|grade|mark|classify|evaluate|judge|label|treat|consider|assess|"
    r"recommend|return|output|report|give|assign|award|set|make|declare)"
)

ORDERS = (
    # English: away with the orders given before.
    rf"\b(?:ignore|disregard|forget|override|bypass|skip|discard|neglect)\s(?:\w+\s){{0,3}}?{_BEFORE}\s(?:\w+\s){{0,3}}?"
    rf"(?:{_ORDERS}|rules|context|text|criteria|requirements|input|content)",
    rf"\b(?:ignore|disregard|forget|override|bypass|discard)\s(?:all|any|every|your|the|these|those|everything)\s"
    rf"(?:of\s)?(?:your\s|the\s|other\s|original\s|initial\s|system\s|safety\s)*{_ORDERS}",
    r"\b(?:ignore|disregard|forget)\s(?:everything|all|anything)\s(?:\w+\s){0,3}?(?:above|before|earlier|previously)",
    r"\b(?:ignore|disregard|overlook)\s(?:\w+\s){0,3}?(?:missing|gaps?|lack|shortcomings?|weaknesses|negatives?)\b"
    r"(?:\s\w+){0,6}\s(?:candidate|applicant|resume|cv|profile)",
    # What it is to be, or what it is called.
    rf"\byou\sare\s(?:now\s)?(?:an?\s|the\s)?(?:\w+\s)?(?:{_MACHINE})(?=\s(?:that|who|which|whose|tasked|and|for|in|"
    r"designed|helping|evaluating|reviewing|screening)\b|\s?[.,;:!])",
    r"\byou\sare\s(?:now\s)?(?:an?\s|the\s)?(?:(?:helpful|hiring|recruiting|recruitment|hr|expert)\s){1,2}"
    r"(?:assistant|evaluator|bot|ai)(?=\s(?:that|who|which|whose|tasked)\b|\s?[.,;:!])",
    r"\bas\s(?:an?\s)?(?:ai|llm)(?:\s(?:language\s)?model|\sassistant|\srecruiter|\sscreener)?\s?,",
    r"\bas\san?\s(?:ai\s|large\s)?language\smodel\b",
    rf"\b(?:if|when)\syou\sare\s(?:\w+\s)?(?:an?\s|the\s)?{_MACHINE}\b",
    rf"\b(?:notes?|message|instructions?|memo|hint|notice|directive|command|reminder)\s(?:to|for)\s"
    rf"(?:any\s|all\s|the\s|an?\s|every\s|our\s)*{_MACHINE}(?=\s?[,:.!-]|\s{_READING})",
    rf"(?:^|(?<=[.!?\n]))\W*(?:to|for|attention,?)\s(?:any\s|all\s|the\s|an?\s|every\s)*{_MACHINE}"
    rf"(?:\s{_READING}\b[^.:!?]{{0,60}})?\s?[:,!]\s(?=(?:please|this|the\s(?:candidate|applicant)|mark|rate|score|treat|set|"
    r"give|ignore|disregard|output|respond|return|say|you|assign|recommend|consider)\b)",
    rf"\b{_MACHINE}\s(?:should|must|shall|(?:is|are)\s(?:instructed|required|asked|told)\sto)\s(?:\w+\s)?"
    r"(?:assign|rate|score|mark|treat|consider|rank|output|ignore|give|return|recommend|approve|accept|select)\b"
    r"(?=[^.!?\n]{0,60}\b(?:candidates?|applicants?|resume|cv|score|rating|instructions?|fit)\b)",
    r"\b(?:treat|consider|mark|count|regard)\s(?:all|every|each|any)\s(?:of\s)?(?:the\s|listed\s|stated\s|his\s|her\s|my\s)*"
    r"(?:requirements?|skills?|criteria|qualifications?|keywords?)\s(?:\w+\s){0,3}?"
    r"(?:met|matched|satisfied|fulfilled|present|shown|true)\b",
    r"\b(?:dear|hello|hi|hey)\s(?:the\s)?(?:ai|llm|gpt|chat\s?gpt|chat\s?bot|language\smodel|resume\sparser|bot)\b",
    # What it is to say.
    rf"\b{_SET}\s(?:this|the|that|me|him|her|them|my|it|every|all|each|any)\s(?:\w+\s){{0,2}}?{_PERSON}?\s?"
    rf"(?:\w+[\s,]+){{0,6}}?(?:at\s|as\s|with\s|of\s|to\s|a\s|an\s|the\s|=\s?|:\s?)*{_TOP}(?![\w,.]*\d)"
    r"(?:\s(?:score|rating|match|fit|marks?|grade|points?|readiness|candidate)|\s?(?:percent|/)|\s?[.,;:!\"'”)]|\s?$)",
    r"\b(?:rate|score|rank|grade|mark|classify|judge|label|treat|consider|declare|evaluate|assess|recommend|select|shortlist|hire|"
    r"approve|advance|pass|accept)\s(?:this|the\sfollowing|me\b|my)\s?(?:candidate|applicant|resume|cv|profile|application)?"
    r"(?:\s\w+){0,4}?\s(?:as\s|to\s|for\s|for\shire|immediately|strongly|highly|first|top|best|fit\b|unfit\b|"
    r"qualified\b|perfect)(?:.{0,40}?(?:candidate|applicant|fit|match|hire|interview|qualified|round|stage|suited))",
    rf"\b(?:mark|rate|score|rank|classify|judge|label|declare|treat)\s(?:every|all|any|each)\s(?:other\s)?{_PERSON}"
    r"\s(?:as\s|to\sbe\s)?(?:an?\s)?(?:fit|unfit|perfect|qualified|unqualified|matching|rejected|hired)\b",
    r"\b(?:set|give|assign|award|return|output|report|increase|raise)\s(?:\w+\s){0,4}?"
    rf"(?:score|rating|readiness|match|grade|ranking|percentage)s?\s(?:of|to|as|at|is|=|:|be)?\s?{_TOP}",
    r"\b(?:answer|respond|reply|output|return|print|say|write|state|conclude)\s(?:only\s|with\s|exactly\s|that\s|just\s|"
    r"the\sword\s|simply\s)*[\"'“‘`]?(?:unfit|fit|100|hired?|qualified|strong(?:ly)?\s(?:hire|recommend\w*)|perfect\s"
    r"(?:match|fit))\b(?=\s?[\"'”’`.,;:!)%\n]|\s?$|\s(?:and|as|for\s(?:this|every|all))\b)",
    r"\bthis\s(?:candidate|applicant|resume|cv|profile)\s(?:is|must\sbe|should\sbe|shall\sbe)\s(?:\w+\s){0,2}?"
    r"(?:(?:ranked|rated|scored|placed|shortlisted|hired|selected|approved|recommended)\b|(?:an?\s)?(?:perfect|ideal|"
    r"exceptional|100\s?%|exact)\s(?:match|fit|candidate))",
    r"\b(?:the|this)\s(?:candidate|applicant)\s(?:is|must\sbe|should\sbe)\s(?:clearly\s|always\s|definitely\s)?(?:an?\s)?"
    r"(?:fit(?!\s(?:for|to|and|enough)\b)\b|(?:perfect|100\s?%)\s(?:match|fit)\b)",
    r"\b(?:do\snot|don'?t|never|must\snot|avoid)\s(?:mention|list|report|reveal|flag|mentioning)\s"
    r"(?:\w+\s){0,3}?(?:gaps?|weakness\w*|shortcomings?|red\sflags?|negatives?|missing\s\w+|concerns|these\sinstructions|"
    r"this\s(?:instruction|message|prompt|note))\b",
    # Marks of a prompt.
    r"\[/?inst\]|<<\s?/?sys\s?>>|<\|?\s?/?(?:im_start|im_end|system|endoftext|assistant|user)\s?\|?>",
    r"(?:^|(?<=[.!?\n]))[\s#*>_-]*(?:system|assistant|new\ssystem|developer)\s?(?:prompt|message|instructions?|override|note)?"
    r"\s?:\s?(?=(?:you|ignore|always|do\s|output|this|the\s(?:candidate|applicant)|rate|score|set|return|respond|from\snow|"
    r"mark|treat|consider|when|for|all|disregard))",
    r"(?:^|(?<=[.!?\n]))[\s#*>_-]*(?:new|updated|important|hidden|secret|special)\s(?:system\s)?instructions?\s?"
    r"(?:for\s\w+\s?(?:\w+\s?)?)?:",
    r"\b(?:reveal|print|show|repeat|output|ignore|override)\s(?:me\s)?(?:your|the)\s(?:hidden\s|full\s)?system\sprompt",
    r"\b(?:begin|end)\sof\s(?:the\s)?(?:system\s)?prompt\b|</?(?:prompt|instructions?|resume|document)>",
    # German
    r"\b(?:ignorier\w*|vergiss|vergessen\ssie|missachte\w*|ubergeh\w*|beachte\w*\snicht)\s(?:\w+\s){0,5}?"
    r"(?:anweisung\w*|instruktion\w*|vorgaben|anordnung\w*|befehle?|prompts?)\b",
    r"\b(?:bewerte\w*|beurteil\w*|stufe\w*|klassifizier\w*|markier\w*|gib|geben\ssie)\s(?:\w+\s){0,2}?"
    r"(?:diese\w*|mich|den|dem|die|jede\w*)\s(?:kandidat\w*|bewerber\w*|bewerbung|lebenslauf|profil)?\s?(?:\w+\s){0,6}?"
    r"(?:100\b|10/10|hochst\w*|maximal\w*|perfekt\w*|bestnote|bestens\sgeeignet|geeignet|fit\b)",
    r"\b(?:du\sbist|sie\ssind)\s(?:jetzt\s|nun\s)?(?:eine?\s)?(?:ki\b|sprachmodell|ki-\w+|chatbot)",
    r"\b(?:als|an\s(?:die|alle|jede)|hinweis\san\s(?:die|alle|jede)?)\s?(?:ki\b|ki-(?:modell|system|assistent)\w*|"
    r"sprachmodelle?\b)(?=\s?[,:.!]|\s(?:musst|sollst|must))",
    # French
    r"\b(?:ignore[rz]?|oublie[rz]?|neglige[rz]?)\s(?:\w+\s){0,4}?(?:instructions?|consignes?|directives?|ordres)\b",
    r"\b(?:note[rz]?|evalue[rz]?|classe[rz]?|considere[rz]?|attribue[rz]?|donne[rz]?)\s(?:\w+\s){0,2}?(?:ce|cet|cette|le|la|a\sce)\s"
    r"(?:candidat\w*|cv|profil|candidature)\s(?:\S+\s){0,6}?(?:100\b|10/10|maximale?|parfaite?|meilleure?|apte|ideale?)",
    r"\b(?:tu\ses|vous\setes)\s(?:maintenant\s|desormais\s)?une?\s(?:ia\b|modele\sde\slangage|intelligence\sartificielle|"
    r"chatbot|assistant\s(?:ia|virtuel))",
    r"\ben\stant\squ['’e]\s?(?:une?\s)?(?:ia\b|intelligence\sartificielle|modele\sde\slangage)\s?,",
    # Spanish
    r"\b(?:ignor[ae]n?|olvid[ae]n?|omit[ae]n?|descart[ae]n?)\s(?:\w+\s){0,4}?(?:instrucciones|indicaciones|ordenes|directrices)\b",
    r"\b(?:califi(?:ca|que)|puntu[ae]|eval[ua]\w*|clasifi(?:ca|que)|consider[ae]|valor[ae]|asign[ae]|otorg[ae])\s(?:\w+\s){0,2}?"
    r"(?:este|esta|al?|el|la)\s(?:candidat\w*|curriculum|perfil|solicitud|cv)\s(?:\S+\s){0,6}?(?:100\b|10/10|maxim\w*|"
    r"perfect\w*|apt[oa]\b|ideal|mejor\b)",
    r"\beres\s(?:ahora\s)?(?:una?\s)?(?:ia\b|modelo\sde\slenguaje|inteligencia\sartificial|asistente\s(?:de\sia|virtual))",
    r"\bcomo\s(?:una?\s)?(?:ia|modelo\sde\slenguaje|inteligencia\sartificial)\s?,",
    # Portuguese
    r"\b(?:ignor[ae]m?|desconsider[ae]m?|esqueca|esqueca-se)\s(?:\w+\s){0,4}?(?:instrucoes|ordens|orientacoes|diretrizes)\b",
    r"\b(?:avali[ae]|classifi(?:ca|que)|pontu[ae]|consider[ae]|de|atribua)\s(?:\w+\s){0,2}?(?:est[ea]|ess[ea]|ao?|o)\s"
    r"(?:candidat\w*|curriculo|perfil|cv)\s(?:\S+\s){0,6}?(?:100\b|10/10|maxim\w*|perfeit\w*|apt[oa]\b|ideal|melhor\b)",
    r"\bvoce\se\s(?:agora\s)?(?:uma?\s)?(?:ia\b|modelo\sde\slinguagem|inteligencia\sartificial|assistente\s(?:de\sia|virtual))",
    # Italian
    r"\b(?:ignora(?:re|te)?|dimentica(?:re|te)?|trascura(?:re|te)?)\s(?:\w+\s){0,4}?(?:istruzioni|direttive|indicazioni|ordini)\b",
    r"\b(?:valuta(?:re|te)?|classifica(?:re|te)?|considera(?:re|te)?|assegna(?:re|te)?)\s(?:\w+\s){0,2}?(?:quest[oa]|il|la|al?)\s"
    r"(?:candidat\w*|curriculum|profilo|cv)\s(?:\S+\s){0,6}?(?:100\b|10/10|massim\w*|perfett\w*|idone[oa]|ideale|miglior\w*)",
    r"\bsei\s(?:ora\s|adesso\s)?(?:un['’]?\s?|una\s)(?:ia\b|modello\slinguistico|intelligenza\sartificiale|assistente\s"
    r"(?:ia|virtuale))",
    # Dutch
    r"\b(?:negeer|vergeet|sla)\s(?:\w+\s){0,4}?(?:instructies|aanwijzingen|opdrachten|richtlijnen|bevelen)\b",
    r"\b(?:beoordeel|waardeer|classificeer|markeer|geef)\s(?:\w+\s){0,2}?(?:deze|dit|de|het)\s"
    r"(?:kandidaat|sollicitant|cv|profiel|sollicitatie)\s(?:\S+\s){0,6}?(?:100\b|10/10|hoogste|maximale?|perfecte?|"
    r"geschikt|beste)",
    r"\bje\sbent\s(?:nu\s)?een\s(?:ai\b|taalmodel|chatbot|ai-\w+)",
)
"""Sentences that give orders to a program."""

TALK = (
    r"\b(?:this|the)\s(?:candidate|applicant)\b|\b(?:as|to|for)\s(?:an?\s|the\s)?(?:ai|llm|language\smodel)\b|"
    r"\b(?:the\s)?(?:score|rating|readiness|verdict|evaluation)\s(?:is|must|should)\b"
)
"""Words of sentences beside them that belong to the same speech."""

OWN_WORK = (
    r"\b(?:prompt[\s-]injections?|jail\s?break\w*|red[\s-]team\w*|adversarial|guard\s?rails?|attacks?|vulnerabilit\w+|"
    r"exploits?|defen[sc]e|detect(?:s|ed|ing|ion)?|robustness|penetration|security)\b"
)
"""Words of people who work on such sentences: quoted in the middle of one of theirs, they are no order."""

ASKED_WORD = (
    r"\b(?:include|mention|use|write|put|add|insert|start|begin|quote)\b[^.!?]{0,40}?\b(?:word|phrase|code\s?word|keyword|"
    r"emoji|password)s?\s?[:\"'“‘`«(][^.!?\n]{0,80}?\b(?:application|cover\sletter|subject|e-?mail|reply|response|message|"
    r"resume|letter|answer)\b"
)
"""A posting that asks its readers to show that they read it."""


def compiled(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.MULTILINE)
