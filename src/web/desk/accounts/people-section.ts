import { html } from "hono/html";
import type { Form } from "../../../chat/form.ts";
import type { Account, Desk } from "../../../desk/desk.ts";
import { inviterOf, managingButton, seeingButton, withdrawButton } from "../../../features/client-access/index.ts";
import { openForButton } from "../../../features/open/index.ts";
import { platformName } from "../../../i18n/directory.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { AddedContact } from "../../../tickets/contact.ts";
import { seesWholeAccount } from "../../../tickets/principal.ts";
import { idOf, platformOf, type UserRef } from "../../../tickets/refs.ts";
import { button, type NewSecrets } from "../../render/card.ts";
import { deskForm } from "../../render/form-fields.ts";
import type { Markup, PageContext } from "../../render/line.ts";

/** The people of an account. */
export interface AccountPeople {
  /** Contacts whom the staff added. */
  readonly added: readonly AddedContact[];
  /** Also those whose access was withdrawn, because they may have invited others. */
  readonly everyone: readonly AddedContact[];
  /** Contacts of the desk file, with the name that their platform tells. */
  readonly named: readonly { readonly user: UserRef; readonly name: string | null }[];
  /** How many more the desk file names. */
  readonly more: number;
  /** Whether the viewer may open tickets for contacts. */
  readonly opens: boolean;
  /** The form that invites a person; null for a viewer who may not let people in and out. */
  readonly invite: { readonly form: Form; readonly from: string } | null;
}

/** How a person is reached: the address itself, or the platform. */
const reach = (user: UserRef): string => (platformOf(user) === "email" ? idOf(user) : platformName(platformOf(user)));

const addedRow = (
  contact: AddedContact,
  {
    account,
    desk,
    contacts,
    managed,
    opens,
    secrets,
  }: {
    readonly account: Account;
    readonly desk: Desk;
    /** All contacts whom the staff or other contacts added, also those whose access was withdrawn. */
    readonly contacts: readonly AddedContact[];
    readonly managed: boolean;
    /** Whether the viewer may open tickets for contacts. */
    readonly opens: boolean;
    readonly secrets: NewSecrets;
  },
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const { name, knownAs, how, addedAt, lastSeenAt, managesAccess, seesAll } = contact;
  const seen =
    how === "remembered"
      ? say("clientAccess.chatOnly")
      : lastSeenAt === null
        ? say("accounts.never")
        : datedMomentText(lastSeenAt, context.viewer);
  return html`<tr>
    <th scope="row">
      <span dir="auto">${name}</span>
      ${managesAccess ? html`<br /><span class="faint">${say("access.managesGiven")}</span>` : ""}
      ${seesAll ? "" : html`<br /><span class="faint">${say("access.seesAllTaken")}</span>`}
    </th>
    <td data-label="${say("accounts.reach")}">
      <span dir="auto">${reach(knownAs)}</span> ${opens ? button(openForButton(contact, say), secrets, context) : ""}
    </td>
    <td data-label="${say("accounts.since")}"><span>${datedMomentText(addedAt, context.viewer)}</span></td>
    <td data-label="${say("accounts.by")}"><span dir="auto">${inviterOf(contact, desk, contacts)}</span></td>
    <td data-label="${say("accounts.lastSeen")}"><span>${seen}</span></td>
    ${
      managed
        ? html`<td>
            ${
              how === "invited"
                ? [managingButton, seeingButton].map((right) => button(right(contact, say), secrets, context))
                : ""
            }
            ${button(withdrawButton(contact, account, { label: say("clientAccess.withdrawYes"), say }), secrets, context)}
          </td>`
        : ""
    }
  </tr>`;
};

const namedRow = (
  { user, name }: AccountPeople["named"][number],
  {
    account,
    managed,
    opens,
    secrets,
  }: { readonly account: Account; readonly managed: boolean; readonly opens: boolean; readonly secrets: NewSecrets },
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const opener = { user, knownAs: user, name: name ?? "" };
  return html`<tr>
    <th scope="row">
      <span dir="auto"
        >${name ?? (platformOf(user) === "email" ? idOf(user) : say("accounts.unnamedPerson", { platform: reach(user) }))}</span
      >
      ${seesWholeAccount(user, account) ? "" : html`<br /><span class="faint">${say("access.seesAllTaken")}</span>`}
    </th>
    <td data-label="${say("accounts.reach")}">
      <span dir="auto">${reach(user)}</span>
      ${opens && platformOf(user) !== "email" ? button(openForButton(opener, say), secrets, context) : ""}
    </td>
    <td data-label="${say("accounts.since")}"><span class="faint">${say("accounts.inFile")}</span></td>
    <td></td>
    <td data-label="${say("accounts.lastSeen")}"><span class="faint">${say("clientAccess.chatOnly")}</span></td>
    ${managed ? html`<td></td>` : ""}
  </tr>`;
};

/** Who belongs to an account, who has access to the client area, and letting people in and out. */
export const peopleSection = (
  people: AccountPeople,
  { account, desk, secrets }: { readonly account: Account; readonly desk: Desk; readonly secrets: NewSecrets },
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const managed = people.invite !== null;
  const heads = [
    say("accounts.name"),
    say("accounts.reach"),
    say("accounts.since"),
    say("accounts.by"),
    say("accounts.lastSeen"),
  ];
  return html`<section class="block" id="people">
    <h2>${say("accounts.people")}</h2>
    ${
      people.added.length + people.named.length === 0
        ? html`<p class="faint">${say("accounts.noPeople")}</p>`
        : html`<div class="table" tabindex="0" role="region" aria-label="${say("accounts.people")}">
            <table class="people labelled">
              <thead>
                <tr>
                  ${heads.map((each) => html`<th scope="col">${each}</th>`)}
                  ${managed ? html`<th scope="col"><span class="unseen">${say("accounts.access")}</span></th>` : ""}
                </tr>
              </thead>
              <tbody>
                ${people.added.map((each) => addedRow(each, { account, desk, contacts: people.everyone, managed, opens: people.opens, secrets }, context))}
                ${people.named.map((each) => namedRow(each, { account, managed, opens: people.opens, secrets }, context))}
              </tbody>
            </table>
          </div>`
    }
    ${people.more === 0 ? "" : html`<p class="faint">${say("clientAccess.more", { count: people.more })}</p>`}
    ${
      people.invite === null
        ? html`<p class="hint">${say("accounts.accessOf")}</p>`
        : html`<details class="invite" id="invite" hx-morph-skip="true">
            <summary class="button">${people.invite.form.title}</summary>
            ${deskForm(people.invite.form, secrets(), { from: people.invite.from, prefix: "invite-" }, context)}
          </details>`
    }
  </section>`;
};
