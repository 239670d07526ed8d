import { Hono } from "hono";
import { platforms } from "../../../adapters/index.ts";
import type { Log } from "../../chat/port.ts";
import { readDeskVersion } from "../../db/desk-store.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { readDeskDocument } from "../../desk/read-desk-file.ts";
import { expectation } from "../../desk/expectation.ts";
import type { DeskFault } from "../../desk/findings.ts";
import type { Env } from "../../env.ts";
import { listen } from "../../http/listener.ts";
import type { Metrics } from "../../http/metrics.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Instant } from "../../sla/instant.ts";
import { applyDesk } from "../../tickets/execute/apply-desk.ts";
import { makeSignInLink } from "../../web/access/sessions.ts";
import { isSameSecret, newToken } from "../../web/access/tokens.ts";
import { assetResponse, loadAssets } from "../../web/page-assets.ts";
import { askedLanguage } from "../../web/pages/plain-page.ts";
import { noticePage } from "../../web/pages/small-pages.ts";
import { page } from "../../web/render/layout.ts";
import { onlyEncrypted, safeHeaders, type Origin } from "../../web/security.ts";
import { firstDesk, type SetUpAnswers } from "./first-desk.ts";
import { setUpPage, startingPage } from "./set-up-page.ts";

/** How often (ms) to look whether a desk was applied at the command line, or by another process. */
const lookMs = 2_000;

interface SetUpDeps {
  readonly env: Env;
  readonly database: DatabaseHandle;
  readonly log: Log;
  readonly now: () => Instant;
  readonly metrics: Metrics;
  /** The address under which people reach Plazo, once `opened` was called. */
  readonly origin: () => Origin;
  /** Called with the port of the listener. The desk must listen there as well, because the link of the page stays. */
  readonly opened: (port: number) => void;
  /** Tells the operator, and nobody else, the address of the set-up. */
  readonly announce: (text: string) => void;
}

/** The names of the chat platforms that are switched on, by their keys. */
const chatNames = ({ platforms: on }: Env): Readonly<Record<string, string>> =>
  Object.fromEntries(
    platforms
      .filter(({ name, kind }) => kind === "chat" && Object.hasOwn(on, name))
      .map(({ name }) => [name, `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]),
  );

const emptyAnswers = (request: Request): SetUpAnswers => ({
  desk: "",
  locale: askedLanguage(request),
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  opens: "09:00",
  closes: "18:00",
  name: "",
  ids: {},
});

const answersOf = (form: FormData, names: readonly string[]): SetUpAnswers => {
  const typed = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    desk: typed("desk"),
    locale: typed("locale"),
    timezone: typed("timezone"),
    opens: typed("opens"),
    closes: typed("closes"),
    name: typed("name"),
    ids: Object.fromEntries(
      names.map((each) => [each, { person: typed(`person.${each}`), triage: typed(`triage.${each}`) }]),
    ),
  };
};

/** Applies the first desk, unless there is one by now. Returns the path that signs its administrator in, or the faults. */
const apply = async (
  answers: SetUpAnswers,
  { database, now }: SetUpDeps,
): Promise<{ readonly link: string | null } | { readonly faults: readonly DeskFault[] }> => {
  const reading = readDeskDocument(firstDesk(answers));
  if (!reading.ok) return { faults: reading.faults };
  const [administrator] = Object.values(deskOf(reading.document, 1).people);
  const [identity] = administrator?.identities ?? [];
  if (identity === undefined)
    return { faults: [{ line: null, path: "people", value: null, expected: expectation("yourId") }] };
  const origin = { source: "web", author: identity } as const;
  const applied = await applyDesk<DeskFault, typeof reading>(
    database,
    (current) => (current === null ? reading : { ...reading, changed: false }),
    now(),
    origin,
  );
  const isOurs = applied.ok && applied.changed;
  return { link: isOurs ? await makeSignInLink(database.db, identity, now()) : null };
};

const createSetUpPages = (secret: string, deps: SetUpDeps, finish: () => void): Hono => {
  const names = chatNames(deps.env);
  const assets = loadAssets();
  const app = new Hono();
  app.use(safeHeaders);
  app.use(onlyEncrypted(deps.origin));
  app.get("/desk/assets/:name", async (context) => {
    const asset = await assets.find(context.req.param("name"));
    return asset === undefined ? context.notFound() : assetResponse(asset, context.req.raw);
  });
  app.all("/sign-in/set-up/:secret", async (context) => {
    const request = context.req.raw;
    const viewer = { locale: askedLanguage(request), timezone: "UTC" };
    const say = sayIn(viewer.locale);
    const title = say("setUp.title");
    const show = (content: ReturnType<typeof setUpPage>, status: 200 | 403 | 404 = 200) =>
      context.html(page({ title, viewer, signedIn: null }, content), status);
    if (!isSameSecret(context.req.param("secret"), secret)) return show(noticePage(say("setUp.wrongLink"), null), 404);
    if (!deps.origin().isPrivate) return show(noticePage(say("web.notSecure"), null), 403);
    const { path } = context.req;
    if (request.method !== "POST")
      return show(setUpPage(path, { answers: emptyAnswers(request), faults: [], names }, viewer));
    const answers = answersOf(await context.req.formData(), Object.keys(names));
    const done = await apply(answers, deps);
    if ("faults" in done) return show(setUpPage(path, { answers, faults: done.faults, names }, viewer));
    finish();
    if (done.link === null) return show(noticePage(say("setUp.already"), null));
    context.header("Refresh", `4; url=${done.link}`);
    return show(startingPage(done.link, viewer));
  });
  return app;
};

/**
 * Waits until the first desk is there: from the page of a secret link, from the command line, or from another process.
 */
export const waitForFirstDesk = async (deps: SetUpDeps): Promise<void> => {
  const { env, database, log, metrics } = deps;
  const secret = newToken();
  const { promise, resolve } = Promise.withResolvers<void>();
  const pages = createSetUpPages(secret, deps, resolve);
  const handle = async (request: Request): Promise<Response> => pages.fetch(request);
  const listener = await listen({
    host: env.host,
    port: env.port,
    metrics,
    health: async () => ({ notReady: [{ reason: "the desk is not set up yet", details: [] }], attention: [] }),
    token: env.metricsToken,
    hostNames: env.hostNames,
    isPublic: env.publicUrl !== null,
    mounts: ["/sign-in/set-up", "/desk/assets"].map((path) => ({ path, largestBody: 20_000, handle })),
    log,
  });
  deps.opened(listener.port);
  const looking = setInterval(() => {
    readDeskVersion(database.db).then(
      (version) => version > 0 && resolve(),
      (error: unknown) => log.warn({ err: error }, "desk.not-set-up"),
    );
  }, lookMs);
  log.warn({}, "desk.not-set-up");
  deps.announce(
    `\n  There is no desk yet. Set it up here (whoever has this link can):\n  ${deps.origin().origin}/sign-in/set-up/${secret}\n\n`,
  );
  try {
    await promise;
  } finally {
    clearInterval(looking);
    await listener.close(1_000);
  }
};
