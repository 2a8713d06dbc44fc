"""The labels of a resume's address lines ("Name:", "Wohnort:") in seven languages. Data, not code."""

from __future__ import annotations

from careercraft.parse.tables import phrase_set

NAME_LABELS = phrase_set("""
    name|full name|nom|nom complet|vor- und nachname|nombre|nombre completo|nome|nome completo|naam
    candidate name""")

FIRST_LABELS = phrase_set("first name|given name|vorname|prénom|voornaam|nombre de pila|forename")

LAST_LABELS = phrase_set("""
    last name|surname|family name|nachname|nom de famille|apellidos|apellido|achternaam|sobrenome|cognome
    lastname""")

PLACE_LABELS = phrase_set("""
    address|location|city|based in|residence|adresse|ort|wohnort|ville|lieu|dirección|ciudad|endereço|cidade
    indirizzo|città|adres|plaats|lives in|mailaddress|country""")

TITLE_LABELS = phrase_set("""
    title|position|role|headline|profession|desired position|job title|occupation""")
