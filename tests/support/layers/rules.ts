import type { Facts, Import } from './read-file.ts'

/** What the rules know about the whole repository. */
export interface Repository {
  /** The noun that each table belongs to. */
  tables: Record<string, string>
  /** The file of each verb that an edge may call as `core.verb`. */
  verbs: ReadonlyMap<string, string>
}

export interface Rule {
  name: string
  covers(path: string): boolean
  /** What is wrong with a file, in words; nothing when all is well. */
  finds(file: Facts, repository: Repository): string[]
}

/** The outside libraries that a noun of the core may use for its job, besides zod, kysely and Node. */
const OUTSIDE: Record<string, string[]> = {
  content: ['yaml'],
  db: ['pg', 'node:sqlite'],
  exports: ['docx'],
  // Documents as they are downloaded: PDF, Word with its lists' numbers, spelling, and the YAML that is written.
  imports: ['unpdf', 'unpdf/pdfjs', 'mammoth', 'jszip', 'nspell', 'dictionary-en-gb', 'diff', 'yaml'],
  learners: ['better-auth', 'nodemailer', '@simplewebauthn/server', 'openid-client'],
  // Word by word, what changed between two versions of an answer.
  notebook: ['diff'],
  privacy: ['libphonenumber-js'],
  prompts: ['croner'],
  // Only where an endpoint is set: its protocol, streams and errors.
  standards: ['openai'],
}
/** What other nouns may use of the release module: bands, what was shown, and a learner's own part in it. */
const RELEASED: Record<string, string[]> = {
  insights: ['src/core/release/bands.ts', 'src/core/release/picture.ts', 'src/core/release/shown-gap.ts'],
  cohorts: ['src/core/release/bands.ts', 'src/core/release/my-part.ts', 'src/core/release/gap-receipts.ts'],
  texts: ['src/core/release/where-mine-counts.ts'],
  research: ['src/core/release/picture.ts'],
  exports: ['src/core/release/my-receipts.ts', 'src/core/release/gap-receipts.ts'],
}
/** What a noun may read although it is another's: whose row it is, and the views of what was released. */
const READABLE: Record<string, string[]> = {
  learner: ['*'],
  released_batch: ['insights'],
  released_card: ['insights'],
  released_gap: ['insights'],
}
/** The only way from answers to the release module. */
const DOORS = ['src/core/answers/countable-answers.ts']
/** What research may use of courses: which questions may be counted at all, and the UK's calendar. */
const NOT_OF_A_COURSE = ['src/core/cohorts/countable.ts', 'src/core/cohorts/uk-time.ts']
/** Who may tell the release module to close batches. */
const TICK = ['src/cli/tick.ts', 'src/web/ticking.ts']

const SQL = ['kysely', 'pg', 'node:sqlite']
const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((f) => (f.endsWith('/') ? path.startsWith(f) : path === f))
const isInside = (target: string) => within('src/', 'bot/', 'tests/', 'content/', 'public/')(target)
const nounOf = (path: string): string | undefined => /^src\/core\/([^/]+)\//.exec(path)?.[1]
const touchesData = ({ target }: Import) =>
  SQL.includes(target) || within('src/core/db/')(target) || /\/table\.ts$/.test(target)
const edge = within('src/web/', 'src/pages/', 'src/components/', 'src/client/', 'src/cli/', 'bot/')

/** A rule about imports: `may not` says which of them are wrong. */
const imports = (name: string, covers: Rule['covers'], mayNot: (found: Import, path: string) => boolean): Rule => ({
  name,
  covers,
  finds: ({ imports, path }) =>
    imports
      .filter((found) => mayNot(found, path))
      .map(({ target, types }) => `imports ${target}${types ? ' (types)' : ''}`),
})

export const RULES: Rule[] = [
  {
    name: 'content holds words: no logic, no program',
    covers: within('content/'),
    finds: ({ path, logic }) => [
      ...logic.map((code) => `has logic: ${code}`),
      // What the words beside it mean, in numbers: `npm run vectors` makes it.
      ...(/\.(mdx|yaml)$|^content\/standards\/vectors\.bin$/.test(path) ? [] : ['is neither .mdx nor .yaml']),
    ],
  },
  imports(
    'the core imports zod, kysely, Node, itself, and one listed library for a noun',
    within('src/core/'),
    ({ target }, path) => {
      if (isInside(target)) return !target.startsWith('src/core/')
      const own = OUTSIDE[nounOf(path) ?? ''] ?? []
      if (own.includes(target)) return false
      return target === 'node:sqlite' || !(target === 'zod' || target === 'kysely' || target.startsWith('node:'))
    },
  ),
  imports(
    'the settings stand on zod and Node alone',
    within('src/core/config.ts', 'src/core/slack-settings.ts'),
    ({ target }) => target !== 'zod' && target !== 'src/core/slack-settings.ts' && !target.startsWith('node:'),
  ),
  {
    name: 'only src/core/config.ts reads the environment',
    covers: (path) =>
      within('src/', 'bot/')(path) && path !== 'src/core/config.ts' && !/^src\/cli\/[^/]+\.mjs$/.test(path),
    finds: ({ readsEnvironment }) => (readsEnvironment ? ['reads the environment'] : []),
  },
  {
    name: 'a noun leaves other nouns’ tables to their verbs',
    covers: (path) => nounOf(path) !== undefined && nounOf(path) !== 'db',
    finds: ({ path, imports, tables }, repository) => {
      const others = imports.filter(({ target }) => /\/table\.ts$/.test(target) && nounOf(target) !== nounOf(path))
      const foreign = tables.filter(({ name, reads }) => {
        const owner = repository.tables[name]
        const readers = reads ? READABLE[name] : undefined
        return owner && owner !== nounOf(path) && !readers?.some((noun) => noun === '*' || noun === nounOf(path))
      })
      return [
        ...others.map(({ target }) => `imports ${target}`),
        ...foreign.map(({ name, reads }) => `${reads ? 'reads' : 'writes'} the table ${name}`),
      ]
    },
  },
  {
    name: 'only the tick reaches the release of batches',
    covers: (path) =>
      within('src/', 'bot/')(path) &&
      !within('src/core/release/', 'src/core/verbs.ts', 'src/core/app.ts', 'src/core/db/', ...TICK)(path),
    finds: ({ path, imports, calls }, { verbs }) => [
      ...imports
        .filter(
          ({ target }) => target.startsWith('src/core/release/') && !RELEASED[nounOf(path) ?? '']?.includes(target),
        )
        .filter(({ types, target }) => !(types && edge(path) && !/\/(close-|table)/.test(target)))
        .map(({ target }) => `imports ${target}`),
      ...(edge(path) ? calls.filter(({ name }) => verbs.get(name)?.startsWith('src/core/release/')) : []).map(
        ({ name }) => `calls ${name}`,
      ),
    ],
  },
  {
    name: 'what trainers read comes through the handle for released views',
    covers: within('src/core/insights/'),
    finds: ({ path, imports, reaches }) => {
      const declares = path === 'src/core/insights/insight.ts'
      const whole = ['src/core/world.ts', 'src/core/define.ts']
      const beyond = ({ target }: Import) =>
        SQL.includes(target) ||
        (within('src/core/db/')(target) && target !== 'src/core/db/released.ts') ||
        (!declares && whole.includes(target))
      return [
        ...imports.filter(beyond).map(({ target }) => `imports ${target}`),
        ...reaches.filter((name) => ['db', 'keys'].includes(name)).map((name) => `reaches for .${name}`),
      ]
    },
  },
  imports(
    'the release module reads answers through one door, and has no SQL of its own',
    within('src/core/release/'),
    ({ target }) => SQL.includes(target) || (within('src/core/answers/')(target) && !DOORS.includes(target)),
  ),
  imports(
    'what trainers read never comes from answers, questions to the companion or learners',
    within('src/core/insights/'),
    ({ target }) => within('src/core/answers/', 'src/core/gaps/', 'src/core/learners/')(target),
  ),
  imports(
    'a study knows no course, so that a course can’t become a column',
    within('src/core/research/'),
    ({ target }) => within('src/core/cohorts/', 'src/core/insights/')(target) && !NOT_OF_A_COURSE.includes(target),
  ),
  imports('only the core knows the database; edges ask the core', edge, touchesData),
  imports('pages stand on the core, the web and components', within('src/pages/'), ({ target }) =>
    within('bot/', 'src/cli/', 'tests/')(target),
  ),
  {
    name: 'components show what they are given: core types and question rules, no fetch, no session',
    covers: within('src/components/'),
    finds: ({ imports, calls, members }) => [
      ...imports
        .filter(({ target }) => within('src/web/', 'src/cli/', 'src/pages/', 'bot/', 'tests/')(target))
        .map(({ target }) => `imports ${target}`),
      ...imports
        .filter(
          ({ target, types }) =>
            !types && target.startsWith('src/core/') && !within('src/core/questions/', 'src/core/db/')(target),
        )
        .map(({ target }) => `runs ${target}`),
      ...calls
        .filter(({ name, on }) => name === 'fetch' && /^(globalThis|window|self)?$/.test(on))
        .map(() => 'fetches'),
      ...members
        .filter((member) => /^Astro\.(locals(\.(core|actor))?|cookies|session|request)$/.test(member))
        .map((member) => `uses ${member}`),
    ],
  },
  imports(
    'the browser’s script imports itself and components’ pure code',
    within('src/client/'),
    ({ target, types }) =>
      isInside(target)
        ? !within('src/client/', 'src/components/', 'src/styles/')(target) && !(types && target.startsWith('src/core/'))
        : true,
  ),
  imports(
    'the bot’s kernel has no wording',
    within('bot/kernel/'),
    ({ target, types }) => !types && within('bot/replies/', 'bot/features/', 'bot/channels/', 'content/')(target),
  ),
  imports(
    'channels have no wording',
    within('bot/channels/'),
    // The shape of a card is not wording: channels render it.
    ({ target, types }) =>
      !types && target !== 'bot/replies/card.ts' && within('bot/replies/', 'bot/features/', 'content/')(target),
  ),
  imports('replies know core types and content, and no channel', within('bot/replies/'), ({ target, types }) => {
    if (!isInside(target)) return !target.startsWith('node:') && !SQL.includes(target)
    if (types) return !within('src/core/', 'bot/replies/', 'bot/features/')(target)
    return !within(
      'bot/replies/',
      'src/core/content/',
      'src/core/questions/',
      'src/core/db/',
      'src/core/errors.ts',
    )(target)
  }),
  {
    name: 'what a person says is one file: the core and replies, no adapter, no `if slack`',
    covers: within('bot/features/'),
    finds: ({ imports, strings }, { verbs }) => [
      ...imports
        .filter(({ target, types }) => {
          if (!isInside(target)) return !target.startsWith('node:') && !SQL.includes(target)
          if (types) return !within('src/core/', 'bot/replies/', 'bot/features/', 'bot/kernel/')(target)
          // A verb is called as `core.verb`; what the core's pure rules say may be asked at once.
          const opens =
            within('src/core/app.ts', 'src/core/config.ts', 'src/core/verbs.ts')(target) ||
            [...verbs.values()].includes(target)
          return opens || !within('src/core/', 'bot/replies/', 'bot/features/')(target)
        })
        .map(({ target, types }) => `imports ${target}${types ? ' (types)' : ''}`),
      ...strings.filter((string) => /^(slack|teams)$/i.test(string)).map((string) => `asks about ${string}`),
    ],
  },
  {
    name: 'pages obey the content security policy: no inline script, handler or style',
    covers: (path) => path.endsWith('.astro'),
    finds: ({ unsafe }) => unsafe.map((what) => `has ${what}`),
  },
  {
    name: 'no file is longer than 250 lines, no test than 300',
    covers: (path) => within('src/', 'bot/', 'tests/')(path) && !/\.jsonl?$/.test(path),
    finds: ({ path, lines }) => (lines > (path.startsWith('tests/') ? 300 : 250) ? [`has ${lines} lines`] : []),
  },
]

/** Everything that is wrong with a file: the rule, the file, and what was found. */
export const wrongWith = (file: Facts, repository: Repository): { rule: string; found: string }[] =>
  RULES.filter((rule) => rule.covers(file.path)).flatMap(({ name, finds }) =>
    finds(file, repository).map((found) => ({ rule: name, found: `${file.path} ${found}` })),
  )
