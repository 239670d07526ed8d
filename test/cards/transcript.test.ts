import { transcriptFormats, type TranscriptFormat } from "../../src/requests/intent.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";

import { transcriptFile } from "../../src/features/transcript/transcript-file.ts";
import { transcriptOf } from "../../src/features/transcript/transcript.ts";
import { cast, monday, type Story } from "../support/given.ts";
import { acts, canary, lived as livedOn, marta, type Act } from "../support/random-acts.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { ticketOf } from "../support/story.ts";
import { events } from "./samples/sample-events.ts";

const english: Viewer = { locale: "en", timezone: "America/New_York" };
const spanish: Viewer = { locale: "es", timezone: "Europe/Madrid" };

/** A desk whose internal texts are canaries: names of staff who never wrote to a customer, numbers, keys, channels. */
const singing: Desk = {
  ...sampleDesk,
  channels: { triage: [`slack:${canary}1`], tech: [`slack:${canary}2`] },
  people: Object.fromEntries(
    Object.entries(sampleDesk.people).map(([key, person]) => [
      key,
      key === "luis" ? person : { ...person, name: `${canary} ${person.name}`, phone: canary, email: canary },
    ]),
  ),
};

const { luis } = cast;
const lived = (steps: readonly Act[]): Story => livedOn(steps, singing);

const written = (story: Story, is: "staff" | "customer", format: TranscriptFormat, viewer = english): string =>
  transcriptFile(transcriptOf(ticketOf(story), story.events, { desk: singing, is, viewer, madeAt: monday }), format)
    .text;

describe("a customer's transcript", () => {
  test("has nothing internal, whatever happened to the ticket", () => {
    fc.assert(
      fc.property(
        fc.array(acts, { minLength: 20, maxLength: 45 }),
        fc.constantFrom(english, spanish),
        (steps, viewer) => {
          const story = lived(steps);
          for (const format of transcriptFormats)
            expect(written(story, "customer", format, viewer)).not.toContain(canary);
        },
      ),
      { numRuns: 80 },
    );
  });

  test("has every exchanged message, and staff get the notes too", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 25 }), (steps) => {
        const story = lived(steps);
        const words = story.events.flatMap((event) =>
          event.type === "replied" || event.type === "customerWrote" ? [event.text] : [],
        );
        const entries = (is: "staff" | "customer") =>
          (JSON.parse(written(story, is, "json")) as { entries: { text: string | null; kind: string }[] }).entries;
        const exchanged = entries("customer").filter(({ kind }) => kind === "replied" || kind === "customerWrote");
        expect(exchanged.map((entry) => entry.text)).toEqual(words);
        expect(entries("staff").map(({ kind }) => kind)).toEqual(story.events.map(({ type }) => type));
      }),
      { numRuns: 40 },
    );
  });

  test("shows only these kinds of events: a new kind stays internal until it is added here", () => {
    const all = Object.values(events).flat();
    const first = all[0];
    if (first?.type !== "opened") throw new Error("the sample begins with the opening");
    const shown = transcriptOf(ticketOf(lived([])), all, {
      desk: sampleDesk,
      is: "customer",
      viewer: english,
      madeAt: monday,
    }).entries;
    expect([...new Set(shown.map(({ kind }) => kind))].toSorted()).toEqual(
      "opened threadImported severitySet replied customerWrote messageEdited messageDeleted waitStarted resolved reopened updatePromised"
        .split(" ")
        .toSorted(),
    );
  });

  test("shows staff under the desk's name until they write", () => {
    const story = lived([
      [marta, { type: "wait" }],
      [luis, { type: "reply", text: "We are on it.", alreadyPosted: false }],
    ]);
    const received = transcriptOf(ticketOf(story), story.events, {
      desk: singing,
      is: "customer",
      viewer: english,
      madeAt: monday,
    });
    expect(received.entries.map(({ who, is }) => [who, is])).toEqual([
      ["Carla", "customer"],
      ["Vodlix Support", "support"],
      ["Luis Gil", "support"],
    ]);
  });
});

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><a href="javascript:alert(1)">x</a>',
  "& &amp; &#x3c;b>",
  "</blockquote></article>",
];

describe("a person's text stays literal", () => {
  test("in HTML: none of it becomes a tag, an attribute or an entity", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 6 }), (parts) => {
        const text = `x${parts.join("\n")}`;
        // A reply from the form is refused if its text looks like a mention; one that stands in the thread is recorded.
        const quiet = written(lived([[luis, { type: "reply", text: "x", alreadyPosted: true }]]), "staff", "html");
        const loud = written(lived([[luis, { type: "reply", text, alreadyPosted: true }]]), "staff", "html");
        const tags = (html: string) => html.match(/<[^>]*>/g);
        expect(tags(loud)).toEqual(tags(quiet));
        expect(loud).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
      { numRuns: 80, examples: [[["<!", '"><a href="javascript:alert(1)">x</a>']]] },
    );
  });

  test.each([
    ["# no heading", String.raw`> \# no heading`],
    ["- no list", String.raw`> \- no list`],
    ["12. no list", String.raw`> 12\. no list`],
    ["*b* _i_ `c` ~s~", String.raw`> \*b\* \_i\_ \`c\` \~s\~`],
    ["[x](https://evil.example)", String.raw`> \[x\](https://evil.example)`],
    ["<b>x</b> &amp;", String.raw`> \<b\>x\</b\> \&amp;`],
    ["    no code", "> \u00A0\u00A0\u00A0\u00A0no code"],
    ["one\n\n===", "> one\\\n> \\\n> \\==="],
    ["> no quote", String.raw`> \> no quote`],
  ])("in Markdown: %j", (text, shown) => {
    const story = lived([[luis, { type: "reply", text, alreadyPosted: false }]]);
    expect(written(story, "customer", "md")).toContain(`\n${shown}\n`);
  });

  test("and does not change the direction of a line", () => {
    const story = lived([[luis, { type: "reply", text: "a\u202Eb", alreadyPosted: false }]]);
    for (const format of ["md", "html"] as const) expect(written(story, "customer", format)).not.toContain("\u202E");
  });
});

test("times are in the viewer's zone and language, and JSON has them in UTC", () => {
  const story = lived([]);
  expect(written(story, "staff", "md")).toContain("**Mon, 12 Jan 2026, 04:00 · Carla** (customer): opened");
  expect(written(story, "staff", "html", spanish)).toMatch(
    /<time datetime="2026-01-12T09:00:00\.000Z">lun, 12 ene 2026, 10:00</,
  );
  expect(JSON.parse(written(story, "staff", "json"))).toMatchObject({
    ticket: "T-1042",
    timezone: "America/New_York",
    entries: [{ at: "2026-01-12T09:00:00.000Z", kind: "opened" }],
  });
});

test("files are named, for the customer too, and a message with files alone does not count as deleted", () => {
  const files = [{ id: "F1", name: "log <1>.txt", size: 10, type: "text/plain" }];
  const story = lived([[cast.carla, { type: "receiveMessage", text: "", wroteAt: monday, files }]]);
  for (const is of ["staff", "customer"] as const) {
    expect(written(story, is, "md")).toContain(String.raw`📎 log \<1\>.txt`);
    expect(written(story, is, "html")).toContain("📎 log &lt;1&gt;.txt");
    expect(written(story, is, "md")).not.toContain("(deleted)");
  }
});
