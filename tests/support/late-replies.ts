import { standBefore } from './stand-before.ts'

const PATH = '/commands/'

/** Stands before a Slack that takes no late reply to a command: it takes those, and passes everything else on. Close it. */
export async function takeLateReplies(behind: string) {
  const late = new Map<string, object>()
  const { url, close } = await standBefore(
    () => behind,
    ({ path, body }) => {
      if (!path.startsWith(PATH)) return undefined
      late.set(path, JSON.parse(body.toString('utf8')))
      return 'ok'
    },
  )
  return {
    url,
    address: (name: string): string => url + PATH + name,
    /** What came for this address; undefined where nothing did. */
    came: (address: string): object | undefined => late.get(address.slice(url.length)),
    close,
  }
}
