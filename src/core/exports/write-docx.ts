import { Worker } from 'node:worker_threads'
import type { Block } from './block.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Writes a Word document on a thread of its own, one after the other: one of thousands of versions takes seconds, in which
 * nobody else would be answered.
 */
export function writeDocx(title: string, blocks: Block[]): Promise<Uint8Array> {
  const written = last.then(() => onThread({ title, blocks }))
  last = written.catch(() => {})
  return written
}

function onThread(workerData: { title: string; blocks: Block[] }): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  new Worker(new URL('./docx-thread.ts', import.meta.url), { workerData })
    .once('message', resolve)
    .once('error', reject)
    .once('exit', () => reject(new Error('The thread that writes documents stopped.')))
  return promise
}
