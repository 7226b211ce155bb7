// Every Chinese text of the consoles; words/console.en.js has the same keys.
export default {
  // all consoles
  reason: "理由",
  reason_why: "理由会与操作一并记录，相关的人可以看到。",
  // analysts
  analyst_why: "针对实时图谱、经过审核的问题。答案只描述群体：不足五人的数据一律不显示。谁问了什么会留下记录。",
  picture_bar: "柱状图",
  picture_line: "折线图",
  picture_funnel: "漏斗图",
  picture_map: "关系图",
  picture_table: "表格",
  question_gone: "没有这个问题。",
  ask_it: "查询",
  bounds: "{least} 到 {most}",
  bounds_step: "{least} 到 {most}，步长 {step}",
  answer_none: "没有足够多的人可供统计。",
  answer_facts: "共 {rows} 行，截至 {when}，用时 {ms} 毫秒",
  answer_truncated: "结果超过 {limit} 行：请提高行数上限，或缩小范围。",
  answer_rows: "答案（表格）",
  chart_label: "{title} 图示；下方表格为相同数据。",
  csv_download: "下载 CSV",
};
