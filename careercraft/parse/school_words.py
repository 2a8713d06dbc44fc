"""Words that tell a school's name, in seven languages and more. Data, not code; lower case."""

from __future__ import annotations

from careercraft.parse.tables import word_set

SCHOOL_WORDS = word_set("""
    university universities college school institute institution academy polytechnic conservatory seminary univ
    univ. campus faculty training tafe polytech kindergarten preschool schoolhouse sixth-form madrasa
    universität hochschule fachhochschule universitaet gymnasium realschule berufsschule institut akademie
    schulzentrum berufskolleg handelskammer handwerkskammer ihk hwk volkshochschule berufsakademie grundschule
    hauptschule gesamtschule oberschule internat kollegschule sekundarschule fachschule fachoberschule
    berufsoberschule berufsfachschule meisterschule technikerschule kunsthochschule musikhochschule
    gewerbeschule handelsschule wirtschaftsschule mittelschule primarschule kantonsschule berufsbildungszentrum
    berufskollegium oberstufenzentrum pflegeschule krankenpflegeschule hotelfachschule landwirtschaftsschule
    regionalschule stadtteilschule waldorfschule volksschule ausbildungszentrum bildungszentrum
    bildungsakademie verwaltungsakademie kollegstufe studienkolleg studienseminar bbz bsz osz htl hak hlw
    technikum schule
    université lycée école ecole collège iut iae sciences-po ens agroparistech isep insa enac ensam esiee
    ensta afpa cfa ifsi irts cnam edhec essec inseec faculté écoles polytechnique inspe iufm
    conservatoire académie gobelins
    universidad instituto colegio escuela academia conservatorio seminario centro ies ceip cifp uned
    politécnica politécnico facultad uoc upc puc itesm unam eafit cpifp bachillerato-instituto
    universidade escola colégio faculdade faculdades liceu agrupamento externato ginásio usp ufrj unesp senai senac
    etec fatec iscte iscap isep conservatório unicamp ufmg ufrgs fgv iefp cenfim
    università universita istituto liceo politecnico scuola ateneo accademia itis ipsia itcg ipsseoa
    ipsar itg facoltà enaip cfp sapienza bocconi iulm
    universiteit hogeschool academie lyceum scholengemeenschap roc mbo-college vu conservatorium
    kunstacademie basisschool graafschap-college avans fontys zadkine vakschool middelbare atheneum athenaeum
    universitet universitetet högskola högskolan gymnasieskola folkhögskola høgskole høyskole yliopisto
    ammattikorkeakoulu lukio uniwersytet politechnika liceum technikum szkoła univerzita egyetem üniversitesi
    universitatea sveučilište gimnazjum skola skole yrkeshögskola coláiste scoil handelshögskolan
    ysgol prifysgol coleg coláiste sgoil cegep cégep academie technikon tafensw
    škola střední gymnázium fakulta akademia uniwersytet  liceul școala colegiul facultatea
    üniversite üniversitesi fakültesi lisesi lise okulu yüksekokulu koulu ammattikoulu opisto
    kauppakorkeakoulu korkeakoulu ülikool gümnaasium universitāte augstskola universitetas kolegija gimnazija
    fakultet fakulteta sveučilišta univerzitet univerza šola institutt institutet handelshøyskole
    handelshøyskolen handelshøjskole gymnas gymnasium gymnasiet katedralskole erhvervsakademi
    erhvervsskole professionshøjskole professionshøjskolen fagskole ungdomsskole barneskole komvux yrkesskole
    folkhögskolan konstfack universitas universiti politeknik sekolah smk vidyalaya vidyapeeth vidyapith mahavidyalaya
    gurukul madrasah panepistimio technion iim ihm iiit
    insead mit caltech ucla usc suny cuny eth epfl lse kth tu uc iit nit bits ucl hec uva uvic ubc unsw anu
    wānanga wananga aoc
    rwth zhaw fhnw htw hs fh supsi hes-so bfh ceu tudelft nus ntu hkust rmit ucd dcu tcd mtu atu
""")
GENERIC_WORDS = word_set("""
    of and for the de do da des del della e et y und für van voor
    federal state national technical technological technology management science sciences applied arts medicine
    medical engineering business commerce design economics agriculture health nursing law information community
    government public private secondary higher high primary vocational central regional municipal industrial
    tecnico tecnica tecnologico técnico técnica tecnológico professionale professionnel industriale commerciale
    statale federal estadual municipal nacional tecnología technologie wirtschaft technik
    management santé technique général
""")
"""What, beside the words above, names a kind of school and none in particular: "Institute of Management"."""
