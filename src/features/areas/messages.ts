/** Null takes the area away. */
export interface AreaCommand {
  readonly type: "setArea";
  readonly area: string | null;
}

/** `from` and `to` are keys of the desk's areas; null is no area. */
export interface AreaEvent {
  readonly type: "areaSet";
  readonly from: string | null;
  readonly to: string | null;
}

export type AreaRefusal = { readonly reason: "noSuchArea"; readonly name: string } | { readonly reason: "sameArea" };

declare module "../../tickets/ticket.ts" {
  interface FeatureFields {
    /** A key of the desk's areas; null if no person chose one. It stays when the area leaves the desk file. */
    readonly area: string | null;
  }
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly areas: { readonly command: AreaCommand; readonly event: AreaEvent; readonly refusal: AreaRefusal };
  }
}
