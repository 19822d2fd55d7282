import { stem } from './stem.ts'

const STOP = new Set(
  `a an the and or but if of to in on at for with by from as is are was were be been being do does did doing done have has had having
  i me my we our us you your he him his she her hers it its they them their this that these those what which who whom whose when where
  why how can could should would may might must will shall not no so than then there here am im ive id dont about into over up down out
  off just also very much more most some any all each other such only too t s don m re ve ll d ok okay please tell show say says said
  mean means thing things stuff get got gets getting go goes going need needs want wants like one ones whats hows thats theres really
  actually because since while still yet ever even both either neither though although however let lets us myself yourself themselves
  itself himself herself two three four five six seven eight nine ten within upon via per etc eg ie standard standards nos clause clauses
  supposed meant gonna bit lot lots wee ago halfway eventually maybe perhaps reckon seen lately recently nowadays months weeks
  mate cheers fuck fucking shit shite bloody damn hell crap arse bollocks feck feckin`.split(/\s+/),
)

/** Words in small letters, without apostrophes' endings. */
export const tokens = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘`]/g, "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
  )
    .map((w) => w.replace(/n't$|'(s|re|ve|d|ll|m|t)$/, ''))
    .filter(Boolean)

export const isStopWord = (word: string): boolean => STOP.has(word)

/** The words that carry meaning. */
export const contentWords = (text: string): string[] => tokens(text).filter((w) => !STOP.has(w))

export const stems = (text: string): string[] => contentWords(text).map(stem)
