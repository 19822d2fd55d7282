import type { Route } from './route.ts'

export interface Match {
  route: Route
  params: Record<string, string>
}

/** Finds the route of a path, or says which methods the path does have. */
export function matchRoute(routes: Route[], method: string, path: string): Match | { allow: string[] } | null {
  const allow: string[] = []
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (!params) continue
    if (route.method === method) return { route, params }
    allow.push(route.method)
  }
  return allow.length ? { allow } : null
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const value = given[i] as string
    if (!part.startsWith(':')) {
      if (part !== value) return null
    } else if (value === '') return null
    else params[part.slice(1)] = decode(value)
  }
  return params
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
