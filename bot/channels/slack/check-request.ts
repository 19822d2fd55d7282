import { verifySlackRequest } from '@slack/bolt'

/** Clocks differ a little; a request from further ahead than this was not signed now. */
const AHEAD = 60

export interface SlackRequest {
  rawBody: Buffer
  headers: Record<string, string | string[] | undefined>
}

/** Why a request can't be Slack's, or null when its signature is right and fresh. `now` is real time, in milliseconds. */
export function whyRefused({ rawBody, headers }: SlackRequest, signingSecret: string, now: number): string | null {
  const signature = headers['x-slack-signature']
  const timestamp = headers['x-slack-request-timestamp']
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'no signature'
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'no time'
  const seconds = Number(timestamp)
  // Bolt refuses what is older than five minutes; it takes what is signed for the future.
  if (seconds > now / 1000 + AHEAD) return 'from the future'
  try {
    verifySlackRequest({
      signingSecret,
      body: rawBody.toString('utf8'),
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
      nowMilliseconds: now,
    })
    return null
  } catch {
    return 'old, or signed by somebody else'
  }
}
