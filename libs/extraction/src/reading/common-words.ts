// Everyday English words of corporate writing, made by counting: words that most companies' filings print in small letters.
// Words that are also common given names or surnames ("mark", "young") are left out.

const WORDS = `
  whereof whereas hereby hereunto thereof therefor undersigned presents thereto herein hereto
  ability able about above accept acceptance accepted access accession accompanying accordance according
  accordingly account accounted accounting accounts accrued achieve achieved acquire acquired acquisition
  across acting action actions activities activity acts actual added addition additional address adequate
  adequately adjusted adjustment adjustments administration administrative adopted adoption advance advanced
  advantage adverse adversely advisors affect affected affecting after against agencies agent aggregate agreed
  agreement agreements allocated allocation allow allowing allows almost along already also although amended
  amendment among amortization amount amounted amounts analysis announce announced announcement announces
  annual annually another anticipate anticipated anticipates applicable application applied apply appoint
  appointed appointment approach appropriate approval approvals approve approved approximately area areas
  arising around arrangement arrangements articles assess assessment assessments asset assets assigned assist
  associated assume assumed assumptions assurance attached attributable audit audited authorities authority
  authorized availability available average award awards aware back balance balances bank base based basic
  basis became because become been before began begin beginning behalf being believe believes below benefit
  benefits better between beyond billion board body book both bring broad brought budget business businesses
  calculated calculation call cannot capabilities capacity capital carried carry cases cash cast categories
  cause caused cautioned central certain certified chairman challenging change changed changes changing charge
  charged charges charter chartered check chief circumstances claim claims class classified clients closed
  closing combination combined coming commence commenced commencement commencing commercial commercially
  commission commitment commitments committed committee common communications companies company comparable
  comparative compared comparison comparisons compensation competition competitive complete completed
  completion complex compliance comply components comprehensive comprised comprises concerning conclude
  concluded concludes condition conditions conduct conducted conference confidence confident confirmed
  conflicting conform conjunction connection consent consider consideration considered considering consist
  consistent consisting consists consolidated consolidation constitute construction consumer contact contain
  contained containing contains content contents contingent continue continued continues continuing contract
  contracts contractual contributed contribution contributions control controlled controls conversion
  converted convertible copy core corporate corporation corresponding cost costs could countries country
  course court cover create credit criteria currency current currently customer customers daily damage data
  date dated days debt decided decision decisions declared decline declined decrease decreased dedicated
  deemed deferred deficit defined definition definitive delays deliver delivered delivery demand demonstrated
  demonstrates depending deposit deposits depth derivative described description design designated designed
  detail detailed details determination determine determined develop developed developing development
  developments differ different difficult diluted direct directly director directors disclosed disclosure
  discontinued discuss discussed discussion disposal distributed distribution dividend dividends dividing
  document documents does dollar dollars down driven duchy duly during each earlier early earnings economic
  economy effect effective effectively effects efforts either election elsewhere emerging employee employees
  enable end ended ending engaged engineer enhance ensure entered entities entitled entity environment
  environmental equal equipment equity equivalent equivalents especially established estimate estimated
  estimates evaluate evaluated evaluating even event events ever every evidence exceed exceeds excellent
  except excess exchange exclude excluded excludes excluding execute executed execution executive exemption
  exercisable exercise exercised existence existing expand expanded expansion expect expectations expected
  expects expenditure expenditures expense expenses experience experienced expertise exposure expressed
  expressions extend extended extension extensive extent external face facilities facility fact factors facts
  failure fair federal fees figures file filed files filing filings final finance financial financing firm
  first fiscal five fixed flow flows fluctuations focus focused follow followed following follows force
  forecast foregoing foreign form formal formed former formerly forth forward found four fourth free from full
  fully fund funded funding funds furnishing further future gain gains general generally generate generated
  generating generation give given global good goodwill governed government governments grand granted great
  greater gross group grow growing growth guarantee guarantees guidance guidelines half have having health
  hedging held help herein higher highest highlights highly historical history hold holder holders holding
  holdings holds home hours however http identified identify immediate immediately impact impacted impairment
  implement implementation implied important improve improved improvement improving incentive include included
  includes including income incorporated increase increased increases increasing incurred independent indicate
  indicated indication indicative indirectly individual industry information infrastructure inherent initial
  initially initiated initiatives instruments insurance intangible integrated integration intend intended
  intends intention interest interests interim internal international into invest investing investment
  investments investor investors involve involves issuance issue issued issues items joint jointly
  jurisdiction knowledge known large largely largest last later laws lead leader leading lease least legal
  legally legislation length less letter level levels leverage liabilities liability life light like likely
  limitations limited line lines liquidity list listed listing litigation live loan loans local located
  locations longer look looking loss losses lower made main mainly maintain maintenance majority make makes
  making manage managed management managing manner many margin margins marked market marketing marketplace
  markets material materially materials matters mature maximum mean meaning meaningful measure measured
  measures media meet meeting member members memorandum merger method methods might million millions minimum
  minority minutes model month monthly months more most must name named natural nature near necessarily
  necessary need needs negative negatively network newly news next nine normal note noted notes notice number
  numbers numerous obligation obligations obtain obtained obtaining occur occurred occurrence offer offered
  offering office officer officers offices offset once ongoing only open operate operated operates operating
  operation operational operations opportunities opportunity option options order ordinary organic original
  other others otherwise outlook outside outstanding over overall owned owner owners ownership page paid paper
  parent part partially participants participate participation particular particularly parties partly partner
  partnership party past payable payment payments pending people percent percentage performance performed
  period periods permit permitted person personal personnel persons phase place placed placement plan planned
  plans plant platform please pleased plus point points policies policy political portfolio portion position
  positioned positions positive possibility possible posted potential predict preliminary premium preparation
  prepared presence present presentation presented press pressures prevent previous previously prices pricing
  primarily primary principal principles prior private procedures proceed proceedings proceeds process
  processes processing produce produced product production products professional profit profitability profits
  program programs progress project projects properties property proposal proposed prospects prospectus
  protection prove proven provide provided provider provides providing provision provisions proxy public
  publicly published purchase purchased purpose purposes pursuant qualified quality quarter quarterly quarters
  raise raised range rapidly rate rates ratio reach reached realized reason reasonable reasonably receipt
  receivable receivables receive received receiving recent recently recognition recognized reconciliation
  record recorded recovery reduce reduced reducing reduction refer reference referred refers reflect
  reflecting reflects regarding regional regions registered registrant registration regulation regulations
  regulatory relate related relating relation relations relationship relative relatively release released
  releases relevant reliable reliance remain remained remaining remains remuneration repay repayment replaced
  replacement replay report reported reporting reports represent represented representing represents request
  require required requirement requirements requires reserve reserves resolution resolved resources respect
  respective respectively response responsibility responsible restated restricted restructuring result
  resulted resulting results retail retain retained retention retirement return returned returns revenue
  revenues review reviewed revise revised right rights risk risks rules said sale sales same satisfaction
  satisfied satisfy scheduled scope second section sector secure secured securities security segment segments
  selected sell selling senior separate serve served service services settlement seven several shall share
  shareholder shareholders shares sheet should show shown signature signed significant significantly similar
  since single slightly social software sold sole solely solid solutions some soon sources special specific
  specifically specified spending stable staff stage standard standards start state stated statement
  statements statutory step steps still stock strategic strategies strategy strength strengthen structure
  subject submission submit submitted submitting subsequent subsequently subsidiaries subsidiary substantial
  substantially success successful successfully such sufficient summary supervision supplies support surplus
  synergies system systems table tables take taken taking target targeted targets taxes team technical
  technologies technology telephone term terminated termination terms test testing text than that their them
  then there thereafter thereby therefore thereof thereto thereunto these they things third this those three
  through throughout thus time timely times timing title today together total totaled totaling towards trade
  traded trading traditional transaction transactions transfer transferred transfers transition transmission
  treasury treatment trends true ultimately unable unaudited uncertainties unchanged under underlying
  undersigned understanding undertake undertaken underway undue unit units unless unlimited until upcoming
  update updates upon used useful uses using valuation value valued values variety various venture very viable
  view views visit volatility volume volumes vote voting warrants webcast website week weighted well were what
  when where whether which while whole whose wish with within without words work working world worldwide would
  writing written year years your
`;

/** Words that, capitalized in a heading, are still no part of a person's name. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
