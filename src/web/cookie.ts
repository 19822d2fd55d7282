import { DEVICE_DAYS } from '#core/learners/start-notebook.ts'

const NAME = 'standpoint'

/** What our cookies say: browsers may send several of one name. */
const valuesIn = (header: string | undefined): string[] =>
  (header?.split(';') ?? []).flatMap((pair) => {
    const [name, value] = pair.trim().split('=')
    return name === NAME && value ? [value] : []
  })

/** The secret in this browser's cookie. */
export const readCookie = (header: string | undefined): string | null =>
  valuesIn(header).find((value) => /^[\w-]{20,200}$/.test(value)) ?? null

/** Whether a browser has kept a cookie of ours, be it one that opens nothing any more. */
export const keepsCookies = (header: string | undefined): boolean => valuesIn(header).length > 0

/** What this browser is to know itself by. `shared`: on a computer that others use, so it forgets when it is closed. */
export interface Device {
  secret: string
  shared: boolean
}

/** Opens nothing, and goes with the browser's window: it only tries whether the browser keeps cookies. */
export const TRIAL: Device = { secret: 'trial', shared: true }

/** The header that keeps the secret, or forgets it. Scripts can't read it, and other sites' forms don't send it. */
export function writeCookie(device: Device | null, secure: boolean): string {
  const age = device === null ? ' Max-Age=0;' : device.shared ? '' : ` Max-Age=${DEVICE_DAYS * 86_400};`
  return `${NAME}=${device?.secret ?? ''}; Path=/;${age} HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
