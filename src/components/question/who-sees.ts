import { isOwnWords } from '#core/questions/own-words.ts'
import { countedParts, type Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'
import { bars, lock } from './icons.ts'

/** The line under every question: who will see this answer. The numbers are those of the release rules. */
export function whoSees(question: Question, id: string): Html {
  const [icon, words] = lineOf(question)
  return html`<p class="who" id="${id}">${icon}<span>${words}</span></p>`
}

function lineOf(question: Question): [Html, Html] {
  if (question.sensitivity === 'S2')
    return [
      lock,
      html`<b>Only you</b>, ever. It is never shown to your trainer, and the companion will never quote it.`,
    ]
  if (question.own)
    return [
      bars,
      html`<b>A trainer of ${question.own.course} wrote this question.</b> <b>You</b> see your answer. If you are counted there, its trainers (in some courses its Slack channel too) see <b>few or none, some, or most</b> for the group, once ${question.own.needs} or more verified people have answered.`,
    ]
  const counted = countedParts(question)
  if (counted.length === 0) return [lock, html`<b>Only you</b> see this answer.`]
  const enough = question.sensitivity === 'S1' ? 8 : 5
  const once = html`once ${enough} or more verified people have answered`
  if (question.aggregate === 'theme')
    return [
      lock,
      html`<b>Only you</b> see your words, unless you choose some to show. If you pick a tag, and are counted on a course, its trainer (in some courses its Slack channel too) sees <b>few or none, some, or most</b> for it, ${once}.`,
    ]
  const words = question.parts.some(isOwnWords)
  const apart = words && ', and never your own words unless you choose some to show'
  if (counted.every((part) => part.type === 'scale' && part.movedFrom))
    return [
      bars,
      html`<b>You</b> see your answer. If you are counted on a course, its trainer (in some courses its Slack channel too) sees for the group whether ratings <b>moved up, stayed or moved down</b>, as <b>few or none, some, or most</b>, ${once}. They never see the ratings themselves${apart}.`,
    ]
  return [
    bars,
    html`<b>You</b> see your answer. If you are counted on a course, its trainer (in some courses its Slack channel too) sees <b>few or none, some, or most</b> for the group, ${once}${apart}.`,
  ]
}
