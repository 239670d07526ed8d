import { scopes } from "../../../adapters/slack/app-manifest.ts";
import { actionsIn } from "./filled-form.ts";
import { deliverOverHttp, type Attempt, type Outcome } from "./delivery.ts";
import { createFaults } from "./faults.ts";
import type { FakeChannel, FakeSlack, FakeSlackOptions, ShownMessage } from "./interface.ts";
import { createHomes } from "./homes.ts";
import { listOf, textOf, type Json } from "./json.ts";
import { judgeMessage } from "./judge-blocks.ts";
import { changedEvent, eventPayload, messageEvent, reactionEvent } from "./payloads.ts";
import { actAs } from "./people.ts";
import { readMessage } from "./readable.ts";
import { startServer } from "./server.ts";
import { createSockets } from "./sockets.ts";
import { createTriggers } from "./triggers.ts";
import { createUploads } from "./uploads.ts";
import { createMethods } from "./web-api.ts";
import { createWorkspace, directWith, reactionsOn, type FakeConversation, type FakeMessage } from "./workspace.ts";

const cast = [
  { id: "U0ANA", name: "ana" },
  { id: "U0LUIS", name: "luis" },
  { id: "U0EVA", name: "eva" },
  { id: "U0CARLA", name: "carla" },
  { id: "U0OTHERBOT", name: "otherbot", bot: true },
];
const rooms = ["triage", "tech", "acme"].map((name) => ({ id: `C0${name.toUpperCase()}`, name }));

/** Starts a fake Slack; by default with the people and channels of the example desk file. */
export const startFakeSlack = async (options: FakeSlackOptions = {}): Promise<FakeSlack> => {
  const now = options.now ?? Date.now;
  const ackTimeout = options.ackTimeout ?? 3000;
  const workspace = createWorkspace(now);
  const faults = createFaults(now, options.postingLimit ?? false);
  const triggers = createTriggers(workspace);
  const tokens = { bot: `xoxb-fake-${crypto.randomUUID()}`, app: `xapp-fake-${crypto.randomUUID()}` };
  const signingSecret = crypto.randomUUID().replaceAll("-", "");
  const responseUrls = new Map<
    string,
    { readonly user: string; readonly channel: string; readonly at: number; readonly onPrivate: boolean; uses: number }
  >();
  const sent: { readonly attempt: Attempt; outcome: Outcome | null }[] = [];
  const lost: Json[] = [];
  const underway = new Set<Promise<unknown>>();
  let unacknowledged: { readonly attempt: Attempt; readonly why: string; readonly tries: number }[] = [];
  let target: string | null = null;
  let base = "";

  const addUser: FakeSlack["addUser"] = (id, name, { bot = false, ...home } = {}) => {
    workspace.people.set(id, { id, name, bot, ...home, refuses: null, views: [], privates: [], complaints: [] });
    for (const conversation of workspace.conversations.values())
      if (conversation.kind !== "im") conversation.members.add(id);
  };
  const addChannel: FakeSlack["addChannel"] = (id, name, how = {}) => {
    const members = new Set([...workspace.people.keys(), ...(how.botIn === false ? [] : [workspace.botUser])]);
    workspace.conversations.set(id, {
      id,
      name,
      kind: how.private === true ? "group" : "channel",
      members,
      archived: false,
      messages: [],
    });
  };
  for (const { id, name, bot } of options.users ?? cast) addUser(id, name, { bot: bot ?? false });
  for (const { id, name, ...how } of options.channels ?? rooms) addChannel(id, name, how);

  const send = async (attempt: Attempt): Promise<Outcome> => {
    const entry: (typeof sent)[number] = { attempt, outcome: null };
    sent.push(entry);
    const outcome: Outcome =
      target === null
        ? { acked: false, why: "connection_failed" }
        : target === "socket"
          ? await sockets.deliver(attempt)
          : await deliverOverHttp(target, signingSecret, now, ackTimeout, attempt);
    entry.outcome = outcome;
    if (!outcome.acked && attempt.kind === "event")
      unacknowledged.push({ attempt, why: outcome.why, tries: attempt.retry?.num ?? 0 });
    return outcome;
  };
  const deliver = (attempt: Attempt): Promise<Outcome> => {
    const sending = send(attempt);
    underway.add(sending);
    return sending.finally(() => underway.delete(sending));
  };

  const echo = (message: FakeMessage, edited: boolean): void => {
    const kind = workspace.conversations.get(message.channel)?.kind ?? "channel";
    if (target === null) return;
    const event = edited ? changedEvent(workspace, message, kind) : messageEvent(workspace, message, kind);
    void deliver({ kind: "event", payload: eventPayload(workspace, event), retry: null });
  };

  const reacted = (message: FakeMessage, name: string): void => {
    if (target === null) return;
    const event = reactionEvent(workspace, workspace.botUser, message, name);
    void deliver({ kind: "event", payload: eventPayload(workspace, event), retry: null });
  };

  const methods = createMethods(workspace, triggers, () => "https://fake.slack.com/", echo, reacted);
  const uploads = createUploads(workspace, () => base);
  const homes = createHomes({ workspace, triggers, deliver, isEnabled: options.homeTab ?? true });
  const { server, port } = await startServer({
    workspace,
    faults,
    methods: {
      ...methods,
      ...uploads.methods,
      ...homes.methods,
      "apps.connections.open": () => ({ url: sockets.url() }),
    },
    scopes: options.scopes ?? scopes,
    tokens,
    upload: uploads.take,
    serve: uploads.serve,
    respond: (id, body) => {
      const known = responseUrls.get(id);
      if (known === undefined || now() - known.at > 30 * 60_000) return { status: 404, body: "expired_url" };
      if (++known.uses > 5) return { status: 404, body: "used_url" };
      const blocks = listOf(body["blocks"]);
      if (judgeMessage(blocks).length > 0) return { status: 400, body: "invalid_blocks" };
      const person = workspace.people.get(known.user);
      const message = { channel: known.channel, text: textOf(body["text"]), blocks };
      const replaces = body["replace_original"] === true;
      if (body["response_type"] === "in_channel" || (replaces && !known.onPrivate))
        return { status: 500, body: "the fake only answers in private, and replaces only what is private" };
      if (replaces) person?.privates.pop();
      person?.privates.push(message);
      workspace.shown.push({ to: known.user, what: body });
      workspace.log.push({
        kind: "ephemeral",
        channel: known.channel,
        user: known.user,
        text: readMessage(message.text, blocks).text,
      });
      return { status: 200, body: "ok" };
    },
  });
  base = `http://127.0.0.1:${port}`;
  const sockets = createSockets(
    () => server,
    () => `ws://127.0.0.1:${port}/link`,
    ackTimeout,
    options.socketLifetime ?? 18_000,
  );

  const responseUrl = (user: string, channel: string, onPrivate = false): string => {
    const id = crypto.randomUUID();
    responseUrls.set(id, { user, channel, at: now(), onPrivate, uses: 0 });
    return `${base}/response/${id}`;
  };
  const show = (message: FakeMessage): ShownMessage => ({
    channel: message.channel,
    ts: message.ts,
    thread: message.thread,
    user: message.user,
    text: readMessage(message.text, message.blocks).text,
    actions: actionsIn(message.blocks),
    edits: message.edits,
    blocks: message.blocks,
    reactions: Object.fromEntries([...reactionsOn(message)].map(([name, by]) => [name, [...by]])),
    raw: message,
  });
  const handle = (conversation: FakeConversation): FakeChannel => ({
    id: conversation.id,
    get messages() {
      return conversation.messages.map(show);
    },
    archive: () => void (conversation.archived = true),
    removeBot: () => void conversation.members.delete(workspace.botUser),
  });
  const quiet = async (): Promise<void> => {
    while (underway.size > 0) await Promise.allSettled(underway);
  };

  return {
    apiUrl: `${base}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    botUser: workspace.botUser,
    now,
    deliverTo: (where) => void (target = where),
    user: (id) => {
      const person = workspace.people.get(id);
      if (person === undefined) throw new Error(`there is no ${id}`);
      return actAs({ workspace, triggers, deliver, responseUrl, share: uploads.share }, person);
    },
    channel: (id) => {
      const found = workspace.conversations.get(id);
      if (found === undefined) throw new Error(`there is no channel ${id}`);
      return handle(found);
    },
    dm: (user) => handle(directWith(workspace, user)),
    home: homes.homeOf,
    addUser,
    addChannel,
    closeDm: (user, error) => {
      const person = workspace.people.get(user);
      if (person !== undefined) person.refuses = error;
    },
    fail: (method, fault, aim = {}) => faults.plan(method, fault, aim),
    goesDown: () => {
      faults.isDown = true;
      for (let index = sockets.count() - 1; index >= 0; index -= 1) sockets.drop(index);
    },
    comesUp: () => void (faults.isDown = false),
    violations: faults.violations,
    pings: workspace.pings,
    files: uploads.files,
    log: workspace.log,
    shown: workspace.shown,
    sent,
    deliver,
    deliverAgain: () => {
      const last = sent.findLast(
        ({ attempt }) => !JSON.stringify(attempt.payload).includes(`"bot_id":"${workspace.botId}","app_id"`),
      );
      if (last === undefined) throw new Error("nothing was delivered yet");
      return deliver(last.attempt);
    },
    redeliver: async () => {
      const due = unacknowledged;
      unacknowledged = [];
      for (const { attempt, why, tries } of due)
        if (tries >= 3) lost.push(attempt.payload);
        else await deliver({ ...attempt, retry: { num: tries + 1, reason: why } });
    },
    get unacknowledged() {
      return unacknowledged.length;
    },
    lost,
    quiet,
    sockets,
    stop: async () => {
      target = null;
      sockets.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await quiet();
    },
  };
};
