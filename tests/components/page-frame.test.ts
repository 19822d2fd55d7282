import { expect, test } from 'vitest'
import { referenceText } from '../../src/components/chapter/reference-text.ts'
import { renderProgress } from '../../src/components/chapter/render-progress.ts'
import { html } from '../../src/components/html.ts'
import { pageHead, SAFE_PLACE } from '../../src/components/page/head.ts'
import { motif } from '../../src/components/page/motif.ts'
import { problemPage } from '../../src/components/page/problem.ts'

const problem = {
  title: 'We couldn’t find that',
  body: ['It may be <old>.'],
  links: [{ href: '/', label: 'Go to the front page' }],
  stylesheets: ['/_astro/frame.css'],
  scripts: ['/_astro/leave.js'],
}

test('the head of every page leads away without script, and says where one is', () => {
  const head = pageHead('/notebook').text
  expect(head).toContain(`href="${SAFE_PLACE}" rel="nofollow noreferrer"`)
  expect(head).toContain('href="/help"')
  expect(head).toContain('href="/notebook" aria-current="page"')
  expect(head.match(/aria-current/g)).toHaveLength(1)
})

test('a problem page has the frame of all others, its ways on, and escapes what it is given', () => {
  const page = problemPage(problem).text
  expect(page).toMatch(/^<!doctype html>/)
  expect(page).toContain('<title>We couldn’t find that · Standpoint</title>')
  expect(page).toContain('It may be &lt;old&gt;.')
  expect(page).toContain('<a href="/">Go to the front page</a>')
  expect(page).toContain('data-leave')
  expect(page).toContain('<link rel="stylesheet" href="/_astro/frame.css">')
})

test('a problem page can hold a sheet below its words', () => {
  expect(problemPage({ ...problem, below: html`<form class="q"></form>` }).text).toContain('<form class="q"></form>')
})

test('every chapter has a drawing of its own, and no drawing has a style attribute', () => {
  const drawings = [1, 2, 3, 4, 5, 6, 7].map((number) => motif(number).text)
  expect(new Set(drawings).size).toBe(7)
  for (const drawing of drawings) expect(drawing).not.toMatch(/style=|<script/)
})

test('progress is said once there is some, and never scolds', () => {
  expect(renderProgress(0).text).toBe('')
  expect(renderProgress(3).text).toBe('<li>You have answered <b>3</b></li>')
})

test('the title of a work in a source is marked, and everything is escaped', () => {
  expect(referenceText('Freire, P. (1970) *Pedagogy of the Oppressed*. A & B.').text).toBe(
    'Freire, P. (1970) <cite>Pedagogy of the Oppressed</cite>. A &amp; B.',
  )
})
