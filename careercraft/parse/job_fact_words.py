"""Words of posting fact labels ("Location", "Gehalt"), in seven languages: data for `job_headings`, no code."""

from __future__ import annotations

# Labels of facts, in front of a colon or alone above their value.
FACTS: tuple[tuple[str, str], ...] = (
    ("title", "title|job title|position title|posting title|role|position|job|vacancy|role title|job name"
              "|stelle"
     "|stellenbezeichnung|poste|intitulé du poste|puesto|cargo|vaga|posizione|ruolo|functie"
     "|functietitel|jobtitel"),
    ("company", "company|company name|employer|organization|hiring organization|firma|arbeitgeber"
                "|unternehmen|entreprise"
     "|société|empresa|azienda|bedrijf|werkgever|organisation|company/legal entity|client"),
    ("location", "location|locations|job location|location of position|work location"
                 "|office location|primary location|place"
                 "|place of work|city"
     "|standort|arbeitsort|einsatzort|lieu|lieu de travail|localisation|ubicación|lugar de trabajo"
     "|localização|local"
     "|local de trabalho|sede|sede di lavoro|luogo di lavoro|locatie|standplaats|work site|worksite"
     "|ort|based in"
     "|workplace|ville|ciudad|location name|city, state|city/state|location city|nearest major market"
     "|job locations|office|work city|where|sites available|facility"),
    ("salary", "salary|salary range|pay|pay range|pay rate|base salary|base pay|compensation range"
               "|hourly rate|rate"
     "|annual salary|wage|hourly pay|salary band|gehalt|vergütung|jahresgehalt|salaire|rémunération"
     "|salario|salário"
     "|remuneração|remuneración|stipendio|retribuzione|ral|salaris|competitive annual salary|estimated salary"
     "|expected salary|pay scale|bruttogehalt|salaire brut|target salary|min hiring rate|max hiring rate"
     "|minimum salary|maximum salary"
     "|min salary|max salary|minimum pay|maximum pay|min pay rate|max pay rate|minimum rate|maximum rate"
     "|salary/rate|pay range minimum|pay range maximum|bruttolohn|monatslohn|stundenlohn|faixa salarial"
     "|banda salarial|rango salarial|fourchette de salaire|salarisindicatie|compensation|package|remuneration"),
    ("employment", "job type|employment type|type of employment|position type|contract type|contract"
                   "|employment|time type"
     "|type|employment status|full time|schedule|job schedule|beschäftigungsart|anstellungsart|vertragsart"
     "|type de contrat|contrat|tipo de contrato|contrato|tipo di contratto|contratto|dienstverband"
     "|worker type|pay type"
     "|work type|hours|status|arbeitszeit|jornada|duration"),
    ("mode", "remote|work mode|workplace type|work arrangement|remote status|potential for telework"
             "|telecommuting|telecommuting options|working model|remote work"
     "|telework|arbeitsmodell|télétravail|teletrabajo|work model|workplace"),
    ("level", "experience level|level|seniority|seniority level|career level|job level|grade"),
    ("other", "department|team|division|business unit|group|directorate|reports to|reporting to|report to"
              "|job id"
     "|requisition|requisition id|requisition number|req id|req number|reference|ref|reference number"
     "|job code|job number"
     "|category|job category|industry|job function|function|functional area|job family|job segment"
     "|posted|date posted"
     "|posting date|closing date|application deadline|deadline|start date|travel|travel required"
     "|travel requirements"
     "|percentage of travel|shift|work shift|shift work|work schedule|work hours"
     "|scheduled weekly hours|days off|openings"
     "|number of openings|positions|vacancies|email|e-mail|phone|tel|telephone|website|url"
     "|contact person|tracking code"
     "|worker sub-type|flsa|flsa status|supervisory|area of interest|organization unit|cost center"
     "|nearest secondary market|type of requisition|additional work locations|internal job title"
     "|job posting|id|country"
     "|region|state|zip|relocation|relocation assistance|union|background check|abteilung"
     "|eintrittsdatum|referenz|beginn"
     "|début|date de début|fecha de inicio|inizio|per direct|kontaktperson|recruiter name|recruiter"
     "|phone number|contact name|contact email|contact number|password|company size|founded"
     "|headquarters|fte|work status"),
)  # fmt: skip
