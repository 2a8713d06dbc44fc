"""Licences and certificates by their usual short names, and words of them in seven languages. Data."""

from __future__ import annotations

# Written in capitals; each is a credential wherever a posting asks for it.
SHORT = (
    r"CPA|CFA|CMA|CISA|CISM|CISSP|CRISC|CCNA|CCNP|CCIE|CCSP|PMP|PgMP|PRINCE2|CSM|CSPO|CAPM|ITIL|SHRM-S?CP|SPHR|PHR"
    r"|BLS|ACLS|PALS"
    r"|NRP|TNCC|CDL(?:[ -]Class)?(?:[ -]?[A-C]\b)?|Class [A-C] CDL|EMT(?:-[BP])?|LCSW|LMSW|LMFT|CNA|LPN|LVN|BCBA"
    r"|RBT|Series \d{1,3}"
    r"(?:(?:,| and|/) ?\d{1,3})*|EIT|CompTIA [A-Z][\w+]*\+?|Security\+|Network\+|OSHA[- ]?(?:10|30)|ServSafe|TEFL"
    r"|CELTA|QTS|PGCE"
    r"|ACCA|CIMA|CEH|OSCP|TOGAF|(?:Lean )?Six Sigma(?: (?:Green|Black|Yellow) Belt)?|MCSE|MCSA|RHCE|RHCSA|CKA|CKAD"
    r"|NCLEX(?:-RN)?"
    r"|HAZMAT|TWIC|CCRP|CCRC|ASCP|ARRT|RHIA|RHIT|CPC|CCS|NMLS|FINRA|SIE|CSCP|CPIM|APICS|LEED(?: AP)?|CSCS|NASM"
    r"|CPR(?:/AED)?|AED"
    r"|VCA|CACES(?: [\w-]+)?|AWS Certified(?: [A-Z][\w-]+){1,4}|Microsoft Certified(?: [A-Z][\w-]+){0,4}"
    r"|Google Cloud Certified(?: [A-Z][\w-]+){0,4}|Certified(?: (?:[A-Z][\w-]+|in|of|and)){1,6}"
)
NOUN = r"(?:certifications?|certificates?|licen[cs]es?|licensure|registration|accreditation|credentials?)"
# What stands before the noun and is no part of the name.
STOP = (
    r"an?|the|must|have|has|having|hold|holds|holding|possess\w*|obtain\w*|maintain\w*|or|and|with|of|any|your|our"
    r"|their|state|valid|current"
    r"|active|relevant|required|requires?|requiring|preferred|appropriate|applicable|professional|related|other"
    r"|additional|unrestricted"
    r"|industry|necessary|proof|in|for|to|as|is|are|be|by|one|more|at|least|e\.g|including|such|clean|good|full"
    r"|minimum|desired|possession"
    r"|from|plus|a|these|following|all|technical|formal|strong|either|you|we|this|that|advanced|eligible"
    r"|eligibility|on|if|no|not|under|per"
)
BEHIND = (
    r"\s+(?P<behind>(?:in(?!\s(?:the|an?|your|our|which|good|accordance)\b)|as an?|as)\s+[\w/&+#.-]+"
    r"(?:\s(?!(?:is|are|or|and|with|preferred|required|a|an|by|from|at|for|of)\b)[\w/&+#.-]+){0,3})"
)
LICENSED = (
    r"\b(?P<whole>(?:licensed|registered|board[- ]certified|state[- ]certified|certified)\s(?:and\s\w+\s)?"
    r"(?!(?:in|by|as|to|with|or|and|professionals?|organi[sz]ation|team)\b)[\w-]+(?:\s(?:electrician|plumber|nurse"
    r"|therapist|practitioner|counselor"
    r"|worker|technician|assistant|engineer|teacher|trainer|accountant|architect|agent|driver|pharmacist|mechanic"
    r"|welder|contractor))?)\b"
)
OTHER = (
    r"\b(?P<other>(?:führerschein|fahrerlaubnis)(?:\s(?:der\s)?klasse\s[\w/+]+)?|(?:pkw-|lkw-|staplerschein"
    r"|gabelstaplerschein)(?:führerschein)?"
    r"|approbation|staatlich(?:e)? (?:anerkennung|anerkannte?[rns]?\s\w+)|meisterbrief|gesellenbrief"
    r"|ausbildereignung\w*|sachkundenachweis[\w ]{0,20}"
    r"|permis (?:de conduire|[a-e]{1,2}\b|poids lourd)|diplôme d['’]état(?: d['’]\w+| \w+)?|habilitation électrique"
    r"|carte professionnelle"
    r"|carn[eé]t? (?:de (?:conducir|manipulador|carretillero)(?: [a-e]\b)?|[a-e]\b)"
    r"|(?:permiso|licencia) de (?:conducir|manejo)(?: [a-e]\b)?"
    r"|colegiad[oa]\b"
    r"|carta de condução|carteira de (?:motorista|habilitação)|cnh(?: categoria)?(?: [a-e]{1,2}\b)?"
    r"|registro (?:ativo )?(?:no |em )?(?:coren|crea|crm|oab|crc|crea)"
    r"|patente (?:di guida|[a-e]\b)(?: [a-e]\b)?|patentino(?: \w+)?|iscrizione all['’]albo(?: \w+){0,2}"
    r"|abilitazione[\w ]{0,30}"
    r"|rijbewijs(?: [a-e]{1,2}\b)?|big-registratie|vca(?:-\w+)?\b|heftruckcertificaat)"
)
