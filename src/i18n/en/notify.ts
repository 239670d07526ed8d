/** In English: what people read about their own notifications. */
export const notify = {
  notify: {
    help: "/desk notify [on | off]",
    helpMeans:
      " switches whether you are notified when a customer or the technical team writes on a ticket assigned to you",
    label: "Notifications",
    on: {
      asYouChose:
        "You are notified when a customer or the technical team writes on a ticket that is assigned to you, as you chose. /desk notify off ends that.",
      asDeskSays:
        "You are notified when a customer or the technical team writes on a ticket that is assigned to you, as the desk file says. /desk notify off ends that for you.",
    },
    off: {
      asYouChose:
        "You are not notified when a customer or the technical team writes on a ticket that is assigned to you, as you chose. Reminders of due times still reach you. /desk notify on brings notifications back.",
      asDeskSays:
        "You are not notified when a customer or the technical team writes on a ticket that is assigned to you, as the desk file says. Reminders of due times still reach you. /desk notify on switches notifications on for you.",
    },
    turn: { on: "Notify me", off: "Stop notifying me" },
    badSwitch: "“{{text}}” is neither on nor off. For instance: /desk notify off",
  },
} as const;
