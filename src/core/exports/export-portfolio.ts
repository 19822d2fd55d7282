import { requireLearner } from '../actor.ts'
import { ukDay } from '../cohorts/uk-time.ts'
import { define } from '../define.ts'
import { portfolioInput, readPortfolio } from '../evidence/my-portfolio.ts'
import { DOCX, type ExportedFile } from './export-mine.ts'
import { portfolioBlocks } from './portfolio-blocks.ts'
import { writeDocx } from './write-docx.ts'

/** Stands in the document's properties: it says nothing of what is inside. */
const TITLE = 'My portfolio'

/** What the actor confirmed for a standard, as a Word document to hand to an assessor. */
export const exportPortfolio = define({
  input: portfolioInput,
  async run(world, actor, wanted): Promise<ExportedFile> {
    requireLearner(actor)
    const portfolio = await readPortfolio(world, actor, wanted)
    return {
      name: `portfolio-${ukDay(world.clock.now())}.docx`,
      type: DOCX,
      bytes: await writeDocx(TITLE, portfolioBlocks(portfolio)),
    }
  },
})
