import { type Flag, matches } from './flag.ts'

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?'
const ENDINGS =
  'com|org|net|co|uk|scot|wales|cymru|london|ie|eu|info|io|biz|app|dev|tv|test|example|online|site|shop|blog|page|link|social|fr|pl|ro|pk|ng|ca|au|edu|gov|ac'
const LOCAL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]*[\\p{L}\\p{N}_+-])?"
/** A dot as people say or hide it. */
const DOT = '(?:\\s*[([{<]\\s*(?:dot|\\.)\\s*[)\\]}>]\\s*|\\s+dot\\s+)'
const PROVIDER =
  'gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|protonmail|talktalk|virginmedia|live|msn|ymail'
const SERVICE =
  'insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|twitter|facebook|fb|whats ?app|telegram|discord|skype|kik|signal|linkedin|bluesky|mastodon|threads|youtube|twitch|x'

const ONLINE = [
  // name@example.org, with blanks before the dots, and on the next line
  `(?:mailto:\\s?)?${LOCAL}(?:\\s@\\s|@\\s?)${LABEL}(?:(?:\\s\\.\\s|\\s?\\.)${LABEL}|\\.\\s(?:com|org|net|co|uk|scot|wales)(?![\\p{L}\\p{N}]))+`,
  // with no ending, and letter by letter
  `${LOCAL}@[\\p{L}\\p{N}-]{4,}`,
  `(?:[\\p{L}\\p{N}._-]\\s){2,}@(?:\\s?[\\p{L}\\p{N}.](?![\\p{L}\\p{N}])){3,}`,
  // name at example dot org, name (at) example (dot) org, dave dot smith at …
  `${LOCAL}(?:(?:${DOT}|\\s+(?:underscore|dash|hyphen)\\s+)${LOCAL})*\\s*(?:\\s(?:at|@)\\s|@|[([{<]\\s*(?:at|@)\\s*[)\\]}>])\\s*${LABEL}(?:${DOT}${LABEL})+`,
  `${LOCAL}\\s*[([{<]\\s*(?:at|@)\\s*[)\\]}>]\\s*${LABEL}(?:\\s?\\.\\s?${LABEL})+`,
  `${LOCAL}(?:\\s+at\\s+|\\s?@\\s?)(?:${PROVIDER})(?![\\p{L}\\p{N}])`,
  // addresses of pages, in full, by their ending, and spelt out
  `(?:h(?:tt|xx)ps?:\\/\\/|www\\s?\\.)\\s?[^\\s"<>]*[\\p{L}\\p{N}/]`,
  `(?:${LABEL}\\.)+(?:${ENDINGS})(?:(?:\\/|\\?|:\\d)[^\\s"<>]*[\\p{L}\\p{N}/])?(?![\\p{L}\\p{N}])`,
  `(?:${LABEL}\\.)+[a-z]{2,}\\/[^\\s"<>]*[\\p{L}\\p{N}/]`,
  `${LABEL}(?:(?:${DOT}|\\s\\.\\s)(?:com|org|net|co|uk|scot|wales|ie|info|io))+(?![\\p{L}\\p{N}])`,
  // the address of a machine
  '(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]*\\d)',
  '(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\\p{L}\\p{N}])',
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}@])(?:${pattern})`, 'dgiu'))

/** @name, name#1234, and what follows the name of a service; a plain word after a service is only talk about it. */
const HANDLES = [
  /(?<![\p{L}\p{N}@.])@\s?[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?/dgu,
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_.]{2,}#\d{4}(?!\d)/dgu,
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${SERVICE}|user ?name|handle|screen ?name|gamer ?tag)(?:\\s+(?:name|handle|username|user|id|account|is|as|at|under|me|my|it's|i'm)){0,3}\\s*[:=]?\\s+(?<it>(?=[\\p{L}_.]*[\\d_.][\\p{L}\\p{N}])(?=[\\d_.]*\\p{L})[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])`,
    'dgiu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${SERVICE}|user ?name|handle|screen ?name|gamer ?tag)(?:\\s+(?:name|handle|username|id|account))?(?:\\s*[:=]\\s*|\\s+is\\s+)(?<it>(?!(?:a|an|the|not|my|so|good|bad|great|how|where|what|full|useful|best|easier|quicker|cheap|free|in|on|for|used|no|very|too|just|always|never|our|their|closed|down|one)\\b)[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_]{2})`,
    'dgiu',
  ),
]

/** E-mail and web addresses, handles, the addresses of machines. */
export const findOnline = (text: string): Flag[] =>
  [...ONLINE, ...HANDLES].flatMap((pattern) => matches(text, pattern, 'contact'))
