import { Hono } from "hono";
import { encodeAction } from "../../chat/action.ts";
import { audienceArgument } from "../../chat/action-arguments.ts";
import { sayIn } from "../../i18n/say.ts";
import { severities } from "../../sla/severity.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { severityOf, type Ticket } from "../../tickets/ticket.ts";
import type { Act, Outcome } from "../acting.ts";
import type { Visitor, WebEnv } from "../deps.ts";
import { bulkPage, type BulkResult } from "../pages/bulk-page.ts";
import type { Posted } from "../posted.ts";
import type { DeskPage } from "./desk-page.ts";

/** As many as a page of the queue shows. */
const most = 50;
/** So many tickets are changed at the same time. */
const atOnce = 5;

type What = {
  readonly kind: "press" | "submit";
  readonly action: string;
  readonly values?: Readonly<Record<string, string>>;
};

/** One thing to do with a ticket: what a press or a form does in chat, and how one sees that it was done. */
interface Step {
  readonly what: What;
  readonly isDone: (after: Ticket) => boolean;
}

/** What the form asks for, for one ticket; null if it names nothing to do. */
const stepsFor = (ticket: Ticket, { values }: Posted): readonly Step[] | null => {
  const { number } = ticket;
  const given = (name: string): string => values.get(name)?.trim() ?? "";
  switch (values.get("do")) {
    case "assign": {
      const person = given("person");
      const what = { kind: "submit", action: encodeAction("submit-assign", number), values: { person } } as const;
      return person === "" ? null : [{ what, isDone: ({ assignee }) => assignee === person }];
    }
    case "area": {
      const area = given("area");
      const what = { kind: "submit", action: encodeAction("submit-area", number), values: { area } } as const;
      return area === "" ? null : [{ what, isDone: (after) => after.area === area }];
    }
    case "severity": {
      const severity = severities.find((each) => each === given("severity"));
      if (severity === undefined) return null;
      const reason = given("reason");
      const what: What =
        reason === ""
          ? { kind: "press", action: encodeAction("severity", number, severity) }
          : { kind: "submit", action: encodeAction("submit-lower", number, severity), values: { text: reason } };
      return [{ what, isDone: (after) => severityOf(after) === severity && after.sla.confirmedSeverity === severity }];
    }
    case "resolve": {
      const text = given("text");
      const reply: Step = {
        what: {
          kind: "submit",
          action: encodeAction("submit-reply", number, audienceArgument(ticket.conversation)),
          values: { text },
        },
        isDone: (after) => after.pendingReplies.length > ticket.pendingReplies.length || after.replies > ticket.replies,
      };
      const resolve: Step = {
        what: { kind: "press", action: encodeAction("resolve", number) },
        isDone: ({ status }) => status === "resolved",
      };
      return text === "" ? [resolve] : [reply, resolve];
    }
    default:
      return null;
  }
};

const sentenceOf = (outcome: Outcome): string | null => {
  switch (outcome.kind) {
    case "answered":
      return outcome.card.summary;
    case "fieldErrors":
      return Object.values(outcome.errors).join(" ");
    default:
      return null;
  }
};

/** Doing the same with several tickets. Each is an ordinary act with its own rights, history and outcome. */
export const bulkRoutes = ({ deps, contextOf, notice, perform, postedBy, show }: DeskPage): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const actOf = (visitor: Visitor, key: string, { kind, action, values = {} }: What): Act => {
    const common = { key, person: visitor.user, name: visitor.person.name, action };
    return kind === "press" ? { ...common, kind } : { ...common, kind, values };
  };

  const doOne = async (number: number, posted: Posted, visitor: Visitor): Promise<BulkResult> => {
    const ticket = await readTicket(db, number);
    if (ticket === null) return { number, done: false, why: null };
    const steps = stepsFor(ticket, posted) ?? [];
    for (const [index, { what, isDone }] of steps.entries()) {
      const outcome = await perform(actOf(visitor, `${posted.key}:${number}:${index}`, what));
      const after = await readTicket(db, number);
      if (after === null || !isDone(after)) return { number, done: false, why: sentenceOf(outcome) };
    }
    return { number, done: steps.length > 0, why: null };
  };

  app.post("/desk/bulk", async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld");
    const visitor = context.get("visitor");
    const ticked = posted.all("ticket").flatMap((each) => (/^[1-9]\d{0,9}$/.test(each) ? [Number(each)] : []));
    const numbers = [...new Set(ticked)].filter((number) => number <= 2_147_483_647).slice(0, most);
    const results: BulkResult[] = [];
    for (let at = 0; at < numbers.length; at += atOnce)
      results.push(
        ...(await Promise.all(numbers.slice(at, at + atOnce).map((number) => doOne(number, posted, visitor)))),
      );
    const title = sayIn(visitor.viewer.locale)("web.bulkDone");
    return show(context, title, bulkPage(results, posted.back, contextOf(visitor)));
  });
  return app;
};
