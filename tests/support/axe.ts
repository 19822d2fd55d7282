import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it stands, one line a place: the rule, what to do, and where. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the browser itself, so the page's own content security policy stays as strict as it is.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document)
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
    )
  })
}

/** The violations in light and in dark, in that order, each named with its scheme. */
export async function axeInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await axeViolations(page)).map((violation) => `${colorScheme} ${violation}`))
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return found
}
