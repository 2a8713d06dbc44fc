"""Words of posting headings, in seven languages: data for `job_headings`, no code.

Phrases are lower case, with straight quotes and "and" for "&", parted by "|". A phrase stands for the whole
heading. English headings are also read by composition ("Required Skills and Experience"), see `job_headings`.
"""

from __future__ import annotations

# (section, importance where the heading states one, phrases)
PHRASES: tuple[tuple[str, str | None, str], ...] = (
    # English
    ("requirement", "must", "must have|must haves|must-have|must-haves|essential|essentials|required"
                            "|minimum|you have"
     "|you are|you bring|you|you need|what you bring|what you'll bring|what you will bring|what you need"
     "|what you'll need"
     "|what you will need|what you have|who you are|about you|a bit about you|more about you"
     "|what we're looking for"
     "|what we are looking for|what we look for|what you should have|who we're looking for"
     "|who we are looking for"
     "|we are looking for|we're looking for|looking for|you should have|your profile|your background"
     "|your expertise"
     "|your skills|your experience|your qualifications|profile|candidate profile|the ideal candidate"
     "|ideal candidate"
     "|the successful candidate|who you'll be|what makes you a great fit|what it takes"
     "|what's required|prerequisites"
     "|to be successful in this role|to succeed in this role|you'll need|you will need|you must have"
     "|what we need"
     "|what you bring to the table|what you'll bring to the table|you'll have|you will have"
     "|we'd love to hear from you if"
     "|what we expect|what we expect from you|what we are expecting from you|what we expect of you"
     "|requirements include|qualifications include|skills sought include"
     "|what you'll need to succeed|you might be a fit if|you may be a good fit if|this role is for you if"
     "|you'd be a great fit if|how you'll succeed|education required|experience required"
     "|skills required|essential criteria"
     "|person specification|selection criteria|what you know|key selection criteria|your x-factor"
     "|security clearance"
     "|clearance|education|work experience|knowledge and skills|licenses|certifications|work authorization"),
    ("requirement", "preferred", "preferred|desired|desirable|desirables|ideally|what we'd love to see"
                                 "|what we love to see"
     "|ideally you have|ideally you will have|ideally, you have|desirable criteria"
     "|it would be great if|should have"),
    ("requirement", "nice", "nice to have|nice to haves|nice-to-have|nice-to-haves|good to have|bonus"
                            "|bonuses|bonus points"
     "|bonus points if|bonus points for|bonus if you have|pluses|plus|a plus|extra credit|even better"
     "|even better if"
     "|added bonus|big plus|brownie points|added advantage|it's a plus if|it's a bonus if|optional"
     "|additional assets|assets"),
    ("duty", None, "what you'll do|what you will do|what you'll be doing|what you will be doing"
                   "|what you do|you will|you'll"
     "|what you'll own|what you'll work on|in this role|in this role you will|in this role, you will"
     "|the role you'll play"
     "|as part of this role you will|day to day|day-to-day|a day in the life|your day to day|a typical day"
     "|how you'll make an impact|how you will make an impact|your impact|impact you'll make"
     "|your mission|your tasks"
     "|your responsibilities|your role|your job|your day|what the job involves|what the role involves"
     "|job duties|the work"
     "|scope of work|key result areas|deliverables|objectives|accountabilities|essential functions"
     "|essential job functions"
     "|what you can expect|how you'll spend your time|the work you'll do|the opportunity|position objectives"
     "|responsibilities include|duties include|your responsibilities include|specifically, you will"
     "|the challenge|scope and impact|scope"),
    ("summary", None, "job summary|position summary|role summary|summary|overview|job overview"
                      "|position overview"
     "|role overview|job description|position description|role description|description|about the role"
     "|about the job"
     "|about the position|about the opportunity|about this role|about this job|about this position"
     "|the role|the job"
     "|the position|job purpose|purpose|purpose of the role|purpose of the job|position purpose"
     "|general summary|job brief"
     "|job details|a bit about this role|introduction|job profile|job facts|the opportunity at a glance"),
    ("about", None, "about us|about the company|about our company|about the team|about our team|the team"
                    "|your team|our team"
     "|who we are|what we do|our story|our mission|our company|the company|company overview"
     "|company description"
     "|company background|company profile|company|about our organization|about the organization"
     "|our organization|background"
     "|the employer|a bit about us|more about us|meet the team|organization|our client"
     "|about our client|our vision"),
    ("benefit", None, "benefits|perks|benefits and perks|perks and benefits|what we offer"
                      "|what we can offer you"
     "|what we can offer|we offer|our offer|our benefits|employee benefits|compensation"
     "|compensation and benefits"
     "|salary and benefits|pay and benefits|what's in it for you|what is in it for you|why join us"
     "|why work with us"
     "|why work for us|why us|why you'll love it here|why you'll love working here|what you'll get"
     "|what you get"
     "|what you will get|rewards|total rewards|in return|we provide|our perks|benefits include"
     "|benefit summary|what you gain"
     "|why you should join us|why you'll love us|the benefits|the perks|package|remuneration"
     "|here's what you can expect from us"),
    ("value", None, "values|our values|our core values|core values|our culture|culture|company culture"
                    "|culture and values"
     "|our principles|how we work|the way we work|ways of working|what we believe|what we value"
     "|our culture and values"
     "|work culture|team culture|our leadership principles|we value|who thrives here|our beliefs"),
    ("terms", None, "equal opportunity employer|equal opportunity|equal employment opportunity|eeo"
                    "|eeo statement"
     "|eeo and employment eligibility|diversity statement|diversity and inclusion|privacy"
     "|privacy policy|privacy notice"
     "|california privacy notice|disclaimer|disclosures|accommodations|physical demands"
     "|physical requirements|work environment"
     "|working conditions|physical demands and work environment|notice to recruiters|accessibility|e-verify"),
    ("meta", None, "how to apply|application process"
     "|to apply|apply|apply now|application instructions|next steps|our hiring process|hiring process"
     "|interview process"
     "|the process|contact|contact us|contact information|additional information|other information"
     "|more information|please note|note"
     "|about the application|similar jobs|related jobs|share this job"),
    # German
    ("requirement", "must", "anforderungen|anforderungsprofil|ihr profil|dein profil|das bringst du mit"
                            "|das bringen sie mit"
     "|was du mitbringst|was sie mitbringen|was du mitbringen solltest|ihre qualifikationen"
     "|deine qualifikationen"
     "|qualifikationen|qualifikation|voraussetzungen|wir erwarten|du bringst mit|sie bringen mit"
     "|deine skills|profil"
     "|damit überzeugst du uns|damit überzeugen sie uns|das solltest du mitbringen|muss|kenntnisse"
     "|dein hintergrund"),
    ("requirement", "preferred", "wünschenswert|idealerweise|gewünscht"),
    ("requirement", "nice", "von vorteil|pluspunkte|das wäre schön|nice-to-have|bonuspunkte|ein plus"),
    ("duty", None, "aufgaben|ihre aufgaben|deine aufgaben|aufgabengebiet|das erwartet dich"
                   "|das erwartet sie|tätigkeiten"
     "|was dich erwartet|was sie erwartet|dein job|dein aufgabenbereich|ihr aufgabengebiet"
     "|ihre tätigkeiten|das machst du"
     "|verantwortlichkeiten|hauptaufgaben|deine mission|deine rolle|ihre rolle"),
    ("about", None, "über uns|wer wir sind|das unternehmen|unternehmen|unser unternehmen|wir über uns"
                    "|das sind wir"),
    ("summary", None, "stellenbeschreibung|die stelle|die rolle|zusammenfassung|einleitung|die position"),
    ("benefit", None, "wir bieten|das bieten wir|das bieten wir dir|das bieten wir ihnen|wir bieten ihnen"
                      "|wir bieten dir"
     "|unser angebot|ihre vorteile|deine vorteile|vorteile|deine benefits|was wir bieten"
     "|unsere leistungen|leistungen"),
    ("value", None, "unsere werte|werte|unsere kultur|so arbeiten wir"),
    ("meta", None, "bewerbung|kontakt|so bewirbst du dich|ihre bewerbung|deine bewerbung"
                   "|ihr ansprechpartner|datenschutz"),
    # French
    ("requirement", "must", "profil|profil recherché|votre profil|ton profil|le profil|compétences"
                            "|compétences requises"
     "|exigences|prérequis|pré-requis|qualifications|compétences techniques|ce que nous recherchons"
     "|vous êtes|vous avez"
     "|formation|formation et expérience|expérience|savoir-faire|savoir-être|qualités requises"
     "|profil du candidat"),
    ("requirement", "preferred", "souhaité|souhaités|compétences souhaitées|idéalement|apprécié"),
    ("requirement", "nice", "atouts|les plus|un plus|serait un plus|atout"),
    ("duty", None, "missions|vos missions|tes missions|les missions|missions principales|responsabilités"
                   "|vos responsabilités"
     "|vos tâches|tâches|votre mission|votre rôle|activités|activités principales|ce que vous ferez"
     "|principales missions"),
    ("about", None, "à propos|à propos de nous|qui sommes-nous|qui sommes nous|l'entreprise"
                    "|notre entreprise|entreprise"
     "|présentation de l'entreprise"),
    ("summary", None, "description du poste|le poste|descriptif du poste|poste|résumé|présentation du poste"),
    ("benefit", None, "avantages|nous offrons|nous vous offrons|ce que nous offrons|vos avantages"
                      "|les avantages"
     "|ce que nous proposons|rémunération et avantages|pourquoi nous rejoindre"),
    ("value", None, "nos valeurs|valeurs|notre culture"),
    ("meta", None, "candidature|postuler|comment postuler|contact|processus de recrutement"
                   "|informations complémentaires"),
    # Spanish
    ("requirement", "must", "requisitos|requerimientos|perfil|tu perfil|perfil buscado|qué buscamos"
                            "|que buscamos"
     "|buscamos|lo que buscamos|requisitos mínimos|requisitos imprescindibles|imprescindible"
     "|competencias|formación"
     "|habilidades|conocimientos|experiencia|qué necesitas|se requiere|requisitos del puesto"),
    ("requirement", "preferred", "deseable|requisitos deseables|se valorará|valorable|se valora"),
    ("requirement", "nice", "plus|suma puntos|puntos extra|sería un plus"),
    ("duty", None, "funciones|tus funciones|responsabilidades|tareas|qué harás|que harás|tu misión|misión"
                   "|tu rol"
     "|principales funciones|actividades|tus responsabilidades|funciones principales"),
    ("about", None, "sobre nosotros|quiénes somos|quienes somos|la empresa|sobre la empresa"
                    "|acerca de nosotros"),
    ("summary", None, "descripción del puesto|descripción|el puesto|descripción de la oferta|resumen"),
    ("benefit", None, "ofrecemos|qué ofrecemos|que ofrecemos|beneficios|se ofrece|lo que ofrecemos"
                      "|te ofrecemos|ventajas"),
    ("value", None, "nuestros valores|valores|nuestra cultura"),
    ("meta", None, "cómo aplicar|cómo postular|contacto|inscripción"),
    # Portuguese
    ("requirement", "must", "requisitos|requisitos obrigatórios|perfil|o que procuramos|o que buscamos"
                            "|qualificações"
     "|o que esperamos de você|competências|formação|conhecimentos|experiência|pré-requisitos|habilidades"),
    ("requirement", "preferred", "desejável|requisitos desejáveis|preferencialmente"),
    ("requirement", "nice", "diferenciais|diferencial|será um diferencial"),
    ("duty", None, "funções|responsabilidades|atividades|atribuições|o que vais fazer"
                   "|o que você vai fazer|suas atividades"
     "|principais funções|tarefas|principais responsabilidades|responsabilidades e atribuições"),
    ("about", None, "sobre nós|quem somos|a empresa|sobre a empresa"),
    ("summary", None, "descrição da vaga|descrição|a vaga|descrição da função|resumo"),
    ("benefit", None, "benefícios|oferecemos|o que oferecemos|vantagens|regalias"),
    ("value", None, "nossos valores|os nossos valores|nossa cultura"),
    ("meta", None, "como se candidatar|candidatura|contato|contacto"),
    # Italian
    ("requirement", "must", "requisiti|profilo|il tuo profilo|profilo ricercato|competenze"
                            "|competenze richieste"
     "|chi cerchiamo|cosa cerchiamo|cerchiamo|esperienza|formazione|conoscenze|requisiti richiesti"),
    ("requirement", "preferred", "requisiti preferenziali|preferibile|preferibilmente|idealmente"),
    ("requirement", "nice", "costituisce titolo preferenziale|gradito|plus|nice to have"),
    ("duty", None, "mansioni|responsabilità|attività|compiti|cosa farai|le tue responsabilità"
                   "|principali attività"
     "|il tuo ruolo|principali responsabilità"),
    ("about", None, "chi siamo|l'azienda|su di noi"),
    ("summary", None, "descrizione|descrizione del lavoro|la posizione|il ruolo|descrizione della posizione"),
    ("benefit", None, "offriamo|cosa offriamo|si offre|vantaggi|benefit|la nostra offerta"),
    ("value", None, "i nostri valori|valori"),
    ("meta", None, "come candidarsi|candidatura|contatti"),
    # Dutch
    ("requirement", "must", "functie-eisen|functie eisen|eisen|jouw profiel|profiel|wie ben jij"
                            "|wie zoeken wij|dit ben jij"
     "|wat vragen wij|wij vragen|wat wij vragen|wat breng je mee|dit breng je mee|wat neem je mee"
     "|vereisten|vaardigheden"
     "|opleiding en ervaring|jij hebt|gevraagd|wat verwachten wij"),
    ("requirement", "preferred", "gewenst|bij voorkeur|wensen"),
    ("requirement", "nice", "pré|pre|pluspunten|een pré|een plus"),
    ("duty", None, "taken|werkzaamheden|jouw taken|wat ga je doen|dit ga je doen|verantwoordelijkheden"
                   "|jouw rol"
     "|takenpakket|wat ga jij doen|jouw werkzaamheden"),
    ("about", None, "over ons|wie zijn wij|het bedrijf|over het bedrijf|de organisatie|wie we zijn"),
    ("summary", None, "functieomschrijving|de functie|functie|vacature|omschrijving"),
    ("benefit", None, "wij bieden|wat bieden wij|dit bieden wij|ons aanbod|arbeidsvoorwaarden|aanbod"
                      "|wat wij bieden"),
    ("value", None, "onze waarden|onze cultuur"),
    ("meta", None, "solliciteren|sollicitatie|interesse"),
)  # fmt: skip
