import type { Work } from "../../src/db/due-work.ts";
import type { Steps } from "../../src/jobs/steps.ts";

type StepName = Exclude<keyof Steps, "core" | "cleanUp" | "dueWork" | "opensAt" | "homes">;

/** The step for each kind of work, in the order of one pass. */
const inTurn: readonly (readonly [Work, StepName])[] = [
  ["mails", "readMails"],
  ["inbox", "processInbox"],
  ["reminders", "fireReminders"],
  ["replies", "releaseReplies"],
  ["inactivity", "checkInactivity"],
  ["unticketed", "watchChannels"],
  ["welcomes", "keepWelcomes"],
  ["channels", "followChannels"],
  ["desk", "settleDesk"],
  ["prompts", "settlePrompts"],
  ["cards", "refreshCards"],
  ["chat", "deliverOutbox"],
  ["email", "deliverEmail"],
  ["chat", "deliverFiles"],
  ["reports", "makeReports"],
  ["goals", "watchGoals"],
  ["welcomes", "deliverReports"],
  ["staffReports", "deliverReports"],
];

/** Runs each step that has work once, as a running desk's loops do, and returns how much was done. */
export const stepsWithWork = async (steps: Steps): Promise<number> => {
  const due = await steps.dueWork();
  let done = 0;
  for (const [work, step] of inTurn) if (due.has(work)) done += await steps[step]();
  // Only this process knows of the homes that people asked it for.
  return done + (await steps.publishHomes());
};
