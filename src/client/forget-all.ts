/** Forgets everything that this site keeps in the browser: at signing out, and when a notebook is deleted. */
export async function forgetAll(): Promise<void> {
  localStorage.clear()
  indexedDB.deleteDatabase('standpoint')
  const caching = 'caches' in globalThis ? await caches.keys() : []
  await Promise.all(caching.map((name) => caches.delete(name)))
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
}
