import { severityList } from "../../cards/ticket-heading.ts";
import { personOf } from "../../tickets/people.ts";
import { encodeAction } from "../../chat/action.ts";
import { type Form, maxPhone, maxPhoneTime } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { cutToUnits } from "../../i18n/excerpt.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The number that customers of this account may call, and for which severities; null if their plan has no calls. */
const ownNumber = (principal: Principal, desk: Desk, viewer: Viewer): string | null => {
  const account = principal.is === "customer" ? principal.account : null;
  const severities = account === null ? [] : (desk.plans[account.plan]?.phone ?? []);
  const phone = desk.phone ?? personOf(desk, account?.manager ?? null)?.phone ?? null;
  if (phone === null || severities.length === 0) return null;
  return sayIn(viewer.locale)("form.callNumber", { phone, severities: severityList(severities, viewer) });
};

/** The form that asks for the customer's number and a time. */
export const callForm = (
  number: number,
  {
    typed,
    principal,
    desk,
    viewer,
  }: { readonly typed: string; readonly principal: Principal; readonly desk: Desk; readonly viewer: Viewer },
): Form => {
  const say = sayIn(viewer.locale);
  const own = ownNumber(principal, desk, viewer);
  const initial = cutToUnits(typed, maxPhone);
  return {
    action: encodeAction("submit-call", number),
    title: say("form.callTitle"),
    submit: say("form.callSubmit"),
    cancel: say("form.cancel"),
    notice: [...(own === null ? [] : [[plain(own)]]), [plain(say("form.callNotice"))]],
    fields: [
      {
        kind: "line",
        name: "number",
        label: say("form.callOn", { ticket: ticketName(number) }),
        hint: "+34 600 000 000",
        required: true,
        initial,
        maxLength: maxPhone,
      },
      {
        kind: "line",
        name: "time",
        label: say("form.callTime"),
        hint: say("form.callTimeHint"),
        required: false,
        maxLength: maxPhoneTime,
        initial: "",
      },
    ],
  };
};
