import type { Card } from "../chat/card.ts";
import type { Disclosure, RefusedPage } from "../chat/refused.ts";
import type { Attempt, Delivery } from "../chat/delivery.ts";
import type { ChatPort, Core, LinkTo, Log } from "../chat/port.ts";
import type { EventDamageReport } from "../db/event-store.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";
import type { Desk, Person } from "../desk/desk.ts";
import type { Viewer } from "../i18n/viewer.ts";
import type { Rate } from "../http/rate-limit.ts";
import type { Instant } from "../sla/instant.ts";
import type { DeskCache } from "../tickets/execute/desk-cache.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { ContactWithAccess } from "./access/contacts.ts";
import type { IdentityProvider } from "./sign-in/identity-provider.ts";
import type { Origin } from "./security.ts";

/** How many requests the web pages answer. A whole office may share one address. */
export interface WebRates {
  readonly perAddress: Rate;
  /** Requests below `/sign-in`: a person needs two, and an attacker who tries links needs very many. */
  readonly signIns: Rate;
  readonly perPerson: Rate;
  /** What one person does, as opposed to reads. */
  readonly acts: Rate;
}

/** What the web desk is given. */
export interface WebDeps {
  readonly database: DatabaseHandle;
  readonly desk: DeskCache;
  readonly core: Core;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
  /** A platform that is switched on. It is asked for the names of channels and people. */
  readonly portOf: (platform: string) => ChatPort | undefined;
  /** The address under which people reach Plazo. */
  readonly origin: () => Origin;
  /** Records that a person was given much at once, of a ticket or (null) of many. */
  readonly disclosed?: (who: { readonly user: UserRef }, what: Disclosure, ticket: number | null) => void;
  /** Called with each damaged event that a page left out or shows as unreadable; null: they are not reported. */
  readonly onDamagedEvent: EventDamageReport | null;
  /** Records that a request was refused. */
  readonly refused?: (page: RefusedPage) => void;
  /** How long (ms) a page waits for the answer to what was done on it. */
  readonly patienceMs?: number;
  /** How long (ms) a browser waits for a page. */
  readonly pageMs?: number;
  readonly rates?: WebRates;
  /** How often (ms) the database is asked for changes while pages are open. */
  readonly liveEveryMs?: number;
  /** Null if the client area is switched off. */
  readonly area: AreaDeps | null;
  readonly settings?: SettingsDeps;
  /** How the staff sign in beside `/desk web`. */
  readonly signIn?: StaffSignIn;
}

/** How the staff sign in without chat. */
export interface StaffSignIn {
  /** Sends a mail; null if mail is not configured. */
  readonly mail: AreaDeps["mail"];
  /** Null if none is configured. */
  readonly provider: IdentityProvider | null;
  /** Staff sign in with the provider only. */
  readonly isRequired: boolean;
}

/** What the settings must know of this process. */
export interface SettingsDeps {
  /** The desk file that is applied at each start; null if the desk is managed on the web. */
  readonly deskFile: string | null;
  /** The platforms that are switched on; null if this is not known. */
  readonly platformsOn: ReadonlySet<string> | null;
  /** Why this process could not run on a desk; null if it could. */
  readonly trouble: (desk: Desk) => "realPeople" | "demoPeople" | null;
}

/** What the client area needs beside that. */
export interface AreaDeps {
  /** Sends a mail; null if mail is not configured. */
  readonly mail: ((to: UserRef, card: Card, attempt: Attempt) => Promise<Delivery>) | null;
}

/** A member of the staff who is signed in. `cookie` is the secret of their browser. */
export interface Visitor {
  readonly user: UserRef;
  readonly person: Person;
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly cookie: string;
}

/** A contact who is signed in to the client area. */
export interface Guest extends ContactWithAccess {
  readonly user: UserRef;
  readonly name: string;
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly cookie: string;
}

/** What the pages know of a request. */
export interface WebEnv {
  Variables: {
    visitor: Visitor;
    guest: Guest;
    address: string | null;
    /** The browser was answered with a plain page: nothing reads what comes now. */
    isLate?: boolean;
    /** What was refused, where the status alone does not say it. */
    refused?: RefusedPage["what"];
  };
  Bindings: { address: string | null };
}
