import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { ProblemPage } from '../components/page/problem.ts'
import type { Device } from './cookie.ts'
import type { Problem } from './problem.ts'

/** A request as a handler sees it: who acts, and what was sent, already read. */
export interface ApiRequest {
  core: Core
  actor: Actor
  url: URL
  /** What stood in the path's places, such as `cohort` in /api/cohorts/:cohort. */
  params: Record<string, string>
  /** A form's fields; empty when JSON came. */
  form: URLSearchParams
  /** The JSON that came; null when a form came. */
  body: unknown
  /** On a route that takes a file, its text; null when none came. */
  file: string | null
  /** The bytes as they came, for routes that check a signature. */
  rawBody: Buffer
  headers: IncomingHttpHeaders
  wantsJson: boolean
  /** Lines of JSON are taken, each as soon as it is there. */
  wantsLines: boolean
  /** Aborted when whoever sent this leaves before the reply is whole. */
  signal: AbortSignal
  /** The public address, without a slash at the end. */
  siteUrl: string
  /** The secret in this browser's cookie. */
  deviceSecret: string | null
}

/** What a handler answers with. Exactly one of json, lines, html, text, file, redirect, resend, away, page and problem. */
export interface Reply {
  status?: number
  json?: unknown
  /** Writes values as they become known, each as JSON on a line of its own. A fault is the last line. */
  lines?: (write: (value: unknown) => void) => Promise<void>
  html?: string
  text?: string
  /** To be kept by the browser under this name. */
  file?: { name: string; type: string; bytes: Uint8Array }
  /** Where to go next, on this site. */
  redirect?: string
  /** Where on this site the browser is to send the same again, by itself. */
  resend?: string
  /** Another site to go to, which the core has chosen. */
  away?: string
  /** A page of `src/pages` to render as the answer, with more locals. */
  page?: { path: string; locals: Record<string, unknown> }
  /** A plain page that says what went wrong, with what was typed still on it. */
  problem?: Omit<ProblemPage, 'stylesheets' | 'scripts'>
  /** The secret for this browser's cookie; null forgets it. */
  device?: Device | null
  headers?: Record<string, string>
  /** Runs after the reply has left. */
  afterReply?: () => Promise<void>
}

export type Handler = (request: ApiRequest) => Promise<Reply>

export interface Route {
  method: 'GET' | 'POST'
  path: `/${string}`
  handle: Handler
  /** What to answer instead of the plain page when something goes wrong, so that what was typed isn't lost. */
  trouble?: (request: ApiRequest, error: unknown, problem: Problem) => Reply | Promise<Reply>
  /** A visitor who needs a notebook for this gets one, and the handler runs again. */
  starts?: boolean
  /** Comes from another program with a signature of its own, or a secret in its address: no cookie, no check of the origin. */
  signed?: boolean
  /** How often a minute one address may call it. */
  perMinute?: number
  /** How many bytes a minute one address may send to it. */
  bytesPerMinute?: number
  /** How often a day one address may call it for the same thing; null isn't counted. */
  perDay?: { most: number; of: (request: ApiRequest) => string | null; why: string }
  /** The largest body taken, in bytes. 256 KB when absent. */
  limit?: number
  /** It takes a file: in a form (multipart/form-data), or by itself as JSON, which isn't parsed. */
  takesFile?: boolean
}
