import { inside, textOf, type Json } from "./json.ts";
import { judgeView } from "./judge-blocks.ts";
import type { FakeView, Workspace } from "./workspace.ts";

/** A view as Slack sends it back. */
export const viewPayload = (workspace: Workspace, view: FakeView, state: Json = {}): Json => ({
  ...view.view,
  id: view.id,
  hash: view.hash,
  team_id: workspace.team,
  app_id: workspace.appId,
  app_installed_team_id: workspace.team,
  bot_id: workspace.botId,
  state: { values: state },
  root_view_id: view.id,
  previous_view_id: null,
});

/** Shows a view to a person, above their open ones; or returns what is wrong with it. */
export const pushView = (
  workspace: Workspace,
  user: string,
  view: Json,
  replace = false,
): { readonly view: FakeView } | { readonly faults: readonly string[] } => {
  const person = workspace.people.get(user);
  const faults = judgeView(view);
  if (person === undefined || faults.length > 0) return { faults };
  const shown: FakeView = {
    id: workspace.nextId("V0"),
    hash: `${workspace.now()}.${workspace.nextId("h")}`,
    view,
    errors: {},
    typed: {},
  };
  if (replace) person.views.pop();
  person.views.push(shown);
  workspace.shown.push({ to: user, what: view });
  workspace.log.push({ kind: "view", user, title: textOf(inside(view, "title")["text"]) });
  return { view: shown };
};
