export {}

/** Moves up and down in a ranking, and no option in two places. The menus work without this. */
function rank(list: Element): void {
  const menus = [...list.querySelectorAll('select')]
  const rowOf = (menu: Element) => menu.closest('li') as Element
  const places = () => menus.map((menu) => menu.value)
  let now: string[] = []
  /** The menu that was changed last, and how the list stood before that. */
  let changing: HTMLSelectElement | undefined
  let before: string[] = []

  function settle(): void {
    now = places()
    menus.forEach((menu, i) => {
      for (const button of rowOf(menu).querySelectorAll('button')) {
        button.hidden = false
        button.ariaLabel = `${button.textContent}: ${menu.value ? menu.selectedOptions[0]?.text : `place ${i + 1}`}`
      }
    })
  }

  list.addEventListener('change', (event) => {
    const menu = event.target as HTMLSelectElement
    const at = menus.indexOf(menu)
    const movedOn = menu !== changing || places().some((value, i) => i !== at && value !== now[i])
    if (movedOn) before = places().map((value, i) => (i === at ? (now[i] as string) : value))
    changing = menu
    // With arrows the way to an option leads over others: what they had to give up on the way, they get back.
    for (const [i, m] of menus.entries()) if (m !== menu) m.value = before[i] as string
    const other = menus.find((m) => m !== menu && m.value && m.value === menu.value)
    if (other) other.value = before[at] as string
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
    changing = undefined
    settle()
    // The focus goes along with what was moved; at an end only the other way is left.
    const row = rowOf(to)
    ;(row.querySelector<HTMLElement>(`[data-move="${move}"]`) ?? row.querySelector('button'))?.focus()
    list.dispatchEvent(new Event('input', { bubbles: true }))
  })
  list.closest('form')?.addEventListener('filled', () => {
    changing = undefined
    settle()
  })
  settle()
}

for (const list of document.querySelectorAll('.ranking')) rank(list)
