// Closed lists of words about how names are written. General vocabulary only: no person, no company.

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** Honorifics before a person's name, folded. */
export const HONORIFICS = set(
  'mr mrs ms miss messrs dr sir dame lord lady prof professor me maitre hon honorable honourable drs mme mlle herr frau dipl-ing dkfm jonkheer jhr señor señora maître ambassador senator atty rev cpc shri smt drs dato datuk',
);

/** Honorifics that are one only with their full stop: "Ing." and "Lic." before a name, where ING is a bank. */
const DOTTED_HONORIFIC = /^(?:Ing|Lic|Eng|Mag|Dott|Avv|Arch|Dipl|Ir)\.$/;

/** Whether a printed word is an honorific before a person's name. */
export function isHonorific(printed: string): boolean {
  return HONORIFICS.has(printed.toLowerCase().replaceAll('.', '')) || DOTTED_HONORIFIC.test(printed);
}

/** Degrees and designations after a person's name, folded without full stops. */
export const SUFFIXES = set(
  'jr sr ii iii iv esq esquire cpa ca cga cma cfa phd md dsc mba msc bsc ba ma llb llm jd dds do od dvm peng pgeo pgeol pgeoph meng beng geo eng ph d frcs frcp facs cga fca aca acis fcis icd icdd qc kc sc obe cbe kbe mbe dba mph rn pmp',
);

/** Particles that stand in lower (or upper) case between given name and surname. */
export const PARTICLES = set(
  "van von der den de del della delle di da das do dos du la le los las ter ten te zu zum zur af av bin ibn binti al el y e i t 't op in d' ben bar und",
);

/** Legal forms that end an organization's name, folded, dots out. */
export const LEGAL_FORMS = set(
  'inc incorporated ltd limited plc corp corporation company co llc lp llp lllp pllc nv bv sa ag se spa srl sarl sas sca ' +
    'gmbh mbh kg kgaa ohg ab publ as asa aps oy oyj kk ae ad dd doo zrt nyrt kft rt sab saa sac scs sicav sàrl bhd berhd berhad pte pty sdn ' +
    'sjsc fsb ltée ltee rt dac cic jsc ojsc pjsc cjsc oao oao ooo zao pao tbk pt ltda eireli saog ulc lc cv gk yk cva sp scrl as sro vof ua gp',
);

/** Parts of the world that, behind a company's name, make the name of a part of it: "Acme Americas", "Acme UK". */
export const REGIONS = set(
  'americas usa us uk europe asia asia-pacific apac emea canada australia brazil brasil china india japan germany deutschland france spain italy ' +
    'ireland netherlands nederland mexico singapore taiwan korea israel poland polska hungary romania turkey russia africa nigeria indonesia malaysia',
);

/** Legal forms that stand before the name: "PT Samudera Tbk", "OJSC Ural". */
export const LEADING_FORMS = set('pt ojsc jsc cjsc pjsc oao zao ooo pao');

/** Nouns that end the name of an organization without a legal form. */
export const ORGANIZATION_NOUNS = set(
  'bank bancorp bancshares pension pensions nominees vintners group university institute partners capital association fund funds trust foundation ministry authority commission exchange ' +
    'holdings holding technologies technology resources energy pharmaceuticals pharma systems communications consulting consultants ' +
    'services industries international securities ventures hospital college council agency committee society federation union ' +
    'laboratories labs mines mining minerals petroleum oil gas airlines airways motors electronics electric networks telecom ' +
    'insurance assurance financial investments management associates enterprises solutions software semiconductor semiconductors ' +
    'enterprises enterprise media entertainment properties realty shipping lines tankers maritime steel metals gold silver foods brands stores hotels ' +
    'biotech biosciences therapeutics medical healthcare health diagnostics chemicals materials power utilities water telecommunications ' +
    'mobile wireless aerospace aviation automotive engineering construction cement paper advisors advisers centre center school academy ' +
    'department bureau office court parliament government senate club league chamber organization organisation board company corporation ' +
    'limited relations consult counsel trustees retail logistics transport railways rail beverages brewery breweries wines tobacco ' +
    'global worldwide interactive digital online games studios pictures records publishing press news broadcasting television radio',
);

/** Words that begin names of banks and groups in other languages: what they begin is no person. */
export const HOUSE_WORDS = set(
  'banca banco banque bank grupo groupe gruppo compagnie companhia compañía société sociedad empresa empresas caja caisse cassa crédit credito ' +
    'fondo fundo corporación inversiones telefónica',
);

/** Words that begin with a capital in filings and are no part of a person's name. */
export const NOT_IN_A_PERSON = set(
  // months, days, currencies
  'january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'société societe sociedad sociedade società compagnie compañía companhia ' +
    'eur usd euro euros dollar dollars cad nis gbp rmb hkd chf yen ' +
    // function words
    'the a an and or of in on at to by for from with as is are was be this that these those our its their his her your we you it they all each no not ' +
    'if when while after before since under over into per via about upon than then there here who which what how also other others same such more most new ' +
    'mr mrs ms dr messrs dear sincerely regards yours respectfully thank thanks welcome please yes none nil signed ' +
    // filings
    'form report exhibit item part section schedule annex appendix table note notes figure index article annual quarterly interim current periodic monthly foreign private issuer registrant ' +
    'securities act rule commission file number address telephone telecopier telecopy phone tel fax facsimile mobile email mail website web internet http www date dated signature signatures name title print type pursuant commission washington ' +
    'press release news announcement statement statements information document circular prospectus notice agenda proxy meeting meetings minutes resolution translation summary overview contents highlights background ' +
    'forward looking safe harbor harbour reform disclaimer cautionary litigation risk risks factors uncertainties non-gaap gaap ifrs ebitda esma sedar edgar cnw prnewswire businesswire marketwire newswire wire source reuters bloomberg ' +
    'nyse nasdaq amex tsx euronext otc otcbb bse tase lse isin cusip sec frankfurt ' +
    // corporate vocabulary
    'company corporation incorporated limited group holdings holding plc inc ltd llc board directors director officer officers chief executive president vice chairman chairwoman chairperson chair secretary treasurer ' +
    'manager management managing general counsel senior deputy assistant associate principal partner head financial finance operating operations operational technology technical investor investors relations media public corporate ' +
    'communications contact contacts inquiries enquiries inquiry enquiry marketing sales legal compliance strategy strategic development business global international national regional worldwide human resources account accounts accounting audit ' +
    'internal control nominating nomination nominations remuneration compensation ethics independent supervisory advisory administrative member members committee commissioner shareholder shareholders stockholder stockholders holder holders trustee trustees founder co-founder attorney-in-fact attorney authorized authorised signatory representative agent ' +
    'acting non-executive executives employee employees staff personnel team customer customers client clients supplier suppliers analyst analysts editor editorial spokesperson spokesman spokeswoman ' +
    'bank banking capital fund funds trust insurance assurance investment investments asset assets equity debt credit loan loans bonds note share shares stock stocks option options warrant warrants ordinary common preferred class series unit units depositary receipts adr ads adss ' +
    'dividend dividends revenue revenues income profit profits loss losses earnings net gross total flow flows balance sheet consolidated unaudited audited results result quarter half year years ended fiscal period months first second third fourth fifth ' +
    'acquisition merger transaction transactions offer offering purchase agreement agreements contract contracts project projects plan program programme policy laws code regulation regulations governance ' +
    'market markets marketing exchange listing product products service services industry industries energy oil gas mining mineral minerals resource mine mines silver copper zinc lead uranium electric water ' +
    'pharmaceuticals pharmaceutical health healthcare medical clinical research science sciences scientific institute university college school hospital centre center foundation association society council ministry department government state republic kingdom federal national ' +
    'committee authority agency office bureau court tower floor suite room street avenue road boulevard drive square plaza place building box block level unit ' +
    'north south east west northern southern eastern western central upper lower great new ' +
    'america american americas europe european asia asian pacific africa african canada canadian china chinese india indian japan japanese israeli france germany british britain united states kingdom netherlands dutch switzerland swiss ' +
    'spain spanish italy italian mexico mexican brazil brazilian australia australian korea korean hong kong taiwan singapore russia russian irish norway norwegian sweden swedish denmark danish finland greece greek luxembourg belgium argentina chile peru ' +
    'york london paris amsterdam toronto vancouver calgary montreal beijing shanghai tokyo geneva zurich hague tel aviv jerusalem angeles san chicago boston houston texas california delaware ontario quebec columbia alberta bermuda cayman islands city province county ' +
    'technologies technologies systems system solutions software network networks wireless mobile digital online data electronic electronics semiconductor telecom television ' +
    'headquarters administration sole district standards person persons among about qualified reporting declaration chairman-elect employer facility facilities land lands during upon between through against although because whether both either neither only well once until unless within without toward towards ' +
    'further additional more key main important general special extraordinary ordinary proposed subject following present former outgoing incoming issued approved effective ' +
    'approximately including excluding based copyright rights reserved trademark trademarks registered incorporation organized existing ' +
    'conference call webcast presentation participants operator question questions answer answers dial toll free replay passcode access code local time est edt gmt cet ' +
    'q1 q2 q3 q4 h1 h2 fy ceo cfo coo cto cio evp svp vp ir pr agm egm usa uk eu us',
);

/** Words that mark a run of capitals as a place, a street or a building rather than a name. */
export const STREET_WORDS = set(
  'street st avenue ave road rd boulevard blvd drive lane square plaza place floor suite room tower building house park box strasse straße rue via calle plein weg gasse allee quai',
);
