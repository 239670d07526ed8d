import type { Card } from "../../chat/card.ts";
import type { HomeRequest } from "../../chat/home.ts";
import { coverageGaps } from "../../desk/checks/coverage.ts";
import type { CoverageGap } from "../../desk/coverage-gap.ts";
import type { Desk } from "../../desk/desk.ts";
import { customerHomeCard, staffHomeCard } from "../../features/home/index.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import { requestContextOf } from "../../requests/request-context.ts";
import { staffWork, ticketsOfHome } from "../../tickets/execute/home-queries.ts";
import { askerOf, ticketList } from "../../tickets/execute/queries.ts";
import { openTickets } from "../../tickets/list-filter.ts";
import { permitted } from "../../tickets/permissions.ts";
import { platformOf } from "../../tickets/refs.ts";

type HomeDeps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "signInLink">;

/** The gaps of a desk change only with the desk, and finding them walks through two weeks minute by minute. */
const known = new WeakMap<Desk, { readonly platforms: string; readonly gaps: readonly CoverageGap[] }>();

const gapsOf = (desk: Desk, ports: WorkDeps["ports"]): readonly CoverageGap[] => {
  const platforms = [...ports.keys()].toSorted().join(" ");
  const before = known.get(desk);
  if (before?.platforms === platforms) return before.gaps;
  const gaps = coverageGaps(desk, new Set(ports.keys()));
  known.set(desk, { platforms, gaps });
  return gaps;
};

/** Draws the home of a person with what they may see, in their language and zone. */
export const drawHome = async (deps: HomeDeps, request: HomeRequest): Promise<Card> => {
  const { database, now, ports, signInLink } = deps;
  const desk = await deps.desk.read(database.db);
  const { principal, viewer } = requestContextOf(request, desk);
  const at = now();
  const context = { desk, viewer, now: at, platform: platformOf(request.channel) };
  if (principal.is === "staff") {
    const work = await staffWork(database.db, desk, principal.person, at);
    const mayClaim = permitted(principal, "claim") === "yes";
    const hasWebDesk = signInLink !== undefined && permitted(principal, "webDesk") === "yes";
    return staffHomeCard({ ...work, gaps: gapsOf(desk, ports), mayClaim, hasWebDesk }, context);
  }
  const listed = await ticketList(database.db, desk, askerOf(request), {
    filter: openTickets,
    now: at,
    pageSize: ticketsOfHome,
  });
  return customerHomeCard({ ...listed, account: principal.account }, context);
};
