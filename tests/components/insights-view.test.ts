import { expect, test } from 'vitest'
import { insightsView } from '../../src/components/cohort/insights-view.ts'

const cells = ['Place', 'Support'].map((label) => ({ key: label, label, band: 'some' as const }))
const view = (name: string, label: string, group = '') =>
  insightsView(
    {
      setUp: {} as never,
      participation: '5-9',
      gaps: [],
      questions: [
        {
          id: 'community.first-words',
          ask: 'Which three words?',
          chapter: 'community',
          needs: 5,
          cards: [],
          own: null,
          retired: false,
          pictures: [
            {
              closedAt: '2026-03-03T03:00:00.000Z',
              ask: 'Which three words?',
              parts: [{ name, label, groups: [{ label: group, cells }], mean: null }],
            },
          ],
        },
      ],
    },
    [{ id: 'community', number: 1, title: 'What is community?' }],
  ).text

test('on the wall, tags are called what they are, not what learners were told to do with them', () => {
  const html = view('themes', 'If you like, pick one or two tags that fit what you wrote.')
  expect(html).toContain('<h3>Tags people picked for their own answers (nobody has to pick any)</h3>')
  expect(html).not.toContain('If you like')
})

test('rows of a matrix and ends of a ranking are headings below their part', () => {
  expect(view('order', 'The order', 'Easiest')).toContain('<h3>The order</h3><h4>Easiest</h4><dl')
})
