/** What to say when a passkey was not made or not used. What a browser says itself is for programmers. */
export function problemOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'InvalidStateError')
    return 'This device has a passkey for your notebook already.'
  if (error instanceof DOMException || error instanceof TypeError)
    return 'No passkey was used. Nothing has changed; you can try again, or use your e-mail address.'
  return (error as Error).message
}
