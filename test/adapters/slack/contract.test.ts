import { adapterContract } from "../contract.ts";
import { contractStage } from "./stage.ts";

adapterContract({ platform: "slack", open: (core) => contractStage("http", core) });
adapterContract({ platform: "slack", open: (core) => contractStage("socket", core) });
