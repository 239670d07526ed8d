import { identify } from "../../../src/tickets/principal.ts";
import type { Form } from "../../../src/chat/form.ts";
import type { Account, Desk } from "../../../src/desk/desk.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";
import { accountForm } from "../../../src/features/severity/account-form.ts";
import { assignForm } from "../../../src/features/assignment/assign-form.ts";
import { lowerForm } from "../../../src/features/severity/lower-form.ts";
import { callForm } from "../../../src/features/callback/call-form.ts";
import { consultingForm } from "../../../src/features/consulting/consulting-form.ts";
import { commentForm } from "../../../src/features/rating/comment-form.ts";
import { noteForm } from "../../../src/features/notes/note-form.ts";
import type { Viewer } from "../../../src/i18n/viewer.ts";
import { replyForm } from "../../../src/features/reply/reply-form.ts";
import { techForm, techReturnForm } from "../../../src/features/tech-handoff/tech-form.ts";
import { ticketForm } from "../../../src/features/open/ticket-form.ts";
import { updateForm } from "../../../src/features/promised-updates/update-form.ts";
import { desk } from "./sample.ts";

export const english: Viewer = { locale: "en", timezone: "Europe/Madrid" };

/** The ticket form for a person in a channel. */
export const asked = (user: UserRef, channel: ChannelRef, title = "", of: Desk = desk, viewer = english): Form =>
  ticketForm({ title, principal: identify(user, channel, of), desk: of, channel, viewer });

/** The same desk with more accounts than a list can hold. */
export const manyAccounts: Desk = {
  ...desk,
  accounts: Object.fromEntries(
    Array.from({ length: 150 }, (_, index): [string, Account] => [
      `a${index}`,
      {
        key: `a${index}`,
        name: `Account ${index} `.repeat(12),
        plan: "standard",
        manager: null,
        locale: "en",
        timezone: "UTC",
        channels: [],
        contacts: [],
        accessManagers: [],
        ownTicketsOnly: [],
        sameContact: {},
      },
    ]),
  ),
};

/** Every form the bot can show, for one viewer. */
export const everyForm = (viewer: Viewer): readonly Form[] =>
  [desk, manyAccounts].flatMap((of) => [
    asked("slack:U0CARLA", "slack:C0ACME", "x".repeat(500), of, viewer),
    asked("slack:U0LUIS", "slack:C0OTHER", "", of, viewer),
    replyForm(2_147_483_647, { audience: { kind: "channel", channel: "slack:C0ACME" }, desk: of, viewer }),
    replyForm(1, {
      audience: { kind: "person", user: "slack:U0SAM" },
      desk: of,
      viewer,
      draft: { remark: "<!channel> *bad* ".repeat(300) },
    }),
    noteForm(1042, viewer),
    ...(["slack:U0CARLA", "slack:U0LUIS"] as const).map((user) =>
      consultingForm("x".repeat(500), {
        principal: identify(user, "slack:C0ACME", of),
        desk: of,
        channel: "slack:C0ACME",
        viewer,
      }),
    ),
    consultingForm("", {
      principal: identify("slack:U0SAM", "slack:C0OTHER", of),
      desk: { ...of, consulting: { firstResponse: { days: 1, ms: 0 } } },
      channel: "slack:C0OTHER",
      viewer,
    }),
    ...(["slack:U0CARLA", "slack:U0LUIS"] as const).flatMap((user) =>
      ["", "9".repeat(50)].map((typed) =>
        callForm(2_147_483_647, { typed, principal: identify(user, "slack:C0ACME", of), desk: of, viewer }),
      ),
    ),
    commentForm(2_147_483_647, "ok", viewer),
    techForm(1042, viewer),
    techReturnForm(1042, viewer),
    lowerForm(2_147_483_647, "medium", of, viewer),
    updateForm(1042, viewer),
    assignForm(1042, of, viewer),
    ...[accountForm(1042, of, viewer)].flatMap((form) => (form === null ? [] : [form])),
  ]);
