import type { TeamsSettings } from '#core/config.ts'
import type { teamsChannel } from './teams-channel.ts'

type Parts = Omit<Parameters<typeof teamsChannel>[0], 'settings' | 'cloud' | 'adapter'>

/** Microsoft's library takes tens of megabytes, so it is loaded where Teams is on, and nowhere else. */
export async function openTeams(settings: TeamsSettings, { site, ...parts }: Parts & { site: string }) {
  const [{ cloudAdapter, TeamsAdapter }, { teamsChannel }] = await Promise.all([
    import('./teams-adapter.ts'),
    import('./teams-channel.ts'),
  ])
  const cloud = cloudAdapter(settings)
  return teamsChannel({ ...parts, settings, cloud, adapter: new TeamsAdapter(cloud, settings, site) })
}
