import sharp from 'sharp'
import type { ReleasedPicture } from '#core/insights/released-pictures.ts'
import { canBeDrawn, drawPicture } from './draw-picture.ts'

/** A picture as PNG: for the same bands the same bytes. Null where our fonts lack a letter of it; its words say it all. */
export async function picturePng(picture: ReleasedPicture): Promise<Buffer | null> {
  if (!canBeDrawn(picture)) return null
  // Sixteen shades of ink are enough for smooth edges, and a third of the bytes. Sharp writes no metadata unless told to.
  return sharp(Buffer.from(drawPicture(picture)))
    .flatten({ background: '#ffffff' })
    .png({ palette: true, colours: 16, effort: 9 })
    .toBuffer()
}
