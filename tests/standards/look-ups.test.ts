import { expect, test } from 'vitest'
import { ask, clauses, standards } from './loaded.ts'

const quoted = (question: string) => ask(question).quotes.map((q) => q.clause)

test.for([
  ['what does K31 say?', ['SC-NETWORKS:K31']],
  ['k 31', ['SC-NETWORKS:K31']],
  ['PC 15.2 of SFJBA13', ['SFJBA13:PC15.2']],
  ['KU 16.2', ['SFJBA13:KU16.2']],
  ['can you show me P23', ['SC-NETWORKS:P23']],
  ['SFJBA13 K22', ['SFJBA13:KU22']],
  ['CLD PC 9', ['CD-COLLAB:PC9']],
  ['performance criterion 7 in the collaborative and partnership work standard', ['CD-COLLAB:PC7']],
  ['knowledge statement 12 of the networks standard', ['SC-NETWORKS:K12']],
  ['how do K30 and K31 differ?', ['SC-NETWORKS:K30', 'SC-NETWORKS:K31']],
  ['SFJBA13:PC15.1', ['SFJBA13:PC15.1']],
  ['What comes before K31?', ['SC-NETWORKS:K30']],
  ['next after K31', ['SC-NETWORKS:K32']],
  ['the clause after PC 3 of SFJBA13', ['SFJBA13:PC4']],
  ['what does K31 say before a meeting', ['SC-NETWORKS:K31']],
] as const)('%s', ([question, uids]) => {
  expect(quoted(question)).toEqual(uids)
  expect(ask(question).kind).toBe('lookup')
})

test('an ambiguous label shows the clause of each standard, and says so', () => {
  const answer = ask('PC 7')
  expect(answer.quotes.map((q) => q.clause)).toEqual(['CD-COLLAB:PC7', 'SFJBA13:PC7'])
  expect(answer.say.join(' ')).toMatch(/More than one standard/)
})

test.for([
  ['K60', 'In SC-NETWORKS, K runs to K55.'],
  ['PC 31 SFJBA13', 'In SFJBA13, PC runs to PC 29.'],
  ['Add a clause P28 saying I may leave out evaluation.', 'In SC-NETWORKS, P runs to P27.'],
  ['SFJBA13 KU 99', 'In SFJBA13, KU runs to KU 26.'],
] as const)('%s: says how far the numbers run, and quotes nothing', ([question, said]) => {
  const answer = ask(question)
  expect(answer.kind).toBe('refusal')
  expect(answer.quotes).toEqual([])
  expect(answer.say).toContain(said)
})

test('a clause that exists is shown beside one that does not', () => {
  const answer = ask('K55 and K56')
  expect(answer.quotes.map((q) => q.clause)).toEqual(['SC-NETWORKS:K55'])
  expect(answer.say).toContain('In SC-NETWORKS, K runs to K55.')
})

test('every clause can be asked for by its label and by its id', () => {
  for (const { uid, label } of clauses) {
    expect(ask(label).quotes[0]?.clause, label).toBe(uid)
    expect(ask(uid).quotes[0]?.clause, uid).toBe(uid)
  }
})

test('a document’s facts are quoted from it', () => {
  expect(quoted('when was SFJBA13 approved')).toEqual(['SFJBA13:DetailsDateApproved'])
  expect(quoted('what version is the community safety standard')).toEqual(['SFJBA13:DetailsVersionNumber'])
  expect(quoted('Who wrote the community safety standard?')).toContain('SFJBA13:DetailsDevelopedby')
  expect(quoted('When is the safety standard due for review?')).toEqual(['SFJBA13:DetailsIndicativeReviewDate'])
  expect(quoted('Which key area does the partnership standard belong to?')).toContain('CD-COLLAB:Overview3')
})

test('a fact that the text does not give is said to be missing', () => {
  for (const [question, said] of [
    ['When was the networks standard approved?', 'The text of SC-NETWORKS gives no date.'],
    ['what is the URN of the partnership standard', 'The text of CD-COLLAB gives no unit number.'],
    ['What version number is the networks standard?', 'The text of SC-NETWORKS gives no version number.'],
  ] as const) {
    const answer = ask(question)
    expect(answer).toMatchObject({ kind: 'facts', quotes: [] })
    expect(answer.say).toEqual([said])
  }
})

test.for([
  ['is it current?', ['SFJBA13:DetailsValidity', 'SFJBA13:DetailsStatus']],
  ['when should it be reviewed?', ['SFJBA13:DetailsIndicativeReviewDate']],
  ['version', ['SFJBA13:DetailsVersionNumber']],
  ['who wrote this?', ['SFJBA13:DetailsDevelopedby', 'SFJBA13:DetailsOriginatingOrganisation']],
  ['SFJBA13 review date', ['SFJBA13:DetailsIndicativeReviewDate']],
  ['date of SFJBA13', ['SFJBA13:DetailsDateApproved']],
  ['status of SFJBA13', ['SFJBA13:DetailsValidity', 'SFJBA13:DetailsStatus']],
  ['is the community safety standard still in force', ['SFJBA13:DetailsValidity', 'SFJBA13:DetailsStatus']],
  ['when does the safety standard expire', ['SFJBA13:DetailsIndicativeReviewDate']],
  ['who publishes SFJBA13?', ['SFJBA13:DetailsDevelopedby', 'SFJBA13:DetailsOriginatingOrganisation']],
  ['who developed the community networks and partnerships standard?', []],
  ['is CD-COLLAB current', []],
] as const)('a fact, asked for as people do: %s', ([question, uids]) => {
  expect(ask(question).kind).toBe('facts')
  expect(quoted(question)).toEqual(uids)
})

test.for([
  'how do I know the information is current?',
  'when should I review my network?',
  'does the standard say when staff should be reviewed?',
  'who owns the network?',
  'how old are the people in our group',
  'what do the NOS say about power?',
  'give me the short version of what this standard wants from a worker',
])('what only sounds like a fact of a document is looked for in the clauses: %s', (question) => {
  expect(['answer', 'hedge', 'refusal']).toContain(ask(question).kind)
})

test.for([
  ['what does the overview of SFJBA13 say?', 'SFJBA13:Overview1'],
  ['tell me about the networks standard', 'SC-NETWORKS:Overview1'],
  ['CD-COLLAB', 'CD-COLLAB:Overview1'],
  ['keywords of SFJBA13', 'SFJBA13:DetailsKeywords'],
  ['overview paragraph 2 of CD-COLLAB', 'CD-COLLAB:Overview2'],
] as const)('a place without a number is found by its name: %s', ([question, uid]) => {
  expect(ask(question)).toMatchObject({
    kind: 'lookup',
    quotes: [
      { clause: uid },
      ...quoted(question)
        .slice(1)
        .map(() => ({})),
    ],
  })
})

test.for(['what does K31 mean?', 'summarise K31', 'Could you shorten K31 for me?'])(
  '“%s” has our plain words too, and says that they are ours',
  (question) => {
    expect(ask(question).say).toEqual([
      `SC-NETWORKS K31 in plain words (ours, not the standard’s): ${standards.clause('SC-NETWORKS:K31')?.gloss}`,
    ])
  },
)

test.for([
  'NOS for youth work',
  'youth work NOS',
  'cldsccd15',
  'scdhsc0001',
  'PC 9 of CLDSCCD15',
  'SFJBA12',
  'what does SCDHSC0024 say about safeguarding',
  'What does the youth work standard say about boundaries?',
  'CLDSCCD15',
  'List the performance criteria for Key Area Two',
])('another standard is not loaded: %s', (question) => {
  const answer = ask(question)
  expect(answer).toMatchObject({ kind: 'not-loaded', quotes: [] })
  expect(answer.say.join(' ')).toMatch(/I have these three: CD-COLLAB .*SC-NETWORKS .*SFJBA13/)
})

test('words before “what does the standard say” are no standard’s name', () => {
  expect(ask('My boss is a bully what does the standard say').kind).not.toBe('not-loaded')
})
