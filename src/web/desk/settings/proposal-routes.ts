import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { readDesk } from "../../../db/desk-store.ts";
import { changeProposal, readProposal, type DeskProposal } from "../../../db/desk/proposal-store.ts";
import { readDeskAt } from "../../../db/desk/version-store.ts";
import { rebased } from "../../../desk/changes/rebase.ts";
import { sayIn } from "../../../i18n/say.ts";
import { formTokenOf } from "../../access/tokens.ts";
import type { WebEnv } from "../../deps.ts";
import { noticePage } from "../../pages/small-pages.ts";
import type { DeskPage } from "../desk-page.ts";
import { settingsFrame } from "./frame.ts";
import { namesInChanges } from "./named-changes.ts";
import { leavingPeople } from "./leaving.ts";
import { previewPage } from "./preview-page.ts";
import { proposalPath, savedPath } from "./propose.ts";
import { reviewOf } from "./review.ts";
import { saveProposal } from "./save-proposal.ts";
import { authorName } from "./versions-page.ts";

/** The preview of a proposal, and saving it. */
export const proposalRoutes = ({ deps, nameOf, notice, postedBy, show }: DeskPage): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const gone = (context: Context<WebEnv>) => {
    const { viewer } = context.get("visitor");
    const say = sayIn(viewer.locale);
    const content = noticePage(say("settings.proposalGone"), { path: "/desk/settings", label: say("settings.title") });
    return show(context, say("settings.title"), content, 404);
  };

  /** The proposal's changes on the version in force; null if its base is not there. */
  const onTop = async ({ basedOn, document }: DeskProposal) => {
    const [base, inForce] = [await readDeskAt(db, basedOn), await readDesk(db)];
    if (base === null || inForce === null) return null;
    const joined = rebased({ base: base.document, mine: document, theirs: inForce.document });
    return { ...joined, version: inForce.version };
  };

  const preview = async (context: Context<WebEnv>, proposal: DeskProposal) => {
    const { viewer, cookie, desk } = context.get("visitor");
    const review = await reviewOf(proposal, deps);
    const author = review.savedByOther === null ? null : authorName(review.savedByOther.by, desk);
    const secrets = { token: formTokenOf(cookie), key: randomUUID(), back: proposal.back };
    const content = previewPage(
      {
        proposal,
        review,
        author,
        deskFile: deps.settings?.deskFile ?? null,
        desk,
        names: await namesInChanges([...review.changes, ...(review.savedByOther?.changes ?? [])], nameOf),
        bothChanged: review.savedByOther === null ? [] : ((await onTop(proposal))?.conflicts ?? []),
      },
      secrets,
      viewer,
    );
    return show(context, sayIn(viewer.locale)("settings.preview"), settingsFrame(null, content, viewer));
  };

  const found = async (context: Context<WebEnv>, id: string): Promise<DeskProposal | null> =>
    /^[\w-]{1,100}$/.test(id) ? readProposal(db, id, context.get("visitor").user) : null;

  app.get("/desk/settings/proposals/:id", async (context) => {
    const proposal = await found(context, context.req.param("id"));
    if (proposal === null) return gone(context);
    if (proposal.savedAs !== null) return context.redirect(savedPath(proposal, proposal.savedAs), 303);
    return preview(context, proposal);
  });

  app.post("/desk/settings/proposals/:id/save", async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", "/desk/settings");
    const proposal = await found(context, context.req.param("id"));
    if (proposal === null) return gone(context);
    const replans = posted.values.get("do") === "replan";
    const version = await saveProposal(proposal, deps, { replans, address: context.get("address") });
    // The preview says why it may not be saved.
    if (version === null) return context.redirect(proposalPath(proposal.id), 303);
    return context.redirect(savedPath(proposal, version), 303);
  });

  app.post("/desk/settings/proposals/:id/on-top", async (context) => {
    if ((await postedBy(context)) === null) return notice(context, "formOld", "/desk/settings");
    const proposal = await found(context, context.req.param("id"));
    if (proposal === null) return gone(context);
    const joined = await onTop(proposal);
    if (joined !== null && joined.conflicts.length === 0)
      await changeProposal(db, { ...proposal, basedOn: joined.version, document: joined.document });
    return context.redirect(proposalPath(proposal.id), 303);
  });

  app.post("/desk/settings/proposals/:id/hand-over", async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", "/desk/settings");
    const proposal = await found(context, context.req.param("id"));
    if (proposal === null) return gone(context);
    const [from, to] = [posted.values.get("person") ?? "", posted.values.get("to") ?? ""];
    const base = await readDeskAt(db, proposal.basedOn);
    const leaving = await leavingPeople(proposal, base?.document, db);
    const person = leaving.find(({ key }) => key === from);
    if (person?.candidates.some(({ key }) => key === to) === true)
      await changeProposal(db, {
        ...proposal,
        handOver: { ...proposal.handOver, [from]: { to, tickets: person.otherTickets } },
      });
    return context.redirect(proposalPath(proposal.id), 303);
  });
  return app;
};
