import type { Desk, Person } from "../../../src/desk/desk.ts";
import { clockKinds } from "../../../src/sla/clock-kinds.ts";
import type { LadderStep, Recipient } from "../../../src/sla/ladder-step.ts";
import { severities } from "../../../src/sla/severity.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import type { ReminderNotification } from "../../../src/tickets/routes/notification-route.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

export const { carla, oliver, luis, marta, ana, tom, clock } = cast;
export const remind = { type: "remind", clock: "firstResponse", cycle: 1 } as const;

const step = (more: Partial<LadderStep>): LadderStep => ({
  when: { by: "used", percent: 50 },
  severities,
  clocks: clockKinds,
  tell: ["manager"],
  email: [],
  mention: null,
  ...more,
});
export const used = (
  percent: number,
  tell: readonly Recipient[] = ["manager"],
  more: Partial<LadderStep> = {},
): LadderStep => step({ when: { by: "used", percent }, tell, ...more });
export const left = (count: number, more: Partial<LadderStep> = {}): LadderStep =>
  step({ when: { by: "left", ms: count * minutes }, ...more });

export const withLadder = (...ladder: readonly LadderStep[]): Desk => ({ ...sampleDesk, ladder });
export const withPeople = (changes: Readonly<Record<string, Partial<Person>>>, desk: Desk = sampleDesk): Desk => ({
  ...desk,
  people: Object.fromEntries(Object.entries(desk.people).map(([key, person]) => [key, { ...person, ...changes[key] }])),
});

export const planned = (story: Story) =>
  plan(ticketOf(story))
    .filter((each) => each.clock === "firstResponse")
    .map(({ step: at, at: when }) => [at, (when - monday) / minutes]);

export const nameOf = ({ to: notifyTarget }: Pick<ReminderNotification, "to">): string =>
  notifyTarget.how === "mention"
    ? `mention ${notifyTarget.person}${notifyTarget.notifies === false ? " unrung" : ""}`
    : `${notifyTarget.how} ${notifyTarget.person} as ${notifyTarget.as}`;
export const passedOver = (notice: ReminderNotification): string =>
  notice.skipped.map((each) => `${each.to.person} ${each.why.is}`).join(", ");
export const notices = (story: Story): readonly ReminderNotification[] => {
  const event = story.events.at(-1);
  if (event?.type !== "reminded") throw new Error("not reminded");
  return event.notices;
};
export const recipients = (story: Story): readonly string[] =>
  notices(story).map((notice) => {
    const passed = passedOver(notice);
    return passed === "" ? nameOf(notice) : `${nameOf(notice)} (${passed})`;
  });
export const open = (desk: Desk, severity: "critical" | "high" = "high"): Story =>
  given(desk).when(carla, opening(severity));
