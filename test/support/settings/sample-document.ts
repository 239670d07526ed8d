import type { DeskDocument } from "../../../src/desk/schema.ts";

/** A desk document with the people and channels of the fake Slack. */
export const sampleDocument = {
  desk: "Example Support",
  locale: "en",
  timezone: "Europe/Madrid",
  calendars: {
    office: { timezone: "Europe/Madrid", hours: { "mon-fri": ["09:00-18:00"] }, holidays: ["2026-12-25"] },
  },
  severities: { high: { firstResponse: "PT4H", nextResponse: "PT8H" } },
  plans: {
    standard: { calendar: "office" },
    premium: { calendar: "always", targets: { critical: { firstResponse: "PT30M" } }, phone: ["critical"] },
  },
  channels: { triage: ["slack:C0TRIAGE"], tech: ["slack:C0TECH"] },
  people: {
    ana: { name: "Ana Ruiz", roles: ["manager"], slack: "U0ANA", deputy: "luis" },
    luis: { name: "Luis Gil", roles: ["agent", "manager"], slack: "U0LUIS" },
    marta: { name: "Marta Vega", roles: ["agent"], slack: "U0MARTA" },
    tom: { name: "Tom Low", roles: ["tech"], slack: "U0TOM" },
    eva: { name: "Eva Sanz", roles: ["head"], slack: "U0EVA" },
    sam: { name: "Sam Root", roles: ["admin"], slack: "U0SAM" },
  },
  accounts: {
    acme: {
      name: "Acme TV",
      plan: "premium",
      manager: "ana",
      channels: ["slack:C0ACME"],
      contacts: ["slack:U0CARLA"],
    },
    northwind: { name: "Northwind", plan: "standard", channels: ["slack:C0NORTH"], contacts: ["slack:U0OLIVER"] },
  },
} as const satisfies DeskDocumentInput;

/** A document as it is written. */
type DeskDocumentInput = { readonly [Key in keyof DeskDocument]?: unknown };
