import { describe, expect, test } from 'vitest'
import { findQuote, verifyQuote } from '#core/standards/verify-quote.ts'
import { FAIR, quoteFairly } from './fair-quotes.ts'
import { clauses, standards } from './loaded.ts'
import { MISQUOTES, misquote } from './misquotes.ts'

const EACH = 1000
const FAIR_ONES = 2000

describe('misquotations', () => {
  test.for(Object.keys(MISQUOTES))(`${EACH} of them, none accepted: %s`, (kind) => {
    const cases = misquote(kind, clauses, EACH)
    const accepted = cases.filter(({ clause, quote }) => verifyQuote(clause, quote))
    const from = new Set(cases.map(({ clause }) => clause.uid)).size
    console.info(`${kind}: ${accepted.length} of ${cases.length} accepted, from ${from} clauses`)
    expect(cases).toHaveLength(EACH)
    expect(accepted.map(({ clause, quote }) => `${clause.text} → ${quote}`)).toEqual([])
  })

  test.for([
    ['CD-COLLAB:Valueexamplesintro', 'part of assessment requirements'],
    [
      'CD-COLLAB:Valueexample1',
      'the involvement and participation of marginalised and excluded communities are identified',
    ],
    ['CD-COLLAB:KU16', 'collaborative working in a partnership'],
    ['SC-NETWORKS:P6', 'share your findings with relevant individuals, key people and others'],
    ['SC-NETWORKS:P17', 'discriminate within their own working practices'],
    ['SC-NETWORKS:K31', 'action is taken to address them'],
    ['SC-NETWORKS:K31', 'you have reported concerns'],
    ['SC-NETWORKS:K35', 'how to enable group members to take responsibility'],
    ['SC-NETWORKS:ScopePCstatus', 'to be regarded as range statements'],
    ['SC-NETWORKS:ScopePCnote1', 'express their own preferences and make decisions about their life'],
    ['SC-NETWORKS:ScopePCnote1', 'the involvement of advocates or others'],
    ['SC-NETWORKS:ScopePCTocommunicate', 'verbal forms of communication'],
    ['SC-NETWORKS:Valuesright2', 'be discriminated against'],
    ['SC-NETWORKS:ScopeKapplication', 'be applied in the context'],
    ['SFJBA13:Overview2', 'to set the agenda'],
    [
      'SFJBA13:PC17',
      'achieve the best balance between encouraging the community to take responsibility for action, and seeking further support',
    ],
    ['SFJBA13:PC29', 'in line with your organisation'],
    ['SFJBA13:KU15', 'crime and anti'],
    ['SFJBA13:KU15', 'social behaviour and how this can be counteracted'],
  ] as const)('%s does not say “%s”', ([uid, quote]) => {
    expect(standards.clause(uid)?.text.toLowerCase()).toContain(quote.toLowerCase())
    expect(verifyQuote(standards.clause(uid), quote)).toBe(false)
  })
})

describe('fair quotations', () => {
  const cases = quoteFairly(clauses, FAIR_ONES)

  test(`${FAIR_ONES} of them, all accepted`, () => {
    const refused = cases.filter(({ clause, quote }) => !verifyQuote(clause, quote))
    for (const way of Object.keys(FAIR)) {
      const made = cases.filter(({ ways }) => ways.includes(way))
      const fine = made.filter((each) => !refused.includes(each))
      console.info(`${way}: ${fine.length} of ${made.length} accepted`)
    }
    expect(new Set(cases.map(({ clause }) => clause.uid)).size).toBe(clauses.length)
    expect(refused.map(({ clause, quote }) => `${clause.text} → ${quote}`)).toEqual([])
  })

  test.for([
    [
      'SC-NETWORKS:P17',
      'they do not discriminate within their own working practices or against other groups and networks',
    ],
    ['SC-NETWORKS:K30', 'report any concerns about abuse'],
    ['SFJBA13:PC15.1', 'Agreed with the community.'],
    ['SFJBA13:PC29', 'the review process, in line with your organisation’s requirements'],
    ['SFJBA13:KU26', 'against the intended outcomes'],
    ['SFJBA13:Overview3', '“The term ‘community’ has been used”'],
    ['SFJBA13:PC1', 'acknowledging thei rights'],
  ] as const)('%s says “%s”', ([uid, quote]) => {
    expect(verifyQuote(standards.clause(uid), quote)).toBe(true)
  })

  test('the words are found in the clause as it is shown, with its own marks', () => {
    const clause = standards.clause('SFJBA13:PC29')
    const span = findQuote(clause, 'Your organisation’s  requirements.')
    expect(clause?.text.slice(span?.start, span?.end)).toBe("your organisation's requirements")
    expect(findQuote(clause, 'your organisations requirements')).toBeNull()
  })
})
