import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { headerOf, startMailServer, type MailServer } from "../support/mail-server.ts";
import { startDovecot, whyNoDovecot, type Dovecot } from "../support/mail/dovecot.ts";
import { rawMail } from "../support/mail/raw-mail.ts";
import { until } from "../support/until.ts";
import { deskOnSlack, type DeskOnSlack } from "./desk-on-slack.ts";
import { endAll } from "./desk-process.ts";

if (whyNoDovecot !== null) process.stderr.write(`test/process/kill-mail.test.ts is skipped: ${whyNoDovecot}\n`);

let stage: DeskOnSlack;
let mailbox: Dovecot;
let server: MailServer;
let dataDir = "";
afterEach(async () => {
  endAll();
  await Promise.all([stage.slack.stop(), mailbox.stop(), server.stop()]);
  rmSync(dataDir, { recursive: true, force: true });
});

test.skipIf(whyNoDovecot !== null)(
  "kill -9 between the steps of receiving and sending: one ticket, and one receipt, or the same one once more",
  async () => {
    dataDir = mkdtempSync(join(tmpdir(), "plazo-kill-"));
    let hangs = true;
    const received: string[] = [];
    // The server takes the receipt and never says so: whether it arrived is in doubt.
    server = await startMailServer({
      onData: (stream, _, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const raw = Buffer.concat(chunks).toString("utf8");
          received.push(raw);
          if (!hangs || !raw.includes("[T-1001]")) done();
        });
      },
    });
    mailbox = await startDovecot();
    stage = await deskOnSlack(["U0ANA"], {
      DATA_DIR: dataDir,
      DESK_FILE: join(import.meta.dirname, "mail-desk.yaml"),
      IMAP_URL: mailbox.url,
      SMTP_URL: server.url,
      MAIL_FROM: "Process Support <support@example.com>",
    });
    const receipts = () => received.filter((raw) => raw.includes("[T-1001]"));
    const first = await stage.start();
    await stage.slack.user("U0ANA").types("C0ACME", "/ticket invite carla@acme.example Carla");
    await until("she was invited", () => received.length > 0);
    const mail = rawMail({ from: "Carla <carla@acme.example>", subject: "Black screen", text: "Since nine." });
    await mailbox.arrives(mail, new Date());
    await until("the receipt is on its way", () => receipts().length > 0);
    await first.end("SIGKILL");

    hangs = false;
    // The process that was killed holds the mailbox and the receipt for at most a minute.
    stage.sleepThrough(61_000);
    const second = await stage.start();
    await until("the receipt was sent again", () => receipts().length > 1);
    const done = await until("the mail was moved", async () => {
      const held = await mailbox.holds("Plazo/Done");
      return held.length > 0 && held;
    });
    expect(done).toEqual([{ subject: "Black screen", isSeen: true }]);
    expect(await mailbox.holds("INBOX")).toEqual([]);
    // The same mail again, as a server that lost our answer brings it.
    await mailbox.arrives(mail, new Date());
    await until("the second copy was moved", async () => (await mailbox.holds("Plazo/Done")).length === 2);
    expect(await second.end("SIGTERM")).toEqual({ code: 0, signal: null });
    const ids = receipts().map((raw) => headerOf({ headers: raw.split("\r\n") }, "Message-ID"));
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    expect(stage.rootsIn("C0TRIAGE").filter(({ text }) => text.includes("Black screen"))).toHaveLength(1);
  },
);
