/** The statistics of measured times (ms). */
export interface Figures {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest-rank percentiles. Throws if nothing was measured, so that no bench passes without a measurement. */
export const figuresOf = (times: readonly number[]): Figures => {
  const sorted = times.toSorted((one, other) => one - other);
  const rank = (share: number): number => {
    const time = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    if (time === undefined) throw new Error("nothing was measured");
    return time;
  };
  return { count: sorted.length, p50: rank(0.5), p99: rank(0.99), max: rank(1) };
};

/** A line of the table. */
export interface Row extends Figures {
  readonly what: string;
  /** The highest allowed p99 (ms); null for a line that is only a comparison. */
  readonly goal: number | null;
  readonly beside: string;
}

/** The table as text, and whether every goal was met. */
export const table = (rows: readonly Row[]): { readonly text: string; readonly met: boolean } => {
  const isMet = ({ goal, p99 }: Row): boolean => goal === null || p99 <= goal;
  const ms = (time: number): string => `${time.toFixed(1)} ms`;
  const lines = [
    ["", "n", "p50", "p99", "max", "goal (p99)", "", "beside"],
    ...rows.map((row) => [
      row.what,
      String(row.count),
      ms(row.p50),
      ms(row.p99),
      ms(row.max),
      row.goal === null ? "" : `≤ ${row.goal} ms`,
      row.goal === null ? "" : isMet(row) ? "met" : "MISSED",
      row.beside,
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
  return { text, met: rows.every(isMet) };
};
