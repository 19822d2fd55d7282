/** Runs tasks of one key one after another, in the order they came, and tasks of different keys beside each other. */
export interface KeyedQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>
}

/** Botkit has no lock: two messages of one conversation at once would both start from the same state. */
export function keyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const mine = (last.get(key) ?? Promise.resolve()).then(task)
      const settled = mine
        .catch(() => {})
        .then(() => {
          if (last.get(key) === settled) last.delete(key)
        })
      last.set(key, settled)
      return mine
    },
    async idle() {
      while (last.size) await Promise.all(last.values())
    },
  }
}
