const SLACK = 'https://hooks.slack.com'

/**
 * Sends a reply that comes after its response has left, to the address that Slack gave for that. Only Slack's own are written
 * to, or those of the server that stands for Slack's API (`apiUrl`): a reply is for one person alone.
 */
export async function sendLate(address: string | null, body: object, apiUrl: string | null): Promise<void> {
  const own = apiUrl ? new URL(apiUrl).origin : SLACK
  if (!address || !URL.canParse(address) || new URL(address).origin !== own)
    throw new Error('A command named no address of Slack’s for its reply.')
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error(`Slack took a late reply with ${response.status}.`)
}
