/** Moves up and down in a ranking, and no option in two places. The menus work without this. */
export function rank(list: Element): void {
  const menus = [...list.querySelectorAll('select')]
  const rowOf = (menu: Element) => menu.closest('li') as Element
  let before: string[] = []

  function settle(): void {
    before = menus.map((menu) => menu.value)
    menus.forEach((menu, i) => {
      for (const button of rowOf(menu).querySelectorAll('button')) {
        button.hidden = false
        button.ariaLabel = `${button.textContent}: ${menu.value ? menu.selectedOptions[0]?.text : `place ${i + 1}`}`
      }
    })
  }

  list.addEventListener('change', (event) => {
    const menu = event.target as HTMLSelectElement
    const other = menus.find((m) => m !== menu && m.value && m.value === menu.value)
    if (other) other.value = before[menus.indexOf(menu)] as string
    settle()
  })
  list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-move]')
    if (!button) return
    const { move } = button.dataset
    const at = menus.findIndex((menu) => rowOf(menu).contains(button))
    const from = menus[at] as HTMLSelectElement
    const to = menus[at + Number(move)] as HTMLSelectElement
    ;[from.value, to.value] = [to.value, from.value]
    settle()
    // The focus goes along with what was moved; at an end only the other way is left.
    const row = rowOf(to)
    ;(row.querySelector<HTMLElement>(`[data-move="${move}"]`) ?? row.querySelector('button'))?.focus()
    list.dispatchEvent(new Event('input', { bubbles: true }))
  })
  settle()
}
