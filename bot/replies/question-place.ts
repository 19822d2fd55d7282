import type { Content } from '#core/content/content.ts'
import type { Question } from '#core/questions/question.ts'

/** Where a question stands: in its chapter, or in the notebook when it is no longer asked. */
export const placeOf = (content: Content, question: Question): string =>
  question.retired ? '/notebook' : `${chapterOf(content, question).path}#${question.id}`

/** The chapter it stands in, and nothing of which question it was. */
export const chapterPlace = (content: Content, question: Question): string => chapterOf(content, question).path

/** Chapter 1, “What is community?” */
export function chapterName(content: Content, question: Question): string {
  const { number, title } = chapterOf(content, question)
  return `chapter ${number}, “${title}”`
}

function chapterOf(content: Content, question: Question) {
  const chapter = content.chapters.find((c) => c.id === question.chapter)
  if (!chapter) throw new Error(`${question.id} stands in no chapter.`)
  return chapter
}

/** What a link to a question may say in chat. A private one's words stay on its page. */
export const linkTo = (content: Content, question: Question) => ({
  label: question.sensitivity === 'S2' ? `A private question in ${chapterName(content, question)}` : question.ask,
  href: placeOf(content, question),
})
