import type { Actor } from '#core/actor.ts'
import { alter, idOf, newVisitor, type Place } from '#tests/attacks/group.ts'

/** Somebody has proven an address. Whoever has proven one of the same mailbox is the same person. */
export function provesMailbox(place: Place, person: Actor, address: string, mailbox = address): void {
  const sql = "insert into identity (kind, subject, learner_id, verified_at, mailbox) values ('email', ?, ?, 1, ?)"
  alter(place, sql, address, idOf(person), mailbox)
}

/** A new notebook of somebody who has proven an address. */
export async function newNotebook(place: Place, address: string, mailbox = address): Promise<Actor> {
  const notebook = await newVisitor(place.core)
  provesMailbox(place, notebook, address, mailbox)
  return notebook
}
