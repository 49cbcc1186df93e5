// Names of parts of the world: they say where something is, and are no companies.

/** The states and the provinces in which companies are formed. */
const STATES =
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|' +
  'maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|' +
  'ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|' +
  'ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick';

const PLACES = new Set(
  (
    STATES +
    '|' +
    'puerto rico|england|england and wales|wales|scotland|ireland|great britain|united kingdom|' +
    'united states|america|canada|mexico|brazil|argentina|chile|peru|colombia|venezuela|panama|bermuda|cayman islands|british virgin islands|virgin islands|bahamas|barbados|jersey|guernsey|' +
    'isle of man|france|germany|italy|spain|portugal|netherlands|belgium|luxembourg|switzerland|austria|sweden|norway|denmark|finland|iceland|poland|hungary|romania|bulgaria|greece|' +
    'turkey|cyprus|malta|israel|egypt|saudi arabia|united arab emirates|qatar|kuwait|india|china|hong kong|macau|taiwan|japan|korea|south korea|singapore|malaysia|indonesia|thailand|' +
    'vietnam|philippines|australia|new zealand|south africa|nigeria|kenya|ghana|russia|ukraine|kazakhstan|marshall islands|liberia|mauritius|europe|asia|africa|north america|south america|' +
    'latin america|central america|middle east|london|paris|berlin|munich|frankfurt|amsterdam|zurich|geneva|brussels|madrid|milan|rome|vienna|stockholm|oslo|copenhagen|helsinki|dublin|' +
    'moscow|tokyo|beijing|shanghai|shenzhen|mumbai|sydney|melbourne|toronto|vancouver|calgary|montreal|chicago|boston|houston|dallas|atlanta|seattle|los angeles|san francisco|san diego|philadelphia|' +
    'denver|minneapolis|detroit|cleveland|pittsburgh|st. louis|miami|tel aviv|lisbon|athens|istanbul|dubai|seoul|taipei|prc|the netherlands|uae|u.s|u.s.|u.k|u.k.|usa|uk|us|eu'
  ).split('|'),
);

const STATE_NAMES = new Set(STATES.split('|'));
const STATE_OF = /^(?:the )?(?:state|commonwealth|province) of (?=\p{L})/iu;

/** Whether the words are "the State of Delaware" or the like; "the State of the Netherlands" is a country, which holds shares. */
export function isStateOf(words: string): boolean {
  return STATE_OF.test(words) && STATE_NAMES.has(words.replace(STATE_OF, '').toLowerCase());
}

/** Whether the words name a part of the world and nothing else. */
export function isPlaceName(words: string): boolean {
  return PLACES.has(words.toLowerCase());
}
