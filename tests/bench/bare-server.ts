// The least that can save words durably over HTTP: the server that saves are measured against.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openSqliteFile } from '#core/db/sqlite-file.ts'

const folder = process.env.STANDPOINT_DATA_DIR as string
mkdirSync(folder, { recursive: true })
const db = openSqliteFile(join(folder, 'bare.db'))
db.exec(`
  create table if not exists session (secret text primary key, learner integer not null) strict;
  create table if not exists answer (
    learner integer not null, question text not null, number integer not null, words text not null,
    saved_at integer not null, primary key (learner, question, number)
  ) strict`)
const newSession = db.prepare('insert into session select ?, count(*) + 1 from session')
const session = db.prepare('select learner from session where secret = ?')
const insert = db.prepare('insert into answer values (?, ?, ?, ?, ?)')

const server = createServer(async (request, response) => {
  const sent = JSON.parse(await text(request))
  const secret = request.headers.cookie?.split('=')[1] ?? randomUUID()
  if (!request.headers.cookie) {
    newSession.run(secret)
    response.setHeader('set-cookie', `bare=${secret}`)
  }
  // Each insert is a commit with a flush of its own, done before the reply.
  const { learner } = session.get(secret) as { learner: number }
  insert.run(learner, sent.question, sent.base + 1, JSON.stringify(sent.value), Date.now())
  const reply = '{"status":"saved"}'
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': reply.length }).end(reply)
})
process.on('SIGTERM', () => process.exit())
server.listen(Number(process.env.PORT), () =>
  process.stdout.write(`Standpoint is at http://localhost:${(server.address() as AddressInfo).port}\n`),
)
