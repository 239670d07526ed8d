import { ticketName } from "../../tickets/ticket.ts";
import { compareOutcomes } from "../../tickets/execute/outcomes/rebuild-outcomes.ts";
import { listing, say, type Terminal } from "./print.ts";
import { withDatabase } from "./terminal.ts";

/** After so many tickets a line tells how far the command is. */
const progressEvery = 1_000;
/** The most tickets that are named. */
const mostNamed = 50;

const named = (heading: string, tickets: readonly number[]): readonly string[] => [
  ...listing(heading, tickets.slice(0, mostNamed).map(ticketName)),
  ...(tickets.length > mostNamed ? [`  and ${tickets.length - mostNamed} more`] : []),
];

/**
 * Compares how each clock ended, as reports count it, with the events of its ticket. With `apply` the outcomes that differ are made
 * again from the events. Returns the exit code: 1 if outcomes differ and stay, or if events cannot be read.
 */
export const outcomes = (terminal: Terminal, apply: boolean): Promise<number> =>
  withDatabase(terminal, async (database) => {
    const found = { same: 0, different: new Array<number>(), unreadable: new Array<number>() };
    let read = 0;
    for await (const { ticket, result } of compareOutcomes(database, apply)) {
      read += 1;
      if (result === "same") found.same += 1;
      else found[result].push(ticket);
      if (read % progressEvery === 0) terminal.err.write(`${read} tickets compared\n`);
    }
    const { different, unreadable } = found;
    say(
      terminal,
      ...named(
        apply
          ? "The outcomes of these tickets were made again:"
          : "The outcomes of these tickets differ from their events:",
        different,
      ),
      ...named("An event of these tickets cannot be read, so their outcomes stay:", unreadable),
      `${found.same} of ${read} tickets agreed with their events.`,
      ...(different.length > 0 && !apply ? ["Make the outcomes again with --apply."] : []),
    );
    return (different.length > 0 && !apply) || unreadable.length > 0 ? 1 : 0;
  });
