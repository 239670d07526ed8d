import type { Desk, SupportPlan } from "../../desk/desk.ts";
import { severities } from "../../sla/severity.ts";
import type { TicketKind } from "../ticket-records.ts";

const forAll = <Value>(value: Value): Readonly<Record<(typeof severities)[number], Value>> => ({
  critical: value,
  high: value,
  medium: value,
  low: value,
});

const consulting = (desk: Desk): Desk => ({
  ...desk,
  severities: forAll(desk.consulting),
  plans: Object.fromEntries(
    Object.entries(desk.plans).map(([key, plan]): [string, SupportPlan] => [
      key,
      { ...plan, terms: forAll({ calendar: plan.calendar, targets: desk.consulting }) },
    ]),
  ),
  ladder: desk.ladder.filter((step) => severities.every((each) => step.severities.includes(each))),
});

/**
 * The desk as a ticket of this kind sees it. Consulting has no severity: its targets are the desk's own for every plan,
 * and its ladder has only the steps for all severities.
 */
export const deskFor = (kind: TicketKind, desk: Desk): Desk => (kind === "consulting" ? consulting(desk) : desk);
