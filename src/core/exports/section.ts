import type { z } from 'zod'
import type { World } from '../world.ts'
import type { Block } from './block.ts'

export interface Reading {
  world: World
  /** The learner's root. */
  learnerId: string
  /** Private notes are left out: for a file that others may come to see. */
  withoutPrivate: boolean
}

/** One part of what a learner takes along: what stands in the JSON file under its name, and how that reads. */
export interface Section<Name extends string = string, Shape extends z.ZodType = z.ZodType> {
  name: Name
  /** Its shape in the JSON file. */
  shape: Shape
  read(reading: Reading): Promise<z.infer<Shape>>
  /** In words, made from what `read` gave; none when there is nothing to say. */
  blocks(data: z.infer<Shape>): Block[]
}

/** Declares a section; its shape says what `read` gives. */
export const section = <const Name extends string, Shape extends z.ZodType>(
  declared: Section<Name, Shape>,
): Section<Name, Shape> => declared

/** A time in the file: ISO 8601, UTC, to the millisecond. */
export const isoTime = (at: number): string => new Date(at).toISOString()
