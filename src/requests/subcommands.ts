import { assignmentSubcommands } from "../features/assignment/requests.ts";
import { availabilitySubcommands } from "../features/availability/requests.ts";
import { callbackSubcommands } from "../features/callback/requests.ts";
import { consultingSubcommands } from "../features/consulting/requests.ts";
import { escalationSubcommands } from "../features/escalation/requests.ts";
import { helpSubcommands } from "../features/help/requests.ts";
import { historySubcommands } from "../features/history/requests.ts";
import { listSubcommands } from "../features/lists/requests.ts";
import { openSubcommands } from "../features/open/requests.ts";
import { replySubcommands } from "../features/reply/requests.ts";
import { resolutionSubcommands } from "../features/resolution/requests.ts";
import { techSubcommands } from "../features/tech-handoff/requests.ts";
import { ticketSubcommands } from "../features/ticket-cards/requests.ts";
import { linkSubcommands } from "../features/ticket-links/requests.ts";
import { transcriptSubcommands } from "../features/transcript/requests.ts";
import type { SubcommandTable } from "./subcommand.ts";

/** The features' subcommands together, in the order of the help. */
export const subcommands: SubcommandTable = {
  ...openSubcommands,
  ...listSubcommands,
  ...ticketSubcommands,
  ...resolutionSubcommands,
  ...transcriptSubcommands,
  ...escalationSubcommands,
  ...callbackSubcommands,
  ...consultingSubcommands,
  ...techSubcommands,
  ...replySubcommands,
  ...linkSubcommands,
  ...historySubcommands,
  ...availabilitySubcommands,
  ...assignmentSubcommands,
  ...helpSubcommands,
};
