import postcss, { type AtRule, type Container, type Root } from 'postcss'
import parseSelectors, { type Selector } from 'postcss-selector-parser'
import type { Names } from './names-in.ts'

/** Pseudo-classes that match where one of the selectors in them does. */
const ONE_OF = new Set([':is', ':where', ':has'])
const parsed = new Map<string, Selector[]>()
const roots = new Map<string, Root>()

function selectorsIn(text: string): Selector[] {
  if (!parsed.has(text)) parsed.set(text, parseSelectors().astSync(text).nodes)
  return parsed.get(text) as Selector[]
}

/** Whether every name that a selector asks for is there. How they stand to each other isn't looked at. */
const mayMatch = (selector: Selector, names: Names): boolean =>
  selector.nodes.every((node) => {
    if (node.type === 'class') return names.classes.has(node.value)
    if (node.type === 'id') return names.ids.has(node.value)
    if (node.type === 'tag') return names.tags.has(node.value.toLowerCase())
    if (node.type === 'attribute') return names.attributes.has(node.attribute)
    if (node.type === 'pseudo' && ONE_OF.has(node.value)) return node.nodes.some((inner) => mayMatch(inner, names))
    return true
  })

/** A style sheet without the rules that nothing with these names can match. What is left stands as it was written. */
export function pruneStyles(css: string, names: Names): string {
  if (!roots.has(css)) roots.set(css, postcss.parse(css))
  const root = (roots.get(css) as Root).clone()
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as AtRule).name)) return
    const kept = rule.selectors.filter((text) => selectorsIn(text).some((s) => mayMatch(s, names)))
    if (kept.length === 0) rule.remove()
    else if (kept.length < rule.selectors.length) rule.selectors = kept
  })
  joinLayers(root)
  dropEmpty(root)
  return root.toString()
}

/** One block for each layer: the order of layers is that of their first mention, and within one that of its rules. */
function joinLayers(root: Root): void {
  const first = new Map<string, AtRule>()
  for (const node of [...root.nodes]) {
    if (node.type !== 'atrule' || node.name !== 'layer' || !node.nodes) continue
    const block = first.get(node.params)
    if (!block) first.set(node.params, node)
    else {
      block.append(node.nodes)
      node.remove()
    }
  }
}

function dropEmpty(container: Container): void {
  for (const node of [...(container.nodes ?? [])]) {
    if (!('nodes' in node) || !node.nodes) continue
    dropEmpty(node as Container)
    if (node.nodes.length === 0) node.remove()
  }
}
