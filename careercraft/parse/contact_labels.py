"""The labels of a resume's address lines ("Name:", "Wohnort:") in seven languages. Data, not code."""

from __future__ import annotations

from careercraft.parse.tables import phrase_set

NAME_LABELS = phrase_set("""
    name|full name|nom|nom complet|vor- und nachname|nombre|nombre completo|nome|nome completo|naam|volledige naam
    candidate name|candidate|nom et prénom|nom prénom|prénom et nom|prénom nom|noms et prénoms|nom / prénom
    name, vorname|vorname und name|vor- und zuname|vollständiger name|nombre y apellidos|nombre y apellido
    apellidos y nombre|nome e cognome|cognome e nome|nome e sobrenome|nome e apelido|voor- en achternaam
    applicant|applicant name|nombres y apellidos|nombre / apellidos|nome / cognome""")

FIRST_LABELS = phrase_set("""
    first name|given name|given names|first names|vorname|vornamen|prénom|prénoms|voornaam|voornamen
    nombre de pila|nombres|forename|forenames|primeiro nome|nome próprio""")

LAST_LABELS = phrase_set("""
    last name|surname|family name|nachname|familienname|zuname|nom de famille|apellidos|apellido|achternaam
    sobrenome|cognome|lastname|apelido|nom d'usage""")

PLACE_LABELS = phrase_set("""
    address|location|city|based in|residence|adresse|ort|wohnort|ville|lieu|dirección|ciudad|endereço|cidade
    indirizzo|città|adres|plaats|lives in|mailaddress|country|home address|postal address|current location
    current address|permanent address|place of residence|hometown|town|postal code & city|zip code & city
    postcode & city|city & country|city / country|city, country|city, state|anschrift|wohnhaft in|standort
    adresse postale|domicile|lieu de résidence|résidence|localisation|code postal & ville|domicilio|residencia
    lugar de residencia|localidad|población|ubicación|morada|localidade|localização|residência|cidade / estado
    residenza|domicilio|luogo di residenza|località|luogo|woonplaats|woonadres|postcode en woonplaats|land|stad
    plz / ort|plz, ort|plz und ort|region & city""")

STREET_LABELS = phrase_set("""
    address|adresse|dirección|endereço|indirizzo|adres|mailaddress|home address|postal address|anschrift|domicilio
    adresse postale|morada|woonadres|current address|permanent address|country|land""")
"""Those of `PLACE_LABELS` whose value may leave the town to another line."""

TITLE_LABELS = phrase_set("""
    title|position|role|headline|profession|desired position|job title|occupation|current position|current role
    applied position|position applied for|job applied for|preferred job|desired job|position sought|target position
    target role|beruf|berufsbezeichnung
    angestrebte position|angestrebte stelle
    angestrebte tätigkeit|gewünschte stelle|stellenwunsch|puesto solicitado|empleo deseado|emploi recherché|emploi visé
    vaga pretendida|posição desejada|cargo desejado|posizione ricercata|posizione ricoperta|occupazione desiderata
    gewünschte position|profession actuelle|poste|poste visé|poste recherché|poste actuel|métier|profesión|puesto
    puesto deseado|cargo|cargo pretendido|profissão|professione|ruolo|posizione|posizione desiderata|beroep|functie
    gewenste functie""")

PHONE_LABELS = phrase_set("""
    phone|phone number|telephone|tel|tel no|mobile|mobile phone|mobile number|cell|cell phone|cellphone|contact
    contact number|contact no|home|home phone|work phone|ph|mob|t|m|p|c|h|telefon|telefonnummer|mobil|mobiltelefon
    handy|handynummer|festnetz|telefon privat|téléphone|tél|téléphone portable|téléphone mobile|portable|fixe
    teléfono|teléfono móvil|teléfono fijo|móvil|celular|tlf|tfno|telefone|telemóvel|telefone celular|contacto
    contato|telefono|cellulare|cell|recapito telefonico|numero di telefono|telefoon|telefoonnummer|mobiel|gsm
    mobiele telefoon|whatsapp|natel|gsm-nummer""")
"""Behind them a number is a telephone number, whatever its form."""
