import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { SLACK_ENVIRONMENT, SLACK_INCOMPLETE, type SlackSettings, slackOf } from './slack-settings.ts'

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((s) => /^\d+$/.test(s) && Number(s) >= min && Number(s) <= max, `a whole number from ${min} to ${max}`)
    .transform(Number)
const address = (protocols: string[]) =>
  z
    .string()
    .refine(
      (s) => URL.canParse(s) && protocols.includes(new URL(s).protocol),
      `an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    )

/** Every setting that the program reads from its environment. `docs/guides/operators.md` explains them. */
const environment = z.strictObject({
  PORT: wholeNumber(0, 65_535).default(4321),
  NODE_ENV: z.string().optional(),
  STANDPOINT_URL: address(['http:', 'https:']).optional(),
  STANDPOINT_DATA_DIR: z.string().min(1).default('data'),
  STANDPOINT_SECRET_FILE: z.string().min(1).optional(),
  STANDPOINT_DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  STANDPOINT_INSIGHTS_URL: address(['postgres:', 'postgresql:']).optional(),
  STANDPOINT_KEYS_URL: address(['postgres:', 'postgresql:']).optional(),
  STANDPOINT_TRUST_PROXY: wholeNumber(0, 9).default(0),
  STANDPOINT_TICK_HOUR: wholeNumber(0, 23).default(3),
  STANDPOINT_SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  STANDPOINT_MAIL_FROM: z.email('an e-mail address').default('standpoint@localhost.localdomain'),
  STANDPOINT_OPERATOR_NAME: z.string().trim().min(1).max(200).optional(),
  STANDPOINT_OPERATOR_CONTACT: z
    .union([z.email(), address(['https:', 'http:'])], 'an e-mail address, or a web address that begins with https://')
    .optional(),
  ...SLACK_ENVIRONMENT,
  STANDPOINT_SLACK_API_URL: address(['http:', 'https:']).optional(),
  STANDPOINT_TEAMS_APP_ID: z.guid('an id of the form 00000000-0000-0000-0000-000000000000').optional(),
  STANDPOINT_TEAMS_TENANT_ID: z.guid('an id of the form 00000000-0000-0000-0000-000000000000').optional(),
  STANDPOINT_TEAMS_APP_SECRET: z.string().min(1).optional(),
  STANDPOINT_TEAMS_AUTHORITY: address(['http:', 'https:']).optional(),
  STANDPOINT_TEAMS_PLAYGROUND: z.literal('yes', '“yes”, or not set').optional(),
  STANDPOINT_OIDC_ISSUER: address(['https:', 'http:']).optional(),
  STANDPOINT_OIDC_CLIENT_ID: z.string().min(1).optional(),
  STANDPOINT_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  STANDPOINT_OIDC_NAME: z.string().min(1).max(60).default('your organisation'),
  STANDPOINT_MODEL_SECONDS: wholeNumber(1, 120).default(20),
  STANDPOINT_EMBEDDINGS_SECONDS: wholeNumber(1, 20).default(2),
  STANDPOINT_MODEL_REPLY_TOKENS: wholeNumber(100, 16_000).default(1500),
  STANDPOINT_MODEL_CALLS_A_DAY: wholeNumber(1, 1_000_000).default(500),
  STANDPOINT_MODEL_TOKENS_A_DAY: wholeNumber(1, 1_000_000_000).default(5_000_000),
  STANDPOINT_TEST_CLOCK: z.string().min(1).optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: address(['http:', 'https:']).optional(),
  OPENAI_MODEL: z.string().min(1).optional(),
  OPENAI_EMBEDDINGS_MODEL: z.string().min(1).optional(),
})

export interface Config {
  port: number
  /** The public address, without a slash at the end; null until the server knows its port. */
  url: string | null
  production: boolean
  dataDir: string
  secretFile: string
  /** PostgreSQL, or null for the embedded SQLite in the data folder. */
  databaseUrl: string | null
  /** A PostgreSQL login that can read released views and nothing else; null where the program makes one. */
  insightsUrl: string | null
  keysUrl: string | null
  /** How many proxies in front of the server write X-Forwarded-For; 0 trusts none. */
  trustProxy: number
  /** The hour, Europe/London, at which open-ended cohorts' batches close. */
  tickHour: number
  smtpUrl: string | null
  mailFrom: string
  /** Who runs this copy, as its pages say: a name, and an e-mail or web address. Null where nobody has said. */
  operator: Operator | null
  slack: SlackSettings | null
  teams: TeamsSettings | null
  /** An organisation's own sign-in, OpenID Connect. `name` is what people call the organisation. */
  organisation: { issuer: string; clientId: string; clientSecret: string; name: string } | null
  /** An OpenAI-compatible endpoint; null unless both a key and a model are named. `patience` is in milliseconds. */
  model: {
    apiKey: string
    baseUrl: string
    name: string
    patience: number
    longestReply: number
    callsADay: number
    tokensADay: number
  } | null
  /** An endpoint that turns texts into vectors; null unless both a key and a model are named. `file` keeps the clauses'. */
  embeddings: {
    apiKey: string
    baseUrl: string
    name: string
    patience: number
    callsADay: number
    file: string
  } | null
  testClock: string | null
}

/** The Teams app of one tenant, or the Agents Playground on this machine, which signs nothing. */
export type TeamsSettings =
  | {
      playground: false
      appId: string
      tenantId: string
      /** Null where the server has a managed identity. */
      secret: string | null
      /** Another address that tokens come from, for tests; null is Microsoft's own. */
      authority: string | null
    }
  | { playground: true }

export interface Operator {
  name: string
  contact: string
}

const OPENAI = 'https://api.openai.com/v1'

export class ConfigError extends Error {}

/** Reads the environment once. A bad value stops the start with a message that names the variable. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const known = environment.shape
  const mine = Object.entries(env).filter(
    ([name, value]) => value !== '' && (name in known || name.startsWith('STANDPOINT_')),
  )
  const result = environment.safeParse(Object.fromEntries(mine))
  if (!result.success) throw new ConfigError(result.error.issues.map(explain).join('\n'))
  const e = result.data
  for (const names of TOGETHER) mustBeTogether(e, names)
  const production = e.NODE_ENV === 'production' || (e.STANDPOINT_URL?.startsWith('https:') ?? false)
  if (production && e.STANDPOINT_TEST_CLOCK)
    throw new ConfigError('STANDPOINT_TEST_CLOCK is for tests only. Unset it to start in production.')
  if (e.STANDPOINT_TEAMS_APP_SECRET && !e.STANDPOINT_TEAMS_APP_ID)
    throw new ConfigError('STANDPOINT_TEAMS_APP_SECRET needs STANDPOINT_TEAMS_APP_ID and STANDPOINT_TEAMS_TENANT_ID.')
  if (production && (e.STANDPOINT_TEAMS_PLAYGROUND || e.STANDPOINT_TEAMS_AUTHORITY?.startsWith('http:')))
    throw new ConfigError(
      'STANDPOINT_TEAMS_PLAYGROUND, and a STANDPOINT_TEAMS_AUTHORITY without https, are for tests only: anybody could speak as anybody. Unset them to start in production.',
    )
  if (production && e.STANDPOINT_OIDC_ISSUER?.startsWith('http:'))
    throw new ConfigError(
      'STANDPOINT_OIDC_ISSUER should begin with https:// in production: sign-ins could be read on the way.',
    )
  if (e.STANDPOINT_INSIGHTS_URL && !e.STANDPOINT_DATABASE_URL)
    throw new ConfigError(
      'STANDPOINT_INSIGHTS_URL is a second login to PostgreSQL. Set STANDPOINT_DATABASE_URL too, or unset it.',
    )
  const slack = slackOf(e)
  if (slack === 'incomplete') throw new ConfigError(SLACK_INCOMPLETE)
  const dataDir = resolve(e.STANDPOINT_DATA_DIR.replace(/^~(?=\/|$)/, homedir()))
  return {
    port: e.PORT,
    url: e.STANDPOINT_URL?.replace(/\/+$/, '') ?? null,
    production,
    dataDir,
    // Beside the data folder, not in it: a copy of the data alone must not be readable.
    secretFile: resolve(e.STANDPOINT_SECRET_FILE ?? `${dataDir}.key`),
    databaseUrl: e.STANDPOINT_DATABASE_URL ?? null,
    insightsUrl: e.STANDPOINT_INSIGHTS_URL ?? null,
    keysUrl: e.STANDPOINT_KEYS_URL ?? null,
    trustProxy: e.STANDPOINT_TRUST_PROXY,
    tickHour: e.STANDPOINT_TICK_HOUR,
    smtpUrl: e.STANDPOINT_SMTP_URL ?? null,
    mailFrom: e.STANDPOINT_MAIL_FROM,
    operator:
      e.STANDPOINT_OPERATOR_NAME && e.STANDPOINT_OPERATOR_CONTACT
        ? { name: e.STANDPOINT_OPERATOR_NAME, contact: e.STANDPOINT_OPERATOR_CONTACT }
        : null,
    slack,
    teams: e.STANDPOINT_TEAMS_PLAYGROUND
      ? { playground: true }
      : e.STANDPOINT_TEAMS_APP_ID && e.STANDPOINT_TEAMS_TENANT_ID
        ? {
            playground: false,
            appId: e.STANDPOINT_TEAMS_APP_ID,
            tenantId: e.STANDPOINT_TEAMS_TENANT_ID,
            secret: e.STANDPOINT_TEAMS_APP_SECRET ?? null,
            authority: e.STANDPOINT_TEAMS_AUTHORITY ?? null,
          }
        : null,
    organisation:
      e.STANDPOINT_OIDC_ISSUER && e.STANDPOINT_OIDC_CLIENT_ID && e.STANDPOINT_OIDC_CLIENT_SECRET
        ? {
            issuer: e.STANDPOINT_OIDC_ISSUER,
            clientId: e.STANDPOINT_OIDC_CLIENT_ID,
            clientSecret: e.STANDPOINT_OIDC_CLIENT_SECRET,
            name: e.STANDPOINT_OIDC_NAME,
          }
        : null,
    // A key alone may be there for another program: it takes a model's name to send anything anywhere.
    model:
      e.OPENAI_API_KEY && e.OPENAI_MODEL
        ? {
            apiKey: e.OPENAI_API_KEY,
            baseUrl: e.OPENAI_BASE_URL ?? OPENAI,
            name: e.OPENAI_MODEL,
            patience: e.STANDPOINT_MODEL_SECONDS * 1000,
            longestReply: e.STANDPOINT_MODEL_REPLY_TOKENS,
            callsADay: e.STANDPOINT_MODEL_CALLS_A_DAY,
            tokensADay: e.STANDPOINT_MODEL_TOKENS_A_DAY,
          }
        : null,
    embeddings:
      e.OPENAI_API_KEY && e.OPENAI_EMBEDDINGS_MODEL
        ? {
            apiKey: e.OPENAI_API_KEY,
            baseUrl: e.OPENAI_BASE_URL ?? OPENAI,
            name: e.OPENAI_EMBEDDINGS_MODEL,
            patience: e.STANDPOINT_EMBEDDINGS_SECONDS * 1000,
            callsADay: e.STANDPOINT_MODEL_CALLS_A_DAY,
            file: resolve(dataDir, 'embeddings.bin'),
          }
        : null,
    testClock: e.STANDPOINT_TEST_CLOCK ?? null,
  }
}

type Environment = z.infer<typeof environment>

/** Of each group all are set, or none. Without its tenant, anybody's could write to the companion in Teams. */
const TOGETHER: (keyof Environment)[][] = [
  ['STANDPOINT_SLACK_CLIENT_ID', 'STANDPOINT_SLACK_CLIENT_SECRET'],
  ['STANDPOINT_TEAMS_APP_ID', 'STANDPOINT_TEAMS_TENANT_ID'],
  ['STANDPOINT_OIDC_ISSUER', 'STANDPOINT_OIDC_CLIENT_ID', 'STANDPOINT_OIDC_CLIENT_SECRET'],
  ['STANDPOINT_OPERATOR_NAME', 'STANDPOINT_OPERATOR_CONTACT'],
]

function mustBeTogether(e: Environment, names: (typeof TOGETHER)[number]): void {
  if (names.every((name) => e[name]) || !names.some((name) => e[name])) return
  const listed = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  throw new ConfigError(
    `${listed} belong together: set ${names.length === 2 ? 'both, or neither' : 'all three, or none'}.`,
  )
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${key} is not a setting of Standpoint. Is it spelt right?`).join('\n')
  return `${issue.path.join('.')} should be ${issue.message}. Change it or unset it, then start again.`
}
