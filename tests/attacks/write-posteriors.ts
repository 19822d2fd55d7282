// node src/cli/run.mjs tests/attacks/write-posteriors.ts: makes the tables of docs/worst-posteriors.md anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './posterior-table.ts'

const page = 'docs/worst-posteriors.md'
writeFileSync(page, withTables(readFileSync(page, 'utf8')))
