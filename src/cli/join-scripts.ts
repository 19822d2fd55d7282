import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type OutputFile, type Plugin } from 'esbuild'

const SCRIPT = /<script type="module" src="(\/_astro\/[^"]+)"><\/script>/g

/** Vite calls every import() through a helper, which does nothing here (`plainImports` in `astro.config.mjs`). */
const THROUGH_HELPER = /[\w$]+\(\(\)=>(import\([^)]+\)[^;{}]*?),\[\]\)/g

/** Addresses of the site are files of its folder; what a script asks for later stays a file of its own. */
const builtFiles = (client: string): Plugin => ({
  name: 'built-files',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replace(THROUGH_HELPER, '$1') }))
    onResolve({ filter: /^\/_astro\// }, ({ path }) => ({ path: join(client, path) }))
    onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return null
      // It would run a second copy of what has been joined.
      if (/\bimport\s*["'{*\w]/.test(readFileSync(join(resolveDir, path), 'utf8')))
        return { errors: [{ text: `${path} imports another script. Join what they share into it.` }] }
      return { path, external: true }
    })
  },
})

/** For pages of the folder: all scripts of a page as one file, made once for every set of scripts. */
export function joinScripts(client: string): (page: string) => Promise<string> {
  const made = new Map<string, Promise<string>>()

  async function oneFile(addresses: string[]): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: addresses.map((a) => `import ${JSON.stringify(a)}`).join('\n'), resolveDir: client },
      plugins: [builtFiles(client)],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      charset: 'utf8',
      legalComments: 'none',
      write: false,
      logLevel: 'silent',
    })
    const { contents } = outputFiles[0] as OutputFile
    const hash = createHash('sha256').update(contents).digest('base64url').slice(0, 8)
    const address = `/_astro/page.${hash}.js`
    writeFileSync(join(client, address), contents)
    return address
  }

  return async (page) => {
    const addresses = [...page.matchAll(SCRIPT)].map((m) => m[1] as string)
    if (addresses.length < 2) return page
    const key = addresses.join(' ')
    if (!made.has(key)) made.set(key, oneFile(addresses))
    const address = await made.get(key)
    let placed = false
    return page.replace(SCRIPT, (script, first) => {
      if (placed) return ''
      placed = true
      return script.replace(first, address as string)
    })
  }
}
