import { describe, expect, it } from "vitest";
import { dropOldest, setNewest } from "../../src/chat/bounded-map.ts";

describe("a map with a limit", () => {
  it("forgets the entry that was set longest ago", () => {
    const map = new Map<string, number>();
    for (const [key, value] of [["a", 1] as const, ["b", 2] as const, ["a", 3] as const, ["c", 4] as const])
      setNewest(map, key, value, 2);
    expect([...map]).toEqual([
      ["a", 3],
      ["c", 4],
    ]);
  });

  it("keeps all entries up to its limit, and the place of an entry that is only replaced", () => {
    const map = new Map([
      ["first", 1],
      ["second", 2],
    ]);
    dropOldest(map, 2);
    expect(map.size).toBe(2);
    map.set("first", 3);
    dropOldest(map, 1);
    expect([...map]).toEqual([["second", 2]]);
  });
});
