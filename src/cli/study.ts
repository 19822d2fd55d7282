import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SYSTEM } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import { readYaml } from '#core/content/read-yaml.ts'
import { AppError } from '#core/errors.ts'
import { studyDefinition } from '#core/research/study-definition.ts'

const USAGE = `Studies: research that learners may say yes to, each on its own. docs/guides/studies.md explains them.
  npm run study -- open FILE.yaml          opens a study, or a new version of one
  npm run study -- list
  npm run study -- export ID --to FOLDER   the newest quarter that is over, as counts
  npm run study -- close ID                ends it for good`

const COMMANDS: Record<string, (core: Core, given: string, to: string) => Promise<string>> = {
  async open(core, file) {
    const { id, version, isNew } = await core.openStudy(SYSTEM, readYaml(file, studyDefinition).data)
    return isNew
      ? `The study ${id} is open in version ${version}, at /research. Whoever said yes to an earlier version is asked again.`
      : `The study ${id} was open in exactly this version ${version} already.`
  },
  async list(core) {
    const studies = await core.listStudies(SYSTEM, {})
    const line = (s: (typeof studies)[number]) =>
      [
        `${s.id}  version ${s.version}, ${s.open ? `open until ${s.until}` : 'over'}: ${s.title}`,
        ...s.exports.map((e) => `  ${e.quarter}  ${e.files ? `exported, version ${e.version}` : 'too few people'}`),
      ].join('\n')
    return studies.map(line).join('\n') || 'No study was ever opened here.'
  },
  async export(core, study, to) {
    const { quarter, place } = await core.exportStudy(SYSTEM, { study, folder: resolve(to) })
    return `${quarter} of ${study} was written to ${place}`
  },
  async close(core, study) {
    const { id } = await core.closeStudy(SYSTEM, { study })
    return `The study ${id} is closed. Nobody can say yes to it any more, and nothing more is exported. Files that have left stay.`
  },
}

function readArguments(): { command: string; given: string; to: string } | null {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } })
    const [command = '', given = '', ...more] = positionals
    const isUsed =
      Object.hasOwn(COMMANDS, command) &&
      more.length === 0 &&
      (command === 'list') === (given === '') &&
      (command === 'export') === (values.to !== undefined)
    return isUsed ? { command, given, to: values.to ?? '' } : null
  } catch {
    return null
  }
}

const asked = readArguments()
if (!asked) {
  console.error(USAGE)
  process.exit(2)
}
try {
  const core = await openCore(readConfig(), { say: (line) => console.error(line) })
  console.log(await COMMANDS[asked.command]?.(core, asked.given, asked.to).finally(() => core.close()))
} catch (error) {
  const fields = error instanceof AppError ? Object.values(error.fields) : []
  console.error(fields.length ? fields.join('\n') : (error as Error).message)
  process.exitCode = 1
}
