import { encodeAction } from "../../chat/action.ts";
import type { ReplyFlag } from "../../chat/action-arguments.ts";
import type { Line } from "../../chat/card.ts";
import { type Field, type Form, maxText, noChoice } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Place } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { beginningOf } from "../../i18n/excerpt.ts";
import { moreLine } from "../../cards/quote.ts";
import { pickField } from "../../i18n/pick-field.ts";
import { audienceArgument, unnamedAudience } from "../../chat/action-arguments.ts";
import { audienceLine } from "./audience-line.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { noNews, updateChoices, updateTimeField } from "../promised-updates/index.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** The choice among the desk's canned replies, if there are any. The typed text goes below the chosen one. */
const cannedField = (desk: Desk, viewer: Viewer): readonly Field[] => {
  const say = sayIn(viewer.locale);
  const choices = Object.values(desk.replies).map(({ key, title }) => ({ value: key, label: title[viewer.locale] }));
  if (choices.length === 0) return [];
  const none = { value: noChoice, label: say("form.noCanned") };
  const field = { name: "canned", label: say("form.canned"), hint: say("replying.cannedHint"), initial: noChoice };
  return [pickField({ ...field, required: false }, [none, ...choices])];
};

/**
 * The initial text of a reply form, and a remark of the technical team that the agent is to reword for the customer.
 */
export interface ReplyDraft {
  readonly text?: string;
  readonly remark?: string;
  readonly flags?: readonly ReplyFlag[];
}

const updateFields = (say: Say): readonly Field[] => [
  {
    kind: "select",
    name: "when",
    label: say("form.replyNews"),
    required: false,
    initial: noNews,
    choices: [{ value: noNews, label: say("form.replyNoNews") }, ...updateChoices(say)],
  },
  updateTimeField(say),
];

/** The form shows at most this much of a remark. */
const maxRemark = 1_000;

/** The remark is shown beside the field and not in it, so that an internal text is never sent by accident. */
const remarkLines = (remark: string, viewer: Viewer): readonly Line[] => {
  if (remark === "") return [];
  const { text, characters } = beginningOf(remark, maxRemark);
  return [
    [plain(sayIn(viewer.locale)("form.replyFindings"))],
    [plain(text)],
    ...(characters === 0 ? [] : [moreLine(characters, null, viewer)]),
  ];
};

/**
 * The form for a public reply. It carries the audience that it shows, so that no one else can receive it. If only a
 * ticket number is known, the audience is null and shown before the reply is sent.
 */
export const replyForm = (
  number: number,
  {
    audience,
    desk,
    viewer,
    draft: { text = "", remark = "", flags = [] } = {},
  }: { readonly audience: Place | null; readonly desk: Desk; readonly viewer: Viewer; readonly draft?: ReplyDraft },
): Form => {
  const say = sayIn(viewer.locale);
  const ticket = ticketName(number);
  const setsWaiting = flags.includes("setsWaiting");
  const hint = flags.includes("asked") ? { hint: say("replying.waitHintAsked") } : {};
  return {
    action: encodeAction(
      "submit-reply",
      number,
      audience === null ? unnamedAudience : audienceArgument(audience),
      ...flags,
    ),
    title: say(setsWaiting ? "replying.waitTitle" : "form.replyTitle"),
    submit: say(setsWaiting ? "replying.waitSubmit" : "form.replySubmit"),
    cancel: say("form.cancel"),
    notice: [
      audience === null ? [plain(say("form.replyUnnamed", { ticket }))] : audienceLine(number, audience, desk, viewer),
      [plain(setsWaiting ? say("replying.waitNotice") : say("form.replyPublic", { ticket }))],
      ...remarkLines(remark, viewer),
    ],
    fields: [
      ...cannedField(desk, viewer),
      {
        kind: "paragraph",
        name: "text",
        label: say(setsWaiting ? "replying.waitText" : "form.replyText"),
        required: Object.keys(desk.replies).length === 0 && !flags.includes("asked"),
        maxLength: maxText,
        ...hint,
        initial: text,
      },
      // A reply that waits for the customer promises no update, unless its text does.
      ...(setsWaiting && !flags.includes("timed") ? [] : updateFields(say)),
    ],
  };
};
