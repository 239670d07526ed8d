import type { Account } from "../domain/desk.ts";
import { accountOfChannel } from "../domain/may.ts";
import type { ChannelRef, Instant } from "../domain/refs.ts";
import { scores } from "../domain/ways.ts";
import { callForm } from "../views/call-form.ts";
import { maxText } from "../views/form-limits.ts";
import { problemCard } from "../views/problem-card.ts";
import { cleanText } from "./clean-text.ts";
import { phoneAndTime } from "./phone-and-time.ts";
import type { Scene } from "./scene.ts";
import { answer, change, ifAllowed, work, type Understood } from "./understood.ts";

/** To the head of support, with or without a reason. */
export const escalate = (scene: Scene, at: Instant, number: number, said: string): Understood =>
  ifAllowed(scene, "escalate", () => {
    const why = cleanText(said).slice(0, maxText);
    return change(scene, at, number, { type: "escalate", why: why === "" ? null : why });
  });

/** The form that asks on which number, and when. */
export const callMe = (scene: Scene, number: number, typed: string): Understood =>
  ifAllowed(scene, "requestCall", () =>
    answer({ kind: "form", form: callForm(number, typed, scene.standing, scene.desk, scene.reader) }),
  );

/** A call: which number to ring where nothing was said, a request where a number was, else the form. */
export const askForCall = (scene: Scene, at: Instant, number: number, said: string): Understood =>
  ifAllowed(scene, "requestCall", () => {
    if (said === "") return work({ kind: "ask", question: { kind: "call", number } });
    const wanted = phoneAndTime(said);
    return wanted === null
      ? callMe(scene, number, said)
      : change(scene, at, number, { type: "requestCall", ...wanted });
  });

/** Whose account somebody asks about: their own, or for staff that of the channel they are in. */
export const accountHere = ({ standing, desk }: Scene, channel: ChannelRef): Account | null =>
  standing.is === "customer" ? standing.account : accountOfChannel(channel, desk);

/** An answer to how it was. */
export const rate = (scene: Scene, at: Instant, number: number, argument: string | undefined): Understood =>
  ifAllowed(scene, "rate", () => {
    const score = scores.find((each) => each === argument);
    return score === undefined
      ? answer({ kind: "private", card: problemCard({ problem: "oldButton" }, scene.reader) })
      : change(scene, at, number, { type: "rate", score });
  });
