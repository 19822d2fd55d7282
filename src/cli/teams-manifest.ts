import { type Config, ConfigError } from '#core/config.ts'

/** The longest name of a developer that Teams takes. */
const NAME = 32

/**
 * What Teams has to know of the app: who it belongs to, its bot, and its pages. Schema 1.19, of
 * https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema. Fails with words where a setting
 * that Teams demands is missing.
 */
export function teamsManifest({ teams, url, operator }: Config, version: string) {
  if (!teams || teams.playground)
    throw new ConfigError(
      'Set STANDPOINT_TEAMS_APP_ID and STANDPOINT_TEAMS_TENANT_ID: the package carries the app’s id.',
    )
  if (!url?.startsWith('https:'))
    throw new ConfigError('Set STANDPOINT_URL to the public address, with https://: Teams takes no other.')
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
    manifestVersion: '1.19',
    version,
    id: teams.appId,
    developer: {
      name: (operator?.name ?? 'Standpoint').slice(0, NAME),
      websiteUrl: url,
      privacyUrl: `${url}/privacy`,
      termsOfUseUrl: `${url}/about`,
    },
    name: { short: 'Standpoint', full: 'Standpoint, the companion' },
    description: {
      short: 'Ask about standards for community work, and think with short questions.',
      full: 'Ask about three National Occupational Standards and read their own words, or hear that they don’t say it. Get the next question of the chapters and answer it right here, for yourself alone. A program, not a person; nobody is reading along.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#F6F2E8',
    bots: [
      {
        botId: teams.appId,
        scopes: ['personal', 'groupChat', 'team'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ['personal'],
            commands: [
              { title: 'next question', description: 'A question of the chapters, to answer here' },
              { title: 'what is waiting?', description: 'What you have begun and not finished' },
              { title: 'who can see this?', description: 'Who sees what you write' },
              { title: 'help', description: 'What I can do' },
              { title: 'stop', description: 'Stops whatever is going on' },
            ],
          },
        ],
      },
    ],
    validDomains: [new URL(url).host],
  }
}
