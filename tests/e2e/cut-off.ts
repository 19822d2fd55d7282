import type { Page } from 'playwright-core'

/**
 * What a reader of a narrow window, or of big letters, can't get at: a page that scrolls sideways, words outside it, and
 * words in a box that hides what doesn't fit. One line a place; a box with a scroll bar of its own hides nothing.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth} px`] : []
    const name = (e: Element) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}">`
    const scrolls = (e: Element) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.clientWidth > 0
    const hides = (overflow: string) => /hidden|clip/.test(overflow)
    /** For screen readers only: a pixel wide on purpose, here or further out. */
    const isUnseen = (e: Element) => {
      for (let at: Element | null = e; at; at = at.parentElement) {
        const { width, height } = at.getBoundingClientRect()
        if (width <= 1 && height <= 1) return true
      }
      return false
    }
    const inScroller = (e: Element) => {
      for (let at = e.parentElement; at && at !== document.body; at = at.parentElement) if (scrolls(at)) return true
      return false
    }
    for (const e of document.body.querySelectorAll<HTMLElement>('*')) {
      const words = (e.textContent ?? '').trim()
      if (!words || e.closest('svg') || !e.checkVisibility({ visibilityProperty: true }) || isUnseen(e)) continue
      const { overflowX, overflowY } = getComputedStyle(e)
      if (hides(overflowX) && e.scrollWidth > e.clientWidth + 1)
        found.push(`cuts its words off at the side: ${name(e)}`)
      if (hides(overflowY) && e.scrollHeight > e.clientHeight + 1) found.push(`cuts its words off below: ${name(e)}`)
      const own = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue?.trim())
      for (const text of own) {
        const range = document.createRange()
        range.selectNodeContents(text)
        const outside = [...range.getClientRects()].some((r) => r.right > clientWidth + 1 || r.left < -1)
        if (outside && !inScroller(e)) found.push(`words outside the page: ${name(e)} “${words.slice(0, 40)}”`)
      }
    }
    return found
  })
