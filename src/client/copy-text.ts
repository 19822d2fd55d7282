/** Copies a prepared text, as it stands in its box by now. Without this script it is selected and copied by hand. */
export function offerCopies(within: ParentNode): void {
  for (const button of within.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false
}

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-copy]') : null
  const block = button?.closest('.copy')
  const text = block?.querySelector<HTMLTextAreaElement>('[data-copied]')
  const said = block?.querySelector('[data-copy-said]')
  if (!text || !said) return
  try {
    await navigator.clipboard.writeText(text.value)
    said.textContent = 'Copied.'
  } catch {
    // Browsers refuse where the connection isn't secure.
    text.select()
    said.textContent = 'The text is selected. Copy it with your keyboard or by holding it.'
  }
})
