import { expect, test } from 'vitest'
import { DEFAULTS } from '#core/prompts/settings.ts'
import { promptSettings } from '../../src/components/companion/prompt-settings.ts'
import { NOTHING_SENT } from '../../src/components/form/sent.ts'

const places = { addresses: null, address: null, calendar: false }
const page = (more: object) =>
  promptSettings({ ...DEFAULTS, teams: false, ...more }, NOTHING_SENT, { changed: false, places }).text

test('whom Slack doesn’t reach any more reads why prompts are off, and what to do; nobody else does', () => {
  const cutOff = page({ channel: 'slack', cutOff: true })
  expect(cutOff).toContain('Prompts are off.')
  expect(cutOff).toContain('<p role="alert">Slack no longer lets')
  expect(cutOff).toContain('Slack no longer lets the companion write to you there')
  expect(cutOff).toContain('Or write “prompts on” to it in Slack')
  expect(page({ channel: 'teams', cutOff: true })).toContain('Teams no longer lets the companion write')
  expect(page({ channel: 'email', cutOff: true })).toContain('don’t arrive any more')
  for (const settings of [{ channel: 'slack' }, { channel: 'slack', on: true }, { channel: 'chat', cutOff: true }])
    expect(page(settings)).not.toMatch(/role="alert"|no longer lets|don’t arrive|switched off/)
})
