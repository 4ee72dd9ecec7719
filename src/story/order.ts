/** A list with the thing at `from` moved by so many places, within the list. */
export function moved<Item>(list: readonly Item[], from: number, by: number): readonly Item[] {
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  return list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));
}
