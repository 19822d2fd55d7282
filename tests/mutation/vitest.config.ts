import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Pure functions first: the rest needs an installation, and whatever was noticed by then needs none. */
class PureFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = (file: TestSpecification) => Number(file.moduleId.endsWith('of-a-place.ts'))
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

/** The tests that mutation testing runs: quick ones that say what release and insights promise. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/core/{bands,picture,receipts,same-people}.test.ts', 'tests/mutation/of-a-place.ts'],
    sequence: { sequencer: PureFirst },
  },
})
