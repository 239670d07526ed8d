import type { Context } from "hono";
import type { Card } from "../../chat/card.ts";
import type { Guest, WebEnv } from "../deps.ts";
import type { NewSecrets } from "../render/card.ts";
import type { Markup, PageContext } from "../render/line.ts";
import type { AreaDraft } from "./area-ticket-page.ts";

/** The notices of the client area, by their key. */
export type AreaNotice = "notThere" | "noTicket" | "formOld" | "busy" | "unreadable";

/** What the pages of the client area are made with. */
export interface AreaPages {
  readonly contextOf: (guest: Guest) => PageContext;
  readonly secretsFor: (guest: Guest, back: string) => NewSecrets;
  readonly show: (
    context: Context<WebEnv>,
    title: string,
    content: Markup,
    status?: 200 | 403 | 404 | 503,
  ) => Response | Promise<Response>;
  readonly notice: (context: Context<WebEnv>, text: AreaNotice, back?: string) => Response | Promise<Response>;
  /** A ticket's page; "there is no such ticket" for one that this contact may not see. */
  readonly ticket: (
    context: Context<WebEnv>,
    number: number | null,
    said?: { readonly answer?: Card; readonly draft?: AreaDraft },
  ) => Promise<Response>;
  /** The notice instead of a ticket that this contact cannot see now; null if they see it. */
  readonly whyHidden: (guest: Guest, number: number | null) => Promise<"noTicket" | "unreadable" | null>;
}
