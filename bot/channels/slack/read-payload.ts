/**
 * What Slack sent over HTTP: JSON, a form whose one field `payload` is JSON, or a form of plain fields, as commands are.
 * Undefined where it is none of these.
 */
export function readPayload(rawBody: Buffer): unknown {
  const text = rawBody.toString('utf8')
  if (/^\s*[{[]/.test(text)) return json(text)
  const form = new URLSearchParams(text)
  const payload = form.get('payload')
  return payload === null ? Object.fromEntries(form) : json(payload)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
