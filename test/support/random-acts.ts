import * as fc from "fast-check";
import type { Actor } from "../../src/tickets/messages.ts";
import type { MessageKey } from "../../src/tickets/refs.ts";
import { cast, given, monday, opening, type Story, type GivenCommand } from "./given.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { notice } from "../cards/samples/sample-notifications.ts";

export type Act = readonly [by: Actor, command: GivenCommand];

/** Marks every text that only staff may read. */
export const canary = "CANARY";

const { luis } = cast;
/** An agent who never writes to a customer, so that even her name is internal. */
export const marta: Actor = { ...cast.marta, name: `${canary} Marta` };
const tom: Actor = { ...cast.tom, name: `${canary} Tom` };
const inTriage: MessageKey = { channel: "slack:C0TRIAGE", id: "1" };
const inThread: MessageKey = { channel: "slack:C0ACME", id: "2" };
const anyText = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => `said ${text}`);

/** Every command, by a person who may give it, with the canary in each text that only staff may read. */
export const acts: fc.Arbitrary<Act> = fc.oneof(
  anyText.map((text): Act => [luis, { type: "reply", text, alreadyPosted: false }]),
  anyText.map((text): Act => [luis, { type: "reply", text, alreadyPosted: true }]),
  anyText.map((text): Act => [cast.carla, { type: "receiveMessage", text, wroteAt: monday }]),
  fc.constantFrom<Act>(
    [marta, { type: "note", text: `${canary} note`, alreadyPosted: false }],
    [marta, { type: "claim" }],
    [marta, { type: "assign", person: "eva" }],
    [marta, { type: "setSeverity", severity: "low", reason: `${canary} reason` }],
    [marta, { type: "setSeverity", severity: "critical" }],
    [marta, { type: "wait" }],
    [marta, { type: "resolve" }],
    [marta, { type: "reopen" }],
    [marta, { type: "acknowledge" }],
    [marta, { type: "snooze", until: monday + 40 * 3_600_000 }],
    [marta, { type: "promiseUpdate", due: { by: "instant", at: monday + 50 * 3_600_000 } }],
    [marta, { type: "recordTime", minutes: 90, day: "2026-01-05", note: `${canary} time` }],
    [marta, { type: "setAccount", account: "northwind" }],
    [cast.clock, { type: "remind", clock: "firstResponse", cycle: 1 }],
    [cast.clock, { type: "takeFallback", notice: { ...notice, to: { how: "mention", person: "eva" } }, why: canary }],
    [cast.clock, { type: "reportOtherRoute", person: "ana", why: canary }],
    [cast.clock, { type: "reportMailFailed", name: canary, why: canary, certain: true, stops: true }],
    [cast.clock, { type: "explainAsking" }],
    [cast.clock, { type: "reportCopied", name: "Carla", people: [{ address: "pau@acme.example", name: canary }] }],
    [marta, { type: "addFollower", user: "slack:U0CARLA", name: "Carla" }],
    [cast.clock, { type: "moveConversation", why: canary }],
    [cast.clock, { type: "reportUndelivered", text: canary, why: canary, certain: true }],
    [marta, { type: "note", text: `${canary} typed`, alreadyPosted: true, message: inTriage }],
    [marta, { type: "editMessage", message: inTriage, text: `${canary} typed anew` }],
    [marta, { type: "deleteMessage", message: inTriage }],
    [cast.carla, { type: "receiveMessage", text: "said in a thread", wroteAt: monday, message: inThread }],
    [cast.carla, { type: "editMessage", message: inThread, text: "said otherwise" }],
    [cast.carla, { type: "deleteMessage", message: inThread }],
    [marta, { type: "askTech", text: `${canary} for tech` }],
    [tom, { type: "claimTech" }],
    [tom, { type: "commentAsTech", text: `${canary} remark` }],
    [tom, { type: "returnTech", findings: `${canary} findings`, done: false }],
    [luis, { type: "reply", text: "said and held", alreadyPosted: false, audience: null }],
    [marta, { type: "undoReply", replyId: 0 }],
    [cast.carla, { type: "resolve" }],
    [cast.carla, { type: "reopen" }],
  ),
);

/** The first pending reply is undone. */
const undone = (command: GivenCommand, { ticket }: Story): GivenCommand =>
  command.type === "undoReply" ? { ...command, replyId: ticket?.pendingReplies[0]?.id ?? 0 } : command;

/** A ticket of Carla's after all these commands, seven minutes apart. */
export const lived = (steps: readonly Act[], desk: Desk): Story =>
  steps.reduce(
    (story, [by, command], index) => story.when(by, undone(command, story), index * 7),
    given(desk).when(cast.carla, opening("high"), 0),
  );
