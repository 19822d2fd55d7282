import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadChanged } from './load-changed.ts'
import { STANDARDS_FOLDER } from './loaded.ts'

test('a clause id used twice names its file and line', () => {
  expect(loadChanged('cd-collab.yaml', '- id: PC2\n', '- id: PC1\n')).toThrow(
    /cd-collab\.yaml:\d+: the id PC1 is used twice/,
  )
})

test('a parent that is not there names its file and line', () => {
  expect(loadChanged('sfjba13.yaml', 'parent: PC15\n', 'parent: PC99\n')).toThrow(
    /sfjba13\.yaml:\d+: the parent PC99 should stand before/,
  )
})

test('an unknown key names its file and line', () => {
  expect(loadChanged('sc-networks.yaml', 'short: ', 'shorter: ')).toThrow(/sc-networks\.yaml:\d+: .*“shorter”/)
})

test('a gloss for a clause that is not there stops the start', () => {
  expect(loadChanged('glosses.yaml', 'CD-COLLAB:PC1:', 'CD-COLLAB:PC77:')).toThrow(
    /glosses\.yaml:\d+: no standard has a clause CD-COLLAB:PC77/,
  )
})

test('a clause without a gloss stops the start', () => {
  const gloss =
    /SFJBA13:PC29:\n {2}gloss: .*\n {2}also: .*\n/.exec(
      readFileSync(join(STANDARDS_FOLDER, 'glosses.yaml'), 'utf8'),
    )?.[0] ?? ''
  expect(loadChanged('glosses.yaml', gloss, '')).toThrow(/a gloss for SFJBA13:PC29 is expected/)
})

test('a fact that points at no clause stops the start', () => {
  expect(loadChanged('sfjba13.yaml', '- DetailsSuite\n', '- DetailsNothing\n')).toThrow(
    /sfjba13\.yaml:\d+: there is no clause DetailsNothing/,
  )
})
