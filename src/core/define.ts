import type { z } from 'zod'
import type { Actor } from './actor.ts'
import { AppError } from './errors.ts'
import { normalise } from './normalise.ts'
import type { World } from './world.ts'

/** A verb: what somebody may do, with the schema of what they send. No caller can skip the schema. */
export interface Verb<Input, Parsed, Result> {
  input: z.ZodType<Parsed, Input>
  (world: World, actor: Actor, input: Input): Promise<Result>
}

/** Declares a verb. `run` gets the parsed input, every text in it storable; permission is its first line. */
export function define<Input, Parsed, Result>(verb: {
  input: z.ZodType<Parsed, Input>
  run(world: World, actor: Actor, input: Parsed): Promise<Result>
}): Verb<Input, Parsed, Result> {
  const call = async (world: World, actor: Actor, input: Input) =>
    verb.run(world, actor, parseInput(verb.input, normalise(input)))
  return Object.assign(call, { input: verb.input })
}

/** Parses what somebody sent; the error names each field and what it allows, and never repeats what was sent. */
export function parseInput<Parsed>(schema: z.ZodType<Parsed, unknown>, input: unknown): Parsed {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues)
    fields[issue.path.join('.') || 'input'] ??=
      issue.code === 'unrecognized_keys' ? 'There is something here that isn’t asked for.' : issue.message
  throw new AppError('invalid', 'Some of what was sent can’t be taken as it is.', { fields })
}
