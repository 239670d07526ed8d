/** An error with a text that Plazo wrote for the operator. The log keeps its quoted commands, so it must hold no person's words. */
export class OwnWords extends Error {}
