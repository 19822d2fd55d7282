import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto'

/** A text as it is stored, with the learner under whose key it was sealed. */
export interface Sealed {
  learnerId: string
  sealed: string
}

/** Seals and opens a learner's words under the learner's own key. */
export interface Keys {
  /** Makes the learner's key, durably, before anything is sealed under it. */
  make(learnerId: string): Promise<void>
  /** Makes a key under a name that is nobody's, such as a card's, unless there is one already. */
  ensure(id: string): Promise<void>
  seal(learnerId: string, text: string): Promise<string>
  /** Throws when the key was destroyed or the text altered. */
  open(learnerId: string, sealed: string): Promise<string>
  /** Opens many texts, in their order; null where the learner was erased. Throws when a text was altered. */
  openAll(rows: Sealed[]): Promise<(string | null)[]>
  /** A text that only this installation can make of the given one, always the same; nothing can be read from it. */
  blind(text: string): string
  /** Destroys keys: whatever was sealed under them can't be read again. */
  destroy(learnerIds: string[]): Promise<void>
  close(): Promise<void>
}

/** A learner's key isn't there: they were erased. */
export class NoKey extends Error {}

/** Opens a text, or gives null when its learner was erased: the keys go first, the rows a moment later. */
export async function openIfKept(keys: Pick<Keys, 'open'>, learnerId: string, sealed: string): Promise<string | null> {
  try {
    return await keys.open(learnerId, sealed)
  } catch (error) {
    if (error instanceof NoKey) return null
    throw error
  }
}

const NONCE = 12
const TAG = 16

let drawn = Buffer.alloc(0)
/** Random bytes that no other text has. A thousand are drawn at a time: a draw for each would cost more than sealing does. */
function freshNonce(): Buffer {
  if (drawn.length < NONCE) drawn = randomBytes(1000 * NONCE)
  const nonce = drawn.subarray(0, NONCE)
  drawn = drawn.subarray(NONCE)
  return nonce
}

/**
 * AES-256-GCM (NIST SP 800-38D), 96-bit random nonce. `about` is bound to the text, so rows can't be swapped. The key is
 * an object because Node takes four times as long with the bytes alone.
 */
export function sealWith(key: KeyObject, about: string, text: string): string {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `sealWith` made; throws when the key, `about` or a byte differs. */
export function openWith(key: KeyObject, about: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
}

/** HMAC-SHA-256 (RFC 2104), cut to 128 bits: more than enough that no two of an installation are alike. */
export const blindWith = (key: KeyObject, text: string): string =>
  createHmac('sha256', key).update('blind').update(text).digest().subarray(0, 16).toString('base64url')
