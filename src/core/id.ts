import { hash, randomBytes, randomFillSync } from 'node:crypto'

const bytes = new Uint8Array(16)

/** A UUIDv7 (RFC 9562): sorts by time, so it never leaves the core. */
export function newId(now: number): string {
  randomFillSync(bytes)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(now / 2 ** 32))
  view.setUint32(2, now >>> 0)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A random id for addresses: 80 bits, no time in it. */
export const newPublicId = (): string => randomBytes(10).toString('base64url')

/** A random secret for cookies and links: 256 bits. Only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url')
