import { errorKind } from "../../../src/chat/error-kind.ts";
import type { WebClient } from "@slack/web-api";
import type { WarnOncePerMinute } from "../../../src/chat/refusals.ts";
import type { Membership } from "../../../src/tickets/refs.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { createLookUps } from "../../shared/look-ups.ts";
import { withTimeout } from "../../shared/waiting.ts";
import { limitedUntil, slackErrorOf } from "../errors.ts";
import { membershipOf, type Home } from "../receive/origin.ts";

/** What Slack says about a person. */
export interface Profile {
  readonly name: string | null;
  /** Their relation to the desk's workspace; undefined if Slack does not say. */
  readonly membership: Membership | undefined;
}

/** Returns a person's profile; null if Slack does not answer in time. Never throws. */
export type ProfileOf = (user: string) => Promise<Profile | null>;

/** The same for an id that another person wrote. Null too if that person wrote too many unknown ids recently. */
export type MentionedProfile = (author: string, user: string) => Promise<Profile | null>;

/** How long (ms) an event waits for its author's name. */
const patienceMs = 800;

/** Whether Slack says that it will not tell, and not that it limits calls. */
export const isRefusal = (error: unknown): boolean => {
  const code = slackErrorOf(error);
  return code !== null && !/^rate_?limited$/.test(code);
};

/** What the look-ups of names need. */
export interface NameDeps {
  readonly client: WebClient;
  readonly warn: WarnOncePerMinute;
  readonly now: () => Instant;
}

/**
 * Asks for each person once an hour, because payloads contain only an id. users.info allows about a hundred calls a
 * minute. Mentions have a budget, so that the look-ups of authors go on.
 */
export const createProfiles = (
  { client, warn, now }: NameDeps,
  home: () => Home | null,
): { readonly profileOf: ProfileOf; readonly mentioned: MentionedProfile } => {
  const profiles = createLookUps<Profile>({
    ask: async (user) => {
      const { user: found } = await client.users.info({ user });
      const name = found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name || null;
      const ours = home();
      return { name, membership: ours === null ? undefined : membershipOf(found, ours) };
    },
    isRefusal,
    limitedUntil: (error) => limitedUntil(error, now()),
    failed: (user, error) => {
      const why = errorKind(error);
      warn(why, { user, err: why }, "slack.name-unread");
    },
    now,
  });
  return {
    profileOf: (user) => withTimeout(profiles.find(user), patienceMs),
    mentioned: (author, user) => withTimeout(profiles.findFor(author, user), patienceMs),
  };
};
