import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { renderTouching } from '../components/standards/touching.ts'
import { chapterSlots } from './chapter-slots.ts'
import { splice, type Template } from './splice.ts'

/** A built page with this person's own answers in its places. */
export async function fillPage(core: Core, actor: Actor, template: Template): Promise<string> {
  const clause = template.slots.find((slot) => slot.name === 'touching')?.args[0]
  const wanted = clause ? { touching: clause } : { questions: questionsOn(core, template) }
  const { answers } = await core.myAnswers(actor, wanted)
  const chapter = chapterSlots({ answers, question: core.content.question, now: core.clock.now() })
  return splice(template, (slot) => (slot.name === 'touching' ? renderTouching(answers) : chapter(slot)))
}

/** The questions that stand on a page, those they refer back to, and those that its chapter counts. */
function questionsOn(core: Core, { slots }: Template): string[] {
  const ids = slots.flatMap(({ name, args: [first = '', second = ''] }) => {
    if (name === 'question') return [first, ...(core.content.question(first)?.back ?? []).map((b) => b.from)]
    if (name === 'picture') return [second]
    if (name === 'progress') return core.content.questions.filter((q) => q.chapter === first).map((q) => q.id)
    return []
  })
  return [...new Set(ids)]
}
