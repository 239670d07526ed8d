import type { InboundEvent } from "../chat/inbound-event.ts";
import { didYouMean, didYouMeanCard, didYouMeanOnDesk, helpCard } from "../features/help/index.ts";
import { problemCard } from "../cards/problem-card.ts";
import { cleanLine } from "./clean-text.ts";
import { readCommand, type ReadCommand } from "./read-command.ts";
import type { RequestContext } from "./request-context.ts";
import { answer, ifAllowed, type Routed } from "./routed.ts";
import type { SubcommandRequest } from "./subcommand.ts";
import { subcommands } from "../features/surface.ts";

type Command = Extract<InboundEvent, { kind: "command" }>;

const help = ({ context, all }: SubcommandRequest, unknown: string): Routed => {
  const { desk, principal, viewer } = context;
  return answer({ kind: "private", card: helpCard(all, { desk, is: principal.is, viewer, unknown }) });
};

const suggestOnDesk = (request: SubcommandRequest, line: string): Routed => {
  const { all, context } = request;
  const doubt = didYouMeanOnDesk(line, all);
  if (doubt === null) return help(request, line);
  return answer({ kind: "private", card: didYouMeanCard(doubt, context.principal.is, context.viewer) });
};

/** If the words of a subcommand mean nothing on this desk, the line after `/ticket` may be a title. */
const routeOtherwise = (request: SubcommandRequest, { of }: { readonly of: "ticket" | "desk" }): Routed => {
  const line = cleanLine(request.event.text);
  return of === "desk"
    ? suggestOnDesk(request, line)
    : routeRead(readCommand("ticket", `new ${line}`, request.all), request);
};

/** The line may be a misspelt subcommand, so the bot asks before it opens a form. */
const ask = ({ event, context, all }: SubcommandRequest): Routed | null => {
  const doubt = didYouMean(event.text, context, all);
  return doubt === null
    ? null
    : answer({ kind: "private", card: didYouMeanCard(doubt, context.principal.is, context.viewer) });
};

const routeRead = (read: ReadCommand, request: SubcommandRequest): Routed => {
  if ("unknown" in read) return help(request, read.unknown);
  const { context, all } = request;
  const { subcommand: words } = read;
  if ("problem" in words) return answer({ kind: "private", card: problemCard(words.problem, context.viewer) });
  const asked = read.name === "open" ? ask(request) : null;
  const found = all[read.name];
  if (asked !== null || found === undefined) return asked ?? help(request, read.name);
  return ifAllowed(context, found.permission, () => words.route(request) ?? routeOtherwise(request, read));
};

/** Whether an earlier desk file named this person as staff and the current one does not. */
const isFormerStaff = ({ principal, actor, desk }: RequestContext): boolean =>
  principal.is !== "staff" && actor.membership !== "outside" && desk.former.staff.includes(actor.user);

/** What a slash command means. Only staff may use `/desk`, whatever follows it. */
export const routeCommand = (event: Command, context: RequestContext): Routed => {
  const route = () => routeRead(readCommand(event.name, event.text, subcommands), { event, context, all: subcommands });
  if (event.name !== "desk") return route();
  if (isFormerStaff(context))
    return answer({
      kind: "private",
      card: problemCard({ problem: "noLongerStaff" }, context.viewer),
      refused: "queue",
    });
  return ifAllowed(context, "queue", route);
};
