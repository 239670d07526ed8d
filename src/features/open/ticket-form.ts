import { encodeAction } from "../../chat/action.ts";
import { type Choice, type Field, type Form, maxDescription, maxTitle, noChoice } from "../../chat/form.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { accountOfChannel, type Principal } from "../../tickets/principal.ts";
import { termsFor } from "../../tickets/clocks/sla-target.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { Source } from "../../tickets/ticket.ts";
import { severities, type Severity, openToStrangers } from "../../sla/severity.ts";
import { cutToUnits } from "../../i18n/excerpt.ts";
import { pickField, accountChoices } from "../../i18n/pick-field.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { targetText } from "../../i18n/target-text.ts";
import { factFields } from "../ticket-facts.ts";
import { sourceArguments } from "../../chat/action-arguments.ts";
import { severityMeans } from "../severity/index.ts";
import { sayIn } from "../../i18n/say.ts";

/** Each severity with its meaning and its first response target on this account's plan. */
const severityChoices = (
  desk: Desk,
  account: Account | null,
  offered: readonly Severity[],
  viewer: Viewer,
): readonly Choice[] => {
  const say = sayIn(viewer.locale);
  return offered.map((value) => {
    const { calendar, targets } = termsFor(desk, account, value);
    const severity = say(`severityLabel.${value}`);
    const label =
      targets.firstResponse === undefined
        ? severity
        : say("form.severityChoice", { severity, target: targetText(targets.firstResponse, calendar, viewer.locale) });
    return { value, label, description: severityMeans(value, desk, viewer) };
  });
};

/** Staff choose the account; the default is the account of the channel. */
export const accountField = (desk: Desk, inChannel: Account | null, viewer: Viewer): Field => {
  const say = sayIn(viewer.locale);
  const unknown = inChannel === null ? [{ value: noChoice, label: say("form.accountUnknown") }] : [];
  return pickField(
    {
      name: "account",
      label: say("form.account"),
      hint: say("form.accountHint"),
      initial: inChannel?.key ?? noChoice,
    },
    [...unknown, ...accountChoices(desk)],
  );
};

/** The form behind `/ticket`, for the account of the channel or of the person. */
export const ticketForm = ({
  title,
  description,
  source,
  principal,
  desk,
  channel,
  viewer,
}: {
  readonly title: string;
  /** A known text, and the message it comes from. */
  readonly description?: string;
  readonly source?: Omit<Source, "how">;
  readonly principal: Principal;
  readonly desk: Desk;
  readonly channel: ChannelRef;
  readonly viewer: Viewer;
}): Form => {
  const say = sayIn(viewer.locale);
  const inChannel = accountOfChannel(channel, desk);
  const account = principal.is === "customer" ? principal.account : inChannel;
  const isStranger = principal.is === "customer" && account === null;
  const offered = isStranger ? openToStrangers : severities;
  const initial = cutToUnits(title, maxTitle);
  return {
    action: encodeAction("submit-ticket", ...(source === undefined ? [] : sourceArguments(source))),
    title: say("form.ticketTitle"),
    submit: say("form.ticketSubmit"),
    cancel: say("form.cancel"),
    fields: [
      {
        kind: "line",
        name: "title",
        label: say("form.title"),
        hint: say("form.titleHint"),
        required: true,
        initial,
        maxLength: maxTitle,
      },
      {
        kind: "radio",
        name: "severity",
        label: say("form.severity"),
        ...(isStranger ? { hint: say("form.severityStranger") } : {}),
        required: true,
        choices: severityChoices(desk, account, offered, viewer),
        initial: "",
      },
      {
        kind: "paragraph",
        name: "description",
        label: say("form.description"),
        hint: say("form.descriptionHint"),
        required: true,
        initial: cutToUnits(description ?? "", maxDescription),
        maxLength: maxDescription,
      },
      ...(principal.is === "staff" ? [accountField(desk, inChannel, viewer)] : []),
      ...factFields({ desk, viewer }),
    ],
  };
};
