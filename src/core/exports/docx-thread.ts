import { parentPort, workerData } from 'node:worker_threads'
import { asDocx } from './as-docx.ts'
import type { Block } from './block.ts'

const { title, blocks } = workerData as { title: string; blocks: Block[] }
const bytes = await asDocx(title, blocks)
parentPort?.postMessage(bytes)
