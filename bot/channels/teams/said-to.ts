import { z } from 'zod'

const mention = z.object({
  type: z.string().regex(/^mention$/i),
  mentioned: z.object({ id: z.string() }),
  text: z.string().optional(),
})

const SIGNS: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * What somebody says to the companion where others read along, without its name; null where they don't name it, as happens
 * where an organisation lets apps read every message of a group. Names of people stay, without their marks.
 */
export function saidTo(companion: string, text: string, entities: unknown[]): string | null {
  const mentions = entities.flatMap((entity) => mention.safeParse(entity).data ?? [])
  const ours = mentions.filter(({ mentioned }) => mentioned.id === companion)
  if (ours.length === 0) return null
  const without = ours.reduce((left, { text: name }) => (name ? left.replaceAll(name, ' ') : left), text)
  return without
    .replace(/<\/?at(?:\s[^<>]*)?>/gi, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (sign, name: string) => SIGNS[name] ?? sign)
    .replace(/^[\s,:]+|\s+$/g, '')
}
