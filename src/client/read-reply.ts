/** The lines of JSON of a response, each as soon as it is whole. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let begun = ''
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const lines = (begun + value).split('\n')
    begun = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}
