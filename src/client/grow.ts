/** For browsers that can't let a box grow with its text by style alone. */
export {}

function grow(box: EventTarget | null): void {
  if (!(box instanceof HTMLTextAreaElement && box.scrollHeight)) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + 4}px`
}

for (const type of ['input', 'focusin']) document.addEventListener(type, (event) => grow(event.target))
for (const box of document.querySelectorAll('.q textarea')) grow(box)
