import type { Nation } from '#core/content/help.ts'

/** In the order in which pages list them. */
export const NATION_NAMES: Record<Nation, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}
/** What the switch holds when no nation, or every one, is wanted. */
export const ALL = 'all'
