import { html } from "hono/html";
import type { Form } from "../../chat/form.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { seeingButton, withdrawButton } from "../../features/client-access/index.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { platformName } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { AddedContact } from "../../tickets/contact.ts";
import { seesWholeAccount } from "../../tickets/principal.ts";
import { idOf, platformOf, type UserRef } from "../../tickets/refs.ts";
import { button, type NewSecrets } from "../render/card.ts";
import { deskForm } from "../render/form-fields.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** What a contact who may manage access needs to do so. */
interface Managing {
  /** The form that invites a person, and the action that opens it. */
  readonly form: Form;
  readonly from: string;
  /** The contact themselves, who cannot withdraw their own access. */
  readonly user: UserRef;
  readonly secrets: NewSecrets;
}

/** The people of an account who may use the client area. */
interface PeopleView {
  readonly account: Account;
  readonly contacts: readonly AddedContact[];
  /** Null for a contact who may not manage access. */
  readonly managing: Managing | null;
}

/** Who decides who has access: the account manager, and the contacts who may manage it. */
const whoDecides = ({ account, contacts }: PeopleView, desk: Desk, say: Say): Markup => {
  const { manager: key } = account;
  const manager = key !== null && Object.hasOwn(desk.people, key) ? (desk.people[key] ?? null) : null;
  const names = contacts.filter(({ user }) => account.accessManagers.includes(user)).map(({ name }) => name);
  return html`${manager === null ? "" : html`<p>${say("area.peopleHow", { manager: manager.name })}</p>`}
  ${
    names.length === 0
      ? ""
      : html`<p dir="auto">${say("area.peopleManage", { account: account.name, names: names.join(", ") })}</p>`
  }`;
};

const personRow = (
  contact: AddedContact,
  { account, managing }: Pick<PeopleView, "account" | "managing">,
  context: PageContext,
): Markup => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const { user, name, knownAs, addedAt, lastSeenAt, seesAll } = contact;
  return html`<tr>
    <th scope="row">
      <span dir="auto">${name}</span>
      ${seesAll ? "" : html`<br /><span class="faint">${say("access.seesAllTaken")}</span>`}
    </th>
    <td>${platformOf(knownAs) === "email" ? idOf(knownAs) : platformName(platformOf(knownAs))}</td>
    <td>${momentText(addedAt, viewer)}</td>
    <td>${lastSeenAt === null ? say("area.never") : momentText(lastSeenAt, viewer)}</td>
    ${
      managing === null
        ? ""
        : html`<td>
            ${
              user === managing.user
                ? ""
                : [
                    ...(seesWholeAccount(managing.user, account) ? [seeingButton(contact, say)] : []),
                    withdrawButton(contact, account, { label: say("clientAccess.withdrawYes"), say }),
                  ].map((each) => button(each, managing.secrets, context))
            }
          </td>`
    }
  </tr>`;
};

/** Who of an account has access to the client area, and who decides it. A contact who may do so invites and withdraws here. */
export const peoplePage = (view: PeopleView, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const { account, contacts, managing } = view;
  const heads = [say("area.name"), say("area.reach"), say("area.since"), say("area.lastSeen")];
  return html`<h1>${say("area.people")}</h1>
    <p>${say("area.peopleAbout", { account: account.name })}</p>
    ${whoDecides(view, desk, say)}
    <div class="table" tabindex="0" role="region" aria-label="${say("area.people")}">
      <table>
        <thead>
          <tr>
            ${heads.map((each) => html`<th scope="col">${each}</th>`)}
            ${
              managing === null
                ? ""
                : html`<th scope="col"><span class="unseen">${say("clientAccess.actions")}</span></th>`
            }
          </tr>
        </thead>
        <tbody>
          ${contacts.map((each) => personRow(each, view, context))}
        </tbody>
      </table>
    </div>
    ${
      managing === null
        ? ""
        : html`<h2>${managing.form.title}</h2>
            ${deskForm(managing.form, managing.secrets(), { from: managing.from, prefix: "invite-" }, context)}`
    }`;
};
