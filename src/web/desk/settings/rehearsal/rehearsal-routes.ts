import { Hono, type Context } from "hono";
import { readDesk, type StoredDesk } from "../../../../db/desk-store.ts";
import { readProposal, type DeskProposal } from "../../../../db/desk/proposal-store.ts";
import { coverageGaps } from "../../../../desk/checks/coverage.ts";
import { deskOf } from "../../../../desk/desk-of.ts";
import type { Desk } from "../../../../desk/desk.ts";
import { readDeskDocument } from "../../../../desk/read-desk-file.ts";
import { sayIn } from "../../../../i18n/say.ts";
import { day, second } from "../../../../sla/instant.ts";
import { rehearse, type RehearsalRequest } from "../../../../tickets/execute/rehearsal/rehearse.ts";
import type { WebEnv } from "../../../deps.ts";
import type { WritePart } from "../../../render/streamed-page.ts";
import type { DeskPage } from "../../desk-page.ts";
import { settingsFrame } from "../frame.ts";
import { savedPath } from "../propose.ts";
import { effectiveDocument, proposedDesk } from "../review.ts";
import { rehearsedDays, usualDays } from "./rehearsal-form.ts";
import {
  endedView,
  noRehearsalPage,
  progressBegin,
  progressView,
  rehearsalPage,
  rehearsalView,
} from "./rehearsal-page.ts";
import type { NamingDesks } from "./outcomes-view.ts";
import { RehearsalEnded, type Rehearsals, type RunningRehearsal } from "./rehearsals.ts";

/** The page tells so often (ms) how far it is. */
const betweenProgress = second;

/** The desks of a proposal; null if it has faults. */
const desksOf = (proposal: DeskProposal, inForce: StoredDesk): NamingDesks | null => {
  const reading = readDeskDocument(effectiveDocument(proposal), inForce.document, { former: inForce.former });
  if (!reading.ok) return null;
  return { draft: proposedDesk(reading, inForce.version + 1), inForce: deskOf(inForce.document, inForce.version) };
};

/** Rehearses a proposal on past tickets, on a page that is written while the rehearsal runs. */
export const rehearsalRoutes = ({ deps, notice, show, stream }: DeskPage, rehearsals: Rehearsals): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const gaps = (desk: Desk) => coverageGaps(desk, deps.settings?.platformsOn ?? null);

  /** Writes the progress, then what was found or why there is nothing. */
  const writeRehearsal = async (
    context: Context<WebEnv>,
    write: WritePart,
    {
      running,
      desks,
      request,
    }: {
      readonly running: RunningRehearsal;
      readonly desks: NamingDesks;
      readonly request: RehearsalRequest;
    },
  ): Promise<void> => {
    const { viewer } = context.get("visitor");
    let shownAt = performance.now();
    try {
      await write(progressBegin(viewer));
      const found = await rehearse(db, request, {
        signal: running.signal,
        onProgress: (progress) => {
          if (performance.now() - shownAt < betweenProgress) return;
          shownAt = performance.now();
          void write(progressView(progress, viewer));
        },
      });
      await write(await rehearsalView(found, desks, viewer));
    } catch (error) {
      const why = error instanceof RehearsalEnded ? error.why : "failed";
      if (why === "failed") deps.log.error({ err: error, path: "/desk" }, "http.failed");
      if (why !== "left") await write(endedView(why, viewer));
    } finally {
      running.done();
    }
  };

  app.get("/desk/settings/proposals/:id/rehearsal", async (context) => {
    const { viewer, user } = context.get("visitor");
    const id = context.req.param("id");
    const title = sayIn(viewer.locale)("rehearsal.title");
    const proposal = /^[\w-]{1,100}$/.test(id) ? await readProposal(db, id, user) : null;
    const inForce = await readDesk(db);
    if (proposal === null || inForce === null) return notice(context, "notThere", "/desk/settings");
    if (proposal.savedAs !== null) return context.redirect(savedPath(proposal, proposal.savedAs), 303);
    const named = context.req.query("days");
    const days = named === undefined ? usualDays : rehearsedDays.find((each) => String(each) === named);
    const asked = { proposal: id, days: days ?? usualDays };
    const refuse = (why: Parameters<typeof noRehearsalPage>[0], status: 200 | 404 | 503 = 200) =>
      show(context, title, settingsFrame(null, noRehearsalPage(why, asked, viewer), viewer), status);
    if (days === undefined) return refuse("noPeriod", 404);
    const desks = desksOf(proposal, inForce);
    if (desks === null) return refuse("faults");
    // A rehearsal that no browser reads would go on to its end: HEAD has no body, and a late answer or a browser that left reads none.
    const { method, raw } = context.req;
    if (method === "HEAD" || context.get("isLate") === true || raw.signal.aborted) return context.body(null, 204);
    const running = rehearsals.begin(user);
    if (running === null) return refuse("busy", 503);
    const until = deps.now();
    const time = { since: until - days * day, until };
    const coverage = { before: gaps(desks.inForce), after: gaps(desks.draft) };
    const request = { ...time, desk: desks.draft, zone: viewer.timezone, coverage };
    const content = settingsFrame(null, rehearsalPage(asked, time, viewer), viewer);
    return stream(context, title, content, {
      write: (write) => writeRehearsal(context, write, { running, desks, request }),
      left: () => running.end("left"),
    });
  });
  return app;
};
