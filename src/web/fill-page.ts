import { type Actor, learnerOf } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { notebookMark } from '#core/learners/notebook-mark.ts'
import { notebookMeta } from '../components/page/notebook-meta.ts'
import { looksBackOnItself } from '../components/question/earlier-of.ts'
import { chapterSlots } from './chapter-slots.ts'
import { fillClause } from './fill-clause.ts'
import { splice, type Template } from './splice.ts'

/** A built page with this person's own answers in its places. */
export async function fillPage(core: Core, actor: Actor, template: Template): Promise<string> {
  const clause = template.slots.find((slot) => slot.name === 'evidence')?.args[0]
  if (clause) return fillClause(core, actor, template, clause)
  const { answers } = await core.myAnswers(actor, answersOn(core, template))
  const fill = chapterSlots({ answers, question: core.content.question, now: core.clock.now() })
  const learnerId = learnerOf(actor)
  const meta = learnerId === null ? null : notebookMeta(notebookMark(learnerId))
  return splice(template, (slot) => (slot.name === 'notebook' ? meta : fill(slot)))
}

/** What a chapter page needs: all revisions only of those questions that show their own earlier ones. */
function answersOn(core: Core, template: Template) {
  const questions = questionsOn(core, template)
  return { questions, history: questions.filter((id) => looksBackOnItself(core.content.question(id))) }
}

/** The questions that stand on a page, those they refer back to, and those that its chapter counts. */
function questionsOn(core: Core, { slots }: Template): string[] {
  const withBack = (id: string) => [id, ...(core.content.question(id)?.back ?? []).map((b) => b.from)]
  const ids = slots.flatMap(({ name, args: [first = '', second = ''] }) => {
    if (name === 'question') return withBack(first)
    if (name === 'picture') return withBack(second)
    if (name === 'progress') return core.content.questions.filter((q) => q.chapter === first).map((q) => q.id)
    return []
  })
  return [...new Set(ids)]
}
