import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportFile } from './export-files.ts'

/** Under this name until the export is settled, so that half of one is never taken for it. */
const unfinished = (folder: string, name: string) => join(folder, `${name}.unfinished`)

export const contentHash = (files: ExportFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify(files.map((file) => [file.name, file.text])))
    .digest('base64url')

/** Writes the files, durably, into an unfinished folder. */
export async function putDown(folder: string, name: string, files: ExportFile[]): Promise<void> {
  const place = unfinished(folder, name)
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true, mode: 0o700 })
  for (const file of files) {
    const handle = await open(join(place, file.name), 'wx', 0o600)
    try {
      await handle.writeFile(file.text)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

export const takeAway = (folder: string, name: string): Promise<void> =>
  rm(unfinished(folder, name), { recursive: true, force: true })

/** Gives a folder that was put down its own name. */
export async function finish(folder: string, name: string): Promise<string> {
  const place = join(folder, name)
  await rename(unfinished(folder, name), place)
  return place
}

export const isThere = (folder: string, name: string): boolean => existsSync(join(folder, name))

/** Whether an unfinished folder holds exactly what was settled: the program ended between settling and naming it. */
export async function waitsUnfinished(folder: string, name: string, hash: string): Promise<boolean> {
  const names = ['counts.csv', 'dictionary.csv', 'README.txt'].map((ending) => `${name}-${ending}`)
  const read = async (file: string) => ({
    name: file,
    text: await readFile(join(unfinished(folder, name), file), 'utf8'),
  })
  const files = await Promise.all(names.map(read)).catch(() => null)
  return files !== null && contentHash(files) === hash
}
