import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/databases.ts'
import { APP, TENANT } from '#tests/support/teams-service.ts'

const folder = temporaryFolder()
const settings = {
  PATH: process.env.PATH,
  STANDPOINT_TEAMS_APP_ID: APP,
  STANDPOINT_TEAMS_TENANT_ID: TENANT,
  STANDPOINT_URL: 'https://learn.example.org',
  STANDPOINT_OPERATOR_NAME: 'A college with a name that is longer than Teams takes',
  STANDPOINT_OPERATOR_CONTACT: 'hello@example.org',
}
const run = (env: Record<string, string | undefined>, file = `${folder}/app.zip`) =>
  execFileSync(process.execPath, ['src/cli/run.mjs', 'src/cli/teams-package.ts', file], { env, stdio: 'pipe' })

test('the package holds a manifest that keeps to Microsoft’s schema, and the two icons in their sizes', async () => {
  run(settings)
  const zip = await JSZip.loadAsync(readFileSync(`${folder}/app.zip`))
  const text = (await zip.file('manifest.json')?.async('text')) ?? ''
  const manifest = JSON.parse(text) as TeamsManifest
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([])
  expect(JSON.parse(text)).toMatchObject({
    id: APP,
    bots: [{ botId: APP }],
    developer: { privacyUrl: 'https://learn.example.org/privacy' },
    validDomains: ['learn.example.org'],
  })
  const size = async (name: string) => {
    const png = (await zip.file(name)?.async('nodebuffer')) as Buffer
    return [png.readUInt32BE(16), png.readUInt32BE(20)]
  }
  expect([await size('color.png'), await size('outline.png')]).toEqual([
    [192, 192],
    [32, 32],
  ])
})

test.each([
  ['no app id', { STANDPOINT_TEAMS_APP_ID: '', STANDPOINT_TEAMS_TENANT_ID: '' }, 'STANDPOINT_TEAMS_APP_ID'],
  ['no tenant', { STANDPOINT_TEAMS_TENANT_ID: '' }, 'belong together'],
  ['no https', { STANDPOINT_URL: 'http://learn.example.org' }, 'https://'],
])('with %s nothing is written, and what to set is said', (_what, change, said) => {
  expect(() => run({ ...settings, ...change }, `${folder}/none.zip`)).toThrow(said)
  expect(() => readFileSync(`${folder}/none.zip`)).toThrow('ENOENT')
})
