/**
 * Maps in the memory of a process that forget their oldest entry, so that no number of people, channels or messages fills it.
 * A Map keeps the order in which keys were added.
 */

/** Removes the entry that was added first, if the map has more than `most` entries. */
export const dropOldest = <Key>(map: Map<Key, unknown>, most: number): void => {
  if (map.size <= most) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
};

/** Adds or replaces an entry as the newest one, and removes the oldest if the map has more than `most` entries then. */
export const setNewest = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void => {
  map.delete(key);
  map.set(key, value);
  dropOldest(map, most);
};
