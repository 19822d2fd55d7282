/**
 * Encodes what the standards' clauses, glosses and questions mean into content/standards/vectors.bin, after any of them has
 * changed: `npm run vectors`. A text that is missing there is encoded whenever the standards are loaded, which takes longer.
 */
import { join, resolve } from 'node:path'
import { loadStandards, VECTORS } from '#core/standards/load-standards.ts'
import { textsOf } from '#core/standards/meaning.ts'
import { keepVectors } from '#core/standards/vectors.ts'

const folder = resolve('content/standards')
const { list, bank } = loadStandards(folder)
const texts = textsOf(list, bank)
keepVectors(join(folder, VECTORS), texts)
console.log(`${texts.length} texts are kept in ${VECTORS}.`)
