/** Groups learners who share a proof, such as one mailbox under two spellings. Each group and all of them are in order. */
export function samePeople(proofs: Map<string, string[]>): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const root of [...proofs.keys()].sort()) {
    const keys = proofs.get(root) ?? []
    const group = new Set([root, ...keys])
    for (const key of keys) for (const known of groupOf.get(key) ?? []) group.add(known)
    for (const each of group) groupOf.set(each, group)
  }
  return [...new Set(groupOf.values())].map((group) => [...group].filter((each) => proofs.has(each)).sort())
}
