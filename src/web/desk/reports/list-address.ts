import type { Desk } from "../../../desk/desk.ts";
import type { Behind } from "../../../reports/behind.ts";
import {
  backlogAges,
  clockOrders,
  ticketMoments,
  type ClockChoice,
  type FigureList,
  type WeekHour,
} from "../../../reports/ticket-list.ts";
import { breachCauses } from "../../../sla/clock.ts";
import { allClockKinds } from "../../../sla/clock-kinds.ts";
import type { Instant } from "../../../sla/instant.ts";
import { severities } from "../../../sla/severity.ts";
import { scores } from "../../../tickets/ticket-records.ts";
import { reportAddressOf, valueIn } from "./report-address.ts";

/** What the address of a list names. */
export interface FigureListAddress {
  readonly behind: Behind;
  readonly zone: string;
  /** From 1. */
  readonly page: number;
}

const one = <T extends string>(of: readonly T[], given: string | null): T | null =>
  of.find((each) => each === given) ?? null;

/** An hour of the week, `0-14`: Monday from 14:00. */
const hourIn = (given: string | null): WeekHour | null => {
  const [, day = "", hour = ""] = /^([0-6])-(\d|1\d|2[0-3])$/.exec(given ?? "") ?? [];
  return day === "" ? null : { day: Number(day), hour: Number(hour) };
};

const choiceIn = (query: URLSearchParams): ClockChoice => {
  const causes = (query.get("cause") ?? "").split(",");
  return {
    clock: one(allClockKinds, query.get("clock")),
    severity: one([...severities, "consulting"], query.get("severity")),
    outcome: one(["met", "breached", "cancelled", "ended"], query.get("outcome")),
    causes: breachCauses.filter((cause) => causes.includes(cause)),
    hour: hourIn(query.get("hour")),
  };
};

const longestTitle = 300;

const listIn = (query: URLSearchParams): FigureList => {
  const named = query.get("list");
  const moment = one(ticketMoments, named);
  if (moment !== null) return { of: moment, score: moment === "rated" ? one(scores, query.get("score")) : null };
  const title = valueIn(query, "title", longestTitle);
  if (named === "articles" && title !== null) return { of: "articles", title };
  if (named === "backlog") {
    const age = /^\d$/.test(query.get("age") ?? "") ? Number(query.get("age")) : null;
    return {
      of: "backlog",
      status: one(["open", "waiting"], query.get("status")),
      age: age === null || backlogAges[age] === undefined ? null : age,
    };
  }
  return { of: "clocks", choice: choiceIn(query), order: one(clockOrders, query.get("order")) ?? "due" };
};

/** More pages are not looked up one by one: the file has all clocks. */
const mostPages = 1_000;

/** The list that an address names. What it does not understand narrows nothing. */
export const listAddressIn = (query: URLSearchParams, desk: Desk, now: Instant): FigureListAddress => {
  const { zone, period, scope } = reportAddressOf(query, desk, now);
  const page = /^\d{1,4}$/.test(query.get("page") ?? "") ? Number(query.get("page")) : 1;
  return {
    behind: { list: listIn(query), scope, period },
    zone,
    page: Math.min(mostPages, Math.max(1, page)),
  };
};
