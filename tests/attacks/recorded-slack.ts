import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const TEAM = 'T0COURSE'

/** A Slack that takes everything, and keeps each request as it came, the bytes of pictures too. It ends with the test. */
export async function recordedSlack() {
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const method = (request.url ?? '').replace('/api/', '')
    const uploads = method.startsWith('upload')
    requests.push(`${method} ${body.toString(uploads ? 'base64' : 'utf8')}`)
    const replies: Record<string, object> = {
      'auth.test': { user_id: 'U0BOT', team_id: TEAM },
      'files.getUploadURLExternal': { upload_url: `${apiUrl}upload`, file_id: 'F1' },
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, ts: '1700000000.000100', ...replies[method] }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  /** All that came since the last look, as one text; the server's own port is no part of it. */
  const fresh = (): string =>
    requests.splice(0).join('\n').replaceAll(apiUrl, 'SLACK/').replaceAll(encodeURIComponent(apiUrl), 'SLACK/')
  return { apiUrl, fresh }
}
