import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

const player = { en: "Player", es: "Reproductor", pt: "Reprodutor" };
const payments = { en: "Payments", es: "Pagos", pt: "Pagamentos" };

/** The sample desk with two areas: the player has a channel of the technical team, payments has a team of one agent. */
export const deskWithAreas: Desk = {
  ...sampleDesk,
  areas: {
    player: { key: "player", title: player, agents: [], tech: "slack:C0RANDOM" },
    payments: { key: "payments", title: payments, agents: ["luis"], tech: null },
  },
};

export const inTurns: Desk = { ...deskWithAreas, assignment: "roundRobin" };
