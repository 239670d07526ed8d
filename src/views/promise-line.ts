import type { Line } from "../chat/card.ts";
import { clockKinds } from "../domain/desk.ts";
import { breach } from "../domain/ladder.ts";
import type { Clock, Ticket } from "../domain/ticket.ts";
import { durationWords } from "./duration-words.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, momentAndLeft, plain, strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** The latest clock of each kind, in the order of the kinds. */
export const latestClocks = (ticket: Ticket): readonly Clock[] =>
  clockKinds.flatMap((kind) => ticket.clocks.filter((clock) => clock.kind === kind).slice(-1));

/** Whether the breach of a clock's promise has been noticed while it runs. */
export const isMissed = (clock: Clock): boolean => clock.end === null && clock.fired.some((step) => step >= breach);

/** How a promise stands: due with a countdown, missed, kept, or late by how much. For staff. */
export const promiseLine = (clock: Clock, reader: Reader): Line => {
  const say = sayIn(reader.locale);
  const { due } = clock.promise;
  if (clock.end === null)
    return isMissed(clock)
      ? [strong(say("promise.missed")), momentAndLeft(due)]
      : [plain(say("promise.due")), momentAndLeft(due)];
  const { at, how } = clock.end;
  if (how === "met") return [plain(say("promise.met")), moment(at), faint(say("promise.metDue")), moment(due)];
  if (how === "dropped") return [plain(say("promise.dropped"))];
  const time = durationWords(at - due, reader.locale);
  return [strong(say("promise.late", { time })), moment(at), plain(say("promise.lateDue")), moment(due)];
};
