import type { Core, LinkTo, Log } from "../chat/port.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";
import type { Desk, Person } from "../desk/desk.ts";
import type { Viewer } from "../i18n/viewer.ts";
import type { Instant } from "../sla/instant.ts";
import type { DeskCache } from "../tickets/execute/desk-cache.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Origin } from "./security.ts";

/** What the web desk is given. */
export interface WebDeps {
  readonly database: DatabaseHandle;
  readonly desk: DeskCache;
  readonly core: Core;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
  /** The address under which people reach Plazo. */
  readonly origin: () => Origin;
  /** How long (ms) a page waits for the answer to what was done on it. */
  readonly patienceMs?: number;
}

/** A member of the staff who is signed in. `cookie` is the secret of their browser. */
export interface Visitor {
  readonly user: UserRef;
  readonly person: Person;
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly cookie: string;
}

/** What the pages know of a request. */
export interface WebEnv {
  Variables: { visitor: Visitor; address: string | null };
  Bindings: { address: string | null };
}
