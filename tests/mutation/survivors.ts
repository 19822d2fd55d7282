/** A change to a line that no test notices. */
export interface Survivor {
  file: string
  /** The lines as they are, blanks drawn together, and as they would be. */
  before: string
  after: string
}

export interface Listed extends Survivor {
  /** Why nobody could tell the difference. */
  reason: string
}

interface Position {
  line: number
  column: number
}

/** A change as one line before and one after. Lines and columns count from 1. */
export function survivorOf(
  file: string,
  source: string,
  start: Position,
  end: Position,
  replacement: string,
): Survivor {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const head = lines[0]?.slice(0, start.column - 1) ?? ''
  const tail = lines.at(-1)?.slice(end.column - 1) ?? ''
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
  return { file, before: oneLine(lines.join('\n')), after: oneLine(head + replacement + tail) }
}

/** The survivors that a page lists: under a heading that is their file, a diff of two lines, and the reason below it. */
export const listed = (page: string): Listed[] =>
  page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const file = section.slice(0, section.indexOf('\n')).trim()
      return [...section.matchAll(/^```diff\n- (.*)\n\+ (.*)\n```\n\n(.+)$/gm)].map(
        ([, before = '', after = '', reason = '']) => ({ file, before, after, reason }),
      )
    })

const textOf = ({ file, before, after }: Survivor): string =>
  `## ${file}\n\n\`\`\`diff\n- ${before}\n+ ${after}\n\`\`\`\n`

/** What two lists don't share, each as it would stand on the page. What stands twice in one has to stand twice in both. */
export function differences(found: Survivor[], listed: Survivor[]): { unlisted: string[]; killed: string[] } {
  const killed = listed.map(textOf)
  const unlisted = found.map(textOf).filter((text) => {
    const at = killed.indexOf(text)
    if (at >= 0) killed.splice(at, 1)
    return at < 0
  })
  return { unlisted, killed }
}
