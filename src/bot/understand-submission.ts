import { decodeAction } from "../chat/action.ts";
import type { Happening } from "../chat/happening.ts";
import type { Article } from "../domain/desk.ts";
import { accountOfChannel } from "../domain/may.ts";
import { matchingArticles } from "../domain/matching-articles.ts";
import { severities, type Severity } from "../domain/severity.ts";
import { dueMark } from "../views/filled-reply.ts";
import { problemCard } from "../views/problem-card.ts";
import { readersFrom, unnamedReaders } from "../views/readers-argument.ts";
import { replyFlags } from "../views/reply-form.ts";
import { sourceFrom } from "../views/source-arguments.ts";
import { sayIn } from "../views/words/say.ts";
import type { Wished } from "./intent.ts";
import type { Scene } from "./scene.ts";
import {
  accountValues,
  personValues,
  publicValues,
  reasonValues,
  saysNothing,
  textValues,
  ticketValues,
  type Parsed,
} from "./submitted-values.ts";
import { newsValues, updateValues } from "./update-values.ts";
import { consultingValues } from "./consulting-values.ts";
import { callValues } from "./call-values.ts";
import { ticketNumber } from "./ticket-number.ts";
import { answer, change, ifAllowed, work, type Understood } from "./understood.ts";

type Submission = Extract<Happening, { kind: "submit" }>;

const whenRight = <T>(parsed: Parsed<T>, next: (value: T) => Understood): Understood =>
  parsed.ok ? next(parsed.value) : answer({ kind: "fieldErrors", errors: parsed.errors });

const oldForm = (scene: Scene): Understood =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, scene.reader) });

/** Nobody whose service is down is sent to read, nor are the staff, who know the manual. */
const worthReading = (
  severity: Severity,
  text: string,
  { standing, desk, reader }: Scene,
): { readonly articles?: readonly Article[] } => {
  const found = matchingArticles(desk.articles, reader.locale, text);
  return standing.is === "staff" || severity === "critical" || found.length === 0 ? {} : { articles: found };
};

/**
 * A form that was sent in a post of the account's forum: the ticket is talked about in that post. Elsewhere, among the team
 * or for another account, the post stays apart from the ticket.
 */
const inPost = (
  { channel, post }: Submission,
  account: string | null | undefined,
  { desk }: Scene,
): Pick<Extract<Wished, { type: "open" }>, "source" | "unlessTaken"> => {
  const own = accountOfChannel(channel, desk);
  if (post === undefined || own === null || (account != null && account !== own.key)) return {};
  return { source: { channel, message: post, root: post, how: "picked" }, unlessTaken: true };
};

const open = (submission: Submission, args: readonly string[], scene: Scene): Understood => {
  const { values, at, channel } = submission;
  const source = args.length === 0 ? null : sourceFrom(args);
  // A form is submitted where its message stands.
  if (args.length > 0 && source?.channel !== channel) return oldForm(scene);
  const parsed = ticketValues(values, scene.desk, scene.standing.is === "staff", sayIn(scene.reader.locale));
  return whenRight(parsed, ({ title, severity, description, account }) =>
    work({
      kind: "open",
      ...worthReading(severity, `${title}\n${description}`, scene),
      command: {
        type: "open",
        by: scene.actor,
        at,
        title,
        severity,
        description,
        account: account ?? undefined,
        askedIn: channel,
        ...(source === null ? inPost(submission, account, scene) : { source: { ...source, how: "picked" } }),
      },
    }),
  );
};

const consulting = (submission: Submission, scene: Scene): Understood => {
  const { values, at, channel } = submission;
  const parsed = consultingValues(values, scene.desk, scene.standing.is === "staff", sayIn(scene.reader.locale));
  return whenRight(parsed, ({ title, description, account }) =>
    work({
      kind: "open",
      command: {
        type: "open",
        kind: "consulting",
        by: scene.actor,
        at,
        title,
        severity: "low",
        description,
        account: account ?? undefined,
        askedIn: channel,
        ...inPost(submission, account, scene),
      },
    }),
  );
};

const reply = ({ values, at }: Submission, number: number, args: readonly string[], scene: Scene): Understood => {
  const [argument, ...given] = args;
  const readers = readersFrom(argument ?? "");
  if (readers === null && argument !== unnamedReaders) return oldForm(scene);
  const flags = replyFlags.filter((each) => given.includes(each));
  const say = sayIn(scene.reader.locale);
  if (flags.includes("asked") && saysNothing(values)) return change(scene, at, number, { type: "wait", asked: true });
  return whenRight(publicValues(values, scene.desk, scene.reader.locale, say), ({ text, canned }) =>
    whenRight(newsValues(values, at, say), (update) => {
      const names = text.includes(dueMark);
      if (update === null && names && flags.includes("timed"))
        return answer({ kind: "fieldErrors", errors: { when: say("replying.dueNeedsTime") } });
      const news = update === null ? {} : { update };
      const waits = flags.includes("waits") ? ({ waits: true } as const) : {};
      const written = { type: "reply", by: scene.actor, at, text, alreadyPosted: false, readers } as const;
      const command = { ...written, ...news, ...waits };
      return canned === null && !names
        ? work({ kind: "change", number, command })
        : work({ kind: "canned", number, canned, command });
    }),
  );
};

const lower = ({ values, at }: Submission, number: number, argument: string | undefined, scene: Scene): Understood => {
  const severity = severities.find((each) => each === argument);
  if (severity === undefined) return oldForm(scene);
  return whenRight(reasonValues(values, sayIn(scene.reader.locale)), ({ text: reason }) =>
    change(scene, at, number, { type: "setSeverity", severity, reason }),
  );
};

const ofTicket = (
  submission: Submission,
  verb: string,
  number: number,
  args: readonly string[],
  scene: Scene,
): Understood => {
  const { values, at } = submission;
  const [argument] = args;
  const say = sayIn(scene.reader.locale);
  switch (verb) {
    case "submit-reply":
      return ifAllowed(scene, "reply", () => reply(submission, number, args, scene));
    case "submit-note":
      return ifAllowed(scene, "note", () =>
        whenRight(textValues(values, say), ({ text }) =>
          change(scene, at, number, { type: "note", text, alreadyPosted: false }),
        ),
      );
    case "submit-tech":
      return ifAllowed(scene, "tellTech", () =>
        whenRight(textValues(values, say), ({ text }) => change(scene, at, number, { type: "tellTech", text })),
      );
    case "submit-tech-return":
      return ifAllowed(scene, "returnTech", () =>
        whenRight(textValues(values, say), ({ text }) =>
          change(scene, at, number, { type: "returnTech", findings: text, done: false }),
        ),
      );
    case "submit-call":
      return ifAllowed(scene, "requestCall", () =>
        whenRight(callValues(values, say), (wanted) => change(scene, at, number, { type: "requestCall", ...wanted })),
      );
    case "submit-assign":
      return ifAllowed(scene, "assign", () =>
        whenRight(personValues(values, scene.desk, say), ({ person }) =>
          change(scene, at, number, { type: "assign", person }),
        ),
      );
    case "submit-lower":
      return ifAllowed(scene, "setSeverity", () => lower(submission, number, argument, scene));
    case "submit-update":
      return ifAllowed(scene, "promiseUpdate", () =>
        whenRight(updateValues(values, at, say), (due) => change(scene, at, number, { type: "promiseUpdate", due })),
      );
    case "submit-account":
      return ifAllowed(scene, "setAccount", () =>
        whenRight(accountValues(values, scene.desk, say), ({ account }) =>
          account === null ? oldForm(scene) : change(scene, at, number, { type: "setAccount", account }),
        ),
      );
    default:
      return oldForm(scene);
  }
};

/** What a filled-in form means, or what is wrong with it. */
export const understandSubmission = (submission: Submission, scene: Scene): Understood => {
  const { verb, args } = decodeAction(submission.action);
  if (verb === "submit-ticket") return ifAllowed(scene, "open", () => open(submission, args, scene));
  if (verb === "submit-consulting") return ifAllowed(scene, "open", () => consulting(submission, scene));
  const number = ticketNumber(args[0] ?? "");
  return number === null ? oldForm(scene) : ofTicket(submission, verb, number, args.slice(1), scene);
};
