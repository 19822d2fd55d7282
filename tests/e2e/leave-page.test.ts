import { expect, test } from 'vitest'
import { runProduct } from './product.ts'
import { watchedPage } from './watched-page.ts'

const product = runProduct()

/** A browser in which the safe place answers, since nothing outside this machine does. */
async function withSafePlace() {
  const watched = await watchedPage(product.browser, product.server.url)
  await watched.page
    .context()
    .route(/bbc\.co\.uk/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }))
  return watched
}

test('“Leave this page” leaves at once, and Back doesn’t return', async () => {
  await using watched = await withSafePlace()
  const { page } = watched
  await page.goto('/about')
  await page.goto('/chapters/community')
  await page.getByRole('link', { name: 'Leave this page' }).click()
  await page.waitForURL(/bbc\.co\.uk/)
  await page.goBack()
  expect(page.url()).not.toContain('/chapters/community')
})

test('Shift three times leaves from anywhere, while writing too', async () => {
  await using watched = await withSafePlace()
  const { page } = watched
  await page.goto('/chapters/community')
  await page.locator('[id="community.belong"] textarea').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift')
  await page.waitForURL(/bbc\.co\.uk/)
})

test('without script it is a link to the same place', async () => {
  await using watched = await watchedPage(product.browser, product.server.url, { javaScriptEnabled: false })
  await watched.page.goto('/notebook')
  expect(await watched.page.getByRole('link', { name: 'Leave this page' }).getAttribute('href')).toMatch(
    /^https:\/\/www\.bbc\.co\.uk\//,
  )
})
