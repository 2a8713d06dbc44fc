"""Words that tell a job title, an employer, a school or a department from one another. Data, not code.

Lower case, singular where the plural only adds an s. Seven languages; English first.
"""

from __future__ import annotations

from careercraft.parse.tables import phrase_set, word_set

TITLE_HEADS = word_set(
    """
    accountant actor actress actuary adjuster administrator administrative adviser advisor advocate
    agent aide ambassador analyst anesthesiologist animator announcer apprentice appraiser architect
    archivist artist assembler assistant associate astronomer attendant attorney auditor author
    baker banker barber barista bartender biologist blogger boilermaker bookkeeper brewer bricklayer
    broker bursar busser butcher buyer captain caregiver carer caretaker carpenter cashier
    caseworker ceo cfo chair chairman chairperson chairwoman chef chemist chief cio ciso cleaner
    clerk clinician cmo coach co-founder cofounder commander commissioner composer concierge
    conductor conservator consultant contractor controller cook coo coordinator copywriter counsel
    counselor counsellor courier crew cto curator custodian customs dancer dealer dean dentist
    deputy designer detective developer dietician dietitian director dishwasher dispatcher dj doctor
    doorman draftsman drafter driver economist editor educator electrician engineer entrepreneur
    epidemiologist estimator evaluator examiner executive expert extern fabricator facilitator
    farmer fellow fellowship filmmaker firefighter fitter florist foreman founder freelancer
    fundraiser gardener generalist geologist grader grip groomer guard guide hand handyman handler
    head helper hostess hostler hygienist illustrator inspector installer instructor intern
    internship interpreter investigator janitor jeweler journalist judge keeper keyholder laborer
    labourer lawyer lead leader lecturer lender librarian lieutenant lifeguard linguist loader lpn
    machinist maid maker manager marketer mason mathematician mechanic mediator member mentor
    merchandiser microbiologist midwife miner model moderator nanny negotiator nurse nutritionist
    observer officer operator optician optometrist orderly organizer owner packer painter paralegal
    paramedic partner pastor pathologist performer personnel pharmacist phlebotomist photographer
    physician physicist physiotherapist picker pilot planner plumber podiatrist police porter
    postdoc preacher president pricing principal printer processor producer professor programmer
    proofreader prosecutor provider psychiatrist psychologist publicist radiographer ranger realtor
    receptionist recruiter registrar reporter rep representative researcher reservist resident
    responder retoucher reviewer rigger roofer sailor salesperson salesman saleswoman scheduler
    scientist scout scrum secretary sergeant server setter shopper signaller sdet soldier solicitor
    sommelier sonographer sourcer specialist statistician steward stewardess stocker strategist
    stylist superintendent superviser supervisor surgeon surveyor svp swe sysadmin tailor teacher
    teller tech technician technologist telemarketer tender tester therapist toolmaker trader
    trainee trainer translator treasurer tutor typist underwriter usher valet vendor veterinarian
    videographer volunteer vp waiter waitress warden warehouseman weaver webmaster welder worker
    writer host dba evp avp fsr csr rn cna emt cma cpa sre practitioner promoter purchaser liaison
    journeyman master-mechanic major colonel corporal private inventor interviewer instructor-lead
    advisor-in-residence sitter walker washer detailer dyer sewer seamstress controller-assistant
    hacker evangelist preparer collector expediter expeditor planner-buyer ingénieur ingénieure
    développeur développeuse responsable chargé chargée directeur directrice assistante chef-adjoint
    comptable vendeur vendeuse infirmier infirmière enseignant enseignante professeur stagiaire
    technicienne technicien conseiller conseillère consultante cuisinier cuisinière serveur serveuse
    gestionnaire commercial commerciale cadre rédacteur rédactrice acheteur secrétaire analyste
    chercheur chercheuse chauffeur alternant apprenti ouvrier entwickler entwicklerin ingenieur
    ingenieurin leiter leiterin mitarbeiter mitarbeiterin berater beraterin kaufmann kauffrau
    sachbearbeiter sachbearbeiterin werkstudent werkstudentin praktikant praktikantin
    geschäftsführer geschäftsführerin assistentin assistent lehrer lehrerin krankenpfleger
    krankenschwester pflegefachkraft koch köchin verkäufer verkäuferin techniker technikerin
    referent referentin auszubildender auszubildende projektleiter projektleiterin teamleiter
    teamleiterin abteilungsleiter softwareentwickler softwareentwicklerin pflegekraft ingeniero
    ingeniera desarrollador desarrolladora gerente directora jefe jefa encargado encargada camarero
    camarera cocinero cocinera enfermero enfermera profesor profesora vendedor vendedora contable
    becario becaria técnico técnica auxiliar dependiente dependienta asesor asesora coordinador
    coordinadora consultor consultora analista administrativo administrativa programador
    programadora abogado abogada arquitecto arquitecta engenheiro engenheira desenvolvedor
    desenvolvedora diretor diretora estagiário estagiária enfermeiro enfermeira professora
    assistente coordenador coordenadora cozinheiro supervisora contador contadora ingegnere
    sviluppatore sviluppatrice responsabile direttore direttrice impiegato impiegata infermiere
    infermiera insegnante cuoco cuoca cameriere cameriera tirocinante commesso commessa consulente
    contabile addetto addetta ontwikkelaar medewerker medewerkster adviseur leraar lerares
    verpleegkundige kok verkoper verkoopster stagiair teamleider projectleider boekhouder monteur
    adjudicator admin agronomist anthropologist arbitrator archaeologist arborist assessor
    audiologist bailiff bagger bellhop biller biochemist biostatistician blacksmith boatswain
    bondsman booker breeder builder cabinetmaker caddy cameraman canvasser cardiologist cartographer
    cartoonist chaplain checker choreographer chiropractor cleric climber coder commentator
    conservationist correspondent cosmetologist craftsman craftswoman critic decorator deckhand
    delegate demonstrator dermatologist diver docent doula dresser driller ecologist embalmer
    engraver environmentalist esthetician excavator exterminator farmhand farmworker filer finisher
    fisherman forecaster forester forwarder fryer geneticist geographer glazier greeter
    groundskeeper hairdresser hairstylist historian homemaker hospitalist housekeeper hydrologist
    immunologist integrator ironworker knitter lineman locksmith logger logistician magistrate
    manicurist marketeer marshal masseur masseuse medic merchant messenger meteorologist
    methodologist millwright missionary modeler mover musician naturalist navigator neurologist
    oncologist ophthalmologist ombudsman paperhanger paraprofessional pathfinder patrolman paver
    pediatrician pharmacologist physiologist pipefitter plasterer player polisher postman
    projectionist prosthetist psychotherapist publisher purser radiologist radiotherapist referee
    repairer repairman replenisher reservationist restorer roaster rodman sculptor seaman searcher
    selector seller shipper signaler singer sociologist sorter spotter statesman stacker
    stenographer stevedore storekeeper storeman subcontractor sweeper swimmer tattooist taxonomist
    teamster tiler timekeeper toxicologist transcriptionist trimmer umpire undertaker upholsterer
    bookseller chainman linesman groundsman flagman signalman boatman yardman draughtsman tradesman tradeswoman
    storeperson crewman dairyman policeman serviceman trackman wireman greengrocer stockman assayer bosun ferryman
    sacristan roadie milliner cobbler saddler farrier thatcher slater
    urologist verger vet vicar violinist watchman weigher woodworker wrangler zoologist barmaid
    barman bar-back barback busboy dogsbody fixer greenkeeper joiner shopfitter shopkeeper scribe
    surfer lifesaver councillor councilor councilmember alderman mayor senator diplomat attaché
    consul governor dramaturge stagehand colorist grafter vintner winemaker cheesemaker patissier
    pâtissier pastry-chef boulanger cellarhand beekeeper milker drover postdoctoral mentee trustee
    organiser acheteuse actrice acteur agente agricultrice agriculteur aide-soignant aide-soignante
    animateur animatrice apprentie architecte auditrice auditeur auxiliaire avocate avocat
    bibliothécaire boulangère bénévole caissier caissière carrossier charpentier chaudronnier
    coiffeur coiffeuse collaborateur collaboratrice concepteur conceptrice conducteur conductrice
    contrôleur contrôleuse coordinateur coordinatrice correspondante couturier couturière cheffe
    cuistot dessinateur dessinatrice documentaliste doctorant doctorante éducateur éducatrice
    électricien électricienne employé employée enquêteur esthéticien esthéticienne expert-comptable
    factrice fleuriste formateur formatrice gardien gardienne gérant gérante graphiste greffier hôte
    hôtesse hôtelier huissier horticulteur illustratrice infographiste informaticien informaticienne
    intérimaire jardinier jardinière journaliste juriste kinésithérapeute logisticien logisticienne
    magasinier magasinière maçon maquilleur maraîcher mécanicien mécanicienne médecin menuisier
    moniteur monitrice négociateur opérateur opératrice orthophoniste ouvrière pâtissière paysagiste
    pharmacienne pharmacien photographe plombier pompier préparateur préparatrice président
    présidente professeure programmeur puéricultrice psychologue réceptionniste régisseur recruteur
    recruteuse représentant représentante sage-femme soudeur superviseur superviseuse surveillant
    surveillante standardiste téléconseiller téléconseillère traducteur traductrice tuteur tutrice
    vétérinaire veilleur webdesigner alternante animalier aidant aidante altenpfleger altenpflegerin
    anwalt anwältin apotheker apothekerin arbeiter arbeiterin architektin arzt ärztin assistenzarzt
    assistenzärztin aushilfe ausbilder ausbilderin azubi bäcker bäckerin bankkaufmann bankkauffrau
    bauleiter bauleiterin beamter beamtin bearbeiter bearbeiterin betreuer betreuerin betriebsleiter
    bibliothekar bibliothekarin buchhalter buchhalterin chefarzt chefkoch chemielaborant chemikant
    chemiker chemikerin dachdecker disponent disponentin doktorand doktorandin dozent dozentin
    dreher einkäufer einkäuferin elektriker elektrikerin elektroniker elektronikerin erzieher
    erzieherin fachangestellte fachangestellter fachberater fachberaterin fachinformatiker
    fachinformatikerin fachkraft fachlagerist fahrer fahrerin filialleiter filialleiterin floristin
    forscher forscherin friseur friseurin friseurmeisterin gärtner gärtnerin geselle gesellin
    gestalter gestalterin grafiker grafikerin hausmeister hebamme heilerziehungspfleger helfer
    helferin hilfskraft hilfskoch informatiker informatikerin inhaber inhaberin installateur
    journalistin juniorberater jurist juristin kassierer kassiererin kellner kellnerin
    kinderpflegerin konditor konditorin konstrukteur konstrukteurin kraftfahrer laborant laborantin
    lagerist lageristin lektor lektorin lehrkraft logistiker logistikerin makler maklerin maler
    malerin managerin maurer mechatroniker mechatronikerin mechaniker mechanikerin mediengestalter
    mediengestalterin meister meisterin metzger monteurin notar pädagoge pädagogin pfleger pflegerin
    pflegehelfer pflegehelferin pförtner physiotherapeut physiotherapeutin polier postbote
    produktmanager programmierer programmiererin projektmanager projektmanagerin prokurist
    prokuristin psychologe psychologin rechtsanwalt rechtsanwältin redakteur redakteurin
    reinigungskraft rezeptionist rezeptionistin richter richterin schichtleiter schichtleiterin
    schlosser schlosserin schreiner schreinerin schweißer sekretär sekretärin servicekraft
    sozialarbeiter sozialarbeiterin sozialpädagoge sozialpädagogin speditionskaufmann
    speditionskauffrau stationsleiter stationsleitung steuerberater steuerberaterin
    steuerfachangestellte küchenchef küchenchefin souschef süßwarenverkäufer tierarzt tierärztin
    tischler tischlerin trainerin tutorin übersetzer übersetzerin verkaufsberater vertreter
    vertreterin vertriebler volontär volontärin vorarbeiter wissenschaftler wissenschaftlerin
    zahnarzt zahnärztin zerspanungsmechaniker zimmerer bundesfreiwilliger bundesfreiwilligendienst
    aushilfskraft aprendiz asistente ayudante azafata azafato bibliotecario bibliotecaria cajero
    cajera capataz carpintero celador celadora científico científica chófer chofer cirujano
    comercial conductora conserje consejero consejera controlador controladora costurera cuidador
    cuidadora delegado delegada directivo diseñador diseñadora docente economista educador educadora
    electricista empleado empleada entrenador entrenadora especialista farmacéutico farmacéutica
    fisioterapeuta fontanero formador formadora fotógrafo fotógrafa gestor gestora ilustrador
    informático instructora investigador investigadora jardinero jardinera juez limpiador limpiadora
    logopeda maestra maquinista matrona mecánico médica médico mozo monitor monitora mensajero
    notario odontólogo operador operadora operario operaria orientador panadero panadera pastelero
    peluquero peluquera peón periodista pintor podólogo portero practicante presidente presidenta
    procurador promotor promotora psicólogo psicóloga publicista realizador recepcionista redactor
    redactora representante repartidor repartidora secretaria secretario socorrista soldador
    subdirector teleoperador teleoperadora terapeuta tesorero traductor traductora tramoyista
    trabajador trabajadora transportista tutora veterinario veterinaria vigilante voluntario
    voluntaria administrador administradora atendente assessora balconista bancário bombeiro
    calceteiro carpinteiro chefe cientista comprador compradora condutor confeiteiro dentista
    eletricista encarregado encarregada escriturário estilista farmacêutico farmacêutica faxineiro
    funcionário funcionária garçom garçonete jardineiro jornalista mecânico motorista nutricionista
    padeiro pedreiro pesquisador pesquisadora redator redatora repositor tradutor tradutora
    lavorante sarta sarto costumista mondhygiënist tandarts saisonnier saisonnière
    voluntário voluntária zelador operário operária empregado empregada bolsista agronomo aiuto
    aiutante allenatore allenatrice ambasciatore animatore apprendista architetto artigiano avvocato
    avvocata autista baby-sitter bracciante caposala capoturno capocantiere cassiere cassiera
    collaboratore commercialista conducente coordinatore custode disegnatore dottore dottoranda
    dottorando educatore educatrice elettricista estetista falegname farmacista fattorino
    fisioterapista formatore fotografo geometra giardiniere giornalista grafico idraulico
    informatico ingegnera istruttore istruttrice lavapiatti magazziniere magazziniera manovale
    meccanico medico muratore notaio operaio operaia operatore operatrice ostetrica ottico
    panettiere parrucchiere parrucchiera pasticciere pasticcera pizzaiolo praticante procuratore
    professore professoressa progettista programmatore programmatrice psicologo psicologa redattore
    redattrice ricercatore ricercatrice sarta sarto scrittore segretaria segretario sistemista
    stagista tecnico tesoriere traduttore traduttrice venditore venditrice vigile volontario
    volontaria accountmanager activiteitenbegeleider adviseuse apothekersassistente arts automonteur
    baliemedewerker bakker barmedewerker bedrijfsleider begeleider begeleidster beheerder
    beleidsmedewerker beveiliger bibliothecaris bloemist boekhoudster bouwvakker buschauffeur
    chefkok coördinator creditmanager dierenarts eigenaar elektricien fysiotherapeut gastheer
    gastvrouw groepsleider groepsleidster hovenier huisarts hulpkok inkoper interieurverzorger
    kapper kapster kassamedewerker kassière klantenservicemedewerker kelner kraamverzorgende
    leerkracht leidinggevende lerarenassistent loodgieter magazijnmedewerker managementassistent
    metselaar notaris onderzoeker ondersteuner onderwijsassistent ondernemer opticien orderpicker
    ploegleider postbezorger procesoperator productiemedewerker projectmanager promovendus
    psycholoog receptioniste rechter redacteur regisseur schilder schoonmaker schoonmaakster
    secretaresse secretaris slager stratenmaker tandarts teamcoach technicus tekenaar timmerman
    uitvoerder uitzendkracht vakkenvuller vertaler verzorgende verkoopmedewerker vertegenwoordiger
    vrijwilliger vrijwilligster werkvoorbereider winkelmedewerker zorgverlener zzp'er oficial commis
    facteur notaire runner companion socio maestro gaffer leitung magician minister
    """
)

TITLE_LEVELS = word_set(
    """
    senior sr junior jr lead principal chief head staff entry-level mid-level executive assistant
    associate deputy vice acting interim graduate trainee certified registered licensed freelance
    self-employed owner/operator part-time seasonal temporary leitender stellvertretender adjoint
    """
)

EMPLOYER_WORDS = word_set(
    """
    inc incorporated llc llp lp ltd limited corp corporation co company companies gmbh ag kg ohg ug mbh
    se sa sas sarl srl spa sl slu bv nv plc pvt pty oy ab as aps holding holdings group gruppe groupe
    grupo gruppo partners ventures capital bank banque banco banca university college school schools
    institute institution academy hospital clinic center centre universität hochschule université
    universidad universidade università universiteit krankenhaus klinikum hôpital medical healthcare
    health laboratories labs lab studio studios agency agencia agence enterprises enterprise industries
    solutions systems services technologies technology software consulting communications media networks
    network foundation association society council committee ministry department dept bureau office
    government county city state commission authority administration army navy force guard corps
    district church temple museum library restaurant restaurants hotel hotels resort resorts café cafe
    grill bar kitchen bistro pizza bakery store stores shop market markets supermarket mall pharmacy
    salon gym club airlines airways airport motors automotive logistics transport trucking freight
    insurance financial finance securities investments realty properties estate construction builders
    contractors engineering manufacturing products foods farms farm energy power electric oil gas mining
    steel pharmaceuticals pharma biotech therapeutics international global national worldwide americas
    usa europe amazon google microsoft apple ibm oracle intel facebook meta walmart target starbucks
    mcdonald's accenture deloitte kpmg siemens bosch sap bmw nasa usaf usmc federal ymca trust charity
    academia ies ceip instituto ayuntamiento sociedad cooperativa fundación asociación clínica centro residencia
    despacho bufete taller tienda almacenes supermercado ministerio junta consejería fundação associação câmara
    prefeitura santa clínica empresa loja fábrica comune ospedale azienda studio ditta cooperativa associazione
    fondazione liceo scuola negozio ristorante trattoria albergo società société compagnie cabinet mairie
    conseil
    clinique ehpad lycée collège école maison boulangerie association fondation cooperative gemeente stichting
    ziekenhuis bedrijf winkel universitair vereniging verein stadt landkreis bundesamt ministerium praxis klinik
    uniklinik pflegeheim seniorenheim kita kindergarten gasthof gasthaus bäckerei metzgerei autohaus
    verlag werke
    werk kanzlei stadtwerke sparkasse volksbank spedition baumarkt apotheke spital kantonsspital
    feuerwehr gemeinde kirchengemeinde tafel drk caritas diakonie malteser johanniter awo turnverein sportverein
    ngo nonprofit theatre theater orchestra isd unified elementary preschool kindergarten daycare
    gymnasium lycée collège colegio escuela école schule werkstatt team-staff staffing recruitment
    personnel-services cooperative union collective alliance initiative startup
    railway railways quarry colliery shipyard brewery winery foundry sawmill zoo observatory broadcasting
    bombeiros misericórdia pompiers pompieri bomberos croix cruz croce
    """
)

LEGAL_FORMS = word_set(
    """
    inc inc. llc llp l.l.c l.l.c. lp ltd ltd. limited corp corp. co co. gmbh ag kg sa s.a s.a. sas sarl
    srl s.r.l spa bv b.v nv plc pvt pty p.c pc p.a n.a na
    """
)

DEPARTMENTS = word_set(
    """
    sales marketing engineering operations finance accounting hr human resources it information
    technology research development product products design legal compliance security support customer
    service services business strategy quality assurance logistics procurement purchasing communications
    public relations corporate global regional national international digital data analytics
    infrastructure platform cloud mobile web software hardware retail wholesale risk treasury tax audit
    payroll training learning administration north south east west america emea apac europe and & of the
    r&d supply chain manufacturing production maintenance facilities clinical nursing surgery pediatrics
    frontend backend full stack full-stack front-end back-end i ii iii iv sr jr level grade team lead
    projects programs accounts partnerships growth content brand advertising creative editorial media
    events planning
    """
)

INNER_LABELS = phrase_set(
    """
    highlights|key highlights|responsibilities|key responsibilities|main responsibilities|duties|main
    duties|tasks
    key tasks|achievements|key achievements|selected achievements|accomplishments|key accomplishments|results
    description|job description|role description|details|keywords|roles|role|courses|coursework|summary|overview
    contributions|key contributions|duties and responsibilities|responsibilities and achievements|my
    role|key projects
    missions|missions principales|tâches|tâches principales|responsabilités|réalisations|réalisations clés|cours
    aufgaben|tätigkeiten|aufgabenbereich|aufgabenbereiche|verantwortlichkeiten|erfolge|schwerpunkte|kurse
    funciones|tareas|responsabilidades|logros|funciones principales|logros destacados|cursos
    funções|tarefas|principais
    atividades|atividades|resultados|mansioni|attività|responsabilità|risultati|compiti
    taken|werkzaamheden|verantwoordelijkheden|resultaten|behaalde resultaten
    """
)

# First words of a line that tells what was done, not who or where. Past participles are told by their ending.
ACTION_VERBS = word_set(
    """
    led built ran wrote drove grew won oversaw made held took taught sold set spent brought kept gave
    met cut rebuilt manage lead build run write drive grow oversee make teach sell provide develop
    create design maintain support assist prepare perform conduct ensure coordinate analyze review
    implement handle serve work act help train supervise plan responsible responsibilities duties
    accountable involved proficient experienced skilled knowledge ability able successfully effectively
    directly currently daily also including includes using used i we my the this that implementing
    managing developing working providing answering assisting preparing ensuring maintaining process
    receive operate monitor report document communicate collaborate establish identify evaluate resolve
    greet clean cook stock count issue check inspect install repair test troubleshoot deliver order
    schedule track
    """
)
