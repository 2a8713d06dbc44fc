"""Words of contracts, working hours and shifts in seven languages: data for `job_terms`, no code.

Patterns in lower case, matched against lower-cased text.
"""

from __future__ import annotations

from careercraft.model.job import ContractKind, WorkingTime

# What makes an ambiguous word ("temporary", "contract") speak of the job itself.
JOB = (
    r"(?:position|role|job|contract|employment|basis|opportunity|opening|assignment|post|appointment|vacancy"
    r"|placement"
    r"|hire|cover|full[- ]time|part[- ]time)s?\b"
)
# In the order of trust; a kind further up wins where two stand in one piece.
CONTRACTS: tuple[tuple[ContractKind, str], ...] = (
    ("per_diem", r"\bper[- ]diem\b(?<!plus per.diem)(?<!\+ per.diem)(?<!\d per.diem)"
                 r"(?! (?:rate|allowance|expense|reimburs|paid|pay|of\b))|\bprn\b|\bvacataires?\b"),
    ("seasonal", rf"\bseasonal {JOB}|\bseasonal worker|\bsaison(?:al|arbeit|kraft|stelle|vertrag|nier|nière)\w*"
                 r"|\bcontrat saisonnier|\bde temporada\b|\bstagional[ei]\b|\bseizoens\w+"),
    ("apprenticeship", r"\bapprenticeship\b(?! (?:program|training|or|is|and|require|certif))|\bausbildungs(?:platz"
                       r"|stelle|beginn)"
                       r"|\bausbildung zu[mr]\b|\bazubi\b|\b(?:contrat )?en alternance\b|\bcontrat d['’]apprentissage"
                       r"|\bapprendistato\b|\bjovem aprendiz\b|\bleerwerkplek\b|\bbbl-"),
    ("internship", r"\b(?:this|our|the|paid|summer|unpaid|month|week|an?) internship\b|\binternship (?:position"
                   r"|program|role)"
                   r"|\bpflichtpraktikum|\bwerkstudententätigkeit|\bstage de (?:\d|fin)|\bcontrat de stage"
                   r"|\bcontrato en prácticas|\bprograma de estágio|\btirocinio\b|\bstageplaats\b"),
    ("freelance", r"\bfreelanc(?:e|er|ing)\b|\bindependent contractor\b|\bcorp[- ]to[- ]corp\b|\bc2c\b|\b1099\b"
                  r"|\bfreiberuflich\w*|\bfreie mitarbeit\w*|\bauto-entrepreneur\b|\bautónomo\b|\bpartita iva\b"
                  r"|\bprestação de serviços\b|\bzzp\b|\blibera professione\b"),
    ("fixed_term", r"\bfixed[- ]term\b(?! (?:deposit|rate))|(?<!un)\bbefristet\w*|\bcdd\b|\bftc\b|\bdurée déterminée"
                   r"|\bcontrato (?:a )?(?:termo|plazo fijo|por obra|de duración determinada)|\bplazo fijo\b"
                   r"|\btermo certo\b"
                   r"|\b(?:a )?tempo determinato|\bvoor bepaalde tijd|\bjaarcontract\b|\b(?:maternity|paternity"
                   r"|parental)"
                   r"(?: leave)? cover\b|\b(?:elternzeit|mutterschutz)vertretung|\bremplacement de congé"
                   r"|\bterm contract\b"
                   r"|\b(?:zwangerschaps)verlof|\b(?:baja|sostituzione) (?:por )?matern\w+"),
    ("contract", r"\bcontract[- ]to[- ](?:hire|perm)\w*|\bcontract (?:position|role|job|basis|opportunity|assignment"
                 r"|opening|engagement)\b|\b(?:w-?2|short[- ]term|long[- ]term|\d+[+]?[- ](?:months?|weeks?"
                 r"|years?)) contract\b"
                 r"|\bcontract (?:duration|length)\b|\bon a contract\b|^contract(?=[,;] |\s?[-–(])"),
    ("temporary", rf"\btemporary {JOB}|\btemp(?:[- ]to[- ](?:hire|perm)| {JOB})|\bzeitarbeit\w*|\bleiharbeit\w*"
                  r"|\barbeitnehmerüberlassung|\bintérim\b|\bcontrato temporal\b|\btrabajo temporal\b"
                  r"|\b(?:contrato|trabalho) temporário|\binterinale\b|\bsomministrazione\b|\buitzend\w*"
                  r"|\btijdelijk\w* contract"
                  r"|\baushilfe\b"),
    ("permanent", rf"\bpermanent {JOB}|\bpermanent(?:,| and) full|\bfull[- ]time,? permanent|\bunbefristet\w*"
                  rf"|\bfestanstellung\b"
                  r"|\bcdi\b|\bdurée indéterminée|\bcontrato indefinido|\bcontratación indefinida|\bpuesto fijo\b"
                  r"|\bcontrato (?:sem termo|efetivo)|\bregime clt\b|\bclt\b|\btempo indeterminato"
                  r"|\bvast (?:contract|dienstverband)"
                  r"|\bonbepaalde tijd"),
)  # fmt: skip
# Alone these words tell the kind only behind a label ("Job type: Contract") or in a line of terms.
BARE: tuple[tuple[ContractKind, str], ...] = (
    ("internship", r"\binternship\b|\bintern\b|\bpraktikum\b|\bstage\b|\bprácticas\b|\bestágio\b|\btirocinio\b"),
    ("apprenticeship", r"\bapprenticeship\b|\bausbildung\b|\balternance\b|\bapprentissage\b"),
    ("seasonal", r"\bseasonal\b|\bsaisonal\b|\bsaisonnier\b|\btemporada\b|\bstagionale\b"),
    ("contract", r"\bcontract\b(?! type)|\bcontractor\b"),
    ("temporary", r"\btemporary\b|\btemp\b|\btemporal\b|\btemporário\b|\btemporär\b|\btijdelijk\b"),
    ("permanent", r"\bpermanent\b|\bregular\b|\bindefinido\b|\befetivo\b|\bvast\b"),
)  # fmt: skip
LENGTH = (
    r"(?P<count>\d{1,2}(?:[.,]5)?|one|two|three|six|nine|twelve|ein|zwei|drei|sechs|zwölf|un|deux|trois|dos|tres"
    r"|dois|due|twee)"
    r"\s?(?:\(\d{1,2}\)\s?)?[- ]?(?P<unit>weeks?|months?|years?|wochen|monate?n?|jahre?n?|semaines|mois|ans?"
    r"|semanas|meses|años?"
    r"|anos?|settimane|mesi|anni|anno|weken|maanden|jaar)\b"
)
UNTIL = (
    r"\b(?:until|through|ending|bis(?: zum| einschließlich)?|jusqu['’](?:au|à|en)|hasta(?: el)?|até(?: o)?|fino al?"
    r"|tot(?: en met)?)"
    r" (?P<day>[\w./ -]{4,20})"
)
TIMES: tuple[tuple[WorkingTime, str], ...] = (
    ("full", r"\bfull[- ]?time\b|\bvollzeit\w*|\b(?:à )?temps (?:plein|complet)\b|\b(?:jornada|tiempo) completa?o?\b"
             r"|\b(?:a |em )?tempo (?:integral|inteiro|pieno)\b|\bvoltijds?\b|\bperíodo integral\b|\bfull time\b"),
    ("part", r"\bpart[- ]?time\b|\bteilzeit\w*|\b(?:à )?temps partiel\b|\bmedia jornada\b|\b(?:jornada|tiempo"
             r"|tempo) parcial\b"
             r"|\b(?:a )?tempo parziale\b|\bmeio[- ]período\b|\bdeeltijds?\b|\bminijob\b"),
)  # fmt: skip
NUMBER = r"\d{1,2}(?:[.,]\d{1,2})?"
WEEKLY = (
    rf"(?<![\d.,$€£-])(?P<low>{NUMBER})\s?\+?(?:\s?(?:-|–|—|to|bis|à|a|e|tot)\s?(?P<high>{NUMBER}))?[ -]?"
    r"(?:hours?|hrs?|h|stunden|std|heures|horas|ore|uur|uren)\b\.?(?:\s?\([^)]{1,12}\))?"
    r"(?:\s?(?:of work )?(?:/|per|a|an|each|every|pro|in der|par|por|à la|alla|al|p\.?|weekly|wöchentlich|hebdo\w*"
    r"|semana\w*|settiman\w*)\s?-?)"
    r"(?P<week>week|wk|woche|semaine|semana|settimana|w\b|)"
    rf"|(?<![\d.,])(?P<low2>{NUMBER})(?:\s?(?:-|–|to|bis)\s?(?P<high2>{NUMBER}))?[- ](?:hour|stunden|std\.?"
    rf"|h)[- ](?:work ?)?(?:week|woche|contract)\b"
    rf"|(?<![\d.,])(?P<low4>{NUMBER})(?:\s?(?:-|–|bis)\s?(?P<high4>{NUMBER}))?[ -]?wochenstunden\b"
    rf"|(?:wöchentlich|weekly hours\W{{1,3}}|wochenarbeitszeit\W{{0,3}}(?:von "
    rf"|beträgt )?)\s?(?P<low3>{NUMBER})(?:\s?(?:-|–|to|bis)\s?(?P<high3>{NUMBER}))?"
)
SHARE = r"(?<![\d.,])(?P<least>\d{2,3})\s?%?(?:\s?(?:-|–|—|bis|à|to|a)\s?(?P<most>\d{2,3}))?\s?%"
SHARE_OF = (
    r"pensum|teilzeit|part[- ]time|workload|beschäftigungsgrad|anstellung|stellenumfang|temps partiel"
    r"|taux d['’](?:occupation|activité)"
    r"|grado (?:di occupazione|d['’]occupazione)|jornada|parcial|parttime|deeltijd|vollzeit|full[- ]time"
    r"|employment level"
)
FTE = r"(?<![\d.,])(?P<fte>[01][.,]\d{1,2})\s?(?:fte|etp|vzä|vollzeitäquivalent)"
SHIFTS = (
    r"\b(?:(?:night|day|evening|rotating|swing|weekend|early|late|split|graveyard|overnight|morning|afternoon|1st"
    r"|2nd|3rd|first|second"
    r"|third|(?:8|10|12)[- ]?(?:hour|hr))[- ]shifts?\b|shift (?:work|pattern|rota|system|schedule)"
    r"|rotating (?:schedule|roster)"
    r"|(?:early|nights?|weekends?)(?:,? (?:and|or|&) (?:nights?|weekends?|holidays|evenings))+"
    r"|on[- ]call (?:rotation|duty|rota|schedule|shifts?|coverage)"
    r"|(?:work|works|working|available|availability)(?: \w+){0,2} (?:nights|weekends|evenings|shifts|holidays)\b"
    r"|(?:wechsel|früh|spät|nacht|\d-|zwei|drei|tag)-?schicht\w*|schicht(?:dienst|arbeit|betrieb|system)\w*"
    r"|(?:nacht|wochenend|bereitschafts)dienst\w*|rufbereitschaft|(?:horaires|travail) (?:décalés|postés?|de nuit"
    r"|en équipes?)|[23]x8|astreintes?"
    r"|turnos? (?:rotativos?|noturnos?|nocturnos?|de noche|de fin)|trabajo a turnos|escala \d+x\d+"
    r"|(?:lavoro )?su turni|turni (?:notturni|rotativi)"
    r"|ploegendienst\w*|(?:avond|nacht|weekend)diensten|onregelmatige (?:diensten|werktijden))"
)

WEEK_STEMS = ("week", "wk", "woche", "wöch", "semain", "semana", "settim", "hebdo", "h/w")
"""What makes a number of hours one of a week."""
