import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { looksBackOnItself } from '../components/question/earlier-of.ts'
import { renderTouching } from '../components/standards/touching.ts'
import { chapterSlots } from './chapter-slots.ts'
import { splice, type Template } from './splice.ts'

/** A built page with this person's own answers in its places. */
export async function fillPage(core: Core, actor: Actor, template: Template): Promise<string> {
  const clause = template.slots.find((slot) => slot.name === 'touching')?.args[0]
  if (clause) {
    const { answers } = await core.myAnswers(actor, { touching: clause })
    return splice(template, (slot) => (slot.name === 'touching' ? renderTouching(answers) : null))
  }
  const answers = await answersOn(core, actor, template)
  const chapter = chapterSlots({ answers, question: core.content.question, now: core.clock.now() })
  return splice(template, chapter)
}

/** All revisions are opened only of those questions that show their own earlier ones. */
async function answersOn(core: Core, actor: Actor, template: Template) {
  const questions = questionsOn(core, template)
  const { answers } = await core.myAnswers(actor, { questions })
  const own = questions.filter((id) => looksBackOnItself(core.content.question(id)))
  if (own.length === 0) return answers
  const whole = await core.myAnswers(actor, { questions: own, history: true })
  return answers.map((answer) => whole.answers.find((a) => a.question.id === answer.question.id) ?? answer)
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
