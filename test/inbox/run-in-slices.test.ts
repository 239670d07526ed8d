import { usual } from "../cards/samples/usual.ts";
import { transcriptFormats } from "../../src/requests/intent.ts";
import { expect, test } from "vitest";
import { noChange } from "../../src/tickets/clocks/clock-changes.ts";
import type { Event } from "../../src/tickets/messages.ts";
import { newestEntries } from "../../src/features/transcript/newest-entries.ts";

import { drawTranscript } from "../../src/features/transcript/transcript-file.ts";
import { transcriptSteps } from "../../src/features/transcript/transcript.ts";
import { cast, given, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { ticketOf } from "../support/story.ts";
import { runInSlices } from "../../src/jobs/loop.ts";

const story = given().when(cast.carla, opening());
const long = "*_[<&>]_* ".repeat(3_900);
const messages = Array.from({ length: 900 }, (_, index): Event => ({
  ...usual.customerWrote,
  type: "customerWrote",
  text: `${index} ${long}`,
  wroteAt: monday + index,
  at: monday + index,
  by: cast.carla,
  message: { channel: "slack:C0ACME", id: `17.${index}` },
  company: "acme",
  thanks: false,
  clocks: noChange,
}));
const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;

test.each(["customer", "staff"] as const)(
  "nine hundred long messages let other work run, and the newest are kept, for %s",
  async (is) => {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const events = [...story.events, ...messages];
    const telling = { ticket: ticketOf(story), events, desk: sampleDesk, is, viewer, madeAt: monday };
    const whole = await runInSlices(transcriptSteps(telling));
    const entries = newestEntries(whole, 1_500_000);
    for (const format of transcriptFormats) {
      const { text } = await runInSlices(drawTranscript(entries, format));
      expect(text.length).toBeLessThan(5_000_000);
      expect(text).toContain("899 ");
      expect(text).toContain(String(entries.leftOut));
    }
    isDone = true;
    expect(turns).toBeGreaterThan(2);
    expect(entries.leftOut).toBeGreaterThan(800);
    expect(entries.leftOut + entries.entries.length).toBe(whole.entries.length);
  },
);
