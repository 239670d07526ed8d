import { z } from "zod";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { copiedPersonJson, userJson } from "../../stored/refs-json.ts";
import type { FollowersEvent, FollowersNotification } from "./messages.ts";

const follower = { user: userJson, name: z.string() };
const copied = { name: z.string(), people: z.array(copiedPersonJson) };

export const followers: StoredEvents<FollowersEvent> & StoredNotifications<FollowersNotification> = {
  events: { followerAdded: follower, followerRemoved: follower, peopleCopied: copied },
  notifications: {
    followerAdded: { ...follower, by: z.string() },
    followerRemoved: { name: z.string(), by: z.string() },
    youFollow: { by: z.string() },
    peopleCopied: copied,
  },
};
