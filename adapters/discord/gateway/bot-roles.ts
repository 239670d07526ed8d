import { z } from "zod";

const id = z.string().regex(/^\d{1,20}$/);
const roleSchema = z.object({ id, tags: z.object({ bot_id: id.optional() }).optional() });

/**
 * The roles that Discord creates for bots, one in each server. They have the bot's name, so people mention them by
 * mistake.
 */
export interface BotRoles {
  /** A role as the gateway describes it. */
  learn(body: unknown): void;
  /** Those of one bot. */
  of(bot: string): readonly string[];
}

/** Knows no role yet. */
export const createBotRoles = (): BotRoles => {
  const bots = new Map<string, string>();
  return {
    learn: (body) => {
      const role = roleSchema.safeParse(body).data;
      if (role?.tags?.bot_id !== undefined) bots.set(role.id, role.tags.bot_id);
    },
    of: (bot) => [...bots].flatMap(([role, owner]) => (owner === bot ? [role] : [])),
  };
};
