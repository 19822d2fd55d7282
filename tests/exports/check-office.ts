// npm run check:office: opens the exported Word files in LibreOffice and compares what it reads with what was typed.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import { asked, fillNotebook, inXml, nthAnswer, textsIn, VERSIONS } from './full-notebook.ts'

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
if (!office) {
  process.stderr.write(
    'This check needs LibreOffice Writer, and there is none. On Debian and Ubuntu: apt-get install libreoffice-writer-nogui\n',
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'standpoint-office-'))
try {
  const paths = { STANDPOINT_DATA_DIR: join(folder, 'data'), STANDPOINT_SECRET_FILE: join(folder, 'data.key') }
  const core = await openCore(readConfig(paths), { log: () => {} })
  const { secret } = await core.startNotebook({ kind: 'visitor' }, {})
  const actor = await core.whoIsThis({ kind: 'visitor' }, { secret })
  await fillNotebook(core, actor, asked, VERSIONS)
  writeFileSync(join(folder, 'notebook.docx'), (await core.exportMine(actor, { format: 'docx' })).bytes)
  const standard = core.content.standards.list[0]
  const clauses = standard?.clauses.filter(({ section }) => section === 'performance' || section === 'knowledge') ?? []
  for (const [i, { uid }] of clauses.slice(0, 20).entries())
    await core.confirmEvidence(actor, { question: asked[i]?.id as string, clause: uid })
  const portfolio = await core.exportPortfolio(actor, { standard: standard?.id as string, privateWords: true })
  writeFileSync(join(folder, 'portfolio.docx'), portfolio.bytes)
  await core.close()

  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const convert = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder]
  const opened = (name: string): string => {
    execFileSync(office, [...convert, join(folder, `${name}.docx`)], { stdio: 'ignore', timeout: 120_000 })
    return readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\ufeff/, '')
  }
  const read = opened('notebook')
  const handed = opened('portfolio')

  const typed = asked.flatMap((question) =>
    Array.from({ length: VERSIONS }, (_, nth) => nthAnswer(question, nth)).flatMap((value) =>
      question.parts
        .filter((part) => ['long-text', 'short-text', 'reason', 'boxes', 'when-will'].includes(part.type))
        .flatMap((part) => textsIn(value[part.name])),
    ),
  )
  const lines = [...new Set(typed.flatMap((text) => text.split('\n')))].filter((line) => line.trim() !== '')
  const missing = [
    ...[...lines, ...asked.map((question) => question.ask)].filter((line) => !read.includes(inXml(line))),
    ...clauses.map(({ text }) => text).filter((text) => !handed.includes(text)),
  ]
  for (const line of missing) process.stdout.write(`missing: ${line}\n`)
  process.stdout.write(`${lines.length + asked.length + clauses.length} texts looked for, ${missing.length} missing.\n`)
  process.exitCode = missing.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
