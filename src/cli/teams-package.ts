import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import JSZip from 'jszip'
import { readConfig } from '#core/config.ts'
import { teamsManifest } from './teams-manifest.ts'

const USAGE = 'npm run teams:package -- [FILE]   writes the app for Teams, standpoint-teams.zip unless a file is named'

async function write(file: string): Promise<string> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const zip = new JSZip()
  zip.file('manifest.json', `${JSON.stringify(teamsManifest(readConfig(), version), null, 2)}\n`)
  for (const icon of ['color.png', 'outline.png']) zip.file(icon, readFileSync(`bot/channels/teams-icons/${icon}`))
  writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
  return `The app for Teams is in ${file}. docs/operators/teams.md says where to upload it.`
}

const [given = 'standpoint-teams.zip', ...more] = process.argv.slice(2)
if (more.length || given.startsWith('-')) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else
  try {
    process.stdout.write(`${await write(resolve(given))}\n`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
