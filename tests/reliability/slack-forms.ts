import { randomUUID } from 'node:crypto'

/** A command that says this. */
export const commanded = (text: string): string =>
  new URLSearchParams({
    command: '/standpoint',
    text,
    team_id: 'T000000001',
    user_id: 'U0ATTACKER',
    channel_id: 'C0ATTACKER',
    trigger_id: randomUUID(),
  }).toString()
/** A window that was filled in with this; `more` of its view. */
export const filled = (text: string, more: object): string => {
  const view = {
    id: 'V1',
    hash: '1',
    callback_id: 'answer',
    private_metadata: `D1 - community.whose-voice ${'0'.repeat(32)} 0`,
  }
  const values = { voices: { value: { type: 'plain_text_input', value: text } } }
  const sent = { type: 'view_submission', team: { id: 'T1' }, user: { id: 'U0ATTACKER' } }
  const payload = JSON.stringify({ ...sent, view: { ...view, state: { values }, ...more } })
  return new URLSearchParams({ payload }).toString()
}
export const asForm = (headers: Record<string, string>) => ({
  ...headers,
  'content-type': 'application/x-www-form-urlencoded',
})
