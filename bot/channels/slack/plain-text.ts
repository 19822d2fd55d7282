const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** What somebody typed, from the way Slack sends it: links and mentions in angle brackets, three characters escaped. */
export const plainText = (text: string): string =>
  text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_all, target: string, label: string | undefined) => {
      if (target.startsWith('@')) return label ? `@${label.replace(/^@/, '')}` : '@somebody'
      if (target.startsWith('#')) return `#${label || 'a channel'}`
      if (target.startsWith('!')) return `@${label || target.slice(1)}`
      return label ?? target
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] as string)

/** The other way round. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
