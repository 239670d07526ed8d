import { encodeAction, maxActionLength } from "../../chat/action.ts";
import type { Button } from "../../chat/card.ts";
import { type Choice, type Field, type Form, maxDescription, maxTitle, noChoice } from "../../chat/form.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { accountOfChannel, type Principal } from "../../tickets/principal.ts";
import { termsFor } from "../../tickets/clocks/sla-target.ts";
import { platformOf, type ChannelRef, type UserRef } from "../../tickets/refs.ts";
import type { Source } from "../../tickets/ticket.ts";
import { severities, type Severity, openToStrangers } from "../../sla/severity.ts";
import { cutToUnits } from "../../i18n/excerpt.ts";
import { pickField, accountChoices } from "../../i18n/pick-field.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { targetText } from "../../i18n/target-text.ts";
import { factFields } from "../ticket-facts.ts";
import { sourceArguments } from "../../chat/action-arguments.ts";
import { severityMeans } from "../severity/index.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

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

/** What is asked of every problem: title, severity and description. */
const problemFields = (
  {
    title,
    description,
    isStranger,
    choices,
  }: {
    readonly title: string;
    readonly description: string;
    readonly isStranger: boolean;
    readonly choices: readonly Choice[];
  },
  say: Say,
): readonly Field[] => [
  {
    kind: "line",
    name: "title",
    label: say("form.title"),
    hint: say("form.titleHint"),
    required: true,
    initial: cutToUnits(title, maxTitle),
    maxLength: maxTitle,
  },
  {
    kind: "radio",
    name: "severity",
    label: say("form.severity"),
    ...(isStranger ? { hint: say("form.severityStranger") } : {}),
    required: true,
    choices,
    initial: "",
  },
  {
    kind: "paragraph",
    name: "description",
    label: say("form.description"),
    hint: say("form.descriptionHint"),
    required: true,
    initial: cutToUnits(description, maxDescription),
    maxLength: maxDescription,
  },
];

/** The longest name of a contact that is kept. */
export const longestContact = 100;

/** The form with which an agent opens a ticket for a contact of an account. */
export const ticketFormFor = (
  {
    user,
    name,
    account,
    title,
  }: { readonly user: UserRef; readonly name: string; readonly account: Account | null; readonly title: string },
  desk: Desk,
  viewer: Viewer,
): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-for", user),
    title: say("form.forTitle"),
    submit: say("form.ticketSubmit"),
    cancel: say("form.cancel"),
    fields: [
      {
        kind: "line",
        name: "contact",
        label: say("form.forWhom"),
        hint: account === null ? say("form.forHint") : say("form.forHintAccount", { account: account.name }),
        required: true,
        initial: cutToUnits(name, longestContact),
        maxLength: longestContact,
      },
      ...problemFields(
        { title, description: "", isStranger: false, choices: severityChoices(desk, account, severities, viewer) },
        say,
      ),
      ...factFields({ desk, viewer }),
    ],
  };
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
  return {
    action: encodeAction("submit-ticket", ...(source === undefined ? [] : sourceArguments(source))),
    title: say("form.ticketTitle"),
    submit: say("form.ticketSubmit"),
    cancel: say("form.cancel"),
    fields: [
      ...problemFields(
        { title, description: description ?? "", isStranger, choices: severityChoices(desk, account, offered, viewer) },
        say,
      ),
      ...(principal.is === "staff" ? [accountField(desk, inChannel, viewer)] : []),
      ...factFields({ desk, viewer }),
    ],
  };
};

/**
 * The button with which an agent opens a ticket for a contact. `knownAs`: how Plazo reaches them; who is reached in chat gets the receipt
 * there. A name that is too long for a button is typed in the form.
 */
export const openForButton = (
  { user, knownAs, name }: { readonly user: UserRef; readonly knownAs: UserRef; readonly name: string },
  say: Say,
): Button => {
  const reached = platformOf(knownAs) === "email" ? user : knownAs;
  const words = name.split(/\s+/).filter((each) => each !== "");
  const fits = ["open-for", reached, ...words].join(" ").length <= maxActionLength;
  return { action: encodeAction("open-for", reached, ...(fits ? words : [])), label: say("open.forContact") };
};
