/// <reference types="astro/client" />

declare namespace App {
  /** What the front server hands to pages that are rendered on demand. Prerendered pages have none of it. */
  interface Locals {
    core: import('./core/app.ts').Core
    actor: import('./core/actor.ts').Actor
    /** Whose notebook this is, for words that wait in the browser. Pages that are built get it from the front server. */
    notebook?: string
    /** Others use this computer too: the page tells its scripts to keep nothing. */
    shared?: true
    /** The secret in this browser's cookie. */
    deviceSecret: string | null
    /** The public address, without a slash at the end. */
    siteUrl: string
    /** The status that a handler's reply asked for. */
    status?: number
    /** Turns an error into the response that everybody sees for it. */
    fail(error: unknown): Response
    /** What a handler gave its page; each page says what it takes. */
    given?: Record<string, unknown>
  }
}
