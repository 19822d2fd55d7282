import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import type { TestServer } from '#tests/support/server.ts'
import { linkChats } from './chat-account.ts'
import { expectOk, newClient, runTool, signIn } from './people.ts'

export interface Place {
  path: string
  /** The pattern in `src/pages` that it stands for. */
  pattern: string
  /** Who looks: a visitor's page and a learner's with answers are two states of one page. */
  as: 'visitor' | 'learner' | 'trainer'
}

/** Every pattern under `src/pages`, as the build found them. */
export const patterns = (): string[] =>
  (JSON.parse(readFileSync('dist/routes.json', 'utf8')) as { pattern: string }[]).map((route) => route.pattern)

/** The pattern that a path is of; the one with the fewest places wins, as in Astro. */
export function patternOf(path: string, all: string[]): string | undefined {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.]/g, '\\$&').replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path)
  return all.filter(matches).sort((a, b) => a.split('[').length - b.split('[').length)[0]
}

export interface World {
  learner: BrowserClient
  trainer: BrowserClient
  /** Paths with ids in them that exist, by pattern. */
  samples: Record<string, string>
}

/** A learner with answers of every kind, a trainer with a course, and the addresses that only they have. */
export async function prepare(server: TestServer): Promise<World> {
  await runTool(server, 'src/cli/trainer.ts', ['add', 'trainer@example.org'])
  const trainer = await signIn(server, newClient(server), 'trainer@example.org')
  const made = await expectOk(
    await trainer.post('/api/cohorts', {
      name: 'Tuesday group',
      trainer: 'Sam',
      chapters: ['community'],
      nightly: true,
    }),
  )
  const { id, joinCode } = (await made.json()) as { id: string; joinCode: string }
  const own = { ask: 'How was the room?', options: ['Warm', 'Cold'], several: false }
  await expectOk(await trainer.post(`/api/cohorts/${id}/questions`, own))
  const invited = await expectOk(await trainer.post(`/api/cohorts/${id}/invitation`, {}))
  const { path: invitation } = (await invited.json()) as { path: string }
  const learner = newClient(server)
  await expectOk(await learner.save('community.belong', { story: 'Somebody kept me a chair.' }, 0))
  await expectOk(await learner.save('community.belong', { story: 'Somebody kept me a chair, twice.' }, 1))
  await expectOk(await learner.save('community.on-the-edge', { door: 'A private note.' }, 0, randomUUID()))
  await expectOk(await learner.save('community.ties', { most: 'bonding' }, 0))
  await expectOk(await learner.save('community.working-definition', { definition: 'People who notice.' }, 0))
  await expectOk(
    await learner.post('/api/evidence/confirm', { question: 'community.belong', clause: 'SC-NETWORKS:K14' }),
  )
  await expectOk(await learner.post('/api/prompts', { on: true, daysOff: [0, 6], nation: 'wales' }))
  await signIn(server, learner, 'learner@example.org')
  await expectOk(await learner.post('/api/join', { code: joinCode, counted: true }))
  await expectOk(await learner.post('/api/choices', { what: 'quoting', yes: true }))
  return {
    learner,
    trainer,
    samples: {
      '/trainer/cohorts/[id]': `/trainer/cohorts/${id}`,
      '/trainer/cohorts/[id]/copy': `/trainer/cohorts/${id}/copy`,
      '/trainer/cohorts/[id]/channel': `/trainer/cohorts/${id}/channel`,
      '/trainer/invitations/[secret]': invitation,
      '/link/[secret]': await linkChats(server, learner),
      '/cohort/[id]': `/cohort/${id}`,
      '/share/[question]': '/share/community.belong',
      '/join/[code]': `/join/${joinCode}`,
      '/notebook/versions/[question]': '/notebook/versions/community.belong',
      '/notebook/portfolio/[standard]': '/notebook/portfolio/sc-networks',
    },
  }
}

/** Every page as everybody who may see it: from the sitemap, and from the patterns that no sitemap lists. */
export async function everyPlace(server: TestServer, world: World): Promise<Place[]> {
  const all = patterns()
  const map = await (await newClient(server).get('/sitemap.xml')).text()
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => new URL(m[1] as string).pathname)
  const others = all.filter((p) => !p.includes('[')).concat(Object.values(world.samples))
  const paths = [...new Set([...listed, ...others])]
  const personal = (path: string) => !listed.includes(path) || path.startsWith('/chapters/')
  return paths.flatMap((path) => {
    const pattern = patternOf(path, all)
    if (!pattern) throw new Error(`${path} is in the sitemap and no page has that address.`)
    const roles = path.startsWith('/trainer')
      ? (['trainer'] as const)
      : personal(path)
        ? (['visitor', 'learner'] as const)
        : (['visitor'] as const)
    return roles.map((as) => ({ path, pattern, as }))
  })
}
