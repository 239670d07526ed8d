import type { InboundEvent, ChatUser } from "../chat/inbound-event.ts";
import { type Desk, locales } from "../desk/desk.ts";
import { identify, type Principal } from "../tickets/principal.ts";
import type { Actor } from "../tickets/messages.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { staffViewer } from "../i18n/viewer-for.ts";

/**
 * The language and zone of the person who acts: staff by their own or the desk's setting, customers by their account's.
 * The language of their client counts only for unknown people.
 */
export const viewerOf = (principal: Principal, by: ChatUser, desk: Desk): Viewer => {
  if (principal.is === "staff") return staffViewer(desk, principal.person.key);
  if (principal.account !== null) return { locale: principal.account.locale, timezone: principal.account.timezone };
  const hint = by.locale?.slice(0, 2).toLowerCase();
  return { locale: locales.find((locale) => locale === hint) ?? desk.locale, timezone: desk.timezone };
};

/** The person who acts, what they are to the desk, and their language and zone. */
export interface RequestContext {
  readonly desk: Desk;
  readonly principal: Principal;
  readonly viewer: Viewer;
  readonly actor: Extract<Actor, { kind: "person" }>;
}

/**
 * The context of an inbound event. Staff appear under the name in the desk file, so that no one can pose as an agent by
 * renaming themselves.
 */
export const requestContextOf = (inboundEvent: Pick<InboundEvent, "by" | "channel">, desk: Desk): RequestContext => {
  const { by, channel } = inboundEvent;
  const principal = identify(by.user, channel, desk, by.membership);
  const name = principal.is === "staff" ? principal.person.name : by.name;
  return {
    desk,
    principal,
    viewer: viewerOf(principal, by, desk),
    actor: {
      kind: "person",
      user: by.user,
      name,
      channel,
      ...(by.membership === undefined ? {} : { membership: by.membership }),
    },
  };
};
