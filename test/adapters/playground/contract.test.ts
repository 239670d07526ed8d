import { randomUUID } from "node:crypto";
import { actorOf, cast, channels } from "../../../adapters/playground/cast.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";
import type { Answer, PostedMessage } from "../../../adapters/playground/wire.ts";
import type { FieldErrors, Form } from "../../../src/chat/form.ts";
import type { Core } from "../../../src/chat/port.ts";
import { adapterContract, type Stage } from "../contract.ts";
import { openPlayground } from "./open-playground.ts";
import { visit } from "./visitor.ts";
import { bellsOf, wordsOf } from "./words-of.ts";

const user: UserRef = "playground:luis";
const channel: ChannelRef = "playground:triage";

const textOf = (message: PostedMessage): string =>
  message.body.kind === "card" ? wordsOf(message.body.card) : message.body.kind === "text" ? message.body.text : "";

/** The contract's people, acting through the same API as the page. */
const open = async (core: Core): Promise<Stage> => {
  const playground = await openPlayground(core);
  const visitor = await visit(playground.url);
  const feed = await visitor.listen(user);
  let form: { readonly form: Form; readonly errors: FieldErrors; readonly key: string } | null = null;
  const answers: string[] = [];
  let last: (() => Promise<Answer>) | null = null;

  const act = async (work: () => Promise<Answer>): Promise<void> => {
    last = work;
    const answer = await work();
    if (answer.kind === "form") form = { form: answer.form, errors: {}, key: randomUUID() };
    else if (answer.kind === "fieldErrors" && form !== null) form = { ...form, errors: answer.errors };
    else form = null;
    if (answer.kind === "private") answers.push(wordsOf(answer.card));
  };
  const readerOf = (of: ChannelRef): UserRef => channels.find((each) => each.channel === of)?.members[0] ?? user;
  const messagesOf = async (of: ChannelRef): Promise<readonly PostedMessage[]> =>
    (await visitor.state(readerOf(of))).messages.filter((each) => each.channel === of);

  return {
    adapter: playground.adapter,
    now: playground.now,
    channel,
    user,
    nowhere: "playground:nowhere",
    nobody: "playground:nobody",
    messages: async (of) =>
      (await messagesOf(of)).map((each) => ({
        ref: { channel: of, id: each.id, ...(each.thread !== null && { thread: each.thread }) },
        text: textOf(each),
      })),
    async notified() {
      const notified: Record<UserRef, number> = {};
      for (const of of channels)
        for (const { body } of await messagesOf(of.channel))
          if (body.kind === "card")
            for (const bell of bellsOf(body.card))
              if (actorOf(bell) !== null) notified[bell as UserRef] = (notified[bell as UserRef] ?? 0) + 1;
      return notified;
    },
    async private() {
      // Everything that was pushed before arrives before the clock's answer.
      const before = feed.stored.length;
      await visitor.post("/api/clock", { forward: 1000 });
      await feed.until((live) => live.event === "clock" && feed.stored.indexOf(live) >= before);
      return [...answers, ...feed.stored.flatMap((live) => (live.event === "private" ? [wordsOf(live.card)] : []))];
    },
    form: async () =>
      form === null
        ? null
        : { title: form.form.title, fields: form.form.fields.map(({ name }) => name), errors: form.errors },
    types: (as, of, command) => {
      const key = randomUUID();
      return act(() => visitor.post("/api/say", { key, as, channel: of, thread: null, text: command }));
    },
    writes: (as, of, text, thread) => {
      const key = randomUUID();
      return act(() => visitor.post("/api/say", { key, as, channel: of, thread: thread ?? null, text }));
    },
    async presses(as, ref, label) {
      const message = (await messagesOf(ref.channel)).find((each) => each.id === ref.id);
      const parts = message?.body.kind === "card" ? message.body.card.parts : [];
      const all = parts.flatMap((part) =>
        part.part === "buttons" ? [...part.buttons, ...(part.menu?.items ?? [])] : [],
      );
      const found = all.find((each) => each.label === label);
      if (found === undefined || !("action" in found)) throw new Error(`no button ${label}`);
      const key = randomUUID();
      const { action } = found;
      return act(() => visitor.post("/api/press", { key, as, channel: ref.channel, thread: null, action }));
    },
    submits(as, values) {
      if (form === null) throw new Error("no form");
      const { key } = form;
      const { action } = form.form;
      return act(() => visitor.post("/api/submit", { key, as, channel, thread: null, action, values }));
    },
    async redeliver() {
      await last?.();
    },
    async stop() {
      feed.close();
      await playground.stop();
    },
  };
};

if (!cast.some((each) => each.user === user)) throw new Error(`${user} left the cast`);
adapterContract({ platform: "playground", open });
