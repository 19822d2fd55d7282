import type { Core } from '#core/app.ts'
import type { TeamsSettings } from '#core/config.ts'
import type { Feature } from '../../features/feature.ts'
import { inGroup } from '../../in-group.ts'
import { IN_A_GROUP } from './in-teams.ts'
import type { teamsChannel } from './teams-channel.ts'

type Parts = Omit<Parameters<typeof teamsChannel>[0], 'core' | 'settings' | 'cloud' | 'adapter' | 'group'> & {
  core: Core
  features: Feature[]
  site: string
}

/** Microsoft's library takes tens of megabytes, so it is loaded where Teams is on, and nowhere else. */
export async function openTeams(settings: TeamsSettings, { site, features, ...parts }: Parts) {
  const [{ cloudAdapter, TeamsAdapter }, { teamsChannel }] = await Promise.all([
    import('./teams-adapter.ts'),
    import('./teams-channel.ts'),
  ])
  const cloud = cloudAdapter(settings)
  return teamsChannel({
    ...parts,
    settings,
    cloud,
    adapter: new TeamsAdapter(cloud, settings, site),
    group: inGroup(parts.core, features, IN_A_GROUP),
  })
}
