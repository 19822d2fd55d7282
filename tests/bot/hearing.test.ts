import { expect, test } from 'vitest'
import { courtesy } from '../../bot/features/courtesy.ts'
import type { Turn } from '../../bot/features/feature.ts'
import { features } from '../../bot/features/index.ts'
import { recall } from '../../bot/features/recall.ts'

/** Which feature answers these words when nothing is going on. */
function hearer(text: string): string | undefined {
  const turn = { text, operation: 'one', dialogue: {} } as Turn
  const ordered = [...features.filter((f) => f.first), ...features.filter((f) => !f.first)]
  return ordered.find((f) => f.hears(turn))?.name
}

test.each([
  ...[
    'stop',
    'STOP!!',
    'Stop.',
    'please stop',
    'stop please',
    'ok stop now',
    'stop it',
    'stop this, please',
    'can you stop',
  ],
  ...[
    'stop asking me questions',
    'stop messaging me',
    'don’t ask me',
    "don't write any more",
    'stop the questions',
    'no more questions',
  ],
  ...[
    'quit',
    'cancel',
    'enough',
    'that’s enough for now',
    'leave me alone',
    'go away',
    'unsubscribe',
    'opt out',
    'I’m done',
    'not now',
    'later',
    'stop pls',
    'gonnae stop',
    'can we stop here',
    'leave me in peace',
    'that’s me done',
    'not today, thanks',
    'I don’t want to do this any more',
    'I’ve had enough',
  ],
])('“%s” stops', (text) => expect(hearer(text)).toBe('stop'))

test.each([
  'How do I stop one councillor taking over every meeting?',
  'stop and search',
  'I stopped going to the meetings',
  'We had to cancel the street party',
  'Enough people came to fill the hall',
  'Don’t ask people in the daytime only',
  'Leave me a message at the desk',
  'later that year they left',
  'pause before you speak',
  'I’ve had enough of the council moving the bins',
  'I’m tired of being asked the same thing',
])('“%s” is not told as a stop', (text) => expect(hearer(text)).not.toBe('stop'))

test.each([
  ['pause', 'pause prompts'],
  ['pause until 1 June', 'pause prompts'],
  ['Take a break for two weeks, please', 'pause prompts'],
  ['prompts on', 'prompts on'],
  ['please switch prompts on', 'prompts on'],
  ['prompts off', 'stop'],
  ['no more prompts', 'stop'],
  ['settings', 'prompt settings'],
  ['two a week', 'prompt settings'],
  ['prompts on Thursdays at 9', 'prompt settings'],
  ['days off Friday and Saturday', 'prompt settings'],
  ['quiet hours 18 to 9', 'prompt settings'],
  ['time zone Europe/Paris', 'prompt settings'],
  ['bank holidays of Scotland', 'prompt settings'],
  ['quoting on', 'quoting'],
  ['Please don’t quote me.', 'quoting'],
  ['You can quote my answers', 'quoting'],
  ['prompts on how to listen', 'ask'],
  ['settings where power is hidden', 'ask'],
  ['keep going', 'ask'],
  ['help', 'help'],
  ['Hello!', 'help'],
  ['Are you a real person?', 'help'],
  ['is anyone reading this?', 'help'],
  ['thanks', 'courtesy'],
  ['delete my data', 'delete my data'],
  ['Please delete everything!', 'delete my data'],
  ['We should delete my name from the list', 'ask'],
  ['Okay, thank you very much!', 'courtesy'],
  ['what is waiting?', 'waiting'],
  ["what's next", 'waiting'],
  ['next question', 'next question'],
  ['Another question please', 'next question'],
  ['give me a question', 'next question'],
  ['answer', 'next question'],
  ['skip this one', 'next question'],
  ['What did I say about community?', 'recall'],
  ['what have I written about “the choir”?', 'recall'],
  ['show me my answers', 'recall'],
  ['where is my notebook?', 'recall'],
  ['remind me what I said about power', 'recall'],
  ['show me who to contact', 'who to contact'],
  ['who can I talk to?', 'who to contact'],
  ['Who do I tell?', 'who to contact'],
  ['who can I report this to', 'who to contact'],
  ['who can help me', 'who to contact'],
  ['where can we get help?', 'who to contact'],
  ['who can help a group with funding?', 'ask'],
  ['who should I tell before a meeting?', 'ask'],
  ['carry on', 'carry on'],
  ['sorry, I was joking', 'carry on'],
  ['who can see my answers?', 'about here'],
  ['is this private?', 'about here'],
  ['Can my trainer see what I wrote?', 'about here'],
  ['will my tutor know it was me', 'about here'],
  ['what can our trainer see?', 'about here'],
  ['is what I write here private?', 'about here'],
  ['can Bronagh read my answers', 'about here'],
  ['can anyone else see my chat', 'about here'],
  ['can carers see their records?', 'ask'],
  ['what do people know of power?', 'ask'],
  ['how do I clear this chat?', 'about here'],
  ['delete my messages', 'about here'],
  ['delete everything I said', 'delete my data'],
  ['what was the question?', 'about here'],
  ['change my answer', 'about here'],
  ['I have a code', 'about here'],
  ['plum-river-gate-42', 'find course'],
  ['can you delete everything please', 'delete my data'],
  ['I don’t want to answer this', 'next question'],
  ['no', 'courtesy'],
  ['yes', 'courtesy'],
  ['Yes please, I would', 'courtesy'],
  ['aye, go on then', 'courtesy'],
  ['yes, power over people', 'ask'],
  ['thanks so much!', 'courtesy'],
  ['👍', 'courtesy'],
  ['no, not yet', 'courtesy'],
  ['Kind of.', 'courtesy'],
  ['💐', 'no words'],
  ['Bore da', 'help'],
  ['what do the standards say about who can see records?', 'ask'],
  ['save it as my answer', 'answer'],
  ['Please save that', 'answer'],
  ['', 'no words'],
  ['K31', 'ask'],
  ['What do the standards say about answers?', 'ask'],
  ['What help do the standards say groups need?', 'ask'],
  ['Who should I contact to set up a partnership?', 'ask'],
  ['my husband hit me last night', 'possible harm'],
])('“%s” is heard as %s', (text, name) => expect(hearer(text)).toBe(name))

test('an edit, and what comes from a window, listens for harm itself; possible harm and stop come before anything that is going on, in this order', () => {
  expect(features.filter((f) => f.first).map((f) => f.name)).toEqual([
    'edit answer',
    'written answer',
    'possible harm',
    'later',
    'pause prompts',
    'stop',
    'who to contact',
  ])
})

test('a yes after the card for possible harm leads to who to contact, though nothing is remembered of it', async () => {
  const [card] = [await courtesy.reply({ text: 'yes please', dialogue: {} } as Turn)].flat()
  expect(card?.choices).toContainEqual({ say: 'show me who to contact' })
})

test('own words are repeated in private only', async () => {
  const turn = { text: 'my answers', place: { name: 'Slack', private: false }, dialogue: {} } as Turn
  const [card] = [await recall.reply(turn)].flat()
  expect(card?.paragraphs).toEqual(['I only show you your own words in private. Ask me again in a direct message.'])
  expect(card?.quotes).toBeUndefined()
})
