import { subcommands } from "../features/surface.ts";
import { menusOf } from "../requests/subcommand.ts";
import { attention } from "../http/attention.ts";
import { createDeskCache } from "../tickets/execute/desk-cache.ts";
import { offerTicketsLeft, offerTicketsOfRemoved } from "../tickets/execute/offer-tickets-of-removed.ts";
import type { Adapter, AdapterDeps, AreaMessages, ChatPort, Core, LinkTo, Log } from "../chat/port.ts";
import { type CorrectedClock, clockFor } from "../clock.ts";
import { connect } from "../db/connection/connect.ts";
import { deskOf } from "../desk/desk-of.ts";
import { platformOf } from "../tickets/refs.ts";
import type { Env } from "../env.ts";
import { listen } from "../http/listener.ts";
import { watchEventLoop } from "../http/event-loop.ts";
import { createMetrics } from "../http/metrics.ts";
import { boundedLook } from "../http/bounded-look.ts";
import type { Health } from "../http/health.ts";
import { databaseNotAnswering, notReady, otherTroubles } from "../http/not-ready.ts";
import { makePrivateDirectory } from "./private-files.ts";
import { guardPlayground, type PlaygroundGuard } from "./guard-playground.ts";
import { lookForPlayground, prepareDesk, settingsOf } from "./start-desk.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { createPressure, watchLag } from "../inbox/pressure.ts";
import { inspect } from "../inbox/inspect.ts";
import { type Loop, runLoop } from "../jobs/loop.ts";
import { type RunningLoops, runLoops, usualHangsMs } from "../jobs/run-loops.ts";
import { advanceDeskClock } from "../jobs/advance-clock.ts";
import { createTraces } from "../inbox/traces.ts";
import { createEventDamageReport } from "../jobs/report-damaged.ts";
import { createSteps } from "../jobs/steps.ts";
import { stop } from "./stop.ts";
import { linkLivesMs, makeInvitation, makeSignInLink } from "../web/access/sessions.ts";
import { demoWebPath } from "../web/access/demo-web-path.ts";
import { signInWith } from "../web/sign-in/identity-provider.ts";
import { createWeb } from "../web/app.ts";
import { createAreaMessages } from "../web/area/area-messages.ts";
import { localAddress, originOf } from "../web/security.ts";
import { releaseClaims } from "../db/delivery/lease.ts";

/** A running desk. */
export interface Plazo {
  /** The port of its HTTP listener. */
  readonly port: number;
  readonly platforms: readonly string[];
  /** Accepts nothing new, finishes or gives back the work under way, and closes everything. */
  stop(): Promise<void>;
}

/** How many given-up messages since the start are shown to the operator. */
const shownSetAside = 20;
/** How often (ms) the desk's clock is compared with the clock that it follows. */
const followMs = 10_000;

/** Starts the desk in order: database, desk file, loops, listener, platforms. Rejects if any of them fails. */
export const startPlazo = async (
  env: Env,
  log: Log,
  droppedLines = (): number => 0,
  announce: (text: string) => void = () => {},
): Promise<Plazo> => {
  if (env.databaseUrl === null || env.playground) makePrivateDirectory(env.dataDir);
  // The platforms are loaded while the database is opened. A failure is reported when they are created.
  for (const platform of Object.values(env.platforms)) platform.load().catch(() => {});
  const database = await connect(env, log, env.playground ? lookForPlayground(env) : null);
  try {
    const clock = await clockFor(env, database);
    // The port is known once a listener is open.
    let port = env.port;
    const address = () => originOf(env.publicUrl ?? localAddress(env.host, port));
    const metrics = createMetrics();
    const prepared = await prepareDesk(env, database, async () => {
      const { waitForFirstDesk } = await import("./set-up/set-up.ts");
      const opened = (taken: number) => void (port = taken);
      await waitForFirstDesk({ env, database, log, now: clock.now, metrics, origin: address, opened, announce });
    });
    if (database.kind === "pglite") await releaseClaims(database.db, clock.now());
    const guard = env.playground ? guardPlayground(database.db, env, log) : null;
    const desk = guard?.desk ?? createDeskCache(deskOf);
    const ports = new Map<string, ChatPort>();
    const setAside: string[] = [];
    const onSetAside: WorkDeps["onSetAside"] = ({ ticket, message }) => {
      metrics.setAside();
      setAside.push(
        `T-${ticket}: a message (${message}) could not be read, rendered or saved and was set aside; the log says why`,
      );
      if (setAside.length > shownSetAside) setAside.shift();
    };
    const hasArea = Object.values(env.platforms).some(({ kind }) => kind === "area");
    const deps: WorkDeps = {
      database,
      desk,
      ports,
      now: clock.now,
      log,
      metrics,
      onEvents: metrics.onEvents,
      onOutcomes: metrics.onOutcomes,
      onRefusal: metrics.onRefusal,
      onSetAside,
      onDamagedEvent: createEventDamageReport(log),
      ...(guard === null ? {} : { mayWork: guard.mayWork }),
      ...(env.mailAuthServer === null ? {} : { mailAuthServer: env.mailAuthServer }),
      webUrl: (path) => `${address().origin}${path}`,
      signInLink: async (person) => {
        if (env.oidc?.isRequired === true) return { url: `${address().origin}/sign-in`, minutes: null };
        const path = await makeSignInLink(database.db, person, clock.now());
        return { url: `${address().origin}${path}`, minutes: linkLivesMs / 60_000 };
      },
      ...(hasArea
        ? {
            invitation: async (tx, contact, invitedBy) => {
              const { path, until } = await makeInvitation(tx, contact, { invitedBy, at: clock.now() });
              return { url: `${address().origin}${path}`, until };
            },
          }
        : {}),
    };
    const loops: { running: RunningLoops | null } = { running: null };
    const wake = (): void => loops.running?.wake();
    const pressure = createPressure(watchLag());
    const steps = createSteps(deps, () => loops.running?.eventStored(), pressure);
    const core = guard === null ? steps.core : guard.core(steps.core);
    const linkTo: LinkTo = (ref) => ports.get(platformOf(ref.channel))?.linkTo?.(ref) ?? null;
    const area = createAreaMessages({
      db: database.db,
      desk,
      now: clock.now,
      log,
      ports,
      origin: () => address().origin,
    });
    const adapters = await createAdapters(env, { deps, clock, core, linkTo, wake, guard, area });
    for (const { platform, port: chat } of adapters) {
      ports.set(platform, chat);
      metrics.serves(platform);
    }
    const traces = createTraces({ ...deps, desk: desk.current });
    const pages = createWeb({
      database,
      desk,
      core,
      log,
      now: clock.now,
      linkTo,
      portOf: (platform) => ports.get(platform),
      disclosed: traces.disclosed,
      refused: traces.pageRefused,
      onDamagedEvent: deps.onDamagedEvent ?? null,
      origin: address,
      signIn: signInWith(env.oidc, ports.get("email")?.tell ?? null),
      area: hasArea ? { mail: ports.get("email")?.tell ?? null } : null,
      settings: settingsOf(env),
    });
    if (env.databaseUrl !== null) releaseMemory();
    const listener = await listen({
      host: env.host,
      port,
      metrics: {
        ...metrics,
        text: () => {
          metrics.logDropped(droppedLines());
          return metrics.text();
        },
      },
      health: boundedLook<Health>(
        async () => {
          const reasons = await notReady(database, adapters, loops.running);
          return { notReady: reasons, attention: [...setAside, ...(await attention(database, clock.now()))] };
        },
        () => ({ notReady: [databaseNotAnswering, ...otherTroubles(adapters, loops.running)], attention: [] }),
      ),
      token: env.metricsToken,
      hostNames: env.hostNames,
      isPublic: env.publicUrl !== null,
      mounts: [
        ...adapters.flatMap((adapter) => adapter.http ?? []),
        ...pages.mounts.map((mount) => ({
          ...mount,
          isLocalOnly: env.playground,
          handle: guard === null ? pages : guard.pages(pages),
        })),
      ],
      log,
    });
    port = listener.port;
    try {
      // The desk file is applied last: a start that fails, for example at a taken port, must change nothing.
      const changed = await prepared.apply(clock.now(), log);
      await desk.read(database.db);
      if (changed) await offerTicketsOfRemoved(deps);
      const offered = await offerTicketsLeft(deps, clock.now(), (ticket, error) =>
        log.error({ err: error, ticket }, "desk.ticket-skipped"),
      );
      if (offered > 0) log.warn({ tickets: offered }, "desk.tickets-offered");
    } catch (error) {
      await listener.close(1_000);
      throw error;
    }
    loops.running = runLoops(deps, steps);
    guard?.closed.addEventListener("abort", () => void loops.running?.stop());
    watchEventLoop();
    const following = followLoop(clock, log);
    const plazo = {
      port: listener.port,
      platforms: adapters.map((adapter) => adapter.platform),
      stop: () => {
        // An open stream would keep its connection for as long as the browser shows the page.
        pages.close();
        const running = [following, ...(loops.running === null ? [] : [loops.running])];
        return stop({ adapters, loops: running, listener, closeDatabase: database.close });
      },
    };
    try {
      await Promise.all(adapters.map((adapter) => adapter.start()));
    } catch (error) {
      await plazo.stop();
      throw error;
    }
    return plazo;
  } catch (error) {
    await database.close();
    throw error;
  }
};

interface AdapterNeeds {
  readonly deps: WorkDeps;
  readonly clock: CorrectedClock;
  readonly core: Core;
  readonly linkTo: LinkTo;
  readonly wake: () => void;
  /** Null if there is no playground. */
  readonly guard: PlaygroundGuard | null;
  readonly area: AreaMessages;
}

const createAdapters = async (
  env: Env,
  { deps, clock, core, linkTo, wake, guard, area }: AdapterNeeds,
): Promise<readonly Adapter[]> => {
  const given: AdapterDeps = {
    core,
    menus: menusOf(subcommands),
    log: deps.log,
    now: clock.now,
    linkTo,
    area,
    refused: deps.metrics.requestRefused,
  };
  const demo =
    guard === null
      ? given
      : {
          ...given,
          controls: guard.controls({
            dataDir: env.dataDir,
            turnClock: advanceDeskClock(deps, clock, wake),
            inspect: inspect.bind(null, deps),
            webPath: demoWebPath(deps),
          }),
        };
  const adapters: Adapter[] = [];
  for (const platform of Object.values(env.platforms)) {
    const create = await platform.load();
    adapters.push(create(platform.kind === "demo" ? demo : given));
  }
  return adapters;
};

const followLoop = (clock: CorrectedClock, log: Log): Loop => {
  const step = async (): Promise<number> => {
    await clock.follow();
    return 0;
  };
  return runLoop({
    name: "follow the clock",
    step,
    rest: async () => followMs,
    overlaps: false,
    hangsAfterMs: usualHangsMs,
    log,
  });
};

/**
 * Gives the system back the memory that only the start needed; V8 keeps it as long as a desk is idle. A desk with the
 * embedded database needs three times the memory, so there it would only delay the start. It blocks the process for a
 * moment, so it runs before the listener opens. It needs Node's `--expose-gc`.
 */
const releaseMemory = (): void => {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
};
