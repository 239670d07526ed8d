import { heading, note, numbers, paragraph, words, type PrintedDocument } from "../../src/documents/document.ts";

/** A document with every part. Its names have letters of many scripts. */
export const sampleDocument = (rows: number): PrintedDocument => ({
  title: "Support statement: Acme & Söhne <GmbH>",
  locale: "en",
  timezone: "Europe/Madrid",
  author: "Fabrikam & Partners",
  madeAt: Date.UTC(2026, 10, 2, 9),
  facts: [
    { label: "Account", value: "Acme & Söhne <GmbH>" },
    { label: "Period", value: "1 Oct 2026 – 1 Nov 2026" },
    { label: "Contact", value: "Ιωάννης, Юлия, 株式会社, 🦊 and שלום" },
  ],
  parts: [
    paragraph("48 of 50 targets were met.", "good"),
    heading("Targets"),
    {
      part: "chart",
      hasTable: false,
      chart: {
        kind: "attainment",
        figures: {
          title: "Met in time",
          head: "Severity",
          rows: [{ label: "Critical", met: 48, breached: 2, goal: 0.95 }],
        },
      },
    },
    {
      part: "table",
      label: "Targets that were missed",
      columns: [words("Ticket"), words("Why"), numbers("Late")],
      rows: Array.from({ length: rows }, (_, at) => [
        { ticket: 1_000 + at, tone: "plain" as const },
        `Support answered after the target was due, because the ticket had no assignee. It is number ${at}.`,
        { text: "3 min", tone: "bad" as const },
      ]),
      sum: ["Altogether", "", String(rows)],
    },
    heading("Remarks", 3),
    { part: "list", items: ["First remark", "Second remark\u001b[2J"] },
    note("Times are in the zone Europe/Madrid."),
  ],
  foot: "Fabrikam · Acme & Söhne <GmbH>",
});
