import { BaseSequencer, type TestSpecification } from "vitest/node";
import { groups } from "./tiers.ts";

/** How long (seconds) the files of the last group take on two quiet processors; a file without an entry takes less than these. */
export const longFiles: Readonly<Record<string, number>> = {
  "test/browser/client-area.test.ts": 40,
  "test/browser/playground-page.test.ts": 37,
  "test/browser/web-forms.test.ts": 37,
  "test/browser/playground-walk.test.ts": 24,
  "test/browser/web-desk.test.ts": 22,
  "test/browser/playground-newcomer.test.ts": 21,
  "test/browser/web-accounts.test.ts": 21,
  "test/browser/settings.test.ts": 9,
  "test/browser/messages.test.ts": 8,
  "test/browser/client-area-day.test.ts": 6,
  "test/process/start-and-stop.test.ts": 61,
  "test/process/kill.test.ts": 51,
  "test/process/one-of-two.test.ts": 15,
  "test/process/words-stay-in.test.ts": 7,
  "test/http/database-away.test.ts": 8,
  "test/http/brakes.test.ts": 6,
  "test/db/silent-connections.test.ts": 6,
};
const otherFile = 4;

/** A test file before its place in the order is known. */
interface Planned {
  /** Its path from the root of the project. */
  readonly path: string;
  /** Whether its processes mostly wait, so that it leaves a processor to another file. */
  readonly leavesProcessor: boolean;
}

const secondsOf = ({ path }: Planned): number => longFiles[path] ?? otherFile;

/** The files of some workers, longest first, each with the second at which one of these workers is free for it. */
const startsOf = <T extends Planned>(files: readonly T[], workers: number): readonly (readonly [number, T])[] => {
  const free = Array.from({ length: workers }, () => 0);
  return files
    .toSorted((a, b) => secondsOf(b) - secondsOf(a))
    .map((file) => {
      const start = Math.min(...free);
      free[free.indexOf(start)] = start + secondsOf(file);
      return [start, file] as const;
    });
};

/**
 * An order in which one of three workers runs the files that mostly wait, while the other two keep both processors busy.
 * One after the other, the groups would leave the processors idle first, or last.
 */
export const besideEachOther = <T extends Planned>(files: readonly T[]): readonly T[] =>
  [
    ...startsOf(
      files.filter(({ leavesProcessor }) => leavesProcessor),
      1,
    ),
    ...startsOf(
      files.filter(({ leavesProcessor }) => !leavesProcessor),
      2,
    ),
  ]
    .toSorted(([a], [b]) => a - b)
    .map(([, file]) => file);

const waiting = new Set(groups.filter(({ waits }) => waits).map(({ name }) => name));
const leaving = new Set(groups.filter(({ waits, isolated }) => waits && isolated).map(({ name }) => name));

/** Starts the files of the last group in an order that keeps the processors busy; Vitest would start them by project. */
export class WaitsBeside extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is no array
    const sorted = await super.sort(files);
    const planned = sorted
      .filter(({ project }) => waiting.has(project.name))
      .map((specification) => ({
        specification,
        path: specification.moduleId.slice(specification.project.config.root.length + 1),
        leavesProcessor: leaving.has(specification.project.name),
      }));
    return [
      ...sorted.filter(({ project }) => !waiting.has(project.name)),
      ...besideEachOther(planned).map(({ specification }) => specification),
    ];
  }
}
