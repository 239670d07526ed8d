import { attainmentChart, type AttainmentFigures } from "../charts/attainment.ts";
import type { Chart, ChartLook } from "../charts/chart.ts";
import { distributionChart, type DistributionFigures } from "../charts/distribution.ts";
import { hourChart, type HourFigures } from "../charts/hours.ts";
import { chartOverTime, type FiguresOverTime } from "../charts/over-time.ts";

/**
 * A chart as its figures. A document holds no drawing: the theme and the width belong to the place where it is shown, and stored
 * figures can be read by people and programs.
 */
export type DocumentChart =
  | { readonly kind: "attainment"; readonly figures: AttainmentFigures }
  | { readonly kind: "overTime"; readonly figures: FiguresOverTime }
  | { readonly kind: "distribution"; readonly figures: DistributionFigures }
  | { readonly kind: "hours"; readonly figures: HourFigures };

/** Draws a chart of a document. */
export const drawDocumentChart = (chart: DocumentChart, look: ChartLook): Promise<Chart> => {
  switch (chart.kind) {
    case "attainment":
      return attainmentChart(chart.figures, look);
    case "overTime":
      return chartOverTime(chart.figures, look);
    case "distribution":
      return distributionChart(chart.figures, look);
    case "hours":
      return hourChart(chart.figures, look);
  }
};
