// The sentence for a person when something fails: the service's own, or ours when the network is down.
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
