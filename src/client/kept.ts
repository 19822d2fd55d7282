/** One attempt to save: what is sent, on what it builds, and a name for it, so that sending it twice saves once. */
export interface Save {
  operation: string
  base: number
  body: string
}

/** What a browser keeps of an answer that the server hasn't acknowledged. */
export interface Draft {
  base: number
  /** The form as it stands. */
  body: string
  /** A save that was sent, and of which nothing has been heard. */
  sent?: Save
}

/** A draft as it lies in the browser. The one with a blank id is no draft: it says whose notebook was open last. */
export interface Kept extends Draft {
  id: string
  /** The mark of the notebook that it was written in; blank before there was one. */
  notebook: string
  /** When it began to wait. */
  at: number
}

/** Milliseconds. Some browsers never answer, and words must be saved all the same. */
const PATIENCE = 4000

function open(make: boolean): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open('standpoint')
    // Somebody who only reads leaves nothing in the browser, not even an empty store.
    asked.onupgradeneeded = () =>
      make ? asked.result.createObjectStore('kept', { keyPath: 'id' }) : (asked.transaction as IDBTransaction).abort()
    asked.onsuccess = () => done(asked.result)
    asked.onerror = failed
    setTimeout(failed, PATIENCE)
  })
}

/** Resolves when it is on the disk: a browser that is killed a moment later has it. */
async function use<T>(make: boolean, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open(make)
  return new Promise((done, failed) => {
    const all = db.transaction('kept', 'readwrite', { durability: 'strict' })
    const asked = work(all.objectStore('kept'))
    all.oncomplete = () => done(asked.result)
    all.onabort = failed
    // Once that is over.
    db.close()
  })
}

/** Whether it is kept: a browser may have no room, or keep nothing in a private window. */
export const keep = (entry: Kept): Promise<boolean> =>
  use(true, (store) => store.put(entry)).then(
    () => true,
    () => false,
  )

export const forget = (id: string): Promise<unknown> => use(false, (store) => store.delete(id)).catch(() => {})

/** Everything that is kept, in the order in which it began to wait; nothing where a browser keeps nothing. */
export const allKept = (): Promise<Kept[]> =>
  use(false, (store) => store.getAll()).then(
    (all: Kept[]) => all.sort((a, b) => a.at - b.at),
    () => [],
  )
