/** Writes one line for operators. Never put a learner's words into it: names of things, counts and ids of errors only. */
export type Log = (event: string, facts?: Record<string, string | number | boolean>) => void

export const logToStderr: Log = (event, facts = {}) => {
  const words = Object.entries(facts).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  process.stderr.write(`${[event, ...words].join(' ')}\n`)
}
