import { type Html, html } from '../html.ts'

const PLACES = [
  { name: 'Welcome', href: '/welcome' },
  { name: 'About this resource', href: '/about' },
  { name: 'Who sees what', href: '/who-sees-what' },
  { name: 'The three standards', href: '/standards' },
  { name: 'Glossary', href: '/glossary' },
  { name: 'Where the texts come from', href: '/about#texts' },
  { name: 'Licences', href: '/licences' },
  { name: 'Privacy', href: '/privacy' },
  { name: 'Accessibility', href: '/accessibility' },
  { name: 'Complaints', href: '/complaints' },
]

/** What stands at the foot of every page. */
export function pageFoot(): Html {
  return html`<footer class="foot">
<p>This is not counselling, nobody is watching it live, and it is not an assessment. Nothing you write is marked.</p>
<ul role="list">${PLACES.map((place) => html`<li><a href="${place.href}">${place.name}</a></li>`)}</ul>
</footer>`
}
