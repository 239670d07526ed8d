import type { Intent } from "../bot/intent.ts";
import type { Scene } from "../bot/scene.ts";
import type { Card } from "../chat/card.ts";
import type { Happening } from "../chat/happening.ts";
import { chooseOffer, countSolved, readOffer, type OfferRow } from "../db/offer-store.ts";
import { ticketName } from "../domain/ticket.ts";
import { problemCard } from "../views/problem-card.ts";
import { sentenceCard } from "../views/spans.ts";
import { sayIn } from "../views/words/say.ts";
import { carryOutOffer } from "./carry-out-offer.ts";
import type { WorkDeps } from "./deps.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log" | "meter">;
type Answer = Extract<Intent, { kind: "answerOffer" }>;

const over = ({ ticket }: OfferRow, { reader }: Scene): Card => {
  const say = sayIn(reader.locale);
  return sentenceCard(ticket === null ? say("offer.over") : say("offer.overTicket", { ticket: ticketName(ticket) }));
};

const fits = ({ about }: OfferRow, { choice, article }: Answer): boolean =>
  about.kind === "articles"
    ? choice === "open" || (choice === "solved" && article < about.articles.length)
    : choice !== "solved";

/** Somebody answers what the bot asked them: the first answer counts, be it theirs or that of the time that passed. */
export const answerOffer = async (
  deps: Deps,
  happening: Happening,
  answer: Answer,
  scene: Scene,
): Promise<Card | null> => {
  const { db } = deps.database;
  const found = await readOffer(db, answer.offer, happening.by.user);
  if (found === null || !fits(found, answer)) return problemCard({ problem: "oldButton" }, scene.reader);
  const row = await chooseOffer(db, found.id, answer.choice);
  if (row.choice !== answer.choice || row.settledAt !== null) return over(row, scene);
  if (answer.choice !== "solved") return carryOutOffer(deps, row, scene.desk);
  const helped = row.about.kind === "articles" ? row.about.articles[answer.article] : undefined;
  if (helped !== undefined && (await countSolved(db, row.id, helped.url, deps.now()))) deps.meter.manualSolved();
  return sentenceCard(sayIn(scene.reader.locale)("offer.thanks"));
};
