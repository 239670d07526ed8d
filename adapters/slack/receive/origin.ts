import { z } from "zod";
import type { Membership } from "../../../src/tickets/refs.ts";

/** The workspace and the app of the bot token, as Slack reports them at the start. */
export interface Home {
  readonly team: string;
  /** The organisation of the workspace (Enterprise Grid). */
  readonly enterprise: string | null;
  /** Null if Slack did not say. */
  readonly app: string | null;
}

const text = z.string().nullish().catch(null);
const installed = z.object({ team_id: text, enterprise_id: text });
const written = z.object({ team: text, user_team: text, user_profile: z.object({ team: text }).nullish().catch(null) });

/** Every field in which a Slack payload names its origin. Missing or invalid fields are null. */
const originSchema = z.object({
  type: text,
  command: text,
  api_app_id: text,
  team_id: text,
  enterprise_id: text,
  context_team_id: text,
  context_enterprise_id: text,
  authorizations: z.array(installed).nullish().catch(null),
  team: z.object({ id: text, enterprise_id: text }).nullish().catch(null),
  enterprise: z.object({ id: text }).nullish().catch(null),
  user: z.object({ team_id: text }).nullish().catch(null),
  view: z.object({ app_installed_team_id: text }).nullish().catch(null),
  event: written
    .extend({ message: written.nullish().catch(null), previous_message: written.nullish().catch(null) })
    .nullish()
    .catch(null),
});
type Payload = z.infer<typeof originSchema>;

const isOurs = (home: Home, team: string | null | undefined, enterprise?: string | null): boolean =>
  team === home.team || (home.enterprise !== null && (enterprise === home.enterprise || team === home.enterprise));

/** Why a payload is not for this desk. */
export type Foreign = "another app" | "another workspace";

/** Returns whether Slack sent an event for this installation, and not for another one of the same app. */
const isForOurInstallation = (payload: Payload, home: Home): boolean => {
  const { authorizations, context_team_id, context_enterprise_id, team_id, enterprise_id } = payload;
  if (authorizations != null && authorizations.length > 0)
    return authorizations.some((each) => isOurs(home, each.team_id, each.enterprise_id));
  return isOurs(home, context_team_id ?? team_id, context_enterprise_id ?? enterprise_id);
};

/**
 * Returns why a payload is refused; null if it is for this desk. Customers of another workspace (Slack Connect) may
 * write, react, press buttons and send forms. Slack does not let them use commands or message menus.
 */
export const foreignIn = (body: unknown, home: Home): Foreign | null => {
  const { data: payload } = originSchema.safeParse(body);
  if (payload === undefined) return "another workspace";
  const { type, api_app_id, team, enterprise, user, view } = payload;
  if (home.app !== null && api_app_id != null && api_app_id !== home.app) return "another app";
  if (payload.command != null) return isOurs(home, payload.team_id, payload.enterprise_id) ? null : "another workspace";
  if (type === "event_callback") return isForOurInstallation(payload, home) ? null : "another workspace";
  if (view?.app_installed_team_id != null)
    return isOurs(home, view.app_installed_team_id, enterprise?.id) ? null : "another workspace";
  if (type === "block_actions" || type === "view_submission" || type === "view_closed") return null;
  return isOurs(home, team?.id ?? user?.team_id, team?.enterprise_id ?? enterprise?.id) ? null : "another workspace";
};

/** The workspaces that a payload names for the person who acted. */
const teamsOf = ({ event, user, team, team_id, command }: Payload): readonly string[] => {
  const of = (each: z.infer<typeof written> | null | undefined) => [
    each?.user_team,
    each?.user_profile?.team,
    each?.team,
  ];
  const named =
    event == null
      ? [user?.team_id ?? team?.id ?? (command == null ? null : team_id)]
      : [...of(event), ...of(event.message), ...of(event.previous_message)];
  return named.flatMap((each) => each ?? []);
};

/** "outside" if the payload says that the person is from another workspace; undefined if it does not say. */
export const membershipIn = (body: unknown, home: Home): Membership | undefined => {
  const { data: payload } = originSchema.safeParse(body);
  if (payload === undefined) return undefined;
  const enterprise = payload.team?.enterprise_id ?? payload.enterprise?.id ?? null;
  // In an organisation, people of every workspace belong to it, and an event does not name the other workspace's owner.
  if (payload.event != null && home.enterprise !== null) return undefined;
  return teamsOf(payload).every((team) => isOurs(home, team, enterprise)) ? undefined : "outside";
};

/** A person as `users.info` describes them. */
export const profileSchema = z.object({
  team_id: text,
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  enterprise_user: z.object({ enterprise_id: text }).nullish().catch(null),
});

/** A person's relation to the workspace by their profile; undefined if it does not say. */
export const membershipOf = (profile: unknown, home: Home): Membership | undefined => {
  const { data: user } = profileSchema.safeParse(profile);
  if (user === undefined || user.team_id == null) return undefined;
  if (user.is_stranger === true || !isOurs(home, user.team_id, user.enterprise_user?.enterprise_id)) return "outside";
  return user.is_restricted === true || user.is_ultra_restricted === true || user.is_bot === true ? "guest" : "member";
};

/** Returns whether an address is the platform's own for late answers. Plazo posts to no other address. */
export const isResponseUrl = (address: string, apiUrl: string): boolean => {
  if (!URL.canParse(address) || !URL.canParse(apiUrl)) return false;
  const { origin, username, password } = new URL(address);
  const api = new URL(apiUrl);
  const own = ["https://hooks.slack.com", api.origin, `${api.protocol}//hooks.${api.host}`];
  return username === "" && password === "" && own.includes(origin);
};
