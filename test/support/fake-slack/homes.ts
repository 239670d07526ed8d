import type { Attempt, Outcome } from "./delivery.ts";
import { actionsIn, findAction } from "./filled-form.ts";
import { judgeView } from "./judge-blocks.ts";
import { isJson, listOf, textOf, type Json } from "./json.ts";
import { fail, type MethodAnswer } from "./method-answer.ts";
import { eventPayload, personOf } from "./payloads.ts";
import { readMessage } from "./readable.ts";
import { viewPayload } from "./show-view.ts";
import type { Triggers } from "./triggers.ts";
import { directWith, type FakeView, type Workspace } from "./workspace.ts";

/** The Home tab of the app, as one person sees it. */
export interface FakeHome {
  /** Opens the Home tab, or the Messages tab beside it. */
  opens(tab?: "home" | "messages"): Promise<void>;
  /** Presses a button of the Home tab by its label or its action. */
  presses(label: string): Promise<void>;
  /** All text of it, with buttons in brackets; null if the app published nothing yet. */
  readonly text: string | null;
  readonly actions: readonly string[];
  readonly blocks: readonly Json[];
  /** How often the app published it. */
  readonly published: number;
}

interface StoredHome extends FakeView {
  published: number;
}

interface Parts {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly deliver: (attempt: Attempt) => Promise<Outcome>;
  /** Whether the app has a Home tab. */
  readonly isEnabled: boolean;
}

/** The Home tabs of all people, and the method that publishes them. */
export const createHomes = ({ workspace, triggers, deliver, isEnabled }: Parts) => {
  const homes = new Map<string, StoredHome>();

  const publish = (args: Json): MethodAnswer => {
    const view: unknown = typeof args["view"] === "string" ? JSON.parse(args["view"]) : args["view"];
    const user = textOf(args["user_id"]);
    if (!isJson(view) || view["type"] !== "home") return fail("invalid_arguments", ["view must be a home"]);
    if (!isEnabled) return fail("not_enabled");
    const person = workspace.people.get(user);
    if (person === undefined) return fail("user_not_found");
    const faults = judgeView(view);
    if (JSON.stringify(view).length > 250_000) return fail("view_too_large");
    if (faults.length > 0) return fail("invalid_arguments", faults);
    const before = homes.get(user);
    const { hash } = args;
    if (hash !== undefined && hash !== before?.hash) return fail("hash_conflict");
    const shown: StoredHome = {
      id: before?.id ?? workspace.nextId("V0"),
      hash: `${workspace.now()}.${workspace.nextId("h")}`,
      view,
      errors: {},
      typed: {},
      published: (before?.published ?? 0) + 1,
    };
    homes.set(user, shown);
    workspace.shown.push({ to: user, what: view });
    return { view: viewPayload(workspace, shown) };
  };

  const homeOf = (user: string): FakeHome => {
    const blocks = (): readonly Json[] => listOf(homes.get(user)?.view["blocks"]);
    return {
      get text() {
        return homes.has(user) ? readMessage("", blocks()).text : null;
      },
      get actions() {
        return actionsIn(blocks());
      },
      get blocks() {
        return blocks();
      },
      get published() {
        return homes.get(user)?.published ?? 0;
      },
      opens: async (tab = "home") => {
        const home = homes.get(user);
        const event = {
          type: "app_home_opened",
          user,
          channel: directWith(workspace, user).id,
          tab,
          event_ts: workspace.nextTs(),
          ...(home === undefined || tab !== "home" ? {} : { view: viewPayload(workspace, home) }),
        };
        await deliver({ kind: "event", payload: eventPayload(workspace, event), retry: null });
      },
      presses: async (label) => {
        const home = homes.get(user);
        const person = workspace.people.get(user);
        const action = findAction(blocks(), label);
        if (home === undefined || person === undefined || action === null)
          throw new Error(`there is nothing labelled ${label} on the home of ${user}`);
        person.views.splice(0);
        // Slack sends neither a channel nor a response_url with a press on a home.
        const payload = {
          type: "block_actions",
          user: personOf(workspace, person),
          api_app_id: workspace.appId,
          token: "legacy",
          container: { type: "view", view_id: home.id },
          trigger_id: triggers.issue(user),
          team: { id: person.team ?? workspace.team, domain: "fake" },
          enterprise: null,
          is_enterprise_install: false,
          view: viewPayload(workspace, home),
          actions: [{ ...action, action_ts: workspace.nextTs() }],
        };
        const outcome = await deliver({ kind: "interactive", payload, retry: null });
        if (!outcome.acked) person.complaints.push("This app responded with an error or not in time");
      },
    };
  };

  return { methods: { "views.publish": publish }, homeOf };
};
