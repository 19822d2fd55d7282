import { expect, test } from 'vitest'
import { answer, newVisitor, openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { contentWith, rated, rating } from '#tests/support/second-look.ts'
import { fillPage } from '../../src/web/fill-page.ts'
import { compileTemplate } from '../../src/web/splice.ts'

forEachDatabase((_name, fresh) => {
  test('a page is filled with the ratings that stood before, and never with somebody else’s', async () => {
    const place = await openAt(await fresh(), '2026-03-02T09:00:00.000Z', contentWith(rating))
    const { core } = place
    const [reader, other] = [await newVisitor(core), await newVisitor(core)]
    const template = compileTemplate(`<!--[question ${rating.id}]-->blank<!--[/question]-->`)
    await answer(core, reader, rated(2))
    await answer(core, other, rated(1))
    expect(await fillPage(core, reader, template)).not.toContain('Before')
    place.at('2026-06-02T09:00:00.000Z')
    await answer(core, reader, rated(5))
    await answer(core, reader, rated(4))
    expect([...(await fillPage(core, reader, template)).matchAll(/Before: [^<]+/g)].flat()).toEqual([
      'Before: 3 out of 5',
      'Before: 2 out of 5',
    ])
    expect(await fillPage(core, other, template)).not.toContain('Before')
  })
})
