import type { Companion } from '#bot/index.ts'
import { answerRoutes } from './api/answers.ts'
import { calendarRoutes } from './api/calendar.ts'
import { cardRoutes } from './api/cards.ts'
import { channelRoutes } from './api/channels.ts'
import { choiceRoutes } from './api/choices.ts'
import { cohortRoutes } from './api/cohorts.ts'
import { companionRoutes } from './api/companion.ts'
import { evidenceRoutes } from './api/evidence.ts'
import { gapRoutes } from './api/gaps.ts'
import { healthRoutes } from './api/health.ts'
import { linkingRoutes } from './api/linking.ts'
import { notebookRoutes } from './api/notebook.ts'
import { organisationRoutes } from './api/organisation.ts'
import { passkeyRoutes } from './api/passkeys.ts'
import { promptRoutes } from './api/prompts.ts'
import { researchRoutes } from './api/research.ts'
import { courseRoutes } from './api/running-a-course.ts'
import { searchRoutes } from './api/search.ts'
import { signInRoutes } from './api/sign-in.ts'
import { sitemapRoutes } from './api/sitemap.ts'
import { textRoutes } from './api/texts.ts'
import type { Route } from './route.ts'
import type { Site } from './site.ts'

/** Every address outside the pages. `docs/interface.md` describes them; a route that no test visits fails the suite. */
export const allRoutes = (companion: Companion, site: Site): Route[] => [
  ...answerRoutes,
  ...channelRoutes,
  ...choiceRoutes,
  ...cohortRoutes,
  ...cardRoutes,
  ...calendarRoutes,
  ...courseRoutes,
  ...companionRoutes(companion),
  ...evidenceRoutes,
  ...gapRoutes,
  ...healthRoutes,
  ...organisationRoutes,
  ...passkeyRoutes,
  ...linkingRoutes,
  ...notebookRoutes,
  ...promptRoutes,
  ...researchRoutes,
  ...searchRoutes,
  ...signInRoutes,
  ...textRoutes,
  ...sitemapRoutes(site.listed),
]
