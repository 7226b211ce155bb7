// How a share reached me, in words and as a small drawing.
import { html, nothing, svg } from "lit";
import { t } from "../core/words.js";

// "Friend", "Friend of 老周", "Friend of 3 friends", "A creator you follow", "Sent to you".
export function tie(share) {
  if (share.via === "self") return t("tie_self");
  if (share.via === "follow") return t("tie_follow");
  if (share.via === "direct" && share.degree !== 1) return t("tie_direct");
  if (share.degree === 1) return t("tie_friend");
  const [first] = share.bridges;
  if (!first) return share.mutual_count === 1 ? t("tie_one") : t("tie_many", { count: share.mutual_count });
  const others = share.mutual_count - 1;
  return others > 0 ? t("tie_named_more", { name: first.display_name, count: others }) : t("tie_named", { name: first.display_name });
}

const HEIGHT = 96;
const spot = (x, y, name, kind, letter = [...name].at(0)) => svg`
  <g class="spot ${kind}"><circle cx=${x} cy=${y} r=${kind === "bridge" ? 13 : 17}></circle>
  <text x=${x} y=${y + 32} text-anchor="middle">${short(name)}</text>
  <text class=${letter.length > 2 ? "letter tight" : "letter"} x=${x} y=${y + 5} text-anchor="middle">${letter}</text></g>`;
const short = (name) => ([...name].length > 9 ? `${[...name].slice(0, 8).join("")}…` : name);
const line = (x1, y1, x2, y2) => svg`<path class="tie" d="M${x1} ${y1} C ${(x1 + x2) / 2} ${y1}, ${(x1 + x2) / 2} ${y2}, ${x2} ${y2}"></path>`;

// Me on the left, the publisher on the right, the friends between us in the middle.
export function path(share) {
  if (share.via === "self") return nothing;
  const named = share.bridges.slice(0, 3).map((bridge) => bridge.display_name);
  const rest = share.mutual_count - named.length;
  const via = share.degree === 2 ? [...named, ...(rest > 0 ? [named.length ? t("path_more", { count: rest }) : t(rest === 1 ? "path_friend" : "path_friends", { count: rest })] : [])] : [];
  const height = Math.max(HEIGHT, via.length * 58 + 24);
  const middle = height / 2 - 8;
  const rows = via.map((name, at) => ({ name, letter: named[at] ? undefined : rest > 99 ? "99+" : `+${rest}`, y: middle + (at - (via.length - 1) / 2) * 56 }));
  return html`<svg class="path" viewBox="0 0 340 ${height}" role="img" aria-label=${`${t("path_label")}: ${tie(share)}`}>
    ${rows.length ? rows.map(({ y }) => svg`${line(60, middle, 170, y)}${line(170, y, 280, middle)}`) : line(60, middle, 280, middle)}
    ${spot(60, middle, t("you"), "me")} ${rows.map(({ name, letter, y }) => spot(170, y, name, "bridge", letter))}
    ${spot(280, middle, share.publisher.display_name, "them")}
  </svg>`;
}
