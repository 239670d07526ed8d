import { isMissed } from "../../cards/due-line.ts";
import { errorKind } from "../../chat/error-kind.ts";
import { readPastClocks, readRunningStarts } from "../../db/outcomes/forecast-queries.ts";
import type { Desk } from "../../desk/desk.ts";
import { forecastOf, historyOf, type Forecast, type ForecastHistory } from "../../reports/forecast.ts";
import { minute, type Instant } from "../../sla/instant.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";
import { nextDueClock } from "../../tickets/clocks/plan.ts";
import type { StoredTicket, Ticket } from "../../tickets/ticket.ts";
import type { WebDeps } from "../deps.ts";

/** How likely tickets' next targets are missed, by ticket number. A ticket without enough past ones is not in it. */
export type Forecasts = ReadonlyMap<number, Forecast>;

/** The history is read at most once in so long (ms), for all pages of the process. */
const keptMs = minute;

/** The forecast of the target that is due next; null if it is missed already, or nothing is due. */
const forecastFor = (ticket: Ticket, history: ForecastHistory, now: Instant): Forecast | null => {
  const clock = nextDueClock(ticket);
  if (clock === null || clock.target.due <= now || isMissed(clock)) return null;
  const { target } = clock;
  return forecastOf(
    {
      clock: clock.kind,
      kind: ticket.kind,
      severity: target.severity,
      account: ticket.account,
      plan: target.contract?.plan ?? null,
      startedAt: clock.startedAt,
      // Pauses moved the due time, so what is left says what was used.
      used: target.total - workingTimeBetween(target.calendar, now, target.due),
      target: target.total,
    },
    history,
  );
};

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
        const forecast = history === null || ticket.status === "unreadable" ? null : forecastFor(ticket, history, at);
        return forecast === null ? [] : [[ticket.number, forecast] as const];
      }),
    );
  };
};
