/**
 * Takes turns between groups: the first of each group comes before the second of any. Within a turn, and within a group, the
 * order stays. A group that sends very much delays itself, and others by one place each turn.
 */
export const fairOrder = <Item>(items: readonly Item[], groupOf: (item: Item) => string): readonly Item[] => {
  const counts = new Map<string, number>();
  return items
    .map((item) => {
      const group = groupOf(item);
      const turn = counts.get(group) ?? 0;
      counts.set(group, turn + 1);
      return { item, turn };
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ item }) => item);
};
