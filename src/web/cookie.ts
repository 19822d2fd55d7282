import { DEVICE_DAYS } from '#core/learners/start-notebook.ts'

/** Over https: no page of another host can have set it, not even of a sister of ours (RFC 6265bis, 4.1.3.2). */
const SAFE = '__Host-standpoint'
/** Over http. What stands in it over https is from before there was the other, and moves there. */
const PLAIN = 'standpoint'

/** What our cookies say, the one to be trusted first: browsers may send several of one name. */
function valuesIn(header = ''): string[] {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return [SAFE, PLAIN].flatMap((ours) => pairs.flatMap(([name, value]) => (name === ours && value ? [value] : [])))
}

/** The secret in this browser's cookie. */
export const readCookie = (header: string | undefined): string | null =>
  valuesIn(header).find((value) => /^[\w-]{20,200}$/.test(value)) ?? null

/** Whether it stands in the older cookie, though over https it could in the other. */
export const isOlder = (header: string | undefined): boolean => header?.includes(`${SAFE}=`) === false

/** Whether a browser has kept a cookie of ours, be it one that opens nothing any more. */
export const keepsCookies = (header: string | undefined): boolean => valuesIn(header).length > 0

/** What this browser is to know itself by. `shared`: on a computer that others use, so it forgets when it is closed. */
export interface Device {
  secret: string
  shared: boolean
}

/** Opens nothing, and goes with the browser's window: it only tries whether the browser keeps cookies. */
export const TRIAL: Device = { secret: 'trial', shared: true }

/** The headers that keep the secret, or forget it. Scripts can't read it, and other sites' forms don't send it. */
export function writeCookie(device: Device | null, secure: boolean): string[] {
  const age = device === null ? FORGET : device.shared ? '' : ` Max-Age=${DEVICE_DAYS * 86_400};`
  const last = `${secure ? SAFE : PLAIN}=${device?.secret ?? ''}; Path=/;${age} HttpOnly; SameSite=Lax`
  return secure ? [`${PLAIN}=; Path=/;${FORGET}`, `${last}; Secure`] : [last]
}

const FORGET = ' Max-Age=0;'
