import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import type { CastMember, Channel } from "./wire.ts";

const actor = (
  id: string,
  {
    name,
    role,
    company,
    locale,
    timezone,
  }: {
    readonly name: string;
    readonly role: CastMember["role"];
    readonly company: string | null;
    readonly locale: CastMember["locale"];
    readonly timezone: string;
  },
): CastMember => ({
  user: `playground:${id}`,
  name,
  role,
  company,
  locale,
  timezone,
  direct: `playground:dm-${id}`,
});

/** The playground's directory: everyone as whom a visitor can act. Their refs are those of `demo-desk.yaml`. */
export const cast: readonly CastMember[] = [
  actor("carla", {
    name: "Carla Núñez",
    role: "customer",
    company: "Acme TV",
    locale: "es",
    timezone: "Europe/Madrid",
  }),
  actor("oliver", {
    name: "Oliver Grant",
    role: "customer",
    company: "Northwind Media",
    locale: "en",
    timezone: "America/New_York",
  }),
  actor("beatriz", {
    name: "Beatriz Nunes",
    role: "customer",
    company: "Lusa Play",
    locale: "pt",
    timezone: "Europe/Lisbon",
  }),
  actor("luis", { name: "Luis Gil", role: "agent", company: null, locale: "en", timezone: "Europe/Madrid" }),
  actor("marta", { name: "Marta Solé", role: "agent", company: null, locale: "es", timezone: "Europe/Madrid" }),
  actor("rita", { name: "Rita Lopes", role: "agent", company: null, locale: "pt", timezone: "Europe/Lisbon" }),
  actor("ana", { name: "Ana Ruiz", role: "manager", company: null, locale: "en", timezone: "Europe/Madrid" }),
  actor("eva", { name: "Eva Sanz", role: "head", company: null, locale: "en", timezone: "Europe/Madrid" }),
  actor("tomas", { name: "Tomás Vega", role: "tech", company: null, locale: "es", timezone: "Europe/Madrid" }),
  actor("sam", { name: "Sam Okafor", role: "outsider", company: null, locale: "en", timezone: "Europe/London" }),
];

const staff = cast.filter((each) => ["agent", "manager", "head"].includes(each.role)).map((each) => each.user);

/** The channels of the playground, with their members. */
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

/** Returns a person of the directory; null if unknown. */
export const actorOf = (user: string): CastMember | null => cast.find((each) => each.user === user) ?? null;

/** Returns a channel; null if unknown. */
export const channelOf = (channel: string): Channel | null => channels.find((each) => each.channel === channel) ?? null;

/** Returns whether a person is a member of a channel, and so may read and write there. */
export const isMember = (user: UserRef, channel: ChannelRef): boolean =>
  channelOf(channel)?.members.includes(user) ?? false;
