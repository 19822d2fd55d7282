import { flag, type Html, html } from '../html.ts'
import { motif } from './motif.ts'

/** An ordinary page that many people have open, so that nothing about it stands out in a history. */
export const SAFE_PLACE = 'https://www.bbc.co.uk/weather'

const PLACES = [
  { name: 'Contents', href: '/#contents', path: '/' },
  { name: 'My notebook', href: '/notebook', path: '/notebook' },
  { name: 'Companion', href: '/companion', path: '/companion' },
]

/** What stands at the top of every page. `path` is the page's own, so that its place can be marked. */
export function pageHead(path: string): Html {
  const places = PLACES.map(
    (place) =>
      html`<li><a href="${place.href}"${place.path === path ? html` aria-current="page"` : null}>${place.name}</a></li>`,
  )
  return html`<a class="skip" href="#main">Skip to the page</a>
<header class="head">
<div class="row"><a class="brand" href="/">${motif('mark', '')}<span>Standpoint</span></a>
<a class="gethelp" href="/help"${flag('aria-current="page"', path === '/help')}>Get help</a>
<a class="leave" href="${SAFE_PLACE}" rel="nofollow noreferrer" data-leave>Leave this page</a></div>
<nav aria-label="Main"><ul role="list">${places}</ul></nav>
</header>
<p class="vh" role="status" data-leave-status></p>`
}
