import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Reads the installation's key, 32 bytes as base64url. */
export function readSecretFile(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (key.length !== 32)
    throw new Error(
      `${file} should hold the installation's key (43 characters) and holds something else. Put the copy you kept back.`,
    )
  return key
}

/** Makes the installation's key in a file that only its owner can read; never writes over one. */
export function makeSecretFile(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true })
  const key = randomBytes(32)
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, `${key.toString('base64url')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  return key
}

export const hasSecretFile = (file: string): boolean => existsSync(file)
