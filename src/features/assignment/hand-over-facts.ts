/** The desk's own wish: the assignee is not in the desk file any more. */
export interface HandOver {
  readonly type: "reassign";
}

/** The desk file in force does not have the assignee any more; `next` gets the ticket in turn (null: it is on offer). */
export interface AssigneeLeft {
  readonly type: "assigneeLeft";
  readonly person: string;
  readonly next: string | null;
}
