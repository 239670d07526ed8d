import { toInternal } from "../../tickets/effect.ts";
import { accept } from "../../tickets/messages.ts";
import { clockOnly, support, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import type { MailIntakeCommand, MailIntakeEvent } from "./messages.ts";

export const mailIntake = {
  /** `mails`: to read the mails that wait for the staff on the web desk, and to decide on them. */
  reads: { mails: support },
  commands: {
    reportMailFailed: {
      permission: clockOnly,
      decide: ({ command }) => {
        const { name, why, certain, stops } = command;
        return accept(command, { type: "mailFailed", name, why, certain, stops });
      },
    },
  },
  events: {
    mailFailed: {
      evolve: () => ({}),
      effects: ({ name, why, certain, stops }) => [toInternal({ type: "mailFailed", name, why, certain, stops })],
    },
  },
} satisfies FeatureReads & FeatureRules<MailIntakeCommand, MailIntakeEvent>;
