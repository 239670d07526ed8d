export { severityMeans, severityMeansLine } from "./severity-means.ts";
