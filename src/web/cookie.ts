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

/** What this browser is to know itself by. `shared`: on a computer that others use, so it forgets when it is closed. */
export interface Device {
  secret: string
  shared: boolean
}

/** The header that keeps the secret, or forgets it. Scripts can't read it, and other sites' forms don't send it. */
export function writeCookie(device: Device | null, secure: boolean): string {
  const age = device === null ? ' Max-Age=0;' : device.shared ? '' : ` Max-Age=${DEVICE_DAYS * 86_400};`
  return `${NAME}=${device?.secret ?? ''}; Path=/;${age} HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
