"""Words and signs of pay in seven languages: currencies, periods, labels, what is no pay. Data for `job_salary`."""

from __future__ import annotations

from careercraft.model.job import Period

SYMBOLS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
    "S$": "SGD", "HK$": "HKD", "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY",
    "zł": "PLN", "Kč": "CZK", "₪": "ILS", "₩": "KRW", "₺": "TRY", "Fr.": "CHF", "SFr.": "CHF",
    "Rs.": "INR", "Rs": "INR", "T€": "EUR", "TEUR": "EUR", "Euro": "EUR", "euros": "EUR", "euro": "EUR",
    "EURO": "EUR", "dollars": "USD", "pounds": "GBP", "Franken": "CHF", "R": "ZAR", "S/": "PEN", "S/.": "PEN",
}  # fmt: skip
THOUSANDS = frozenset({"T€", "TEUR"})
CODES = (
    "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|JPY|SGD|HKD|BRL|MXN|ZAR|ILS|AED|TRY|HUF|RON"
    "|CLP|COP|ARS|PEN|THB|PHP|MYR|NGN|KES|EGP|SAR|QAR|UAH|BGN"
)
SMALL_UNITS = frozenset({"INR", "JPY", "HUF", "KRW", "CLP", "COP", "ARS"})
"""Currencies whose usual amounts are about a hundred times those of the others."""
MONTHLY_BELOW = {
    "BRL": 60_000, "MXN": 150_000, "PLN": 40_000, "CZK": 300_000, "HUF": 3_000_000, "JPY": 1_500_000,
    "KRW": 10_000_000, "INR": 150_000, "RON": 30_000, "TRY": 200_000, "ILS": 60_000, "SEK": 100_000,
    "NOK": 100_000, "DKK": 100_000, "CHF": 20_000, "ZAR": 90_000, "AED": 60_000, "SGD": 15_000, "HKD": 120_000,
    "CLP": 8_000_000, "COP": 30_000_000, "ARS": 10_000_000, "PEN": 30_000,
    "THB": 200_000, "PHP": 200_000, "NGN": 1_000_000, "KES": 400_000, "EGP": 100_000, "UAH": 150_000,
}  # fmt: skip
"""Amounts without a period that are pay of a month, by what is usual in the country; elsewhere below 8,000."""

HINT = (
    r"[$£€₹¥]|zł|\b(?:" + CODES + r")\b|\d\s?[kK]\b|euro|LPA|lakh|salar|gehalt|vergütung|\bpay\b|compensation"
    r"|salaire|rémun"
    r"|remun|retribu|stipendi|\brate\b|\bwage|\bRs\b"
)
PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", r"(?:\b(?:per|an|a|pro|de l['’]|par|por|all['’])\s?|/\s?)(?:hour|hr|stunde|std|heure|hora|ora|uur)\b"
             r"|\bhourly|/\s?h\b|\bp[./]?h\.?\b|per uur|stundenlohn|uurloon"
             r"|\b(?:taux|salaire|paga|retribuzione|tarif[ae]?|salario)\shor(?:aire|ari[ao])\b"),
    ("day", r"(?:\b(?:per|a|pro|par|por|al)\s|/\s?)(?:day|tag|jour|día|dia|giorno|dag)\b|\bdaily|\btjm\b|day rate"
            r"|\bp/d\b"),
    ("week", r"(?:\b(?:per|a|pro)\s|/\s?)(?:week|wk|woche|semaine|semana|settimana)\b|\bweekly"),
    ("month", r"(?:\b(?:per|a|pro|par|por|im|al)\s|/\s?)(?:month|mo|monat|mois|mes|mês|mese|maand)\b|\bmonthly"
              r"|monatlich|monatslohn|monatsgehalt|maandsalaris"
              r"|mensuel|mensual|mensal|mensile|per maand|brutto/monat|\bp[./]?\s?m\.?(?=\W|$)(?<!\d\spm)"),
    ("year", r"(?:\b(?:per|a|an|pro|par|por|im)\s|/\s?)(?:year|yr|annum|jahr|année|an\b|año|ano|anno|jaar)|\bannual"
             r"|\byearly|\bp\.?\s?a\.?(?=\W|$)|jährlich|jahres(?:brutto)?(?:gehalt|lohn|fixum)|jaarsalaris|annuel|anual|\bral\b|\blpa\b"),
)  # fmt: skip
PAY = (
    r"\b(?:salar(?:y|ies|io|ial)|pay(?:s|ing)?\b|compensation|wages?|hourly|remuneration|base\b|earn(?:ings)?|ote\b"
    r"|rate\b|verdienst|brutto|salaire|rémunération|brut|salario|salário|remuneração|remuneración|retribuzione"
    r"|retribución|retribuição|ral\b|lordi|lordo"
    r"|salaris|bruto|stipendio|package|per (?:hour|annum|year|month|week|day)|/\s?(?:hr|hour|year|yr|week|wk)"
    r"|comp\b|doe\b"
    r"|depending on experience|annually|p\.a\.|banding|sueldo|starting at|lpa|ctc\b|einkommen|paga\b)"
    r"|gehalt(?:e?s)?\b|vergütung|entgelt\b|lohn\b|fixum\b"
    r"|(?:\+|\bplus\b)\s(?:\w+\s)?(?:bonus|commission|benefits|equity|pension|super\b|tips\b|variable)"
)
LABEL = (
    r"(?:salary|compensation|pay|wages?|rate|remuneration|\w*(?:gehalt|vergütung|entgelt|lohn|fixum)|rémunération|salaire|salario"
    r"|salário|remuneração"
    r"|remuneración|retribuzione|retribución|retribuição|sueldo|ral|stipendio|salaris|uurloon|salarial|paga|package|tjm|ctc)"
    r"(?:\s(?:range|rate|band|scale|is|of|offered|offer|brut\w*|anual|annuel|lord[oa]|package|estimate|up to"
    r"|from|oraria|horaire|entre|between|zwischen|tussen|tra|de|da|von|van|ab|bis zu))?"
    r"\s*(?:\([^()]{1,25}\))?\s*[:=–-]?\s*$"
)
BY_PIECE = (
    r"\s?(?:/|\b(?:per|a|an|pro|par|por|for (?:each|every))\s)\s?(?:\w+\s)?(?:visit|miles?|km|piece|referral|friend"
    r"|transaction|class|session|word|article|delivery|order|load|shipment|assignment|customer|client"
    r"|patient|unit|student|lesson|call|lead|sale|seat|ticket|user)\b"
    r"|\s?\b(?:transactions|orders|invoices|purchases|items)\b"
)
NOT_PAY = (
    r"\b(?:revenue|funding|raised|valu(?:ed|ation)|sales of|assets|budgets?|bonus|stipend|reimburs\w+|sign[- ]on"
    r"|signing"
    r"|allowance|tuition|401|market|portfolio|worth|loan|customers|savings|under management|invest\w*|spend\w*"
    r"|referral"
    r"|relocation|wellness|learning|insurance|deductible|grant|perks?|benefit\b|expenditure\w*|projects?"
    r"|(?:order|contract|deal) (?:value|size)|donat\w+|pric(?:e|ed|es|ing)\b|umsatz\w*"
    r"|budget\w*"
    r"|chiffre d['’]affaires|facturación|faturamento|fatturato|omzet|prämie|prime de|zuschuss|gutschein\w*)"
)
UP_TO = (
    r"(?:up to|maxim(?:um|aal|al)(?: of)?|max\.?|máximo(?: de)?|massimo(?: di)?"
    r"|bis zu|bis|jusqu['’]à|hasta|até|fino a|tot)\s*(?:[$£€₹]|(?:" + CODES + r"))?\s*$"
)
FROM = (
    r"\+|from\b|\bab\b|starting|minimum|at least|mindest(?:ens|gehalt|lohn|entgelt)|à partir|au moins|desde|a partir"
    r"|a partire|vanaf"
    r"|min\.?\s*$|\bab\s*$"
)
PRO_RATA = r"pro[- ]?rata|anteilig|au prorata|prorat|riproporzionat|naar rato|proporcional"
ON_TARGET = r"\bote\b|on[- ]target[- ]earnings|at target\b|zielgehalt|zielverdienst|zieleinkommen"
PAYMENTS = (
    r"(?<!\d)(?P<count>1[2-6])(?:[.,]\d{1,2})?(?:\.|th|e|è?me|ª|º)?\s?(?:x\s)?(?:months?['’]?s? (?:salary|salaries"
    r"|pay|bonus)|month salary"
    r"|monatsgeh[aä]lter\w*|monatsgehalt|monatslöhne\w*|monatslohn|mal im jahr|(?:mal |x )?j[aä]hrlich|mois\b"
    r"|mensualités|pagas|mensualidades|meses de sal\w+|salários"
    r"|mensilità|maand\b)"
)
BONUS = (
    r"(?:(?:up to|bis zu|jusqu['’]à|hasta|até|fino al?"
    r"|tot) )?(?<!\d)\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%\s(?:[\w-]+\s){0,3}?(?:bonus|commission|variable|prämie)\w*"
    r"|\b(?:annual|performance|sign[- ]on|signing|discretionary|quarterly|monthly|yearly|retention|year[- ]end"
    r"|target|attractive|generous"
    r"|completion|incentive|company|production|referral|cash)\s(?:[\w-]+\s){0,2}?bonus(?:es)?\b(?:\s(?:of"
    r"|up to)[^.;,]{1,30})?"
    r"|\bbonus(?:es)? (?:of|up to|potential|eligib\w+|scheme|structure|plan|opportunit\w+"
    r"|program\w*)(?: [^.;,]{1,30})?"
    r"|(?:\+|plus|and|und)\s(?:an?\s)?(?:\w+\s)?(?:bonus(?:es)?|commissions?)\b|\b(?:uncapped|competitive"
    r"|sales) commissions?\b|\bcommission[- ](?:based|only|structure)\b"
    r"|\bprofit[- ]sharing\b|\b(?:leistungs|erfolgs|jahres|willkommens)(?:bonus|prämie|abhängige\w*)\b"
    r"|\bbonuszahlung\w*|\bweihnachtsgeld\b|\burlaubsgeld\b"
    r"|\bprimes? (?:annuelle|sur objectifs|d['’]intéressement|de participation)\w*|\b(?:rémunération"
    r"|part) variable\b|\bretribución variable\b"
    r"|\bbono (?:anual|por)\b\w*|\bbônus\b|\bplr\b|\bpremio di (?:risultato|produzione)\b|\bbonus annuale\b"
    r"|\b(?:winst|eindejaars)uitkering\b|\bvakantiegeld\b"
)
# What is said of the pay where no amount is.
NOTES = (
    r"\b(?:highly |very )?competitive\s(?:\w+\s){0,3}?(?:salar(?:y|ies)|pay|compensation|wages?|remuneration"
    r"|package|rates?|base)\b"
    r"|\b(?:salary|pay|compensation|rate|wage)(?: range| is|:| -)?\s*:?\s*(?:competitive|negotiable|attractive"
    r"|market[- ]rate|d\.?o\.?e\.?\b|tbd|commensurate"
    r"|depend(?:s|ent|ing) (?:on|upon)|based on)(?:[^.;]{0,40}\bexperience)?"
    r"|\b(?:commensurate with|depend(?:ent|ing) (?:on|upon)|based on) (?:\w+ ){0,3}experience\b"
    r"|\b(?:attraktive|leistungsgerechte|marktgerechte|überdurchschnittliche|übertarifliche"
    r"|faire) (?:\w+ )?(?:vergütung|bezahlung|entlohnung|\w*gehalt)"
    r"|\bgehalt nach vereinbarung|\bvb\b"
    r"|\b(?:salaire|rémunération) (?:attracti\w+|compétitive?|à négocier|selon \w+|motivante?)|\bselon (?:profil"
    r"|expérience)\b"
    r"|\b(?:salario|retribución|sueldo) (?:competitiv[oa]|a convenir|según \w+|negociable)|\bsegún (?:experiencia"
    r"|valía|convenio)\b"
    r"|\b(?:salário|remuneração) (?:competitiv[oa]|a combinar|compatível)|\ba combinar\b"
    r"|\b(?:retribuzione|stipendio|ral) (?:competitiv[oa]|commisurat[oa][^.;]{0,40}|da concordare|interessante)"
    r"|\b(?:marktconform|goed|uitstekend|competitief) salaris|\bsalaris (?:in overleg|afhankelijk[^.;]{0,30})"
)
SCALES = (
    r"\b(?:TV-?[öÖoO]D|TV-?L|TV-?H|AVR|TVA?öD|TVK|IG[- ]Metall|ERA)\b[^.;,\n]{0,25}?\b(?:E|EG|Entgeltgruppe|S|P"
    r"|KR)\s?-?\d{1,2}\s?[a-c]?\b"
    r"|\b(?:Entgeltgruppe|EG|Besoldungsgruppe|Vergütungsgruppe|E|S"
    r"|P)\s?-?\d{1,2}\s?[a-c]?\s(?:\(?(?:nach\s)?(?:dem\s)?)?(?:TV-?[öÖ]D|TV-?L|TV-?H|AVR|IG[- ]Metall|LBesO)\b"
    r"|\b(?:Besoldungsgruppe|BesGr\.?)\s?[ABWR]\s?\d{1,2}\b|\b(?:TV-?[öÖ]D|TV-?L)\b"
    r"|\bBand [2-9][a-d]?\b(?=.{0,40}(?:NHS|AfC|Agenda|£))|\bGS-\d{1,2}(?:/\d{1,2})?\b"
    r"|\bCCNL\b[^.;\n]{0,40}|\b(?:cao|CAO)\b[^.;\n]{0,30}\bschaal\s\d{1,2}|\bschaal\s\d{1,2}\b"
    r"|\bconvention collective\b[^.;\n]{0,30}|\btariflich\w*"
)
