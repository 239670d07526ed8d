import { deskOf } from "../../src/desk/desk-of.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { uncovered } from "./check-sentences.ts";

type WithIds = Partial<Record<"slack" | "discord" | "playground", string>>;

type Person = NonNullable<DeskDocument["people"]>[string] & WithIds;

export type People = Readonly<Record<string, Person>>;

export type WrittenDesk = DeskDocument & { readonly people?: People };

type Plan = "day" | "always" | "spelled";

export const deskWith = (people: People, plan: Plan = "always", manager = "ana") =>
  deskOf(
    {
      calendars: {
        always: { open: "always" },
        office: { timezone: "Europe/Madrid", hours: { "mon-fri": ["09:00-18:00"] } },
        spelled: { timezone: "Europe/Madrid", hours: { "mon-sun": ["00:00-24:00"] } },
      },
      plans: { always: { calendar: "always" }, day: { calendar: "office" }, spelled: { calendar: "spelled" } },
      people,
      accounts: { acme: { name: "Acme", plan, manager, timezone: "Europe/Madrid" } },
    } satisfies WrittenDesk,
    1,
  );

export const warned = (people: People, plan: Plan = "always", manager = "ana") =>
  uncovered(deskWith(people, plan, manager), null);

export const person = { name: "Ana", roles: ["manager" as const], slack: "U1", timezone: "Europe/Madrid" };
