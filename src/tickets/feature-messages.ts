/**
 * What the features add to commands, events, notifications and refusals. Each feature declares its own in its
 * `messages.ts` (`declare module`), so that the core names no feature.
 */
export interface FeatureMessages {}

/** The sum of one part over all features. */
export type SumOf<Part extends "command" | "event" | "notification" | "refusal"> = {
  [Feature in keyof FeatureMessages]: FeatureMessages[Feature] extends Readonly<Record<Part, infer Message>>
    ? Message
    : never;
}[keyof FeatureMessages];
