import { makeReport, type PeriodAnswers, type ReportRequest } from "../../reports/make-report.ts";
import { partsOf, periodBefore, type Period } from "../../reports/period.ts";
import type { Report } from "../../reports/report.ts";
import { filterOf, type ScopeFilter } from "../../reports/scope.ts";
import type { Database } from "../connection/handle.ts";
import { readCounts, readTimes } from "./count-queries.ts";
import { countToDerive } from "./derive-store.ts";
import {
  readBacklogAges,
  readComments,
  readFlow,
  readReopening,
  readScores,
  readShownArticles,
  readSolvingArticles,
} from "./ticket-queries.ts";

/** The most comments and articles in a report. */
const listed = 20;

interface Asked {
  readonly period: Period;
  readonly scope: ScopeFilter;
  readonly zone: string;
  readonly parts: readonly Period[];
}

const answersAbout = async (db: Database, { period, scope, zone, parts }: Asked): Promise<PeriodAnswers> => {
  const filter = { ...period, only: scope };
  return {
    outcomes: await readCounts(db, filter, zone),
    times: await readTimes(db, filter),
    flow: await readFlow(db, parts, scope),
    reopening: await readReopening(db, period, scope),
    scores: await readScores(db, period, scope),
  };
};

/**
 * Reads a report: what each query answers about the period and the one before, and about now. One query after the other, because
 * together they would keep every connection from the desk's other work.
 */
export const readReport = async (db: Database, request: ReportRequest): Promise<Report> => {
  const { period, zone, now } = request;
  const scope = filterOf(request.scope, request.managers);
  const before = periodBefore(period, zone);
  const { unit, parts } = partsOf(period, zone);
  const about = { period, scope, most: listed };
  return makeReport(
    request,
    { before, unit, parts },
    {
      now: await answersAbout(db, { period, scope, zone, parts }),
      before: await answersAbout(db, { period: before, scope, zone, parts: [before] }),
      backlog: await readBacklogAges(db, scope, now),
      comments: await readComments(db, about),
      shown: await readShownArticles(db, about),
      solved: await readSolvingArticles(db, listed),
      toDerive: await countToDerive(db),
    },
  );
};
