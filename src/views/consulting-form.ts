import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { Desk } from "../domain/desk.ts";
import { deskFor } from "../domain/consulting-desk.ts";
import { accountOfChannel, type Principal } from "../domain/may.ts";
import { termsFor } from "../domain/promise.ts";
import type { ChannelRef } from "../domain/refs.ts";
import { cutToUnits } from "./excerpt.ts";
import { maxDescription, maxPhoneTime, maxTitle } from "./form-limits.ts";
import type { Viewer } from "./reader.ts";
import { plain } from "./spans.ts";
import { targetWords } from "./target-words.ts";
import { accountField } from "./ticket-form.ts";
import { personOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

/** The form behind `/ticket consulting`: no severity, and who will get in touch. */
export const consultingForm = (
  topic: string,
  principal: Principal,
  desk: Desk,
  channel: ChannelRef,
  viewer: Viewer,
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
            ? say("form.consultingNoPromise")
            : say("form.consultingPromise", { target: targetWords(target, calendar, viewer.locale) }),
        ),
      ],
    ],
    fields: [
      {
        kind: "line",
        name: "title",
        label: say("form.consultingTopic"),
        required: true,
        initial: initial === "" ? undefined : initial,
        maxLength: maxTitle,
      },
      {
        kind: "paragraph",
        name: "description",
        label: say("form.consultingWhatFor"),
        hint: say("form.consultingWhatForHint"),
        required: true,
        maxLength: maxDescription,
      },
      {
        kind: "line",
        name: "time",
        label: say("form.consultingTime"),
        hint: say("form.consultingTimeHint"),
        required: false,
        maxLength: maxPhoneTime,
      },
      ...(principal.is === "staff" ? [accountField(desk, inChannel, viewer)] : []),
    ],
  };
};
