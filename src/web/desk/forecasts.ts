import { isMissed } from "../../cards/due-line.ts";
import { errorKind } from "../../chat/error-kind.ts";
import { readPastClocks, readRunningStarts } from "../../db/outcomes/forecast-queries.ts";
import type { Desk } from "../../desk/desk.ts";
import { forecastOf, historyOf, isRiskier, type Forecast, type ForecastHistory } from "../../reports/forecast.ts";
import type { Clock } from "../../sla/clock.ts";
import { minute, type Instant } from "../../sla/instant.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";
import { countsFrom } from "../../tickets/clocks/outcomes.ts";
import { tickingClocks } from "../../tickets/clocks/plan.ts";
import type { StoredTicket, Ticket } from "../../tickets/ticket.ts";
import type { WebDeps } from "../deps.ts";

/** A running clock, and how likely its target is missed. */
export interface ClockForecast {
  readonly clock: Clock;
  readonly forecast: Forecast;
}

/**
 * How likely tickets' targets are missed, by ticket number: each running clock that has enough past ones, the next due first.
 * A ticket without such a clock is not in it.
 */
export type Forecasts = ReadonlyMap<number, readonly ClockForecast[]>;

/** The clock that is missed most likely; of equals the next due one. Null if there is no forecast. */
export const riskiestOf = (forecasts: readonly ClockForecast[]): ClockForecast | null =>
  forecasts.reduce<ClockForecast | null>(
    (found, each) => (found === null || isRiskier(each.forecast, found.forecast) ? each : found),
    null,
  );

/** The history is read at most once in so long (ms), for all pages of the process. */
const keptMs = minute;

/** The forecast of a clock; null if its target is missed already. */
const forecastFor = (ticket: Ticket, clock: Clock, history: ForecastHistory, now: Instant): Forecast | null => {
  const { target } = clock;
  if (target.due <= now || isMissed(clock)) return null;
  return forecastOf(
    {
      clock: clock.kind,
      kind: ticket.kind,
      severity: target.severity,
      account: ticket.account,
      plan: target.contract?.plan ?? null,
      startedAt: countsFrom(clock, target),
      // Pauses moved the due time, so what is left says what was used.
      used: target.total - workingTimeBetween(target.calendar, now, target.due),
      target: target.total,
    },
    history,
  );
};

const forecastsFor = (ticket: Ticket, history: ForecastHistory, now: Instant): readonly ClockForecast[] =>
  tickingClocks(ticket)
    .toSorted((one, other) => one.target.due - other.target.due)
    .flatMap((clock) => {
      const forecast = forecastFor(ticket, clock, history, now);
      return forecast === null ? [] : [{ clock, forecast }];
    });

/** Makes the forecasts of a page from one history that all pages share for a minute. If it cannot be read, a page has none. */
export const createForecasts = ({ database, log, now }: Pick<WebDeps, "database" | "log" | "now">) => {
  let kept: {
    readonly since: Instant;
    readonly zone: string;
    readonly history: Promise<ForecastHistory | null>;
  } | null = null;

  const read = async (zone: string): Promise<ForecastHistory | null> => {
    try {
      const pasts = await readPastClocks(database.db, now());
      return historyOf(pasts, pasts.length === 0 ? [] : await readRunningStarts(database.db), zone);
    } catch (error) {
      log.warn({ err: errorKind(error) }, "web.forecast-failed");
      return null;
    }
  };

  return async (tickets: readonly StoredTicket[], { timezone }: Pick<Desk, "timezone">): Promise<Forecasts> => {
    const at = now();
    if (kept === null || kept.zone !== timezone || Math.abs(at - kept.since) >= keptMs)
      kept = { since: at, zone: timezone, history: read(timezone) };
    const history = await kept.history;
    return new Map(
      tickets.flatMap((ticket) => {
        const found = history === null || ticket.status === "unreadable" ? [] : forecastsFor(ticket, history, at);
        return found.length === 0 ? [] : [[ticket.number, found] as const];
      }),
    );
  };
};
