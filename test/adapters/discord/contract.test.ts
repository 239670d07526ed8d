import { adapterContract } from "../contract.ts";
import { contractStage } from "./stage.ts";

adapterContract({ platform: "discord", open: contractStage });
