import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AnswerPrivately, FirstAnswer } from "../../src/chat/answer.ts";
import type { Card, MessageRef } from "../../src/chat/card.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { Form } from "../../src/chat/form.ts";
import type { Happening } from "../../src/chat/happening.ts";
import type { Adapter, Core } from "../../src/chat/port.ts";
import { platformOf, type ChannelRef, type Instant, type UserRef } from "../../src/domain/refs.ts";
import { galleryCards, galleryForms, literalTexts, unshowableTexts, type Wall } from "./gallery.ts";

/** A message as its readers see it: all its words in one text. */
export interface SeenMessage {
  readonly ref: MessageRef;
  readonly text: string;
}

/** A dialog as the person sees it. */
export interface SeenForm {
  readonly title: string;
  /** Field names, in order. */
  readonly fields: readonly string[];
  /** What was wrong, by field name; empty until a refused submission. */
  readonly errors: Readonly<Record<string, string>>;
}

/** A platform with an adapter connected to it and people acting on it. */
export interface Stage {
  readonly adapter: Adapter;
  readonly now: () => Instant;
  /** A channel that the bot is in, and a person in it. */
  readonly channel: ChannelRef;
  readonly user: UserRef;
  /** A channel and a person that do not exist. */
  readonly nowhere: ChannelRef;
  readonly nobody: UserRef;
  /** Messages of a channel or direct conversation with their replies, oldest first. */
  messages(channel: ChannelRef): Promise<readonly SeenMessage[]>;
  /** How often each person's bell rang since the start. */
  rings(): Promise<Readonly<Record<UserRef, number>>>;
  /** What this person alone was shown, oldest first. */
  private(user: UserRef): Promise<readonly string[]>;
  /** The dialog open in front of a person. */
  form(user: UserRef): Promise<SeenForm | null>;
  types(user: UserRef, channel: ChannelRef, command: string): Promise<void>;
  writes(user: UserRef, channel: ChannelRef, text: string, thread?: string): Promise<void>;
  /** Presses a button, or chooses an entry of a menu, by its label. */
  presses(user: UserRef, message: MessageRef, label: string): Promise<void>;
  submits(user: UserRef, values: Readonly<Record<string, string>>): Promise<void>;
  /** The last thing that a person did reaches the adapter once more, as after a lost acknowledgement. */
  redeliver?(): Promise<void>;
  stop(): Promise<void>;
}

/** What the contract needs to know of a platform. `open` starts the adapter with the given core. */
export interface PlatformUnderTest {
  readonly platform: string;
  open(core: Core): Promise<Stage>;
}

/** A core without a bot: answers as told, remembers what it was told. */
export interface RecordingCore extends Core {
  answer: (happening: Happening) => FirstAnswer;
  readonly met: Happening[];
  /** Committed happenings by key, as the inbox keeps them. */
  readonly accepted: Map<string, Happening>;
  readonly answers: AnswerPrivately[];
  /** How many of the next acceptances fail, as with a database that is away. */
  failing: number;
  /** Resolves when this many happenings have been accepted. */
  until(count: number): Promise<void>;
}

/** Makes a core for adapter tests. It answers every happening with work until told otherwise. */
export const recordingCore = (): RecordingCore => {
  const waiting: { count: number; done: () => void }[] = [];
  const core: RecordingCore = {
    answer: () => ({ kind: "work" }),
    met: [],
    accepted: new Map(),
    answers: [],
    failing: 0,
    meet: (happening) => {
      core.met.push(happening);
      return core.answer(happening);
    },
    accept: async (happening, answer) => {
      // A commit takes a turn of the event loop at least.
      await new Promise((resolve) => setImmediate(resolve));
      if (core.failing > 0) {
        core.failing -= 1;
        throw new Error("the database is away");
      }
      if (core.accepted.has(happening.key)) return;
      core.accepted.set(happening.key, happening);
      if (answer !== undefined) core.answers.push(answer);
      for (const each of waiting) if (core.accepted.size >= each.count) each.done();
    },
    until: (count) =>
      core.accepted.size >= count ? Promise.resolve() : new Promise((done) => waiting.push({ count, done })),
  };
  return core;
};

/** A card of one sentence. */
export const plainCard = (text: string): Card => ({
  summary: text,
  parts: [{ part: "text", lines: [[{ t: "text", text }]] }],
});

/** The reference of a delivery that must have succeeded. */
export const delivered = (delivery: Delivery): MessageRef => {
  if (!delivery.ok) throw new Error(`not delivered: ${delivery.failure.kind}, ${delivery.failure.why}`);
  return delivery.ref;
};

const smallForm: Form = {
  action: "open acme",
  title: "New ticket",
  submit: "Send",
  cancel: "Cancel",
  fields: [
    { kind: "line", name: "title", label: "Title", required: true, maxLength: 100 },
    {
      kind: "radio",
      name: "severity",
      label: "Severity",
      required: true,
      choices: [
        { value: "high", label: "High" },
        { value: "low", label: "Low" },
      ],
    },
  ],
};

/** A card with something to press: a button and a menu. */
export const claimable: Card = {
  summary: "T-1042",
  parts: [
    {
      part: "buttons",
      label: "Ticket",
      buttons: [{ action: "claim 1042", label: "Claim", style: "primary" }],
      menu: {
        label: "More",
        items: [
          { action: "note 1042", label: "Note" },
          { action: "assign 1042", label: "Assign" },
        ],
      },
    },
  ],
};

/** What every adapter keeps. Call it from the adapter's own test file. */
export const adapterContract = (under: PlatformUnderTest): void => {
  describe(`the contract of every adapter: ${under.platform}`, () => {
    const core = recordingCore();
    let stage: Stage;
    let wall: Wall;
    let keys = 0;
    const attempt = () => ({ key: `contract-${++keys}` });
    const textsIn = async (channel: ChannelRef) => (await stage.messages(channel)).map(({ text }) => text);

    beforeAll(async () => {
      stage = await under.open(core);
      const message = delivered(
        await stage.adapter.port.post({ channel: stage.channel }, plainCard("the wall"), attempt()),
      );
      wall = { user: stage.user, channel: stage.channel, message };
    });
    afterAll(() => stage.stop());
    beforeEach(() => {
      core.answer = () => ({ kind: "work" });
      core.met.length = 0;
      core.answers.length = 0;
      core.accepted.clear();
    });

    it("is ready once started, and speaks of its own platform", () => {
      expect(stage.adapter.notReady()).toBeNull();
      expect(stage.adapter.platform).toBe(under.platform);
      expect(platformOf(stage.channel)).toBe(under.platform);
    });

    describe("outbound", () => {
      it("posts a card where it was told to", async () => {
        const ref = delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("first light"), attempt()),
        );
        expect(ref.channel).toBe(stage.channel);
        const seen = (await stage.messages(stage.channel)).find((each) => each.ref.id === ref.id);
        expect(seen?.text).toContain("first light");
      });

      it("posts below a message", async () => {
        const ref = delivered(
          await stage.adapter.port.post(
            { channel: stage.channel, thread: wall.message.id },
            plainCard("below it"),
            attempt(),
          ),
        );
        expect(ref.thread).toBe(wall.message.id);
        const seen = (await stage.messages(stage.channel)).find((each) => each.ref.id === ref.id);
        expect(seen?.ref.thread).toBe(wall.message.id);
      });

      it("edits in place", async () => {
        const ref = delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("old words"), attempt()),
        );
        const before = (await stage.messages(stage.channel)).length;
        expect(delivered(await stage.adapter.port.edit(ref, plainCard("new words"))).id).toBe(ref.id);
        const after = await stage.messages(stage.channel);
        expect(after).toHaveLength(before);
        const text = after.find((each) => each.ref.id === ref.id)?.text;
        expect(text).toContain("new words");
        expect(text).not.toContain("old words");
      });

      it("tells a person in one direct conversation of theirs", async () => {
        const first = delivered(await stage.adapter.port.tell(stage.user, plainCard("psst"), attempt()));
        const second = delivered(await stage.adapter.port.tell(stage.user, plainCard("psst again"), attempt()));
        expect(second.channel).toBe(first.channel);
        expect(first.channel).not.toBe(stage.channel);
        expect(await textsIn(first.channel)).toEqual([
          expect.stringContaining("psst"),
          expect.stringContaining("psst again"),
        ]);
      });

      it("does not repeat a post whose outcome was in doubt", async () => {
        const key = { key: `doubt-${Math.floor(stage.now())}` };
        const since = stage.now();
        const first = delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("exactly once"), key),
        );
        const again = delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("exactly once"), {
            ...key,
            doubtfulSince: since,
          }),
        );
        expect(again).toEqual(first);
        expect((await textsIn(stage.channel)).filter((text) => text.includes("exactly once"))).toHaveLength(1);
      });

      it("posts what was in doubt and never arrived", async () => {
        delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("late but there"), {
            ...attempt(),
            doubtfulSince: stage.now(),
          }),
        );
        expect((await textsIn(stage.channel)).filter((text) => text.includes("late but there"))).toHaveLength(1);
      });

      it("says that a recipient is gone, and throws at nobody", async () => {
        const gone = { ok: false, failure: { kind: "recipientGone" } };
        expect(await stage.adapter.port.post({ channel: stage.nowhere }, plainCard("hello?"), attempt())).toMatchObject(
          gone,
        );
        expect(await stage.adapter.port.tell(stage.nobody, plainCard("hello?"), attempt())).toMatchObject(gone);
        expect(
          await stage.adapter.port.edit({ channel: stage.nowhere, id: wall.message.id }, plainCard("hello?")),
        ).toMatchObject(gone);
      });

      it("draws every card of the gallery, as a post and as an edit, within the platform's limits", async () => {
        const canvas = delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("canvas"), attempt()),
        );
        for (const { name, card } of galleryCards(wall)) {
          expect(await stage.adapter.port.post({ channel: stage.channel }, card, attempt()), name).toMatchObject({
            ok: true,
          });
          expect(await stage.adapter.port.edit(canvas, card), name).toMatchObject({ ok: true });
        }
      });

      it("shows people's words as they typed them", async () => {
        for (const text of literalTexts) {
          const ref = delivered(
            await stage.adapter.port.post(
              { channel: stage.channel },
              {
                summary: "words",
                parts: [
                  { part: "quote", text },
                  { part: "text", lines: [[{ t: "text", text }]] },
                ],
              },
              attempt(),
            ),
          );
          const seen = (await stage.messages(stage.channel)).find((each) => each.ref.id === ref.id)?.text ?? "";
          expect(seen.split(text).length - 1, text).toBe(2);
        }
      });

      it("rings exactly the bells we chose, whatever people write", async () => {
        const before = await stage.rings();
        for (const { card } of galleryCards(wall).filter(({ name }) => name !== "every kind of span"))
          delivered(await stage.adapter.port.post({ channel: stage.channel }, card, attempt()));
        expect(await stage.rings()).toEqual(before);
        delivered(
          await stage.adapter.port.post(
            { channel: stage.channel },
            {
              summary: "look",
              parts: [
                {
                  part: "text",
                  lines: [[{ t: "person", user: stage.user, name: "<!channel>", ring: true }]],
                },
              ],
            },
            attempt(),
          ),
        );
        expect(await stage.rings()).toEqual({
          ...before,
          [stage.user]: (before[stage.user] ?? 0) + 1,
        });
      });
    });

    describe("inbound", () => {
      it("hears what people write, to the letter, once and by one name", async () => {
        await stage.writes(stage.user, stage.channel, "Hello, the video is down");
        await core.until(1);
        await stage.redeliver?.();
        const [heard] = [...core.accepted.values()];
        expect(heard).toMatchObject({
          kind: "message",
          text: "Hello, the video is down",
          channel: stage.channel,
          by: { user: stage.user },
        });
        expect(heard?.by.name).not.toBe("");
        expect(core.accepted.size).toBe(1);
      });

      it.each([
        ...literalTexts,
        ...unshowableTexts.filter((text) => text.trim() !== "" && !/[\u0000-\u001f\ud800-\udfff]/.test(text)),
      ])("hears %j as it was typed", async (text) => {
        await stage.writes(stage.user, stage.channel, text);
        await core.until(1);
        expect([...core.accepted.values()][0]).toMatchObject({ kind: "message", text });
      });

      it("hears a reply below the message it answers", async () => {
        await stage.writes(stage.user, stage.channel, "any news?", wall.message.id);
        await core.until(1);
        const [heard] = [...core.accepted.values()];
        expect(heard).toMatchObject({
          kind: "message",
          message: { channel: stage.channel, thread: wall.message.id },
        });
      });

      it("ignores what it said itself", async () => {
        const ref = delivered(
          await stage.adapter.port.post({ channel: stage.channel }, plainCard("my own voice"), attempt()),
        );
        delivered(await stage.adapter.port.edit(ref, plainCard("my own voice, edited")));
        delivered(await stage.adapter.port.tell(stage.user, plainCard("my own whisper"), attempt()));
        await stage.writes(stage.user, stage.channel, "somebody else");
        await core.until(1);
        expect(core.met.map((each) => each.kind === "message" && each.text)).toEqual(["somebody else"]);
      });

      it("passes a command on, with what followed it", async () => {
        await stage.types(stage.user, stage.channel, "/ticket close 1042");
        await core.until(1);
        expect([...core.accepted.values()]).toMatchObject([
          {
            kind: "command",
            name: "ticket",
            text: "close 1042",
            channel: stage.channel,
            by: { user: stage.user },
          },
        ]);
      });

      it("opens the form that a command was answered with, and brings back what was filled in", async () => {
        core.answer = (happening) =>
          happening.kind === "command" ? { kind: "form", form: smallForm } : { kind: "work" };
        await stage.types(stage.user, stage.channel, "/ticket");
        expect(await stage.form(stage.user)).toMatchObject({
          title: "New ticket",
          fields: ["title", "severity"],
        });
        expect(core.accepted.size).toBe(0);
        await stage.submits(stage.user, { title: "<!here> down", severity: "high" });
        await core.until(1);
        expect([...core.accepted.values()]).toMatchObject([
          {
            kind: "submit",
            action: "open acme",
            values: { title: "<!here> down", severity: "high" },
            channel: stage.channel,
            by: { user: stage.user },
          },
        ]);
        expect(await stage.form(stage.user)).toBeNull();
      });

      it("keeps a form open with what was wrong, and takes it when it is right", async () => {
        core.answer = (happening) => {
          if (happening.kind === "command") return { kind: "form", form: smallForm };
          return happening.kind === "submit" && happening.values["title"] === "bad"
            ? { kind: "fieldErrors", errors: { title: "Say more" } }
            : { kind: "work" };
        };
        await stage.types(stage.user, stage.channel, "/ticket");
        await stage.submits(stage.user, { title: "bad", severity: "low" });
        expect((await stage.form(stage.user))?.errors).toEqual({ title: "Say more" });
        expect(core.accepted.size).toBe(0);
        await stage.submits(stage.user, { title: "good", severity: "low" });
        await core.until(1);
        expect(await stage.form(stage.user)).toBeNull();
      });

      it.each(galleryForms.map(({ name, form }) => [name, form] as const))(
        "opens a form of the gallery: %s",
        async (_, form) => {
          core.answer = () => ({ kind: "form", form });
          await stage.types(stage.user, stage.channel, "/ticket");
          expect((await stage.form(stage.user))?.fields).toEqual(form.fields.map(({ name }) => name));
        },
      );

      it("brings a press back with its action unchanged, from a button and from a menu", async () => {
        const ref = delivered(await stage.adapter.port.post({ channel: stage.channel }, claimable, attempt()));
        await stage.presses(stage.user, ref, "Claim");
        await core.until(1);
        await stage.presses(stage.user, ref, "Assign");
        await core.until(2);
        expect([...core.accepted.values()]).toMatchObject([
          { kind: "press", action: "claim 1042", channel: stage.channel, by: { user: stage.user } },
          { kind: "press", action: "assign 1042" },
        ]);
      });

      it("opens a form from a press", async () => {
        const ref = delivered(await stage.adapter.port.post({ channel: stage.channel }, claimable, attempt()));
        core.answer = (happening) =>
          happening.kind === "press" ? { kind: "form", form: smallForm } : { kind: "work" };
        await stage.presses(stage.user, ref, "Claim");
        expect((await stage.form(stage.user))?.title).toBe("New ticket");
        await stage.submits(stage.user, { title: "x", severity: "low" });
        await core.until(1);
        expect([...core.accepted.values()][0]?.channel).toBe(stage.channel);
      });

      it.each(["command", "press", "submit"] as const)(
        "answers a %s in private when told to, and records nothing",
        async (kind) => {
          const ref = delivered(await stage.adapter.port.post({ channel: stage.channel }, claimable, attempt()));
          const shared = await textsIn(stage.channel);
          core.answer = (happening) =>
            happening.kind === kind
              ? { kind: "private", card: plainCard(`not for you <!channel> (${kind})`) }
              : { kind: "form", form: smallForm };
          if (kind === "press") await stage.presses(stage.user, ref, "Claim");
          else await stage.types(stage.user, stage.channel, "/ticket");
          if (kind === "submit") await stage.submits(stage.user, { title: "x", severity: "low" });
          expect((await stage.private(stage.user)).at(-1)).toContain(`not for you <!channel> (${kind})`);
          expect(await textsIn(stage.channel)).toEqual(shared);
          expect(core.accepted.size).toBe(0);
        },
      );

      it.each(["command", "press", "submit", "message"] as const)(
        "can answer a %s in private after the work is done",
        async (kind) => {
          const ref = delivered(await stage.adapter.port.post({ channel: stage.channel }, claimable, attempt()));
          core.answer = (happening) =>
            kind === "submit" && happening.kind === "command" ? { kind: "form", form: smallForm } : { kind: "work" };
          if (kind === "press") await stage.presses(stage.user, ref, "Claim");
          else if (kind === "message") await stage.writes(stage.user, stage.channel, "hello");
          else await stage.types(stage.user, stage.channel, "/ticket");
          if (kind === "submit") await stage.submits(stage.user, { title: "x", severity: "low" });
          await core.until(1);
          await core.answers[0]?.(plainCard(`done (${kind})`));
          expect((await stage.private(stage.user)).at(-1)).toContain(`done (${kind})`);
        },
      );
    });
  });
};
