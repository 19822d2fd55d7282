/**
 * Encodes what the standards' clauses, glosses and questions mean, after any of them has changed:
 *   npm run vectors                 into content/standards/vectors.bin, with our own encoder. A text that is missing there is
 *                                   encoded whenever the standards are loaded, which takes longer.
 *   npm run vectors -- --endpoint   into the data folder, with the endpoint of OPENAI_EMBEDDINGS_MODEL. No learner's words
 *                                   are among them.
 */
import { join, resolve } from 'node:path'
import { readConfig } from '#core/config.ts'
import { embedTexts } from '#core/standards/embed-texts.ts'
import { keepEmbedded } from '#core/standards/embedded-file.ts'
import { loadStandards, VECTORS } from '#core/standards/load-standards.ts'
import { textsOf } from '#core/standards/meaning.ts'
import { openClient } from '#core/standards/open-client.ts'
import { keepVectors, type Vector } from '#core/standards/vectors.ts'

/** So many texts are sent at once, and they may take so long, in milliseconds. */
const AT_ONCE = 64
const PATIENCE = 60_000

const folder = resolve('content/standards')
const { list, bank } = loadStandards(folder)
const texts = [...new Set(textsOf(list, bank))]

async function fromEndpoint(): Promise<void> {
  const settings = readConfig().embeddings
  if (!settings) {
    console.error('No endpoint is set: set OPENAI_API_KEY and OPENAI_EMBEDDINGS_MODEL, then try again.')
    process.exitCode = 2
    return
  }
  const client = await openClient({ ...settings, patience: PATIENCE })
  const vectors = new Map<string, Vector>()
  let size: number | undefined
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const some = texts.slice(from, from + AT_ONCE)
    const got = await embedTexts(client, settings.name, some, size ? { size } : {})
    size ??= got[0]?.length
    for (const [i, text] of some.entries()) vectors.set(text, got[i] as Vector)
  }
  keepEmbedded(settings.file, settings.name, vectors)
  console.log(`${texts.length} texts are kept in ${settings.file}, as ${settings.name} has them.`)
}

if (process.argv.includes('--endpoint')) {
  await fromEndpoint().catch((error: { status?: number; message?: string }) => {
    console.error(`The endpoint gave no vectors (${error.status ?? error.message}). Nothing was written; try again.`)
    process.exitCode = 1
  })
} else {
  keepVectors(join(folder, VECTORS), texts)
  console.log(`${texts.length} texts are kept in ${VECTORS}.`)
}
