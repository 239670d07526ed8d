import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line } from "../../chat/card.ts";
import type { CoverageGap } from "../../desk/coverage-gap.ts";
import { numberText } from "../../i18n/languages.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { dotted, momentAndLeft, plain, strong } from "../../i18n/spans.ts";
import type { Instant } from "../../sla/instant.ts";
import { countedAtMost } from "../../tickets/list-filter.ts";
import { ticketName, type StoredTicket } from "../../tickets/ticket.ts";
import { awayLines } from "../lists/index.ts";
import {
  buttonRow,
  homeHead,
  openTicketButtons,
  section,
  ticketRows,
  type HomeContext,
  type Places,
} from "./home-parts.ts";
import { gapLine } from "./gap-line.ts";

/** An account that the person manages. */
export interface HomeAccount {
  readonly account: string;
  readonly open: number;
  readonly next: { readonly number: number; readonly due: Instant } | null;
}

/** What a member of the staff sees on their home. The counts end at `countedAtMost` plus one. */
export interface StaffHome {
  readonly mine: readonly StoredTicket[];
  readonly unassigned: readonly StoredTicket[];
  /** The next due of all open tickets. */
  readonly next: readonly StoredTicket[];
  readonly counts: Readonly<Record<"mine" | "unassigned" | "overdue" | "soon", number>>;
  /** Their own accounts, the next due first. */
  readonly accounts: readonly HomeAccount[];
  readonly gaps: readonly CoverageGap[];
  readonly places: Places;
  /** Whether this person may claim tickets. */
  readonly mayClaim: boolean;
  /** Whether the web desk is served. */
  readonly hasWebDesk: boolean;
}

/** More gaps would push the lists out of sight. */
const mostGaps = 5;

const counted = (count: number, { viewer }: HomeContext): string => {
  const shown = numberText(Math.min(count, countedAtMost), viewer.locale);
  return count > countedAtMost ? sayIn(viewer.locale)("list.over", { total: shown }) : shown;
};

const accountLine = ({ account, open, next }: HomeAccount, { desk, viewer }: HomeContext): Line => {
  const say = sayIn(viewer.locale);
  const name = Object.hasOwn(desk.accounts, account) ? (desk.accounts[account]?.name ?? account) : account;
  const due =
    next === null ? [] : rich(say, "home.nextDue", { ticket: ticketName(next.number), due: momentAndLeft(next.due) });
  return dotted([strong(name)], [plain(say("home.openCount", { count: open }))], due);
};

const listButton = (words: readonly string[], label: string): Button => ({
  action: encodeAction("queue", ...words),
  label,
});

const accountsPart = ({ accounts }: StaffHome, context: HomeContext): readonly CardPart[] => {
  if (accounts.length === 0) return [];
  const say = sayIn(context.viewer.locale);
  const lines = accounts.map((each) => accountLine(each, context));
  return [
    ...section(say("home.accounts"), lines, ""),
    ...buttonRow(say("home.lists"), [{ action: encodeAction("list", "mine"), label: say("home.ticketsOfAccounts") }]),
  ];
};

const gapsPart = ({ gaps }: StaffHome, { viewer }: HomeContext): readonly CardPart[] =>
  gaps.length === 0
    ? []
    : section(
        sayIn(viewer.locale)("home.uncovered"),
        gaps.slice(0, mostGaps).map((gap) => gapLine(gap, viewer)),
        "",
      );

const awayPart = ({ desk, viewer, now }: HomeContext): readonly CardPart[] => {
  const lines = awayLines(desk, now, viewer);
  return lines.length === 0 ? [] : section(sayIn(viewer.locale)("home.out"), lines, "");
};

/** The home of a member of the staff: their tickets, unassigned ones, the next due, their accounts, and who is out. */
export const staffHomeCard = (home: StaffHome, context: HomeContext): Card => {
  const { desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const { places, counts } = home;
  const rows = (tickets: readonly StoredTicket[]) => ticketRows(tickets, { is: "staff", places }, context);
  const opened = (tickets: readonly StoredTicket[], ...more: readonly Button[]) =>
    buttonRow(say("list.openTickets"), [...openTicketButtons(tickets, places, context), ...more]);
  const claims = home.unassigned.flatMap(({ number, status }) =>
    status === "unreadable" || !home.mayClaim
      ? []
      : [
          {
            action: encodeAction("claim", number),
            label: say("home.claim", { ticket: ticketName(number) }),
            style: "primary" as const,
          },
        ],
  );
  const heading = say("home.heading", { desk: desk.name });
  const web = home.hasWebDesk ? [{ action: encodeAction("web"), label: say("web.signInLink") }] : [];
  return {
    summary: heading,
    parts: [
      ...homeHead(
        heading,
        [
          listButton(["open"], say("home.queue")),
          ...web,
          { action: encodeAction("new"), label: say("home.newTicket") },
        ],
        context,
      ),
      ...section(say("home.mine", { total: counted(counts.mine, context) }), rows(home.mine), say("home.noneMine")),
      ...opened(
        home.mine,
        ...(counts.mine > home.mine.length ? [{ action: encodeAction("list", "mine"), label: say("home.all") }] : []),
      ),
      ...section(
        say("home.unassigned", { total: counted(counts.unassigned, context) }),
        rows(home.unassigned),
        say("home.noneUnassigned"),
      ),
      ...buttonRow(say("home.claims"), claims),
      ...opened(
        home.unassigned,
        ...(counts.unassigned > home.unassigned.length ? [listButton(["open", "unassigned"], say("home.all"))] : []),
      ),
      ...section(
        say("home.next", { overdue: counted(counts.overdue, context), soon: counted(counts.soon, context) }),
        rows(home.next),
        say("list.emptyQueue"),
      ),
      ...opened(home.next),
      ...accountsPart(home, context),
      ...awayPart(context),
      ...gapsPart(home, context),
    ],
  };
};
