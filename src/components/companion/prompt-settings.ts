import type { PromptPlaces } from '#core/prompts/my-prompt-places.ts'
import type { MyPrompts } from '#core/prompts/my-prompts.ts'
import type { PromptSettings } from '#core/prompts/settings.ts'
import { choice, problemList, textField, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent, sentFrom } from '../form/sent.ts'
import { WEEK, WEEKDAYS } from '../form/weekdays.ts'
import { flag, type Html, html } from '../html.ts'
import { NATION_NAMES } from '../nation/nation-names.ts'
import { cutOffWords, placeWords, promptPlace } from './prompt-place.ts'

const OFTEN: [value: string, words: string][] = [
  ['0', 'Never'],
  ['1/4', 'Once in four weeks'],
  ['1/2', 'Once in two weeks'],
  ['1', 'Once a week'],
  ['2', 'Twice a week'],
  ['3', 'Three times a week'],
]

const dayOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
    .format(at)
    .replace(',', '')

interface Around {
  changed: boolean
  places: PromptPlaces
}

/** When the companion may write first: switch it on and off, where, how often, when not. */
export function promptSettings(settings: MyPrompts, given: Sent, { changed, places }: Around): Html {
  const sent = sentFrom('settings', given)
  const pausing = sentFrom('pause', given)
  return html`<div class="form"><header><h1>Prompts from the companion</h1>
<p>If you like, the companion writes to you first now and then: a short question from the chapters you have begun, or a look back at one you have finished. It is a program. Nothing comes unless you switch it on, and you can stop it at any time.</p></header>
${changed && html`<p role="status">Saved.</p>`}${problemList(given)}
<p>${stateWords(settings)}</p>${cutOffWords(settings)}
<form method="post" action="/api/prompts"><input type="hidden" name="form" value="settings">
${onOff(settings, sent)}
${promptPlace(settings, places, sent)}
<fieldset class="block"><legend>When</legend>
<div>${select('perWeek', 'How often', OFTEN, sent, oftenOf(settings))}</div>
<div>${select('weekday', 'From this day of the week on', days(), sent, String(settings.weekday))}</div>
<div>${select('hour', 'At', hours(), sent, String(settings.hour))}</div>
<div>${textField(sent, 'zone', 'Time zone', { value: settings.zone, hint: 'For example Europe/London or Pacific/Auckland.' })}</div></fieldset>
<fieldset class="block"><legend>Quiet hours, in which nothing comes</legend>
<div>${select('quietFrom', 'From', hours(), sent, String(settings.quietFrom))}</div>
<div>${select('quietUntil', 'Until', hours(), sent, String(settings.quietUntil))}</div></fieldset>
<fieldset class="block" id="daysOff"><legend>Days off</legend>${wrongWords(sent, 'daysOff')}
<div class="opts">${WEEK.map((n) => choice(daysOff(settings, sent), 'checkbox', 'daysOff', String(n), WEEKDAYS[n] as string))}</div>
<div>${select('nation', 'Nothing on the bank holidays of', nations(), sent, settings.nation ?? '')}</div></fieldset>
<section class="block" aria-labelledby="quoting"><h2 id="quoting">Quoting me</h2><p>A prompt may quote your own everyday answers back to you. Of personal ones it quotes only what you ticked, and only if you have <a href="/privacy-settings#quoting">let the companion quote them</a>. Private answers are never quoted.</p></section>
<p class="start"><button class="btn main" type="submit">Save</button></p></form>
${settings.on && breaks(pausing)}
<p class="small soft">What you reply is kept locked for you, and no trainer sees it. ${placeWords(settings)}</p></div>`
}

function stateWords({ on, asked, nextAt, snoozedUntil, zone }: PromptSettings): string {
  if (!on) return 'Prompts are off.'
  if (asked)
    return 'Prompts are on. You were asked whether to keep going, and nothing comes until you say. Saving this page is a yes.'
  const paused = snoozedUntil === null ? '' : ` They are paused until ${dayOf(snoozedUntil, zone)}.`
  return nextAt === null
    ? 'Prompts are on, and how often is set to never.'
    : `Prompts are on.${paused} The next comes on ${dayOf(nextAt, zone)} at the earliest.`
}

const valuesOr = (sent: Sent, values: Record<string, string[]>): Sent =>
  sent === NOTHING_SENT ? { values, problems: {} } : sent

const onOff = ({ on }: PromptSettings, sent: Sent): Html => {
  const chosen = valuesOr(sent, { on: [on ? 'yes' : 'no'] })
  return html`<fieldset class="block" id="on"><legend>Should the companion write first?</legend><div class="opts">${choice(chosen, 'radio', 'on', 'yes', 'Yes, now and then')}${choice(chosen, 'radio', 'on', 'no', 'No')}</div></fieldset>`
}

const daysOff = (settings: PromptSettings, sent: Sent): Sent =>
  valuesOr(sent, { daysOff: settings.daysOff.map(String) })
const oftenOf = ({ perWeek, every }: PromptSettings): string => (every > 1 ? `${perWeek}/${every}` : String(perWeek))
const days = (): [string, string][] => WEEK.map((n) => [String(n), WEEKDAYS[n] as string])
const nations = (): [string, string][] => [
  ['', 'Nowhere: they are days like any other'],
  ...Object.entries(NATION_NAMES),
]
const hours = (): [string, string][] =>
  Array.from({ length: 24 }, (_, n) => [String(n), `${String(n).padStart(2, '0')}:00`])

function select(name: string, label: string, options: [string, string][], sent: Sent, value: string): Html {
  const chosen = sent.values[name]?.[0] ?? value
  const wrong = sent.problems[name]
  return html`<label class="lab" for="${name}">${label}${wrongWords(sent, name)}
<select class="field" id="${name}" name="${name}"${wrong && html` aria-describedby="${name}.wrong" aria-invalid="true"`}>${options.map(
    ([option, words]) => html`<option value="${option}"${flag('selected', option === chosen)}>${words}</option>`,
  )}</select></label>`
}

const breaks = (sent: Sent): Html =>
  html`<section class="block" aria-labelledby="breaks"><h2 id="breaks">A pause, or no more</h2>
<form method="post" action="/api/prompts/pause"><input type="hidden" name="form" value="pause"><div>${textField(sent, 'until', 'Pause until', { hint: 'A day, such as 1 June or Monday.' })}</div>
<p class="start"><button class="btn" type="submit">Pause</button></p></form>
<form method="post" action="/api/prompts/stop"><p class="start"><button class="btn" type="submit">Stop prompts</button></p></form></section>`
