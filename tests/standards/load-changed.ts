import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { loadStandards } from '#core/standards/load-standards.ts'
import { STANDARDS_FOLDER } from './loaded.ts'

/** Loads a copy of the standards in which one file has been changed. */
export function loadChanged(file: string, from: string, to: string): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'standards-'))
  cpSync(STANDARDS_FOLDER, folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
  return () => loadStandards(folder)
}
