/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const report = {
  "deskReport.everything": "All accounts",
  "deskReport.accountsOf": "Accounts of {{name}}",
  "deskReport.today": "Today",
  "deskReport.yesterday": "Yesterday",
  "deskReport.lastYear": "Last year",
  "deskReport.met": "{{met}} of {{total}} in time ({{share}})",
  "deskReport.row": "{{label}}: {{figures}}",
  "deskReport.nineOfTen": "nine of ten within {{length}}",
  "deskReport.cancelled_one": "{{count}} cancelled",
  "deskReport.cancelled_other": "{{count}} cancelled",
  "deskReport.late": "{{length}} late",
  "deskReport.others_one": "and {{count}} more",
  "deskReport.others_other": "and {{count}} more",
  "deskReport.picture": "The chart is here or in your direct messages with this bot.",
  "deskReport.open": "Open the report on the web desk",
  "deskReport.reports": "Reports",
  "deskReport.chartByAccount": "Targets met in time, by account",
  "deskReport.chartByClock": "Targets met in time",
  "deskReport.unclear.several": "“{{word}}” names several. Which one?",
  "deskReport.unclear.similar": "No account, person or area is called “{{word}}”. Did you mean:",
  "deskReport.unclear.unknown": "No account, person, area or period is called “{{word}}”.",
  "deskReport.unclear.twice":
    "A report is about one period, account, manager, agent and area: “{{word}}” is one too many.",
  "deskReport.unclear.long": "These are too many words for a report. Name an account, person or area, and a period.",
  "deskReport.unclear.period": "“{{word}}” is no period.",
  "deskReport.examples": "Examples: /desk report last week, /desk report acme 2026-10, /desk report agent luis 2026-Q3",
  "forecast.line": "Risk {{share}}: {{late}} of {{all}} like this took longer",
  "forecast.like.account":
    "Compared with targets of the same kind, severity and account that ran at least this long, started in the same part of the week, and at a similar load.",
  "forecast.like.planLoad":
    "Compared with targets of the same kind, severity and plan that ran at least this long, started in the same part of the week, and at a similar load.",
  "forecast.like.planPart":
    "Compared with targets of the same kind, severity and plan that ran at least this long and started in the same part of the week.",
  "forecast.like.plan": "Compared with targets of the same kind, severity and plan that ran at least this long.",
  "forecast.like.part":
    "Compared with targets of the same kind and severity that ran at least this long and started in the same part of the week.",
  "forecast.like.any": "Compared with targets of the same kind and severity that ran at least this long.",
  "help.report": "/desk report [acme] [luis] [area] [last week | 2026-10 | 2026-Q3]",
  "help.reportMeans": "{{command}} shows how targets were kept, with a chart; only you see the answer",
} as const;
