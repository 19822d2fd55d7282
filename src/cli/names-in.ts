/** What a piece of HTML, or the program text that makes one, could be styled by. */
export interface Names {
  classes: Set<string>
  ids: Set<string>
  tags: Set<string>
  attributes: Set<string>
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m[1] as string)

/** The names in a page. Too many do no harm: they keep a rule that is not needed. */
export const namesInPage = (page: string): Names => ({
  classes: new Set(all(page, /\sclass="([^"]*)"/g).flatMap((value) => value.split(/\s+/))),
  ids: new Set(all(page, /\sid="([^"]*)"/g)),
  tags: new Set(all(page, /<([a-z][\w-]*)/g)),
  attributes: new Set(all(page, /\s([a-z][\w-]*)(?=[=\s>])/g)),
})

/** `dataset.state` is `data-state` in a selector, and `ariaBusy` is `aria-busy`. */
const asAttribute = (word: string) => word.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/**
 * The names that a program may put into a page: those of the tags and classes in its templates, and the words of its
 * strings. The words between the tags, and its own names for things, are not for style sheets.
 */
export function namesInProgram(text: string): Names {
  const program = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^.* from '.*$/gm, '')
  const wordsIn = (texts: string[]) => texts.flatMap((t) => t.match(/[A-Za-z][\w-]*/g) ?? [])
  const strings = wordsIn(all(program, /'([^'\n]*)'/g))
  const names = new Set([...strings, ...wordsIn(all(program, /class="((?:\$\{[^}]*\}|[^"])*)"/g))])
  return {
    classes: names,
    ids: new Set(strings),
    tags: new Set([...strings, ...all(program, /<([a-z][\w-]*)/g)]),
    attributes: new Set(wordsIn([program]).flatMap((w) => [w, asAttribute(w), `data-${asAttribute(w)}`])),
  }
}

export function together(several: Names[]): Names {
  const join = (kind: keyof Names) => new Set(several.flatMap((names) => [...names[kind]]))
  return { classes: join('classes'), ids: join('ids'), tags: join('tags'), attributes: join('attributes') }
}
