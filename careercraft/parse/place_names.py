"""Countries, states and provinces by their names (ISO 3166, with common short and native names). Data, not code.

Small enough to load at once: the full databases take 60 ms and more, and few documents need them.
"""

from __future__ import annotations

from careercraft.parse.tables import word_set

_COUNTRIES = """
AD=Andorra; AE=United Arab Emirates|UAE|U.A.E.; AF=Afghanistan; AG=Antigua and Barbuda; AI=Anguilla
AL=Albania; AM=Armenia; AO=Angola; AQ=Antarctica; AR=Argentina; AS=American Samoa
AT=Austria|Österreich|Autriche; AU=Australia; AW=Aruba; AX=Åland Islands; AZ=Azerbaijan
BA=Bosnia and Herzegovina; BB=Barbados; BD=Bangladesh; BE=Belgium|Belgique|België|Belgien
BF=Burkina Faso; BG=Bulgaria; BH=Bahrain; BI=Burundi; BJ=Benin; BL=Saint Barthélemy; BM=Bermuda
BN=Brunei Darussalam; BO=Bolivia; BQ=Bonaire; BR=Brazil|Brasil; BS=Bahamas; BT=Bhutan; BV=Bouvet Island
BW=Botswana; BY=Belarus; BZ=Belize; CA=Canada; CC=Cocos (Keeling) Islands; CD=Congo
CF=Central African Republic; CG=Congo; CH=Switzerland|Schweiz|Suisse|Svizzera
CI=Côte d'Ivoire|Ivory Coast; CK=Cook Islands; CL=Chile; CM=Cameroon; CN=China; CO=Colombia
CR=Costa Rica; CU=Cuba; CV=Cabo Verde; CW=Curaçao; CX=Christmas Island; CY=Cyprus
CZ=Czechia|Czech Republic; DE=Germany|Deutschland|Allemagne|Alemania; DJ=Djibouti; DK=Denmark|Danmark
DM=Dominica; DO=Dominican Republic; DZ=Algeria; EC=Ecuador; EE=Estonia; EG=Egypt; EH=Western Sahara
ER=Eritrea; ES=Spain|España|Spanien|Espagne; ET=Ethiopia; FI=Finland; FJ=Fiji
FK=Falkland Islands (Malvinas); FM=Micronesia; FO=Faroe Islands; FR=France|Frankreich|Francia; GA=Gabon
GB=United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland|U.K.; GD=Grenada; GE=Georgia
GF=French Guiana; GG=Guernsey; GH=Ghana; GI=Gibraltar; GL=Greenland; GM=Gambia; GN=Guinea; GP=Guadeloupe
GQ=Equatorial Guinea; GR=Greece; GS=South Georgia and the South Sandwich Islands; GT=Guatemala; GU=Guam
GW=Guinea-Bissau; GY=Guyana; HK=Hong Kong|Hong Kong SAR; HM=Heard Island and McDonald Islands
HN=Honduras; HR=Croatia; HT=Haiti; HU=Hungary; ID=Indonesia; IE=Ireland; IL=Israel; IM=Isle of Man
IN=India; IO=British Indian Ocean Territory; IQ=Iraq; IR=Iran; IS=Iceland; IT=Italy|Italia|Italien
JE=Jersey; JM=Jamaica; JO=Jordan; JP=Japan; KE=Kenya; KG=Kyrgyzstan; KH=Cambodia; KI=Kiribati; KM=Comoros
KN=Saint Kitts and Nevis; KP=North Korea; KR=South Korea|Korea; KW=Kuwait; KY=Cayman Islands
KZ=Kazakhstan; LA=Laos; LB=Lebanon; LC=Saint Lucia; LI=Liechtenstein; LK=Sri Lanka; LR=Liberia
LS=Lesotho; LT=Lithuania; LU=Luxembourg; LV=Latvia; LY=Libya; MA=Morocco; MC=Monaco; MD=Moldova
ME=Montenegro; MF=Saint Martin (French part); MG=Madagascar; MH=Marshall Islands
MK=North Macedonia|Macedonia; ML=Mali; MM=Myanmar; MN=Mongolia; MO=Macao; MP=Northern Mariana Islands
MQ=Martinique; MR=Mauritania; MS=Montserrat; MT=Malta; MU=Mauritius; MV=Maldives; MW=Malawi
MX=Mexico|México; MY=Malaysia; MZ=Mozambique; NA=Namibia; NC=New Caledonia; NE=Niger; NF=Norfolk Island
NG=Nigeria; NI=Nicaragua; NL=Netherlands|Nederland|The Netherlands|Holland|Niederlande|Pays-Bas
NO=Norway|Norge; NP=Nepal; NR=Nauru; NU=Niue; NZ=New Zealand; OM=Oman; PA=Panama; PE=Peru|Perú
PF=French Polynesia; PG=Papua New Guinea; PH=Philippines; PK=Pakistan; PL=Poland|Polska|Polen
PM=Saint Pierre and Miquelon; PN=Pitcairn; PR=Puerto Rico; PS=Palestine; PT=Portugal; PW=Palau
PY=Paraguay; QA=Qatar; RE=Réunion; RO=Romania; RS=Serbia; RU=Russian Federation|Russia; RW=Rwanda
SA=Saudi Arabia; SB=Solomon Islands; SC=Seychelles; SD=Sudan; SE=Sweden|Sverige; SG=Singapore
SH=Saint Helena; SI=Slovenia; SJ=Svalbard and Jan Mayen; SK=Slovakia; SL=Sierra Leone; SM=San Marino
SN=Senegal; SO=Somalia; SR=Suriname; SS=South Sudan; ST=Sao Tome and Principe; SV=El Salvador
SX=Sint Maarten (Dutch part); SY=Syria; SZ=Eswatini; TC=Turks and Caicos Islands; TD=Chad
TF=French Southern Territories; TG=Togo; TH=Thailand; TJ=Tajikistan; TK=Tokelau; TL=Timor-Leste
TM=Turkmenistan; TN=Tunisia; TO=Tonga; TR=Türkiye|Turkey; TT=Trinidad and Tobago; TV=Tuvalu; TW=Taiwan
TZ=Tanzania; UA=Ukraine; UG=Uganda; UM=United States Minor Outlying Islands
US=United States|USA|United States of America|U.S.A.|U.S.|America; UY=Uruguay; UZ=Uzbekistan
VA=Holy See (Vatican City State); VC=Saint Vincent and the Grenadines; VE=Venezuela; VG=Virgin Islands
VI=Virgin Islands; VN=Vietnam; VU=Vanuatu; WF=Wallis and Futuna; WS=Samoa; YE=Yemen; YT=Mayotte
ZA=South Africa; ZM=Zambia; ZW=Zimbabwe
"""

_US_STATES = """
AL=Alabama; AK=Alaska; AZ=Arizona; AR=Arkansas; CA=California; CO=Colorado; CT=Connecticut; DE=Delaware
DC=District of Columbia; FL=Florida; GA=Georgia; HI=Hawaii; ID=Idaho; IL=Illinois; IN=Indiana; IA=Iowa
KS=Kansas; KY=Kentucky; LA=Louisiana; ME=Maine; MD=Maryland; MA=Massachusetts; MI=Michigan; MN=Minnesota
MS=Mississippi; MO=Missouri; MT=Montana; NE=Nebraska; NV=Nevada; NH=New Hampshire; NJ=New Jersey
NM=New Mexico; NY=New York; NC=North Carolina; ND=North Dakota; OH=Ohio; OK=Oklahoma; OR=Oregon
PA=Pennsylvania; PR=Puerto Rico; RI=Rhode Island; SC=South Carolina; SD=South Dakota; TN=Tennessee
TX=Texas; UT=Utah; VT=Vermont; VA=Virginia; WA=Washington; WV=West Virginia; WI=Wisconsin; WY=Wyoming
"""

_CA_PROVINCES = """
AB=Alberta; BC=British Columbia; MB=Manitoba; NB=New Brunswick; NL=Newfoundland and Labrador
NS=Nova Scotia; NT=Northwest Territories; NU=Nunavut; ON=Ontario; PE=Prince Edward Island; QC=Quebec
QC=Québec; SK=Saskatchewan; YT=Yukon
"""

_AU_STATES = """
NSW=New South Wales; VIC=Victoria; QLD=Queensland; ACT=Australian Capital Territory; TAS=Tasmania
"""

NIGERIAN_STATES = word_set(
    """
    abia adamawa akwa-ibom anambra bauchi bayelsa benue borno cross-river delta ebonyi edo ekiti enugu gombe imo jigawa
    kaduna kano katsina kebbi kogi kwara lagos nasarawa niger ogun ondo osun oyo plateau rivers sokoto taraba yobe
    zamfara
    """
)
"""With "State" behind them; two words are joined by a hyphen."""


def _pairs(table: str) -> list[tuple[str, str]]:
    entries = (entry.strip().partition("=") for line in table.split("\n") for entry in line.split(";"))
    return [(code, name) for code, _, names in entries if code for name in names.split("|")]


COUNTRIES: dict[str, str] = {name.casefold(): code for code, name in _pairs(_COUNTRIES)}
"""Name in lower case -> ISO 3166-1 alpha-2."""
COUNTRY_CODES: frozenset[str] = frozenset(COUNTRIES.values())

REGIONS: dict[str, tuple[str, str]] = {
    name.casefold(): (code, country)
    for country, table in (("AU", _AU_STATES), ("CA", _CA_PROVINCES), ("US", _US_STATES))
    for code, name in _pairs(table)
}
"""Name in lower case -> (code, country). Georgia is read as the state; the country needs its own context."""
REGION_CODES: dict[str, str] = dict(REGIONS.values())
"""State or province code -> country."""
