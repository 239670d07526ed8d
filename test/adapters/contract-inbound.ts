import { describe, expect, it } from "vitest";
import { galleryForms, literalTexts, unshowableTexts } from "./gallery.ts";
import { claimable, delivered, plainCard, smallForm } from "./recording-core.ts";
import type { Rehearsal } from "./rehearsal.ts";

/** What every adapter must do with inbound events. */
export const inboundContract = ({ core, stage, wall, attempt, textsIn }: Rehearsal): void => {
  describe("inbound", () => {
    it("delivers what a person writes unchanged, once, under one person id", async () => {
      await stage().writes(stage().user, stage().channel, "Hello, the video is down");
      await core.until(1);
      await stage().redeliver?.();
      const [stored] = [...core.accepted.values()];
      expect(stored).toMatchObject({
        kind: "message",
        text: "Hello, the video is down",
        channel: stage().channel,
        by: { user: stage().user },
      });
      expect(stored?.by.name).not.toBe("");
      expect(core.accepted.size).toBe(1);
    });

    it.each([
      // Each adapter tests by itself how it replaces ids by names.
      ...literalTexts.filter((text) => !text.includes("<@&1>")),
      ...unshowableTexts.filter((text) => text.trim() !== "" && !/[\u0000-\u001f\ud800-\udfff]/.test(text)),
    ])("delivers %j as it was typed", async (text) => {
      await stage().writes(stage().user, stage().channel, text);
      await core.until(1);
      expect([...core.accepted.values()][0]).toMatchObject({ kind: "message", text: stage().words?.(text) ?? text });
    });

    it("delivers a reply together with the message that it answers", async () => {
      await stage().writes(stage().user, stage().channel, "any news?", wall().message.id);
      await core.until(1);
      const [stored] = [...core.accepted.values()];
      expect(stored).toMatchObject({
        kind: "message",
        message: { channel: stage().channel, thread: wall().message.id },
      });
    });

    it("ignores the bot's own messages", async () => {
      const ref = delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("my own voice"), attempt()),
      );
      delivered(await stage().adapter.port.edit(ref, plainCard("my own voice, edited")));
      delivered(await stage().adapter.port.tell(stage().user, plainCard("my own whisper"), attempt()));
      await stage().writes(stage().user, stage().channel, "somebody else");
      await core.until(1);
      expect(core.met.map((each) => each.kind === "message" && each.text)).toEqual(["somebody else"]);
    });

    it("delivers a command with the text that followed it", async () => {
      await stage().types(stage().user, stage().channel, "/ticket close 1042");
      await core.until(1);
      expect([...core.accepted.values()]).toMatchObject([
        {
          kind: "command",
          name: "ticket",
          text: "close 1042",
          channel: stage().channel,
          by: { user: stage().user },
        },
      ]);
    });

    it("opens the form that answers a command, and delivers the submitted values", async () => {
      core.answer = (inboundEvent) =>
        inboundEvent.kind === "command" ? { kind: "form", form: smallForm } : { kind: "work" };
      await stage().types(stage().user, stage().channel, "/ticket");
      expect(await stage().form(stage().user)).toMatchObject({
        title: "New ticket",
        fields: ["title", "severity"],
      });
      expect(core.accepted.size).toBe(0);
      await stage().submits(stage().user, { title: "<!here> down", severity: "high" });
      await core.until(1);
      expect([...core.accepted.values()]).toMatchObject([
        {
          kind: "submit",
          action: "open acme",
          values: { title: "<!here> down", severity: "high" },
          channel: stage().channel,
          by: { user: stage().user },
        },
      ]);
      expect(await stage().form(stage().user)).toBeNull();
    });

    it("keeps a form with errors open, and accepts it once the values are right", async () => {
      core.answer = (inboundEvent) => {
        if (inboundEvent.kind === "command") return { kind: "form", form: smallForm };
        return inboundEvent.kind === "submit" && inboundEvent.values["title"] === "bad"
          ? { kind: "fieldErrors", errors: { title: "Say more" } }
          : { kind: "work" };
      };
      await stage().types(stage().user, stage().channel, "/ticket");
      await stage().submits(stage().user, { title: "bad", severity: "low" });
      expect((await stage().form(stage().user))?.errors).toEqual({ title: "Say more" });
      expect(core.accepted.size).toBe(0);
      await stage().submits(stage().user, { title: "good", severity: "low" });
      await core.until(1);
      expect(await stage().form(stage().user)).toBeNull();
    });

    it.each(galleryForms.map(({ name, form }) => [name, form] as const))(
      "opens a form of the gallery: %s",
      async (_, form) => {
        core.answer = () => ({ kind: "form", form });
        await stage().types(stage().user, stage().channel, "/ticket");
        expect((await stage().form(stage().user))?.fields).toEqual(form.fields.map(({ name }) => name));
      },
    );

    it("delivers the action of a button or a menu unchanged", async () => {
      const ref = delivered(await stage().adapter.port.post({ channel: stage().channel }, claimable, attempt()));
      await stage().presses(stage().user, ref, "Claim");
      await core.until(1);
      await stage().presses(stage().user, ref, "Assign");
      await core.until(2);
      expect([...core.accepted.values()]).toMatchObject([
        { kind: "press", action: "claim 1042", channel: stage().channel, by: { user: stage().user } },
        { kind: "press", action: "assign 1042" },
      ]);
    });

    it("opens a form when a person presses a button", async () => {
      const ref = delivered(await stage().adapter.port.post({ channel: stage().channel }, claimable, attempt()));
      core.answer = (inboundEvent) =>
        inboundEvent.kind === "press" ? { kind: "form", form: smallForm } : { kind: "work" };
      await stage().presses(stage().user, ref, "Claim");
      expect((await stage().form(stage().user))?.title).toBe("New ticket");
      await stage().submits(stage().user, { title: "x", severity: "low" });
      await core.until(1);
      expect([...core.accepted.values()][0]?.channel).toBe(stage().channel);
    });

    it.each(["command", "press", "submit"] as const)(
      "answers a %s in private and records nothing if the core says so",
      async (kind) => {
        const ref = delivered(await stage().adapter.port.post({ channel: stage().channel }, claimable, attempt()));
        const shared = await textsIn(stage().channel);
        core.answer = (inboundEvent) =>
          inboundEvent.kind === kind
            ? { kind: "private", card: plainCard(`not for you <!channel> (${kind})`) }
            : { kind: "form", form: smallForm };
        if (kind === "press") await stage().presses(stage().user, ref, "Claim");
        else await stage().types(stage().user, stage().channel, "/ticket");
        if (kind === "submit") await stage().submits(stage().user, { title: "x", severity: "low" });
        expect((await stage().private(stage().user)).at(-1)).toContain(`not for you <!channel> (${kind})`);
        expect(await textsIn(stage().channel)).toEqual(shared);
        expect(core.accepted.size).toBe(0);
      },
    );

    it.each(["command", "press", "submit", "message"] as const)(
      "can answer a %s in private after the work is done",
      async (kind) => {
        const ref = delivered(await stage().adapter.port.post({ channel: stage().channel }, claimable, attempt()));
        core.answer = (inboundEvent) =>
          kind === "submit" && inboundEvent.kind === "command" ? { kind: "form", form: smallForm } : { kind: "work" };
        if (kind === "press") await stage().presses(stage().user, ref, "Claim");
        else if (kind === "message") await stage().writes(stage().user, stage().channel, "hello");
        else await stage().types(stage().user, stage().channel, "/ticket");
        if (kind === "submit") await stage().submits(stage().user, { title: "x", severity: "low" });
        await core.until(1);
        await core.answers[0]?.(plainCard(`done (${kind})`));
        expect((await stage().private(stage().user)).at(-1)).toContain(`done (${kind})`);
      },
    );
  });
};
