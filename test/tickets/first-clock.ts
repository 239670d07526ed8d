import type { Clock } from "../../src/sla/clock.ts";
import { cast, minutes, monday, type Story } from "../support/given.ts";
import { ticketOf } from "../support/story.ts";

export const { carla, oliver, sam, luis, marta, ana, tom, clock } = cast;

export const firstClock = (story: Story): Clock => {
  const found = ticketOf(story).sla.clocks[0];
  if (found === undefined) throw new Error("no clock");
  return found;
};
export const dueAfter = (story: Story): number => (firstClock(story).target.due - monday) / minutes;
