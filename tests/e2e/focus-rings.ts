import type { Page } from 'playwright-core'

/** Controls that don't show the focus when it comes by keyboard, and fields without an edge. One line a place. */
export async function unringed(page: Page): Promise<string[]> {
  // From here on the browser takes every focus for one by keyboard.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const found: string[] = []
    const say = (e: Element, what: string) => found.push(`${what}: ${e.outerHTML.slice(0, 120)}`)
    const isDrawn = (e: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(e)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not(.panel)')) fold.open = true
    for (const e of document.querySelectorAll<HTMLElement>(controls)) {
      if (!e.checkVisibility({ visibilityProperty: true }) || e.matches(':disabled')) continue
      e.focus({ preventScroll: true })
      if (!e.matches(':focus-visible')) say(e, 'takes no focus')
      // A control that is itself unseen shows it on what stands for it.
      const shown = getComputedStyle(e).opacity === '0' ? e.nextElementSibling : e
      if (!shown || !isDrawn(shown)) say(e, 'shows no focus')
      const { borderBlockEndStyle, borderBlockEndWidth, appearance } = getComputedStyle(shown ?? e)
      const hasEdge = borderBlockEndStyle !== 'none' && Number.parseFloat(borderBlockEndWidth) > 0
      if (e.matches('input, select, textarea') && !hasEdge && appearance === 'none') say(e, 'has no edge')
    }
    return found
  })
}

/** What moves, or would when it is pressed, opened or scrolled to. */
export const moves = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = document.getAnimations().map((a) => `an animation runs: ${a.id || a.constructor.name}`)
    for (const e of document.querySelectorAll('*'))
      for (const part of [null, '::before', '::after']) {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(e, part)
        const takes = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0)
        if (takes || animationName !== 'none' || scrollBehavior === 'smooth')
          found.push(`moves: <${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}">${part ?? ''}`)
      }
    return found
  })
