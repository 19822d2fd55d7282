const DAY = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(zone, made)
  return made
}

export interface LocalTime {
  /** `2027-03-28` */
  day: string
  /** 0 (Sunday) to 6. */
  weekday: number
  hour: number
}

/** A moment as the clocks of a zone show it. */
export function localTime(at: number, zone: string): LocalTime {
  const [day = '', time = ''] = localMinute(at, zone).split('T')
  return { day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay(), hour: Number(time.slice(0, 2)) }
}

/** The same as dates and times are written in forms: `2027-03-28T09:30`. */
export function localMinute(at: number, zone: string): string {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

/**
 * The moment at which clocks of a zone show this; the earlier one where they show it twice, null where they never do (the
 * hour that is left out in spring, 30 February).
 */
export function momentAt(text: string, zone: string): number | null {
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return null
  // Clocks are never changed twice within two days.
  const offsets = [asUtc - DAY, asUtc + DAY].map((near) => Date.parse(`${localMinute(near, zone)}Z`) - near)
  const moments = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b)
  return moments.find((at) => localMinute(at, zone) === text) ?? null
}

/** Whether this names an IANA zone that this machine knows. An offset such as +01:00 is none: it has no summer time. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(zone)) return false
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}
