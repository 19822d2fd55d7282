import type { ReleasedPicture } from '#core/insights/released-pictures.ts'
import { THEMES } from '#core/questions/question.ts'
import { BAND_WORDS, TAGS_LABEL } from '../../src/components/cohort/band-marks.ts'
import { KEY } from './draw-picture.ts'

/** All that a picture shows, in words, line by line. */
export const pictureWords = ({ ask, parts }: ReleasedPicture): { title: string; lines: string[] } => ({
  title: ask,
  lines: [
    ...parts.flatMap(({ name, label, groups, mean }) => [
      ...(label ? [`${name === THEMES ? TAGS_LABEL : label}`] : []),
      ...groups.flatMap((group) => [
        ...(group.label ? [group.label] : []),
        ...group.cells.map((cell) => `${cell.label}: ${BAND_WORDS[cell.band]}`),
      ]),
      ...(mean === null ? [] : [`The average is about ${mean} out of 5, to the nearest half.`]),
    ]),
    KEY,
  ],
})

/** Slack takes no more of a description (its reference of files.getUploadURLExternal). */
const MOST = 1000
const REST = ' … The rest stands in the message.'

/** The same as a description for those who don't see it. */
export function pictureAlt(picture: ReleasedPicture): string {
  const { title, lines } = pictureWords(picture)
  const whole = [title, ...lines].join('\n')
  const letters = [...whole]
  return letters.length <= MOST ? whole : letters.slice(0, MOST - [...REST].length).join('') + REST
}
