import { keepUnticketed } from "./busy-channels.ts";
import { keepMails } from "./busy-mails.ts";
import { writeTyping } from "../../src/db/presence-store.ts";
import { writeAnswer } from "../../src/db/access/answer-store.ts";
import { storeAreaFiles } from "../../src/db/access/area-file-store.ts";
import { storeOidcAttempt } from "../../src/db/access/oidc-store.ts";
import { writeAreaMessage } from "../../src/db/access/area-message-store.ts";
import { addContact, withdrawContact } from "../../src/db/access/contact-store.ts";
import type { Card } from "../../src/chat/card.ts";
import { createSessions, makeSignInLink } from "../../src/web/access/sessions.ts";
import { reportRunning } from "../../src/db/process-store.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { collectCard, lockCollected } from "../../src/db/collected-store.ts";
import { rememberUse } from "../../src/db/customer-use-store.ts";
import { keepFile } from "../../src/db/delivery/file-store.ts";
import { saveRoot, readCards } from "../../src/db/delivery/card-store.ts";
import { addMessageToPrompt, storePrompt } from "../../src/db/prompt-store.ts";
import { storeProposal } from "../../src/db/desk/proposal-store.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { type World, startWorld } from "../support/world.ts";
import { storeSent } from "../../src/db/statements/statement-store.ts";
import { sha256 } from "../../src/statements/frozen.ts";
import { draftStatement, saveSentences } from "../../src/statements/statements.ts";
import { deleteAccountNote, editAccountNote, writeAccountNote } from "../../src/db/accounts/note-store.ts";
import { syncReportTimes } from "../../src/db/staff-reports/report-time-store.ts";
import {
  addStaffReports,
  claimStaffReports,
  settleStaffReport,
} from "../../src/db/staff-reports/staff-report-store.ts";
import { saveAbsence, saveNotifyChoice } from "../../src/db/staff-store.ts";

/** A card with every part and span that is stored. */
const everyPart: Card = {
  summary: "T-1001",
  severity: "high",
  parts: [
    { part: "heading", text: "T-1001" },
    { part: "facts", facts: [{ label: "Status", value: [{ t: "time", at: 1, show: "both" }] }] },
    {
      part: "text",
      lines: [
        [
          { t: "text", text: "A", strong: true, open: { channel: "slack:C0ACME", id: "1", thread: "2" } },
          { t: "person", user: "slack:U0ANA", name: "Ana", ring: true },
          { t: "channel", channel: "slack:C0ACME" },
          { t: "link", url: "https://example.com", label: "L" },
        ],
      ],
    },
    { part: "quote", text: "Q", format: [{ from: 0, to: 1, as: "bold" }] },
    { part: "small", line: [{ t: "text", text: "S", faint: true }] },
    { part: "divider" },
    {
      part: "buttons",
      label: "B",
      buttons: [
        {
          action: "resolve 1001 own",
          label: "Close",
          style: "danger",
          chosen: false,
          carries: "c",
          confirm: { title: "t", text: "x", yes: "y", no: "n" },
        },
        { open: { channel: "slack:C0ACME", id: "1" }, label: "Open" },
      ],
      menu: { label: "More", items: [{ action: "reopen 1001", label: "Reopen" }] },
    },
  ],
};

/** A desk that offers articles, sends replies after ten seconds, and follows up after two days. */
export const busyDesk: Desk = {
  ...promisingDesk,
  undo: 10_000,
  reopen: { days: 2, ms: 0 },
  articles: [
    { title: "El vídeo no arranca", url: "https://docs.example.com/video", keywords: ["vídeo"], locale: "es" },
  ],
};

/** Reports for staff: one that was sent, one that another process tries, and one that waits. */
const keepReports = async ({ database: { db }, now }: World): Promise<void> => {
  const at = now();
  const weekly = { kind: "weekly", period: "2026-01-05", plannedFor: at } as const;
  const goal = {
    kind: "goal",
    alert: "near",
    account: "acme",
    plan: "premium",
    clock: "update",
    month: "2026-01",
  } as const;
  await syncReportTimes(db, () => [{ person: "eva", report: "weekly", period: "2026-01-05", at: at + 3_600_000 }]);
  await addStaffReports(
    db,
    [
      { person: "eva", report: weekly },
      { person: "ana", report: weekly },
      { person: "eva", report: goal },
    ],
    at,
  );
  const lease = { token: "lease", until: at + 1_000 };
  const [sent, handedOver] = await claimStaffReports(db, {
    now: at,
    lease,
    limit: 2,
    leftToOthers: { people: [], platforms: [] },
  });
  if (sent === undefined || handedOver === undefined) throw new Error("no reports");
  await settleStaffReport(db, sent.id, lease, {
    status: "sent",
    ref: { channel: "slack:D0EVA", id: "1" },
    settledAt: at,
  });
  await settleStaffReport(db, handedOver.id, lease, {
    status: "pending",
    why: "no",
    notBefore: at + 3_600_000,
    attemptedAt: null,
    tries: 1,
    handedOver: { next: "discord:7", failed: [{ at: "slack:U0ANA", why: "no", forStaff: "no" }] },
  });
};

/** People do so much that every table gets rows, then the desk stops in the middle of its work. */
export const playBusyDay = async (): Promise<World> => {
  const world = await startWorld("http", busyDesk);
  const { db } = world.database;
  const [carla, oliver, luis, tom] = ["U0CARLA", "U0OLIVER", "U0LUIS", "U0TOM"].map((id) => world.slack.user(id));
  if (carla === undefined || oliver === undefined || luis === undefined || tom === undefined)
    throw new Error("no cast");
  const staff = async (line: string): Promise<void> => {
    await luis.types("C0TRIAGE", line);
    await world.settle();
  };

  // An earlier desk file named a person who is gone.
  const former = { people: { olga: "Olga" }, staff: [], accounts: {}, contacts: {} };
  await writeDesk(db, {}, world.now(), { former });

  // An article solves one request; the next request waits for an answer to the offer, then opens by itself.
  await world.opens();
  await carla.presses("private", "Esto lo ha resuelto");
  await world.settle();
  await world.opens({ severity: "critical" });
  await world.pass(60);

  // T-1001 breaches, is escalated, is handed to the technical team, is answered, and its customer writes twice.
  await luis.presses(world.card(), "Claim");
  await carla.types("C0ACME", "/ticket escalate 1001 we are on air");
  await carla.types("C0ACME", "/ticket call 1001 600 000 009 16:30");
  await staff("/ticket tech 1001 which version?");
  await luis.presses(world.card(), "Reply to customer");
  await luis.submits({ text: "Lo miramos." });
  await world.pass(1);
  for (const text of ["¿Hay novedades?", "Seguimos sin señal."]) {
    await carla.writes("C0ACME", text, { thread: world.conversation().ts });
    await world.pass(1);
  }

  // T-1002 and T-1003 are linked; T-1004 continues in T-1002; T-1003 is resolved, reopened and resolved.
  for (const title of ["Uploads stall", "Uploads never end", "No sound"]) {
    await oliver.types("C0NORTH", `/ticket ${title}`);
    await oliver.submits({ severity: "high", description: "Since nine." });
    await world.settle();
  }
  await staff("/ticket link 1002 1003");
  await staff("/ticket merge 1004 into 1002");
  await staff("/ticket close 1003");
  await world.pass(1);
  await staff("/ticket reopen 1003");
  await staff("/ticket close 1003");

  // No short sequence of actions fills these stores.
  const now = world.now();
  await saveAbsence(db, "ana", now + 3_600_000);
  await saveNotifyChoice(db, "luis", false);
  await reportRunning(db, { id: "one", platforms: ["slack", "email"], now, since: now });
  const message = { channel: "slack:C0NORTH", id: "1.1" } as const;
  await keepFile(db, 1002, {
    message,
    file: { id: "F01", name: "log.txt", type: "text/plain", size: 3 },
    bytes: Buffer.from("log"),
    at: now,
  });
  await db.transaction((tx) =>
    rememberUse(
      tx,
      { person: "slack:U0OLIVER", account: "northwind" },
      { what: "messages", at: now, files: { count: 1, bytes: 3 }, refusedUntil: null },
    ),
  );
  const dm = "slack:D0OLIVER";
  const asked = { key: "slack:msg:D0OLIVER:2.2", byUser: "slack:U0OLIVER" } as const;
  const about = { kind: "whichTicket", number: 1002 } as const;
  const prompt = await storePrompt(db, { ...asked, about, dueAt: now + 3_600_000 });
  await addMessageToPrompt(db, prompt.id, {
    kind: "message",
    key: asked.key,
    at: now,
    by: { user: asked.byUser, name: "Oliver" },
    channel: dm,
    message: { channel: dm, id: "2.2" },
    text: "And the captions?",
  });
  for (const each of await readCards(db, 1001)) if (each.side === "conversation") await saveRoot(db, each);
  const [card] = (await readCards(db, 1002)).filter(({ side }) => side === "triage");
  if (card === undefined) throw new Error("T-1002 has no card");
  await db.transaction(async (tx) => {
    await lockCollected(tx);
    await collectCard(tx, { card: card.id, ticket: 1002, channel: "slack:C0TRIAGE" }, { since: now - 1_000, now });
  });

  // An admin of the desk looks at a proposal, and saves another one.
  const proposal = { person: "slack:U0EVA", basedOn: 2, document: { desk: "Ours" }, back: "/desk/settings" } as const;
  const handOver = { luis: { to: "ana", tickets: { "1002": null } } };
  await storeProposal(db, { ...proposal, id: "proposed", kind: "form", restores: null, handOver, madeAt: now });
  await writeDesk(db, {}, now, { former, origin: { source: "web", author: "slack:U0EVA", handOver } });

  // Two agents ask for the web desk, and one of them signs in.
  const link = await makeSignInLink(db, "slack:U0LUIS", now);
  await makeSignInLink(db, "slack:U0MARTA", now);
  await writeTyping(db, 1001, "luis", now);
  await createSessions(db, () => now).signIn(link.split("/").at(-1) ?? "", "192.0.2.7");

  // A contact has access to the client area, and a message there; another one's access was withdrawn.
  const contact = { account: "acme", how: "invited", addedBy: "slack:U0ANA", addedAt: now, seesAll: true } as const;
  await addContact(db, {
    ...contact,
    user: "web:nuria",
    knownAs: "email:nuria@acme.example",
    name: "Núria",
    seesAll: false,
  });
  await addContact(db, { ...contact, user: "web:pau", knownAs: "email:pau@acme.example", name: "Pau" });
  await withdrawContact(db, "web:pau", { by: "slack:U0ANA", at: now, staysInChat: false });
  await writeAnswer(db, { person: "web:nuria", key: "pressed" }, { card: everyPart, at: now });
  const attempt = { nonce: "nonce", verifier: "verifier" };
  await storeOidcAttempt(db, { ...attempt, hash: "state", browser: "browser", expiresAt: now + 600_000 });
  await storeAreaFiles(
    db,
    { owner: "web:nuria", at: now, files: [{ id: "key.0", bytes: Buffer.from("log") }] },
    { most: 1, bytes: 1_000, withinMs: 1 },
  );
  await writeAreaMessage(db, "answer", { channel: "web:nuria.direct" }, { card: everyPart, at: now });

  await keepMails(db, now);
  await keepUnticketed(db, now);

  // The staff noted something about an account, changed it, and deleted another note.
  const byAna = { by: "ana", at: now };
  await writeAccountNote(db, { key: "one", account: "acme", text: "Prefers calls." }, byAna);
  await editAccountNote(db, { id: 1, account: "acme", text: "Prefers calls before noon." }, byAna);
  await writeAccountNote(db, { key: "two", account: "acme", text: "A mistake." }, byAna);
  await deleteAccountNote(db, { id: 2, account: "acme" }, byAna);

  // A statement was sent to a customer, and a correction of it is being written.
  const period = { from: now - 86_400_000, to: now - 3_600_000 };
  const { draft } = await draftStatement(db, { account: "acme", period, at: now, by: "ana" });
  const missed = { ticket: 1001, clock: "firstResponse", cycle: 1, text: "The line was down." } as const;
  await saveSentences(db, draft.id, [missed], byAna);
  const sent = { content: "{}", hash: sha256("{}"), contacts: ["web:nuria" as const] };
  await db.transaction((tx) => storeSent(tx, draft.id, sent, byAna));
  await draftStatement(db, { account: "acme", period, at: now, by: null });

  // The desk stops: a reply may still be taken back, an article is on offer, and a message is not worked on.
  await world.opens();
  await luis.types("C0TRIAGE", "/ticket reply 1001 Ya casi está.");
  await world.settle();
  await carla.writes("C0ACME", "¿Sigue igual?", { thread: world.conversation().ts });
  await world.slack.quiet();
  await keepReports(world);
  return world;
};
