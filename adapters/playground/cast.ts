import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import type { CastMember, Channel } from "./wire.ts";

const actor = (
  id: string,
  name: string,
  role: CastMember["role"],
  company: string | null,
  locale: CastMember["locale"],
  timezone: string,
): CastMember => ({
  user: `playground:${id}`,
  name,
  role,
  company,
  locale,
  timezone,
  direct: `playground:dm-${id}`,
});

/** The playground's directory: everybody a visitor can act as. Their refs are those of `demo-desk.yaml`. */
export const cast: readonly CastMember[] = [
  actor("carla", "Carla Núñez", "customer", "Acme TV", "es", "Europe/Madrid"),
  actor("oliver", "Oliver Grant", "customer", "Northwind Media", "en", "America/New_York"),
  actor("beatriz", "Beatriz Nunes", "customer", "Lusa Play", "pt", "Europe/Lisbon"),
  actor("luis", "Luis Gil", "agent", null, "en", "Europe/Madrid"),
  actor("marta", "Marta Solé", "agent", null, "en", "Europe/Madrid"),
  actor("ana", "Ana Ruiz", "manager", null, "en", "Europe/Madrid"),
  actor("eva", "Eva Sanz", "head", null, "en", "Europe/Madrid"),
  actor("tomas", "Tomás Vega", "tech", null, "es", "Europe/Madrid"),
  actor("sam", "Sam Okafor", "outsider", null, "en", "Europe/London"),
];

const staff = cast.filter((each) => ["agent", "manager", "head"].includes(each.role)).map((each) => each.user);

/** Every channel of the playground and who is in it. */
export const channels: readonly Channel[] = [
  {
    channel: "playground:acme-support",
    name: "acme-support",
    kind: "customers",
    members: ["playground:carla", ...staff],
  },
  {
    channel: "playground:northwind-support",
    name: "northwind-support",
    kind: "customers",
    members: ["playground:oliver", ...staff],
  },
  {
    channel: "playground:lusa-support",
    name: "lusa-support",
    kind: "customers",
    members: ["playground:beatriz", ...staff],
  },
  { channel: "playground:triage", name: "triage", kind: "staff", members: staff },
  {
    channel: "playground:tech",
    name: "tech",
    kind: "staff",
    members: [...staff, "playground:tomas"],
  },
  ...cast.map((each): Channel => ({
    channel: each.direct,
    name: "Plazo",
    kind: "direct",
    members: [each.user],
  })),
];

/** The person behind a reference, where the directory has them. */
export const actorOf = (user: string): CastMember | null => cast.find((each) => each.user === user) ?? null;

/** The channel behind a reference, where it exists. */
export const channelOf = (channel: string): Channel | null => channels.find((each) => each.channel === channel) ?? null;

/** Whether somebody is in a channel, and so reads and writes there. */
export const isMember = (user: UserRef, channel: ChannelRef): boolean =>
  channelOf(channel)?.members.includes(user) ?? false;
