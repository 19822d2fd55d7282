/** The longest reply that is looked at, in characters. */
const LONGEST = 40_000

/** Reads a reply as it grows, and gives each statement in it as soon as it is whole. */
export interface StatementReader {
  /** Takes the next piece; gives the JSON values of `statements` that it completes. Throws when there is too much. */
  push(piece: string): unknown[]
  /** The whole reply, once it has ended; undefined when it is no JSON object. */
  end(): unknown
  /** What stands under `decision` so far. */
  decision(): string | undefined
}

export function readStatements(): StatementReader {
  let text = ''
  let at = 0
  let depth = 0
  let inText = false
  /** Where the text, or the statement, that is being read begins. */
  let textFrom = 0
  let statementFrom = 0
  let key = ''
  let lastText = ''
  let begins = -1
  let ends = -1
  let decided: string | undefined

  function step(letter: string): unknown {
    if (inText) {
      if (letter === '\\') at++
      else if (letter === '"') endText()
    } else if (letter === '"') {
      inText = true
      textFrom = at
    } else if (letter === ':' && depth === 1) {
      key = lastText
      lastText = ''
    } else if (letter === ',' && depth === 1) key = ''
    else if (letter === '{' || letter === '[') open(letter)
    else if (letter === '}' || letter === ']') return close()
    return undefined
  }
  function endText() {
    inText = false
    lastText = text.slice(textFrom + 1, at)
    if (depth === 1 && key === 'decision') decided = lastText
  }
  function open(letter: string) {
    depth++
    if (depth === 1) begins = at
    if (depth === 3 && letter === '{' && key === 'statements') statementFrom = at
  }
  function close(): unknown {
    depth--
    if (depth === 0) ends = at + 1
    return depth === 2 && key === 'statements' ? parsed(text.slice(statementFrom, at + 1)) : undefined
  }

  return {
    push(piece) {
      if (text.length + piece.length > LONGEST) throw new Error('The reply is too long.')
      text += piece
      const found: unknown[] = []
      for (; at < text.length && ends < 0; at++) {
        // What stands before the object, such as a mark for code, is none of ours.
        if (depth === 0 && text[at] !== '{') continue
        const statement = step(text[at] as string)
        if (statement !== undefined) found.push(statement)
      }
      return found
    },
    end: () => (ends < 0 ? undefined : parsed(text.slice(begins, ends))),
    decision: () => decided,
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
