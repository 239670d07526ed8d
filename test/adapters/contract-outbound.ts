import { describe, expect, it } from "vitest";
import { galleryCards, literalTexts } from "./gallery.ts";
import { delivered, plainCard } from "./recording-core.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { PlatformUnderTest } from "./stage.ts";

/** What every adapter must do when it posts, edits and sends direct messages. */
export const outboundContract = (
  { stage, wall, attempt, textsIn }: Rehearsal,
  { notifies }: Pick<PlatformUnderTest, "notifies">,
): void => {
  describe("outbound", () => {
    it("posts a card in the given channel", async () => {
      const ref = delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("first light"), attempt()),
      );
      expect(ref.channel).toBe(stage().channel);
      const seen = (await stage().messages(stage().channel)).find((each) => each.ref.id === ref.id);
      expect(seen?.text).toContain("first light");
    });

    it("posts a card below a message", async () => {
      const ref = delivered(
        await stage().adapter.port.post(
          { channel: stage().channel, thread: wall().message.id },
          plainCard("below it"),
          attempt(),
        ),
      );
      expect(ref.thread).toBe(wall().message.id);
      const seen = (await stage().messages(stage().channel)).find((each) => each.ref.id === ref.id);
      expect(seen?.ref.thread).toBe(wall().message.id);
    });

    it("edits a card in place", async () => {
      const ref = delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("old words"), attempt()),
      );
      const before = (await stage().messages(stage().channel)).length;
      expect(delivered(await stage().adapter.port.edit(ref, plainCard("new words"))).id).toBe(ref.id);
      const after = await stage().messages(stage().channel);
      expect(after).toHaveLength(before);
      const text = after.find((each) => each.ref.id === ref.id)?.text;
      expect(text).toContain("new words");
      expect(text).not.toContain("old words");
    });

    it("tells the names of a channel and a person, and none that it does not know", async () => {
      const { channel, user, nowhere, nobody, adapter } = stage();
      const { nameOf } = adapter.port;
      const known = await Promise.all([nameOf?.({ channel }), nameOf?.({ user })]);
      const isName: unknown = expect.stringMatching(/^[^#:]+$/);
      expect(known).toEqual(nameOf === undefined ? [undefined, undefined] : [isName, isName]);
      const unknown = await Promise.all([nameOf?.({ channel: nowhere }), nameOf?.({ user: nobody })]);
      expect(unknown.filter((each) => each !== undefined && each !== null)).toEqual([]);
    });

    it("sends all direct messages to a person in one conversation", async () => {
      const first = delivered(await stage().adapter.port.tell(stage().user, plainCard("psst"), attempt()));
      const second = delivered(await stage().adapter.port.tell(stage().user, plainCard("psst again"), attempt()));
      expect(second.channel).toBe(first.channel);
      expect(first.channel).not.toBe(stage().channel);
      expect(await textsIn(first.channel)).toEqual([
        expect.stringContaining("psst"),
        expect.stringContaining("psst again"),
      ]);
    });

    it("does not repeat a post in doubt that arrived", async () => {
      const key = { key: `doubt-${Math.floor(stage().now())}` };
      const since = stage().now();
      const first = delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("exactly once"), key),
      );
      const again = delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("exactly once"), {
          ...key,
          doubtfulSince: since,
        }),
      );
      expect(again).toEqual(first);
      expect((await textsIn(stage().channel)).filter((text) => text.includes("exactly once"))).toHaveLength(1);
    });

    it("repeats a post in doubt that never arrived", async () => {
      delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("late but there"), {
          ...attempt(),
          doubtfulSince: stage().now(),
        }),
      );
      expect((await textsIn(stage().channel)).filter((text) => text.includes("late but there"))).toHaveLength(1);
    });

    it("reports that a recipient is gone, and throws no error", async () => {
      const gone = { ok: false, failure: { kind: "recipientGone" } };
      expect(
        await stage().adapter.port.post({ channel: stage().nowhere }, plainCard("hello?"), attempt()),
      ).toMatchObject(gone);
      expect(await stage().adapter.port.tell(stage().nobody, plainCard("hello?"), attempt())).toMatchObject(gone);
      expect(
        await stage().adapter.port.edit({ channel: stage().nowhere, id: wall().message.id }, plainCard("hello?")),
      ).toMatchObject(gone);
    });

    it("posts and edits every card of the gallery within the platform's limits", async () => {
      const canvas = delivered(
        await stage().adapter.port.post({ channel: stage().channel }, plainCard("canvas"), attempt()),
      );
      for (const { name, card } of galleryCards(wall())) {
        expect(await stage().adapter.port.post({ channel: stage().channel }, card, attempt()), name).toMatchObject({
          ok: true,
        });
        expect(await stage().adapter.port.edit(canvas, card), name).toMatchObject({ ok: true });
      }
    });

    it("shows a person's text as it was typed", async () => {
      for (const text of literalTexts) {
        const ref = delivered(
          await stage().adapter.port.post(
            { channel: stage().channel },
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
        const seen = (await stage().messages(stage().channel)).find((each) => each.ref.id === ref.id)?.text ?? "";
        expect(seen.split(text).length - 1, text).toBe(2);
      }
    });

    it("notifies only the people that a card mentions, whatever a person's text contains", async () => {
      const before = await stage().notified();
      if (notifies === "always") {
        const key = attempt();
        for (const text of ["<!channel>", "<!channel>"])
          delivered(await stage().adapter.port.post({ channel: stage().channel }, plainCard(text), key));
        expect(await stage().notified()).toEqual({ ...before, [stage().user]: (before[stage().user] ?? 0) + 1 });
        return;
      }
      for (const { card } of galleryCards(wall()).filter(({ name }) => name !== "every kind of span"))
        delivered(await stage().adapter.port.post({ channel: stage().channel }, card, attempt()));
      expect(await stage().notified()).toEqual(before);
      delivered(
        await stage().adapter.port.post(
          { channel: stage().channel },
          {
            summary: "look",
            parts: [
              {
                part: "text",
                lines: [[{ t: "person", user: stage().user, name: "<!channel>", ring: true }]],
              },
            ],
          },
          attempt(),
        ),
      );
      expect(await stage().notified()).toEqual({
        ...before,
        [stage().user]: (before[stage().user] ?? 0) + 1,
      });
    });
  });
};
