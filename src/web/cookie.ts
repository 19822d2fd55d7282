import { DEVICE_DAYS } from '#core/learners/start-notebook.ts'

const NAME = 'standpoint'

/** The secret in this browser's cookie. */
export function readCookie(header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=')
    if (name === NAME && value && /^[\w-]{20,200}$/.test(value)) return value
  }
  return null
}

/** The header that keeps the secret, or forgets it. Scripts can't read it, and other sites' forms don't send it. */
export function writeCookie(secret: string | null, secure: boolean): string {
  const age = secret === null ? 0 : DEVICE_DAYS * 86_400
  return `${NAME}=${secret ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
