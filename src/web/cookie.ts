import { DEVICE_DAYS } from '#core/learners/start-notebook.ts'

/** Over https: no page of another host can have set it, not even of a sister of ours (RFC 6265bis, 4.1.3.2). */
const SAFE = '__Host-standpoint'
/** Over http. What stands in it over https is from before there was the other, and moves there. */
const PLAIN = 'standpoint'

const FORGET = ' Max-Age=0;'
/** Tries whether a browser keeps cookies, and opens nothing. It has a name of its own, so that it never takes the other's place. */
const trialName = (secure: boolean): string => (secure ? `${SAFE}-try` : `${PLAIN}-try`)

/** What the cookie of this name says, if it is one of ours; of several with one name, the first. */
function saidIn(header: string, ours: string): string | null {
  if (!header.includes(ours)) return null
  for (const pair of header.split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === ours && value && /^[\w-]{20,200}$/.test(value)) return value
  }
  return null
}

/** The secret in this browser's cookie. */
export const readCookie = (header = ''): string | null => saidIn(header, SAFE) ?? saidIn(header, PLAIN)

/** What the cookie says that only tries; null where it isn't there. */
export const readTrial = (header = '', secure: boolean): string | null => saidIn(header, trialName(secure))

/** The header of that cookie. It goes with the browser's window, or as soon as there is a notebook: null. */
export const writeTrial = (value: string | null, secure: boolean): string =>
  `${trialName(secure)}=${value ?? ''}; Path=/;${value === null ? FORGET : ''} HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** Whether it stands in the older cookie, though over https it could in the other. */
export const isOlder = (header: string | undefined): boolean => header?.includes(`${SAFE}=`) === false

/** What this browser is to know itself by. `shared`: on a computer that others use, so it forgets when it is closed. */
export interface Device {
  secret: string
  shared: boolean
}

/** The headers that keep the secret, or forget it. Scripts can't read it, and other sites' forms don't send it. */
export function writeCookie(device: Device | null, secure: boolean): string[] {
  const age = device === null ? FORGET : device.shared ? '' : ` Max-Age=${DEVICE_DAYS * 86_400};`
  const last = `${secure ? SAFE : PLAIN}=${device?.secret ?? ''}; Path=/;${age} HttpOnly; SameSite=Lax`
  return secure ? [`${PLAIN}=; Path=/;${FORGET}`, `${last}; Secure`] : [last]
}
