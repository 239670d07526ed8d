import { errorCard } from "../cards/problem-card.ts";
import type { Instant } from "../sla/instant.ts";
import { randomUUID } from "node:crypto";
import { acknowledge } from "../requests/route.ts";
import { requestContextOf } from "../requests/request-context.ts";
import type { Core } from "../chat/port.ts";
import { directChannels } from "../db/delivery/direct-store.ts";
import { readDueWork, type Work } from "../db/due-work.ts";
import { storedMessages, threadsInUse } from "../db/messages/stored-messages.ts";
import { cleanUp } from "./clean-up.ts";
import { deriveOutcomes } from "./derive-outcomes.ts";
import { createHomes, type Homes } from "../delivery/homes/publish-homes.ts";
import { deliverOutbox } from "../delivery/deliver-outbox.ts";
import type { Step, WorkDeps, Firing } from "./deps.ts";
import { createPressure, type Pressure } from "../inbox/pressure.ts";
import { createLimiter } from "../delivery/limiter.ts";
import { createServedElsewhere, type ServedElsewhere } from "../delivery/served-elsewhere.ts";
import { fireReminders } from "./fire-reminders.ts";
import { followChannels, type FollowingChannels } from "./follow-channels.ts";
import type { ReplyNotes } from "../inbox/reply-notes.ts";
import { createThreadReads } from "../inbox/thread-reads.ts";
import { receive, type LiveAnswers } from "../inbox/receive.ts";
import { refreshCards } from "../delivery/refresh-cards.ts";
import { createDamageReport, createEventDamageReport } from "./report-damaged.ts";
import { releaseReplies } from "./release-replies.ts";
import { respond } from "../inbox/respond.ts";
import { settleDesk } from "./settle-desk.ts";
import { acceptMail } from "../inbox/mail/accept-mail.ts";
import { mailboxCore } from "../inbox/mail/hold-mailbox.ts";
import { readMail } from "../mail/reading/read.ts";
import { readMails } from "./mail/read-mails.ts";
import { deliverStaffReports } from "../delivery/staff-reports/deliver-staff-reports.ts";
import { makeTimedReports } from "./staff-reports/make-timed-reports.ts";
import { areGoalsWatched, createGoalTimes, watchGoals } from "./staff-reports/watch-goals.ts";
import { sendStatementNotices } from "./statements/send-statement-notices.ts";
import { settlePrompts } from "./settle-prompts.ts";
import { createSuggest } from "../inbox/suggest.ts";
import { closeInactive } from "./close-inactive.ts";
import { createTraces } from "../inbox/traces.ts";
import { keepWelcomeMessages, watchChannels } from "./customer-channels.ts";
import { processInbox } from "../inbox/process-inbox.ts";

/** How long (ms) a direct conversation counts as active: a month. */
const rememberedMs = 30 * 24 * 60 * 60_000;

/** The running desk: what adapters talk to, and one step of each loop. */
export interface Steps {
  readonly core: Core;
  readonly processInbox: Step;
  readonly fireReminders: Step;
  readonly releaseReplies: Step;
  readonly checkInactivity: Step;
  /** Looks at customers' messages that belong to no ticket and waited as long as their plan allows. */
  readonly watchChannels: Step;
  /** Has the message posted in each customer's channel that says how to ask, and kept true. */
  readonly keepWelcomes: Step;
  readonly followChannels: Step;
  readonly settleDesk: Step;
  readonly refreshCards: Step;
  readonly deliverOutbox: Step;
  readonly deliverEmail: Step;
  readonly settlePrompts: Step;
  /** Makes the reports that come at set times. */
  readonly makeReports: Step;
  /** Looks for goals that are missed this month, or nearly. */
  readonly watchGoals: Step;
  readonly deliverReports: Step;
  readonly deliverFiles: Step;
  /** Draws and publishes the homes that people asked this process for. */
  readonly publishHomes: Step;
  /** When the next home may be published, and who is told that one was asked for. */
  readonly homes: Pick<Homes, "opensAt" | "onAsked">;
  /** Reads the mails that were taken in, and hands them to the inbox. */
  readonly readMails: Step;
  readonly cleanUp: Step;
  readonly deriveOutcomes: Step;
  readonly sendStatementNotices: Step;
  /**
   * Asks the database which steps may have work, in one statement. A step that is not named has nothing to do.
   * `aheadMs`: reminders and pending replies count that much earlier.
   */
  readonly dueWork: (aheadMs?: number) => Promise<ReadonlySet<Work>>;
  /** When a platform accepts messages again that wait for its limit now; null if none wait. */
  readonly opensAt: () => Instant | null;
}

/** Adds traces of refused commands and reports of damaged messages. */
const withReports = (given: WorkDeps): WorkDeps => {
  const traces = createTraces({ ...given, desk: given.desk.current });
  const onRefusal: WorkDeps["onRefusal"] = (refusal, command) => {
    given.onRefusal?.(refusal, command);
    if (command.by.kind === "person") traces.refused(command.by, refusal.reason, command.type);
  };
  return {
    ...given,
    traces,
    threadReads: createThreadReads(given.now),
    onRefusal,
    onDamagedMessage: createDamageReport(given),
    // The web pages share the report of the process.
    onDamagedEvent: given.onDamagedEvent ?? createEventDamageReport(given.log),
  };
};

/** Creates the steps. `wake` is called when an inbound event was stored. */
export const createSteps = (given: WorkDeps, wake: () => void, pressure: Pressure = createPressure(() => 0)): Steps => {
  const deps = withReports(given);
  const answers: LiveAnswers = new Map();
  const notes: ReplyNotes = new Map();
  const self = randomUUID();
  const limiter = createLimiter((platform) => deps.ports.get(platform)?.limits, deps.now);
  const firing: Firing = { bulkRuns: 0 };
  const elsewhere = createServedElsewhere(deps, self);
  const sending = { limiter, firing, elsewhere, calm: pressure.calm };
  const channels = followChannels(deps);
  const homes = createHomes(deps, pressure.calm);
  return {
    core: {
      ...receive(deps, { acknowledge, answers, self, wake }),
      admit: (isRepeated) => {
        if (isRepeated ? !pressure.isOverloaded() : !pressure.isSaturated()) return pressure.enter();
        deps.metrics.overloaded();
        return null;
      },
      acceptMail: acceptMail(deps),
      ...mailboxCore(deps, self),
      suggest: createSuggest(deps),
      showHome: homes.ask,
      directs: (platform, most) => directChannels(deps.database, platform, { since: deps.now() - rememberedMs, most }),
      storedMessages: (place, range) => storedMessages(deps.database, place, range),
      threadsInUse: (platform, most) => threadsInUse(deps.database, platform, most),
    },
    processInbox: processInbox(deps, {
      live: { answers, notes },
      self,
      work: (inboundEvent) => respond(deps, inboundEvent),
      apology: (inboundEvent) => errorCard(requestContextOf(inboundEvent, deps.desk.current()).viewer),
      elsewhere,
      calm: pressure.calm,
    }),
    fireReminders: fireReminders(deps, firing),
    releaseReplies: releaseReplies(deps, notes),
    checkInactivity: closeInactive(deps),
    watchChannels: watchChannels(deps),
    keepWelcomes: keepWelcomeMessages(deps),
    followChannels: channels.step,
    settleDesk: settleDesk(deps),
    refreshCards: refreshCards(deps, sending),
    deliverOutbox: deliverOutbox(deps, "chat", sending),
    deliverEmail: deliverOutbox(deps, "email", sending),
    settlePrompts: settlePrompts(deps, elsewhere),
    deliverFiles: deliverOutbox(deps, "files", sending),
    makeReports: makeTimedReports(deps),
    watchGoals: watchGoals(deps),
    deliverReports: deliverStaffReports(deps, sending),
    publishHomes: homes.step,
    homes,
    readMails: readMails(deps, {
      read: readMail,
      settings: { authServer: deps.mailAuthServer ?? null },
      calm: pressure.calm,
    }),
    cleanUp: cleanUp(deps, pressure.calm),
    deriveOutcomes: deriveOutcomes(deps, pressure.calm),
    sendStatementNotices: sendStatementNotices(deps),
    opensAt: limiter.opensAt,
    dueWork: lookForWork(deps, { self, notes, followed: channels.followed, elsewhere, homes }),
  };
};

interface ProcessState {
  readonly self: string;
  readonly notes: ReplyNotes;
  readonly followed: FollowingChannels["followed"];
  readonly elsewhere: ServedElsewhere;
  readonly homes: Pick<Homes, "askFormerStaff" | "changed">;
}

/** Adds work that only this process knows of to the work found in the database. */
const lookForWork = (
  { database, now, desk: cache }: WorkDeps,
  { self, notes, followed, elsewhere, homes }: ProcessState,
): Steps["dueWork"] => {
  let desk: string | null = null;
  let changesMark: string | null = null;
  const areGoalsDue = createGoalTimes();
  return async (aheadMs = 0) => {
    const at = now();
    // An idle process reports as well, so that the others leave its platforms to it.
    await elsewhere();
    const due = await readDueWork(database.db, {
      now: at,
      soon: at + aheadMs,
      intakeToken: self,
      followed: followed(at),
    });
    const works = new Set(due.works);
    if (due.desk !== desk || due.changesMark !== changesMark) homes.changed();
    changesMark = due.changesMark;
    if (due.desk !== desk) {
      // The step that processes the inbox reads the desk again.
      works.add("inbox");
      works.add("reports");
      works.add("welcomes");
      homes.askFormerStaff(await cache.read(database.db));
      desk = due.desk;
    }
    if (areGoalsWatched(cache.current()) && areGoalsDue(`${due.desk} ${due.changesMark}`, at)) works.add("goals");
    // Another process may have sent or undone replies whose private messages still show buttons.
    if (notes.size > 0) works.add("replies");
    return works;
  };
};
