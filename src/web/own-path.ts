const HERE = 'http://standpoint.invalid'

/**
 * An address as a path of this site, fit for a header and a link; null where a browser would read another site's address
 * in it (`//host`, `/\host`, a tab between two slashes, `javascript:`).
 */
export function ownPath(text: string): string | null {
  const url = text.startsWith('/') ? URL.parse(text, HERE) : null
  if (url?.origin !== HERE) return null
  // `/.//host` is a path of ours that would be sent on as `//host`.
  return url.pathname.replace(/^\/+/, '/') + url.search + url.hash
}

/** The address that a request line asks for; null when it is none. The host in it, if any, means nothing here. */
export const askedUrl = (line: string): URL | null => URL.parse(line.replace(/^[/\\]+/, '/'), HERE)
