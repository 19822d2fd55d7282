import { type Flag, matches } from './flag.ts'

const NUMBER = /[£$€#]?\d(?:[\d.,:/%-]*\d)?%?/dgu

/** Every other number in digits: an age, a year, a sum, a house. Number words stay: they are rarely exact. */
export const findNumbers = (text: string): Flag[] => matches(text, NUMBER, 'number')
