// Every English text of the consoles; words/console.zh.js has the same keys.
export default {
  // all consoles
  reason: "Reason",
  reason_why: "It is kept with the act, and whom it concerns reads it.",
  // analysts
  analyst_why: "Reviewed questions of the living graph. Answers speak of groups only: what fewer than five people stand behind is left out. Who asks what is logged.",
  picture_bar: "bars",
  picture_line: "lines",
  picture_funnel: "funnel",
  picture_map: "map",
  picture_table: "table",
  question_gone: "There is no such question.",
  ask_it: "Ask",
  bounds: "{least} to {most}",
  bounds_step: "{least} to {most}, in steps of {step}",
  answer_none: "Nothing that a group of people stands behind.",
  answer_facts: "{rows} rows as of {when}, in {ms} ms",
  answer_truncated: "There are more than {limit} rows: ask for more, or narrow the question.",
  answer_rows: "The answer as a table",
  chart_label: "{title} Drawn; the table below has the same figures.",
  csv_download: "Download as CSV",
};
