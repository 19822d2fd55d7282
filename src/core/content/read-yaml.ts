import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A mistake in a content file. The message says where, what was expected and what came, so that its author can mend it. */
export class ContentError extends Error {
  override name = 'ContentError'
}

export interface Read<T> {
  data: T
  /** The line on which the thing at a path stands. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Reads a YAML file and checks it. Every mistake found is listed, each with file and line. */
export const readYaml = <T>(file: string, schema: z.ZodType<T>): Read<T> =>
  parseYaml(file, readFileSync(file, 'utf8'), schema)

/** The same for YAML inside another file; `offset` is how many lines stand above it. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, offset = 0): Read<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const line = (at: number) => lines.linePos(at).line + offset
  if (document.errors.length)
    throw new ContentError(
      document.errors.map((e) => `${file}:${line(e.pos[0])}: this isn't YAML: ${e.message.split('\n')[0]}`).join('\n'),
    )
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let end = path.length; end >= 0; end--) {
      const node = document.getIn(path.slice(0, end), true)
      if (isNode(node) && node.range) return line(node.range[0])
    }
    return 1 + offset
  }
  const raw: unknown = document.toJS()
  const result = schema.safeParse(raw)
  if (!result.success)
    throw new ContentError(
      result.error.issues
        .flatMap((issue) => explainIssue(issue, raw))
        .map(({ path, text }) => `${file}:${lineOf(path)}: ${text}`)
        .join('\n'),
    )
  return { data: result.data, lineOf }
}

/** What a zod issue means to an author: where, expected, found. */
export function explainIssue(issue: z.core.$ZodIssue, raw: unknown): { path: PropertyKey[]; text: string }[] {
  const where = issue.path.map(String).join('.') || 'the whole file'
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      text: `${where} has a key “${key}” that isn't known here. Is it spelt right?`,
    }))
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.toSorted((a, b) => a.length - b.length)[0]
    if (branch?.length)
      return branch.flatMap((inner) =>
        explainIssue({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, raw),
      )
  }
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    raw,
  )
  return [{ path: [...issue.path], text: `${where}: ${issue.message}. Found: ${describe(found)}.` }]
}

const describe = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value)?.slice(0, 80) ?? String(value))
