// What a person is told when something went wrong: the service's own sentence, or ours for the network.
import { t } from "./words.js";

export function sentence(problem) {
  if (problem.code === "offline") return t("problem_offline");
  const fields = Object.entries(problem.fields ?? {});
  if (problem.code === "invalid" && fields.length) {
    return fields.map(([path, faults]) => `${path.replace(/^json\./, "")}: ${faults.join(" ")}`).join(" · ");
  }
  if (problem.status) return problem.message;
  console.warn(problem);
  return t("problem_unknown");
}
