"""Words that tell a job title, an employer, a school or a department from one another. Data, not code.

Lower case, singular where the plural only adds an s. Seven languages; English first.
"""

from __future__ import annotations

from careercraft.parse.tables import word_set

TITLE_HEADS = word_set(
    """
    accountant actor actress actuary adjuster administrator administrative adviser advisor advocate
    agent aide ambassador analyst anesthesiologist animator announcer apprentice appraiser architect
    archivist artist assembler assistant associate astronomer attendant attorney auditor author baker
    banker barber barista bartender biologist blogger boilermaker bookkeeper brewer bricklayer broker
    bursar busser butcher buyer captain caregiver carer caretaker carpenter cashier caseworker ceo cfo
    chair chairman chairperson chairwoman chef chemist chief cio ciso cleaner clerk clinician cmo coach
    co-founder cofounder commander commissioner composer concierge conductor conservator consultant
    contractor controller cook coo coordinator copywriter counsel counselor counsellor courier crew cto
    curator custodian customs dancer dealer dean dentist deputy designer detective developer dietician
    dietitian director dishwasher dispatcher dj doctor doorman draftsman drafter driver economist editor
    educator electrician engineer entrepreneur epidemiologist estimator evaluator examiner executive
    expert extern fabricator facilitator farmer fellow fellowship filmmaker firefighter fitter florist
    foreman founder freelancer fundraiser gardener generalist geologist grader grip groomer guard guide
    hand handyman handler head helper hostess hostler hygienist illustrator inspector installer
    instructor intern internship interpreter investigator janitor jeweler journalist judge keeper
    keyholder laborer labourer lawyer lead leader lecturer lender librarian lieutenant lifeguard
    linguist loader lpn machinist maid maker manager marketer mason mathematician mechanic mediator
    member mentor merchandiser microbiologist midwife miner model moderator nanny negotiator nurse
    nutritionist observer officer operator optician optometrist orderly organizer owner packer painter
    paralegal paramedic partner pastor pathologist performer personnel pharmacist phlebotomist
    photographer physician physicist physiotherapist picker pilot planner plumber podiatrist police
    porter postdoc preacher president pricing principal printer processor producer professor programmer
    proofreader prosecutor provider psychiatrist psychologist publicist radiographer ranger realtor
    receptionist recruiter registrar reporter rep representative researcher reservist resident responder
    retoucher reviewer rigger roofer sailor salesperson salesman saleswoman scheduler scientist scout
    scrum secretary sergeant server setter shopper signaller sdet soldier solicitor sommelier
    sonographer sourcer specialist statistician steward stewardess stocker strategist stylist
    superintendent superviser supervisor surgeon surveyor svp swe sysadmin tailor teacher teller tech
    technician technologist telemarketer tender tester therapist toolmaker trader trainee trainer
    translator treasurer tutor typist underwriter usher valet vendor veterinarian videographer volunteer
    vp waiter waitress warden warehouseman weaver webmaster welder worker writer host dba evp avp fsr
    csr rn cna emt cma cpa sre practitioner promoter purchaser liaison journeyman master-mechanic major
    colonel corporal private inventor interviewer instructor-lead advisor-in-residence sitter walker
    washer detailer dyer sewer seamstress controller-assistant hacker evangelist preparer collector
    expediter expeditor planner-buyer ingénieur ingénieure développeur développeuse responsable chargé
    chargée directeur directrice assistante chef-adjoint comptable vendeur vendeuse infirmier infirmière
    enseignant enseignante professeur stagiaire technicienne technicien conseiller conseillère
    consultante cuisinier cuisinière serveur serveuse gestionnaire commercial commerciale cadre
    rédacteur rédactrice acheteur secrétaire analyste chercheur chercheuse chauffeur alternant apprenti
    ouvrier entwickler entwicklerin ingenieur ingenieurin leiter leiterin mitarbeiter mitarbeiterin
    berater beraterin kaufmann kauffrau sachbearbeiter sachbearbeiterin werkstudent werkstudentin
    praktikant praktikantin geschäftsführer geschäftsführerin assistentin assistent lehrer lehrerin
    krankenpfleger krankenschwester pflegefachkraft koch köchin verkäufer verkäuferin techniker
    technikerin referent referentin auszubildender auszubildende projektleiter projektleiterin
    teamleiter teamleiterin abteilungsleiter softwareentwickler softwareentwicklerin pflegekraft
    ingeniero ingeniera desarrollador desarrolladora gerente directora jefe jefa encargado encargada
    camarero camarera cocinero cocinera enfermero enfermera profesor profesora vendedor vendedora
    contable becario becaria técnico técnica auxiliar dependiente dependienta asesor asesora coordinador
    coordinadora consultor consultora analista administrativo administrativa programador programadora
    abogado abogada arquitecto arquitecta engenheiro engenheira desenvolvedor desenvolvedora diretor
    diretora estagiário estagiária enfermeiro enfermeira professora assistente coordenador coordenadora
    cozinheiro supervisora contador contadora ingegnere sviluppatore sviluppatrice responsabile
    direttore direttrice impiegato impiegata infermiere infermiera insegnante cuoco cuoca cameriere
    cameriera tirocinante commesso commessa consulente contabile addetto addetta ontwikkelaar medewerker
    medewerkster adviseur leraar lerares verpleegkundige kok verkoper verkoopster stagiair teamleider
    projectleider boekhouder monteur
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
    ngo nonprofit theatre theater orchestra isd unified elementary preschool kindergarten daycare
    gymnasium lycée collège colegio escuela école schule werkstatt team-staff staffing recruitment
    personnel-services cooperative union collective alliance initiative startup
    """
)

LEGAL_FORMS = word_set(
    """
    inc inc. llc llp l.l.c l.l.c. lp ltd ltd. limited corp corp. co co. gmbh ag kg sa s.a s.a. sas sarl
    srl s.r.l spa bv b.v nv plc pvt pty p.c pc p.a n.a na
    """
)

SCHOOL_WORDS = word_set(
    """
    university universities college school institute institution academy polytechnic conservatory
    seminary univ univ. universität hochschule fachhochschule universitaet gymnasium realschule
    berufsschule université lycée école ecole universidad universidade instituto colegio escuela escola
    faculdade facultad università universita istituto liceo politecnico politécnica politécnico
    universiteit hogeschool üniversitesi institut collège iut insead mit caltech ucla usc suny cuny eth
    epfl lse kth tu uc iit nit bits ucl hec essec campus faculty training
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
