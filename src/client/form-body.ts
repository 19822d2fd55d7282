/** What a form holds, without what changes from save to save. */
export function bodyOf(form: HTMLFormElement): string {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  body.delete('base')
  body.delete('operation')
  return `${body}`
}

const boxes = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (e): e is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      'name' in e && e.name !== '' && !/^(hidden|submit)$/.test((e as HTMLInputElement).type),
  )

/** Puts a kept body back into the form, and says so to its other scripts; a blank one takes everything out. */
export function fillForm(form: HTMLFormElement, body: string): void {
  const fields = new URLSearchParams(body)
  for (const box of boxes(form)) {
    if (/^(radio|checkbox)$/.test(box.type))
      (box as HTMLInputElement).checked = fields.getAll(box.name).includes(box.value)
    else box.value = fields.get(box.name) ?? ''
    // What was typed must not sit unseen in a fold. Private folds stay shut.
    if (fields.get(box.name)) open(box)
  }
  form.dispatchEvent(new Event('filled'))
}

function open(box: Element): void {
  const fold = box.closest<HTMLDetailsElement>('details:not(.shut)')
  if (!fold) return
  fold.open = true
  if (fold.parentElement) open(fold.parentElement)
}
