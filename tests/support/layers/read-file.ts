import { posix } from 'node:path'
import { convertToTsx } from '@astrojs/astro2tsx'
import { mdxToMdast } from 'satteri'
import ts from 'typescript'

export interface Import {
  /** A path in this repository (`src/core/app.ts`), or the name of a package (`kysely`, `node:fs`). */
  target: string
  /** Nothing of it is left when the program runs. */
  types: boolean
}

/** What the layers test needs to know about a file. */
export interface Facts {
  path: string
  lines: number
  imports: Import[]
  readsEnvironment: boolean
  /** Tables named in a query, and whether the query only reads them. */
  tables: { name: string; reads: boolean }[]
  /** Functions and methods called, by their last name, and what they are called on. */
  calls: { name: string; on: string }[]
  /** `Astro.locals.core`, `Astro.cookies` and the like; `Astro.locals` when it is passed on whole. */
  members: string[]
  /** Properties that are read or taken out of an object, by name; a method that is only called isn’t. */
  reaches: string[]
  /** Strings that the program works with; not those in types and imports. */
  strings: string[]
  /** MDX only: imports, exports and expressions in the words. */
  logic: string[]
  /** Astro only: what the content security policy would stop. */
  unsafe: string[]
}

const ROOTS: Record<string, string> = { '#core/': 'src/core/', '#bot/': 'bot/', '#tests/': 'tests/' }

/** Where an import leads, seen from the file it stands in. */
function targetOf(specifier: string, path: string): string {
  const plain = specifier.replace(/\?.*$/, '')
  const root = Object.keys(ROOTS).find((name) => plain.startsWith(name))
  if (root) return posix.normalize(ROOTS[root] + plain.slice(root.length))
  if (plain.startsWith('.')) return posix.join(posix.dirname(path), plain)
  if (plain.startsWith('/')) return plain.slice(1)
  if (/^\w+:/.test(plain)) return plain
  return plain.split('/', plain.startsWith('@') ? 2 : 1).join('/')
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause || clause.isTypeOnly) return clause?.isTypeOnly ?? false
  const named = clause.namedBindings
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((e) => e.isTypeOnly)
  )
}

const READING = new Set([
  'selectFrom',
  'innerJoin',
  'leftJoin',
  'rightJoin',
  'fullJoin',
  'innerJoinLateral',
  'leftJoinLateral',
  'crossJoin',
  'from',
  'using',
])
const WRITING = new Set(['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto'])

const text = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined
const texts = (node: ts.Node | undefined): string[] =>
  node && ts.isArrayLiteralExpression(node)
    ? node.elements.flatMap((e) => text(e) ?? [])
    : [text(node)].filter((t) => t !== undefined)

/** Reads one program into the facts: TypeScript, or what stands in an Astro file's frontmatter, template and scripts. */
function readProgram(facts: Facts, source: string, kind: ts.ScriptKind): void {
  const add = (specifier: string | undefined, types: boolean) => {
    if (specifier !== undefined) facts.imports.push({ target: targetOf(specifier, facts.path), types })
  }
  const readCall = (node: ts.CallExpression) => {
    const { expression } = node
    if (expression.kind === ts.SyntaxKind.ImportKeyword) add(text(node.arguments[0]), false)
    if (ts.isIdentifier(expression)) facts.calls.push({ name: expression.text, on: '' })
    if (expression.kind === ts.SyntaxKind.Identifier && expression.getText() === 'require')
      add(text(node.arguments[0]), false)
    if (!ts.isPropertyAccessExpression(expression)) return
    const name = expression.name.text
    facts.calls.push({ name, on: expression.expression.getText() })
    if (READING.has(name) || WRITING.has(name))
      for (const table of texts(node.arguments[0]))
        facts.tables.push({ name: table.split(' as ')[0] as string, reads: READING.has(name) })
  }
  const readMember = (object: ts.Expression, member: string, node: ts.Node) => {
    const on = object.getText()
    const goesOn =
      ts.isPropertyAccessExpression(node.parent) ||
      ts.isElementAccessExpression(node.parent) ||
      (ts.isVariableDeclaration(node.parent) && ts.isObjectBindingPattern(node.parent.name))
    if (on === 'Astro.locals' || (on === 'Astro' && !(member === 'locals' && goesOn)))
      facts.members.push(`${on}.${member}`)
    if (member === 'env' && /(^|\.)process$|^import\.meta$/.test(on)) facts.readsEnvironment = true
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(text(node.moduleSpecifier), isTypeOnly(node.importClause))
      const names = node.importClause?.namedBindings
      const isProcess = /^(node:)?process$/.test(text(node.moduleSpecifier) ?? '')
      if (
        isProcess &&
        names &&
        ts.isNamedImports(names) &&
        names.elements.some((e) => (e.propertyName ?? e.name).text === 'env')
      )
        facts.readsEnvironment = true
      return
    }
    if (ts.isExportDeclaration(node)) add(text(node.moduleSpecifier), node.isTypeOnly)
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      add(text(node.moduleReference.expression), node.isTypeOnly)
    else if (ts.isImportTypeNode(node))
      add(text(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined), true)
    else if (ts.isCallExpression(node)) readCall(node)
    else if (ts.isPropertyAccessExpression(node)) readMember(node.expression, node.name.text, node)
    else if (ts.isElementAccessExpression(node)) readMember(node.expression, text(node.argumentExpression) ?? '', node)
    else if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer)
      for (const e of node.name.elements) readMember(node.initializer, (e.propertyName ?? e.name).getText(), e)
    if (ts.isPropertyAccessExpression(node)) {
      const called = ts.isCallExpression(node.parent) && node.parent.expression === node
      if (!called) facts.reaches.push(node.name.text)
    } else if (ts.isElementAccessExpression(node)) facts.reaches.push(text(node.argumentExpression) ?? '')
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent))
      facts.reaches.push((node.propertyName ?? node.name).getText().replace(/^['"]|['"]$/g, ''))
    if (ts.isStringLiteralLike(node) && !ts.isLiteralTypeNode(node.parent)) facts.strings.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(facts.path, source, ts.ScriptTarget.Latest, true, kind))
}

function readAstro(facts: Facts, source: string): void {
  const { code, scripts, styles, hasParseErrors, diagnostics } = convertToTsx(source, { filename: facts.path })
  if (hasParseErrors) throw new Error(`${facts.path} can’t be read: ${diagnostics.map((d) => d.message).join(' ')}`)
  readProgram(facts, code, ts.ScriptKind.TSX)
  for (const { type, content } of scripts) {
    const kind = String(type)
    if (kind !== 'json' && kind !== 'event-attribute') readProgram(facts, content, ts.ScriptKind.TS)
    if (!['json', 'processed-module'].includes(kind) && content.trim() !== '')
      facts.unsafe.push(`an inline ${kind === 'event-attribute' ? 'handler' : 'script'}`)
  }
  for (const { type } of styles)
    facts.unsafe.push(String(type) === 'style-attribute' ? 'a style attribute' : 'a <style> of its own')
}

interface Node {
  type: string
  value?: unknown
  children?: Node[]
  attributes?: { type: string; value?: unknown }[]
}

function readMdx(facts: Facts, source: string): void {
  const visit = (node: Node): void => {
    const value = typeof node.value === 'string' ? node.value : ''
    if (node.type === 'mdxjsEsm') {
      facts.logic.push(value)
      readProgram(facts, value, ts.ScriptKind.TSX)
    }
    // A comment in braces has no statements; anything else would be worked out while the page is built.
    if (/^mdx(Text|Flow)Expression$/.test(node.type) && program(value).statements.length > 0) facts.logic.push(value)
    for (const attribute of node.attributes ?? []) {
      if (attribute.type === 'mdxJsxExpressionAttribute') facts.logic.push(String(attribute.value))
      const inside = attribute.value as Node | string | null | undefined
      // Data may stand in an attribute ({3}, {['a', 'b']}); anything that is worked out may not.
      if (inside && typeof inside === 'object' && !isData(String(inside.value))) facts.logic.push(String(inside.value))
    }
    for (const child of node.children ?? []) visit(child)
  }
  visit(mdxToMdast(source) as Node)
}

const program = (source: string) => ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest, true)

function isData(source: string): boolean {
  let data = true
  const visit = (node: ts.Node): void => {
    const name = ts.isIdentifier(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)
    if (name || ts.isCallExpression(node) || ts.isFunctionLike(node) || ts.isBinaryExpression(node)) data = false
    ts.forEachChild(node, visit)
  }
  visit(program(`(${source})`))
  return data
}

/** Reads a file of this repository, whichever of its languages it is in. */
export function readFile(path: string, source: string): Facts {
  const facts: Facts = {
    path,
    lines: source.replace(/\n$/, '').split('\n').length,
    imports: [],
    readsEnvironment: false,
    tables: [],
    calls: [],
    members: [],
    reaches: [],
    strings: [],
    logic: [],
    unsafe: [],
  }
  if (path.endsWith('.astro')) readAstro(facts, source)
  else if (path.endsWith('.mdx')) readMdx(facts, source)
  else if (/\.[cm]?[jt]sx?$/.test(path)) readProgram(facts, source, ts.ScriptKind.TS)
  return facts
}
