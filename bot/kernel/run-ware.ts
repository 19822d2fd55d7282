/** A chain of Botkit's middleware. */
interface Ware {
  run(...args: unknown[]): unknown
}

/** Runs a chain of middleware, and rejects when one of it fails: the chain itself only calls back. */
export const runWare = (ware: Ware, ...args: unknown[]): Promise<void> =>
  new Promise((resolve, reject) => {
    ware.run(...args, (error: unknown) => (error ? reject(error) : resolve()))
  })
