import { spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { freePort } from "../runner/free-port.ts";
import { until } from "../until.ts";

const program = "/usr/sbin/dovecot";

/** Why no test can run against Dovecot here; null if one can. */
export const whyNoDovecot = existsSync(program) ? null : `${program} is not installed (Debian: dovecot-imapd)`;

/** A mail as the mailbox has it. */
export interface BoxedMail {
  readonly subject: string;
  readonly isSeen: boolean;
}

/** A real IMAP server with one mailbox. */
export interface Dovecot {
  /** For the setting IMAP_URL. */
  readonly url: string;
  /** A mail arrives at this time. */
  arrives(raw: Uint8Array, at: Date, folder?: string): Promise<void>;
  holds(folder: string): Promise<readonly BoxedMail[]>;
  /** A client of a person who uses the mailbox too. */
  asPerson<T>(work: (client: ImapFlow) => Promise<T>): Promise<T>;
  /** Ends the server; the mails stay. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });

const { uid, gid, username } = userInfo();
/** As root, Dovecot wants its own users, and keeps no mails of root. */
const isRoot = uid === 0;
const mailUser = isRoot ? 65_534 : uid;

const configuration = (folder: string, port: number): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
${isRoot ? "" : `default_internal_user = ${username}\ndefault_internal_group = ${gid}\ndefault_login_user = ${username}`}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
namespace inbox {
  inbox = yes
}
passdb {
  driver = static
  args = password=pass/word
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${isRoot ? 65_534 : gid} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;

/** Starts Dovecot as a child process with a configuration of its own, on a free local port. */
export const startDovecot = async (): Promise<Dovecot> => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-dovecot-"));
  const port = await freePort();
  for (const name of ["mail", "run", "state"]) mkdirSync(join(folder, name), { mode: 0o755 });
  // Dovecot's own users pass through.
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(join(folder, "mail"), mailUser, mailUser);
  writeFileSync(join(folder, "conf"), configuration(folder, port));
  let ended: Promise<unknown> = Promise.resolve();
  let end = (): void => {};
  const resume = async (): Promise<void> => {
    const child = spawn(program, ["-F", "-c", join(folder, "conf")], { stdio: "ignore", detached: true });
    ended = new Promise((resolve) => child.once("exit", resolve));
    // The whole group: else the processes of open connections live on.
    end = () => void process.kill(-(child.pid ?? 0), "SIGTERM");
    const log = join(folder, "log");
    await until(
      () => `Dovecot answers: ${existsSync(log) ? readFileSync(log, "utf8").slice(-2_000) : "no log"}`,
      () => answers(port),
      20_000,
    );
  };
  const halt = async (): Promise<void> => {
    end();
    await ended;
  };
  const asPerson: Dovecot["asPerson"] = async (work) => {
    const auth = { user: "support", pass: "pass/word" };
    const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, doSTARTTLS: false, auth, logger: false });
    client.on("error", () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  await resume();
  return {
    url: `imap://support:pass%2Fword@127.0.0.1:${port}/INBOX`,
    arrives: (raw, at, to = "INBOX") =>
      asPerson(async (client) => {
        await client.append(to, Buffer.from(raw), [], at);
      }),
    holds: (from) =>
      asPerson(async (client) => {
        // Folders of a Maildir have a dot between their names.
        const folder = (await client.list()).find(({ path, delimiter }) => path.replaceAll(delimiter, "/") === from);
        if (folder === undefined) return [];
        await client.mailboxOpen(folder.path, { readOnly: true });
        const found = await client.fetchAll("1:*", { envelope: true, flags: true }).catch(() => []);
        return found.map(({ envelope, flags }) => ({
          subject: envelope?.subject ?? "",
          isSeen: flags?.has("\\Seen") === true,
        }));
      }),
    asPerson,
    halt,
    resume,
    stop: async () => {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
