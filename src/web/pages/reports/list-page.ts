import { html } from "hono/html";
import { lengthText, scopeName, severityName } from "../../../features/report/index.ts";
import type { Desk } from "../../../desk/desk.ts";
import { oneLine } from "../../../i18n/excerpt.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { periodWords } from "../../../reports/period.ts";
import type { ListedClock, ListedTicket, FigureList } from "../../../reports/ticket-list.ts";
import { ticketName } from "../../../tickets/ticket.ts";
import type { FigureListAddress } from "../../desk/reports/list-address.ts";
import { csvPath, listPath, reportPath } from "../../desk/reports/report-address.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";
import { weekHourText } from "./report-page.ts";

/** The rows of one page of a list. */
export type ListedRows =
  | { readonly of: "clocks"; readonly rows: readonly ListedClock[] }
  | { readonly of: "tickets"; readonly rows: readonly ListedTicket[] };

interface ShownList {
  readonly address: FigureListAddress;
  readonly listed: ListedRows;
  /** How many rows all pages have. */
  readonly total: number;
  readonly pageSize: number;
}

interface Look {
  readonly desk: Desk;
  readonly viewer: Viewer;
}

const titleShown = 80;

const ticketCells = (
  { ticket, title, account }: Pick<ListedClock, "ticket" | "title" | "account">,
  look: Look,
): Markup =>
  html`<th scope="row"><a href="/desk/tickets/${ticket}">${ticketName(ticket)}</a></th>
    <td class="title" dir="auto">${oneLine(title, titleShown)}</td>
    <td dir="auto">${scopeName("account", account, look)}</td>`;

const clocksTable = (rows: readonly ListedClock[], label: string, look: Look): Markup => {
  const { viewer } = look;
  const say = sayIn(viewer.locale);
  const heads = [
    say("report.ticket"),
    say("web.subject"),
    say("report.account"),
    say("report.clock"),
    say("report.severity"),
    say("report.agent"),
    say("report.due"),
    say("report.endedAt"),
    say("report.result"),
    say("report.working"),
    say("report.all"),
    say("report.late"),
    say("report.cause"),
  ];
  return table(
    { label, heads, kind: "figures" },
    rows.map(
      (row) =>
        html`<tr>
          ${ticketCells(row, look)}
          <td>${say(`clock.${row.clock}`)}</td>
          <td>${severityName(row.severity, viewer)}</td>
          <td dir="auto">${scopeName("agent", row.assignee, look)}</td>
          <td>${datedMomentText(row.dueAt, viewer)}</td>
          <td>${datedMomentText(row.endedAt, viewer)}</td>
          <td>${say(`report.outcome.${row.outcome}`)}</td>
          <td>${lengthText(row.used, viewer)}</td>
          <td>${lengthText(row.elapsed, viewer)}</td>
          <td>${row.late === null ? "–" : lengthText(row.late, viewer)}</td>
          <td>
            ${row.cause === null ? "" : html`${say(`report.cause.${row.cause}`)} `}<a
              href="/desk/tickets/${row.ticket}#explained"
              >${say("report.explain")}<span class="unseen"> ${ticketName(row.ticket)}</span></a
            >
          </td>
        </tr>`,
    ),
  );
};

const ticketsTable = (rows: readonly ListedTicket[], label: string, list: FigureList, look: Look): Markup => {
  const { viewer } = look;
  const say = sayIn(viewer.locale);
  const isRated = list.of === "rated";
  const heads = [
    say("report.ticket"),
    say("web.subject"),
    say("report.account"),
    say("report.severity"),
    say("report.agent"),
    say(list.of === "backlog" ? "report.openedAt" : "report.at"),
    ...(isRated ? [say("report.score"), say("report.comment")] : []),
  ];
  return table(
    { label, heads, kind: "figures" },
    rows.map(
      (row) =>
        html`<tr>
          ${ticketCells(row, look)}
          <td>${severityName(row.severity, viewer)}</td>
          <td dir="auto">${scopeName("agent", row.assignee, look)}</td>
          <td>${datedMomentText(row.at, viewer)}</td>
          ${
            isRated
              ? html`<td>${row.score === null ? "–" : say(`rating.score.${row.score}`)}</td>
                  <td class="title" dir="auto">${row.comment ?? ""}</td>`
              : ""
          }
        </tr>`,
    ),
  );
};

/** What narrows the list, in words: "First answer · Missed · Acme". */
const narrowedBy = ({ behind, zone }: FigureListAddress, look: Look): readonly string[] => {
  const { list, scope } = behind;
  const { viewer } = look;
  const say = sayIn(viewer.locale);
  const own = (): readonly (string | null)[] => {
    switch (list.of) {
      case "clocks": {
        const { clock, severity, outcome, causes, hour } = list.choice;
        return [
          clock === null ? null : say(`clock.${clock}`),
          severity === null ? null : severityName(severity, viewer),
          outcome === null ? null : say(`report.${outcome}`),
          ...causes.map((cause) => say(`report.cause.${cause}`)),
          hour === null ? null : `${weekHourText(hour.day, hour.hour, viewer)} (${zone})`,
          list.order === "due" ? null : say("report.slowest"),
        ];
      }
      case "backlog":
        return [
          list.status === null ? null : say(`status.${list.status}`),
          // There are as many sentences as ages.
          list.age === null ? null : say(`report.age.${list.age as 0 | 1 | 2 | 3 | 4}`),
        ];
      case "articles":
        return [];
      default:
        return [list.score === null ? null : say(`rating.score.${list.score}`)];
    }
  };
  const scoped = (["account", "area", "manager", "agent"] as const).map((name) =>
    scope[name] === null ? null : `${say(`report.${name}`)}: ${scopeName(name, scope[name], look)}`,
  );
  return [...own(), ...scoped].filter((each) => each !== null);
};

/** The title of a list. */
export const listTitle = (list: FigureList, { locale }: Viewer): string => {
  const say = sayIn(locale);
  return list.of === "articles" ? say("report.list.articles", { title: list.title }) : say(`report.list.${list.of}`);
};

/** The rows behind a figure: as many as it counts. */
export const listPage = ({ address, listed, total, pageSize }: ShownList, look: Look): Markup => {
  const { viewer } = look;
  const { behind, zone, page } = address;
  const say = sayIn(viewer.locale);
  const inZone = { ...viewer, timezone: zone };
  const title = listTitle(behind.list, viewer);
  const words = periodWords(behind.period, zone);
  const isOfPeriod = behind.list.of !== "backlog";
  const narrowed = narrowedBy(address, look);
  return html`<div class="report">
    <p><a href="${reportPath({ words, scope: behind.scope })}">${say("report.back")}</a></p>
    <h1>${title}</h1>
    ${narrowed.length === 0 ? "" : html`<p dir="auto">${narrowed.join(" · ")}</p>`}
    ${
      isOfPeriod
        ? html`<p>
            ${datedMomentText(behind.period.from, inZone)} – ${datedMomentText(behind.period.to, inZone)} (${zone})
          </p>`
        : ""
    }
    <p data-total="${total}">${total === 0 ? say("report.noRows") : say("report.rows", { count: total })}</p>
    ${
      listed.rows.length === 0
        ? ""
        : listed.of === "clocks"
          ? clocksTable(listed.rows, title, look)
          : ticketsTable(listed.rows, title, behind.list, look)
    }
    <nav class="row" aria-label="${title}">
      ${page > 1 ? html`<a class="button" rel="prev" href="${listPath(behind, zone, page - 1)}">${say("report.earlierPage")}</a>` : ""}
      ${total > page * pageSize ? html`<a class="button" rel="next" href="${listPath(behind, zone, page + 1)}">${say("report.nextPage")}</a>` : ""}
      ${behind.list.of === "clocks" && total > 0 ? html`<a class="button" href="${csvPath(behind, zone)}">${say("report.csv")}</a>` : ""}
    </nav>
  </div>`;
};
