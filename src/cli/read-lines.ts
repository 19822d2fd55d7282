const NEW_LINE = 10

/**
 * The lines of a stream as they come, as bytes without their ends; null for one of more than `most` bytes, of which nothing
 * is kept. What stands after the last end of a line is a line too.
 */
export async function* readLines(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let length = 0
  const add = (part: Buffer) => {
    length += part.length
    if (length <= most) parts.push(part)
    else parts = []
  }
  const take = () => {
    const line = length > most ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      add(chunk.subarray(from, end))
      from = end + 1
      yield take()
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
