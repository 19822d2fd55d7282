import { plainEnglish } from '#core/plain-english.ts'
import { modelOff, modelOn, USE_MODEL } from '../replies/standards.ts'
import { answerTo } from './ask.ts'
import type { Feature } from './feature.ts'

const YES = new RegExp(`^${USE_MODEL}(?:\\s*:\\s*(?<question>.+))?$`, 'is')
const NO = /^(?:no model|(?:do not|don't|stop|please don't) us(?:e|ing) (?:the|a|any) model)[\s.!]*$/i

/** One yes lets a model read what somebody asks the standards from then on, and one no ends it. A visitor's yes is for one question. */
export const useModel: Feature = {
  name: 'use model',
  hears: ({ text }) => YES.test(text) || NO.test(plainEnglish(text)),
  async reply(turn) {
    const { core, actor, text } = turn
    const yes = YES.exec(text)
    const question = yes?.groups?.question
    if (!question) {
      if (actor.kind !== 'visitor') await core.choose(actor, { what: 'model', yes: yes !== null })
      return yes ? modelOn : modelOff
    }
    return answerTo(turn, question, 'from-now-on')
  },
}
