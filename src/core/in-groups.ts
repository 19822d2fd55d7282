/** Things in groups by a text, in the order in which each group's first came. No group is empty, as its type says. */
export const inGroups = <T>(things: T[], by: (thing: T) => string): [T, ...T[]][] =>
  [...Map.groupBy(things, by).values()] as [T, ...T[]][]
