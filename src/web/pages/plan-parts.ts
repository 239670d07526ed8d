import { html } from "hono/html";
import type { Account, Desk, SupportPlan } from "../../desk/desk.ts";
import { roundTheClock, type Calendar } from "../../sla/calendar.ts";
import type { Instant } from "../../sla/instant.ts";
import { severities } from "../../sla/severity.ts";
import type { Markup } from "../render/line.ts";

/** The plan of an account; null if the desk does not name it. */
export const planOf = ({ plan }: Account, desk: Desk): SupportPlan | null =>
  Object.hasOwn(desk.plans, plan) ? (desk.plans[plan] ?? null) : null;

/** The calendar with this key. Without one, time counts day and night. */
export const calendarOf = (key: string, desk: Desk): Calendar =>
  Object.hasOwn(desk.calendars, key) ? (desk.calendars[key] ?? roundTheClock) : roundTheClock;

/** The keys of the calendars in which the targets of an account count. */
export const calendarKeysOf = (account: Account, desk: Desk): readonly string[] => {
  const plan = planOf(account, desk);
  return [...new Set(severities.map((severity) => plan?.terms[severity].calendar ?? ""))];
};

const shownHolidays = 20;

/** The holidays that are still to come in the calendars of an account's plan, as dates. */
export const comingHolidays = (account: Account, desk: Desk, now: Instant): readonly string[] => {
  const today = new Date(now).toISOString().slice(0, 10);
  const dates = calendarKeysOf(account, desk).flatMap((key) => {
    const calendar = calendarOf(key, desk);
    if (calendar.open === "always") return [];
    const closed = Object.entries(calendar.exceptions).flatMap(([date, hours]) => (hours.length === 0 ? [date] : []));
    return [...calendar.holidays.filter((date) => !Object.hasOwn(calendar.exceptions, date)), ...closed];
  });
  return [...new Set(dates)]
    .filter((date) => date >= today)
    .toSorted()
    .slice(0, shownHolidays);
};

/** A telephone number that a device can call. */
export const phoneLink = (number: string): Markup =>
  html`<a href="tel:${number.replaceAll(/[^+\d]/g, "")}">${number}</a>`;
