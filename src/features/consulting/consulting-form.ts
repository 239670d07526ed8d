import { personOf } from "../../tickets/people.ts";
import { encodeAction } from "../../chat/action.ts";
import { type Form, maxDescription, maxPhoneTime, maxTitle } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import { deskFor } from "../../tickets/clocks/consulting-desk.ts";
import { accountOfChannel, type Principal } from "../../tickets/principal.ts";
import { termsFor } from "../../tickets/clocks/sla-target.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { cutToUnits } from "../../i18n/excerpt.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { targetText } from "../../i18n/target-text.ts";
import { accountField } from "../open/index.ts";
import { sayIn } from "../../i18n/say.ts";

/** The form behind `/ticket consulting`: it has no severity and says who will get in touch. */
export const consultingForm = (
  topic: string,
  {
    principal,
    desk,
    channel,
    viewer,
  }: { readonly principal: Principal; readonly desk: Desk; readonly channel: ChannelRef; readonly viewer: Viewer },
): Form => {
  const say = sayIn(viewer.locale);
  const inChannel = accountOfChannel(channel, desk);
  const account = principal.is === "customer" ? principal.account : inChannel;
  const { calendar, targets } = termsFor(deskFor("consulting", desk), account, "low");
  const target = targets.firstResponse;
  const manager = personOf(desk, account?.manager ?? null);
  const initial = cutToUnits(topic, maxTitle);
  return {
    action: encodeAction("submit-consulting"),
    title: say("form.consultingTitle"),
    submit: say("form.consultingSubmit"),
    cancel: say("form.cancel"),
    notice: [
      [plain(manager === null ? say("form.consultingTeam") : say("form.consultingManager", { name: manager.name }))],
      [
        plain(
          target === undefined
            ? say("form.consultingNoTarget")
            : say("form.consultingDue", { target: targetText(target, calendar, viewer.locale) }),
        ),
      ],
    ],
    fields: [
      {
        kind: "line",
        name: "title",
        label: say("form.consultingTopic"),
        required: true,
        initial,
        maxLength: maxTitle,
      },
      {
        kind: "paragraph",
        name: "description",
        label: say("form.consultingWhatFor"),
        hint: say("form.consultingWhatForHint"),
        required: true,
        maxLength: maxDescription,
        initial: "",
      },
      {
        kind: "line",
        name: "time",
        label: say("form.consultingTime"),
        hint: say("form.consultingTimeHint"),
        required: false,
        maxLength: maxPhoneTime,
        initial: "",
      },
      ...(principal.is === "staff" ? [accountField(desk, inChannel, viewer)] : []),
    ],
  };
};
