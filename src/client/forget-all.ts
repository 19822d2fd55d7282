/** Forgets everything that this site keeps in the browser: at signing out, and when a notebook is deleted. */
export async function forgetAll(): Promise<void> {
  tellOthers()
  indexedDB.deleteDatabase('standpoint')
  const caching = 'caches' in globalThis ? await caches.keys() : []
  await Promise.all(caching.map((name) => caches.delete(name)))
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
}

/** Pages in other tabs hear of it, and keep nothing more; of an empty store they wouldn't. */
function tellOthers(): void {
  try {
    localStorage.setItem('gone', '')
    localStorage.clear()
  } catch {
    // A browser that refuses this store keeps nothing in it, and the rest is forgotten all the same.
  }
}
