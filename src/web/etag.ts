import { createHash } from 'node:crypto'

/** The ETag of a file of the build, by its content. */
export const etagOf = (content: Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
