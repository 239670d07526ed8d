import type { Happening } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { standingOf, type Standing } from "../domain/may.ts";
import type { Actor } from "../domain/actor.ts";
import type { Reader } from "../views/reader.ts";
import { readerOf } from "./reader-of.ts";

/** Who acts, what they are to the desk, and how they read. */
export interface Scene {
  readonly desk: Desk;
  readonly standing: Standing;
  readonly reader: Reader;
  readonly actor: Extract<Actor, { kind: "person" }>;
}

/** The scene of a happening. Staff go by the name the desk gives them, so nobody can pose as one by renaming themselves. */
export const sceneOf = (happening: Pick<Happening, "by" | "channel">, desk: Desk): Scene => {
  const { by, channel } = happening;
  const standing = standingOf(by.user, channel, desk, by.membership);
  const name = standing.is === "staff" ? standing.person.name : by.name;
  return {
    desk,
    standing,
    reader: readerOf(standing, by, desk),
    actor: {
      kind: "person",
      user: by.user,
      name,
      channel,
      ...(by.membership === undefined ? {} : { membership: by.membership }),
    },
  };
};
