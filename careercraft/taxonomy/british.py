"""British spellings and their American twins: "organisation" is "organization", "colour" is "color".

Rules for the regular endings, a list for the rest. An American word stays what it is: the rules know the words that end
alike on both sides ("advertise", "hour", "controlled"), and what may be either ("analyses", "storey") is left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache


def _words(text: str) -> list[str]:
    return text.split()


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_ISE = re.compile(r"([a-z]{3,})is(e|ed|es|er|ers|ing|able|ation|ations|ational)")
_STAYS_ISE = frozenset(
    _words(
        """adv advert anal cer chast chem circumc compr comprom conc cris dem den desp dev enterpr entrepr exc
        exerc expert franch highr impr imprec improv inc merchand misadv miss moonr mort overcompr overexerc
        parad prac prec prem prerev prev prom readv reexerc repr rev sunr superv surm surpr telev treat
        unadv uncomprom unprom unsuperv upr val"""
    )
)
"""Stems before -ise on both sides: advertise, exercise, promise."""
_STAYS_BEFORE_ISE = ("a", "o", "u", "w")
"""Ends of stems: raise, noise, bruise, otherwise."""
_YSE = re.compile(
    r"((?:re|psycho|over|photo|bio)?(?:anal|paral|catal|electrol|hydrol|dial))ys(e|ed|er|ers|ing)"
)
_OUR = re.compile(
    r"((?:un|dis|mis|multi|water|techni|re|en|over|bi|tri)?"
    r"(?:ard|arm|arb|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav"
    r"|savi|splend|succ|tum|val|vap|vig|am))our"
    r"(s|ed|ing|ings|er|ers|able|ably|al|ally|ism|ist|ists|ful|fully|less|ly|hood|hoods|y|ite|ites|itism|ant|ants|ation|some)?"
)
_RE = re.compile(
    r"((?:kilo|centi|milli|deci|nano|micro|hecto|epi|amphi|re|hyper|multi|mega|fore)?"
    r"(?:cent|met|lit|theat|fib|lust|meag|somb|nit|goit|sepulch))re(s|d)?"
)
_DOUBLED = re.compile(
    r"((?:un|re|mis|pre|out|co)?(?:backpeda|beve|cance|caro|channe|chise|counse|credentia|dia|due|ename|equa|fue|funne"
    r"|grove|grue|initia|jewe|labe|leve|libe|marsha|marve|meda|mode|pane|parce|peda|penci|quarre|rave|reve|riva|shove"
    r"|signa|snorke|spira|stenci|swive|tota|trave|tria|tunne|yode))ll(ed|ing|ings|er|ers|or|ors|ist|ists|able)"
)
_HAS_GREEK = re.compile(r"ae|oe|sulph|leuco")
_GREEK = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"anaesth", "anesth"),
        (r"(?:^|(?<=^ortho)|(?<=^neuro))paed(?=i)", "ped"),
        (r"^haem(?=[oa][a-z])", "hem"),
        (r"aemi(?=a|c)", "emi"),
        (r"gynaec", "gynec"),
        (r"oesoph", "esoph"),
        (r"oestr(?=og|ad)", "estr"),
        (r"oedema", "edema"),
        (r"^foet(?=us|al)", "fet"),
        (r"diarrhoea", "diarrhea"),
        (r"^caesar(?=ean|ian)", "cesar"),
        (r"^coeliac", "celiac"),
        (r"^faec(?=es|al)", "fec"),
        (r"^encyclopaed", "encycloped"),
        (r"manoeuvre?(?=ing|ab|[sd]|$)", "maneuver"),
        (r"(?<=^maneuver)d$", "ed"),
        (r"mediaeval", "medieval"),
        (r"aeroplane", "airplane"),
        (r"^palaeo", "paleo"),
        (r"^homoeo", "homeo"),
        (r"^leucocyt", "leukocyt"),
        (r"sulph(?=ur|at|id|it|on)", "sulf"),
    )
)
_LISTED = _pairs(
    """programme program licence license defence defense offence offense pretence pretense grey gray aluminium aluminum
    tyre tire kerb curb mould mold plough plow draught draft sceptic skeptic sceptical skeptical artefact artifact
    judgement judgment acknowledgement acknowledgment lodgement lodgment ageing aging catalogue catalog analogue analog
    enrol enroll enrolment enrollment fulfil fulfill fulfilment fulfillment instalment installment instil instill
    distil distill skilful skillful skilfully skillfully wilful willful jewellery jewelry woollen woolen
    marvellous marvelous councillor councilor practise practice practised practiced practising practicing
    speciality specialty maths math learnt learned whilst while amongst among cosy cozy pyjamas pajamas yoghurt yogurt
    carburettor carburetor enquiry inquiry enquire inquire enquired inquired enquiring inquiring moustache mustache
    cheque check chequebook checkbook smoulder smolder focussed focused focussing focusing worshipped worshiped
    benefitted benefited benefitting benefiting orientated oriented centring centering
    draughtsman draftsman draughtsmen draftsmen draughtswoman draftswoman draughtswomen draftswomen
    draughtsperson draftsperson draughting drafting draughted drafted kilogramme kilogram gramme gram
    fibreglass fiberglass fibreoptic fiberoptic fibreboard fiberboard phoney phony omelette omelet
    snowplough snowplow ploughing plowing ploughed plowed moulded molded moulding molding mouldings moldings moulder
    molder greyscale grayscale greying graying catalogued cataloged cataloguing cataloging cataloguer cataloger
    licenced licensed licencing licensing mollusc mollusk pedlar peddler
    scepticism skepticism sceptically skeptically tranquillise tranquilize tranquilliser tranquilizer tranquillity
    tranquility centrepiece centerpiece milligramme milligram defenceless defenseless remoulding remolding
    armoury armory savouries savories armouries armories colourant colorant draughtsmanship draftsmanship
    marvellously marvelously
    theatregoer theatergoer towelling toweling gravelled graveled chequered checkered"""
)
_SHORTEST = 4


@lru_cache(maxsize=1 << 16)
def american(word: str) -> str:
    """The American spelling of a word in small letters; the word itself where it has none of its own."""
    if len(word) < _SHORTEST or not word.isascii():
        return word
    if _HAS_GREEK.search(word):
        for pattern, plain in _GREEK:
            word = pattern.sub(plain, word)
    return _listed(word) or _regular(word)


def _listed(word: str) -> str | None:
    found = _LISTED.get(word)
    if found is None and word.endswith("s"):
        if word.endswith("ies"):
            single = _LISTED.get(word[:-3] + "y")
            return single[:-1] + "ies" if single else None
        single = _LISTED.get(word[:-1])
        return single + "s" if single else None
    return found


def _regular(word: str) -> str:
    if found := _ISE.fullmatch(word):
        stays = found[1] in _STAYS_ISE or found[1].endswith(_STAYS_BEFORE_ISE)
        return word if stays else f"{found[1]}iz{found[2]}"
    if found := _YSE.fullmatch(word):
        return f"{found[1]}yz{found[2]}"
    if found := _OUR.fullmatch(word):
        return f"{found[1]}or{found[2] or ''}"
    if found := _RE.fullmatch(word):
        return f"{found[1]}er{_after_er(found[2])}"
    if found := _DOUBLED.fullmatch(word):
        return f"{found[1]}l{found[2]}"
    return word


def _after_er(ending: str | None) -> str:
    return {"s": "s", "d": "ed"}.get(ending or "", "")
