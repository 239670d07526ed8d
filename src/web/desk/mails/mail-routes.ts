import { Hono, type Context } from "hono";
import { rowNumber } from "../../../chat/action-arguments.ts";
import { addContact, everyContactOfAccount, newContactIdentity } from "../../../db/access/contact-store.ts";
import { muteSender } from "../../../db/mail/mail-sender-store.ts";
import { countMails, readRawMail } from "../../../db/mail/mail-store.ts";
import {
  dismissMail,
  dismissMailsOf,
  listMailsForStaff,
  mutedSenders,
  readMailForStaff,
  takeMailFor,
  unmuteSender,
  type MailForStaff,
} from "../../../db/mail/waiting-mail-store.ts";
import type { Account } from "../../../desk/desk.ts";
import { managesAccess } from "../../../features/client-access/index.ts";
import { mailPath, mailsPath, mayBeTaken } from "../../../features/mail-intake/index.ts";
import { sayIn } from "../../../i18n/say.ts";
import { readMail } from "../../../mail/reading/read.ts";
import { foldedAddress } from "../../../text/mail-address.ts";
import { permitted } from "../../../tickets/permissions.ts";
import type { WebEnv } from "../../deps.ts";
import { disposition } from "../../files/served-files.ts";
import { noticePage } from "../../pages/small-pages.ts";
import type { Posted } from "../../posted.ts";
import { accountWith } from "../accounts/account-link.ts";
import type { DeskPage } from "../desk-page.ts";
import { mailListPage } from "./mail-list.ts";
import { mailPage } from "./mail-page.ts";

const listed = 100;
const mostMuted = 200;
const acts = ["taken", "dismissed", "muted", "unmuted"] as const;

/** The mails that wait for the staff: the list, one mail, and what is decided about it. */
export const mailRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, notice, postedBy, secretsFor, show } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  const mayRead = (context: Context<WebEnv>): boolean =>
    permitted({ is: "staff", person: context.get("visitor").person }, "mails") === "yes";

  const gone = (context: Context<WebEnv>): Promise<Response> => {
    const say = sayIn(context.get("visitor").viewer.locale);
    return show(
      context,
      say("mails.title"),
      noticePage(say("mails.decided"), { path: mailsPath, label: say("mails.back") }),
      404,
    );
  };

  const found = async (context: Context<WebEnv>): Promise<MailForStaff | null> => {
    const id = mayRead(context) ? rowNumber(context.req.param("id")) : null;
    return id === null ? null : readMailForStaff(db, id);
  };

  const showMail = async (
    context: Context<WebEnv>,
    mail: MailForStaff,
    { chosen, error }: { readonly chosen: string | null; readonly error: string | null },
  ): Promise<Response> => {
    const visitor = context.get("visitor");
    // What could not be read once is not read for a page.
    const reading =
      mail.state === "setAside" ? null : await readMail(await readRawMail(db, mail.id), { authServer: null });
    const content = reading?.ok === true ? reading.mail : null;
    const drawn = mailPage(
      { mail, content, chosen, error },
      visitor.desk,
      secretsFor(visitor, mailPath(mail.id)),
      visitor.viewer,
    );
    return show(context, sayIn(visitor.viewer.locale)("mails.title"), drawn);
  };

  /** Continues with the mail of the address and the form, if it still waits. */
  const deciding = async (
    context: Context<WebEnv>,
    next: (mail: MailForStaff, posted: Posted) => Promise<Response>,
  ): Promise<Response> => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", mailsPath);
    if (!mayRead(context)) context.set("refused", "form");
    const mail = await found(context);
    return mail === null ? gone(context) : next(mail, posted);
  };

  const done = (context: Context<WebEnv>, mail: number | null, did: (typeof acts)[number]): Response => {
    deps.log.info(
      { ...(mail === null ? {} : { mail }), did, person: context.get("visitor").person.key },
      "mail.decided",
    );
    return context.redirect(`${mailsPath}?did=${did}`, 303);
  };

  /** Whether this person may make the address a contact of the account. Who lost access gets it back from its managers only. */
  const mayAdd = async (context: Context<WebEnv>, account: Account, knownAs: string): Promise<boolean> => {
    const { person, desk } = context.get("visitor");
    const before = (await everyContactOfAccount(db, account.key)).find((each) => each.knownAs === knownAs);
    return before === undefined || before.withdrawnAt === null || managesAccess(person, account, desk);
  };

  app.get(mailsPath, async (context) => {
    if (!mayRead(context)) return notice(context, "notThere");
    const visitor = context.get("visitor");
    const say = sayIn(visitor.viewer.locale);
    const did = acts.find((each) => each === context.req.query("did"));
    const { waiting, setAside } = await countMails(db);
    const view = {
      mails: await listMailsForStaff(db, listed),
      total: waiting + setAside,
      muted: await mutedSenders(db, mostMuted),
      done: did === undefined ? null : say(`mails.did.${did}`),
    };
    const content = mailListPage(view, secretsFor(visitor, mailsPath), visitor.viewer);
    return show(context, say("mails.title"), content);
  });

  app.get(`${mailsPath}/:id`, async (context) => {
    const mail = await found(context);
    return mail === null ? gone(context) : showMail(context, mail, { chosen: null, error: null });
  });

  app.get(`${mailsPath}/:id/mail.eml`, async (context) => {
    const mail = await found(context);
    if (mail === null) return gone(context);
    return context.body(await readRawMail(db, mail.id), 200, {
      "Content-Type": "message/rfc822",
      "Content-Disposition": disposition("attachment", `mail-${mail.id}.eml`),
      "Content-Security-Policy": "default-src 'none'; sandbox",
    });
  });

  app.post(`${mailsPath}/:id/take`, (context) =>
    deciding(context, async (mail, { values }) => {
      const { desk, user, viewer } = context.get("visitor");
      const say = sayIn(viewer.locale);
      const chosen = values.get("account") ?? "";
      const account = accountWith(chosen, desk);
      if (account === null) return showMail(context, mail, { chosen: null, error: say("mails.chooseAccount") });
      if (mail.sender === null || !mayBeTaken(mail.why)) return gone(context);
      const knownAs = `email:${foldedAddress(mail.sender)}` as const;
      if (!(await mayAdd(context, account, knownAs)))
        return showMail(context, mail, { chosen, error: say("mails.withdrawn") });
      const at = deps.now();
      await addContact(db, {
        user: newContactIdentity(),
        account: account.key,
        knownAs,
        name: mail.senderName === null || mail.senderName === "" ? mail.sender : mail.senderName,
        how: "invited",
        addedBy: user,
        addedAt: at,
        seesAll: false,
      });
      const isTaken = await db.transaction((tx) => takeMailFor(tx, mail, account.key, at));
      return isTaken ? done(context, mail.id, "taken") : gone(context);
    }),
  );

  app.post(`${mailsPath}/:id/dismiss`, (context) =>
    deciding(context, async ({ id }) =>
      (await dismissMail(db, id, deps.now())) ? done(context, id, "dismissed") : gone(context),
    ),
  );

  app.post(`${mailsPath}/:id/mute`, (context) =>
    deciding(context, async ({ id, sender, why }) => {
      if (sender === null || why !== "unknown") return gone(context);
      const at = deps.now();
      await muteSender(db, sender, { by: context.get("visitor").person.key, at });
      await dismissMailsOf(db, sender, at);
      return done(context, id, "muted");
    }),
  );

  app.post(`${mailsPath}/unmute`, async (context) => {
    const posted = await postedBy(context);
    if (posted === null) return notice(context, "formOld", mailsPath);
    if (!mayRead(context)) {
      context.set("refused", "form");
      return notice(context, "notThere");
    }
    await unmuteSender(db, posted.values.get("address") ?? "");
    return done(context, null, "unmuted");
  });
  return app;
};
