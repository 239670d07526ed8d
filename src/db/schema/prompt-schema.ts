import { promptMessageJson } from "../../stored/inbound-json.ts";
import { promptJson } from "../../stored/prompt-json.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { instant, bigint, bigserial, check, index, integer, pgTable, sql, text } from "./orm.ts";
import { storedJson } from "./stored-json.ts";
import type { PromptChoice } from "./rows.ts";

/** Questions of the bot to a person. If the time runs out, the bot acts by itself, so that no message is lost. */
export const prompts = pgTable(
  "prompts",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** The key of the inbound event that led to the prompt. */
    key: text().notNull().unique(),
    byUser: text("by_user").$type<UserRef>().notNull(),
    about: storedJson(promptJson).notNull(),
    dueAt: instant("due_at").notNull(),
    /** How often acting on it failed. */
    tries: integer().notNull().default(0),
    choice: text().$type<PromptChoice>(),
    /** The ticket that was opened, or to which the messages were added. */
    ticket: integer(),
    settledAt: instant("settled_at"),
    /** The process that acts on the prompt now. Until it ends, no other process acts on it, and its messages stay as they are. */
    lease: text(),
    leasedUntil: instant("leased_until"),
    /** Why the bot does not try to act on it any more. The text stays for the operator. */
    parked: text(),
  },
  (row) => [
    check("prompts_choice", sql`${row.choice} in ('open', 'add', 'solved', 'withdrawn')`),
    check("prompts_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`),
    check("prompts_settled", sql`${row.settledAt} is null or ${row.choice} is not null`),
    index("prompts_due")
      .on(row.dueAt)
      .where(sql`settled_at is null and parked is null`),
    index("prompts_parked")
      .on(row.id)
      .where(sql`settled_at is null and parked is not null`),
    index("prompts_settled")
      .on(row.settledAt)
      .where(sql`settled_at is not null`),
    index("prompts_by_user")
      .on(row.byUser)
      .where(sql`settled_at is null`),
  ],
);

/** The direct messages that wait for the answer to a prompt. Each is a row, so that a long wait costs no more per message. */
export const promptMessages = pgTable(
  "prompt_messages",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    prompt: bigint({ mode: "number" })
      .notNull()
      .references(() => prompts.id, { onDelete: "cascade" }),
    /** The key of the inbound event. */
    key: text().notNull().unique(),
    message: storedJson(promptMessageJson).notNull(),
    /** When its author wrote the present text. Null if they did not edit it. */
    editedAt: instant("edited_at"),
    /** When it was deleted on the platform. The row stays without a text, so that a late edit does not bring it back. */
    deletedAt: instant("deleted_at"),
  },
  (row) => [
    index("prompt_messages_of_prompt").on(row.prompt, row.id),
    index("prompt_messages_by_message").on(sql`(message->'message'->>'channel')`, sql`(message->'message'->>'id')`),
  ],
);

/** How often an article of the manual solved a problem without a ticket. */
export const solvedByManual = pgTable(
  "solved_by_manual",
  {
    url: text().primaryKey(),
    times: integer().notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (row) => [check("solved_by_manual_times", sql`${row.times} > 0`)],
);
