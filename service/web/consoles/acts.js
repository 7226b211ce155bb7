// Acts of an admin: each asks for a reason, happens once, and shows its result.
import { newKey, post } from "../core/api.js";
import { say } from "../core/state.js";
import { number, spoken, t } from "../core/words.js";
import { reasoned } from "./console.js";

export const ACTS = {
  dismiss: "act_dismiss", hold: "act_hold", remove: "act_remove", hide: "act_hide", restore: "act_restore", suspend: "act_suspend", verify: "act_verify", unverify: "act_unverify",
};
export const THINGS = {
  user: "thing_user", share: "thing_share", message: "thing_message", question: "thing_question", wish: "thing_wish", reply: "thing_reply", shop: "thing_shop", action: "thing_action",
  program: "thing_program", giveaway: "thing_giveaway", platform: "thing_platform", report: "thing_report",
};
// The acts allowed on each kind of thing, less those that its state rules out. An appeal is about the act before it.
const MAY = {
  share: ["hold", "remove", "restore", "suspend"], message: ["hide", "restore", "suspend"], question: ["hide", "restore", "suspend"],
  wish: ["hide", "restore", "suspend"], reply: ["hide", "restore", "suspend"], user: ["suspend", "restore"], action: ["restore"], shop: [],
};
const VAIN = { shown: ["restore"], held: ["hold"], hidden: ["hide"], removed: ["hold", "remove", "hide"], withdrawn: [] };
export const may = (kind, standing) => [...(MAY[kind] ?? []).filter((action) => !VAIN[standing].includes(action)), "dismiss"];

// Ask for the reason, act on `screen`, then show `sentence(answer)`. `more` are further fields of the form.
export async function act(screen, title, path, { body = () => ({}), more = null, sentence = () => t("done"), keyed = true } = {}) {
  const key = newKey();
  const given = await reasoned(title, title, more);
  if (!given) return false;
  return screen.act(`act ${path}`, async () => {
    const answer = await post(path, { ...body(given), reason: given.reason.trim() }, keyed ? { key } : { again: false });
    say(sentence(answer));
    await screen.reload();
  });
}

// The result of a moderator's act as a sentence.
export function done({ kind, count, people = [] }) {
  return t("done_so", { act: act_of(kind), count: number(count), people: number(people.length) });
}

// "hold_share" in words.
export function act_of(kind) {
  const [first, ...rest] = kind.split("_");
  return KINDS[kind] ? t(KINDS[kind]) : ACTS[first] && THINGS[rest.join("_")] ? `${spoken(ACTS, first)} · ${spoken(THINGS, rest.join("_"))}` : kind.replaceAll("_", " ");
}

const KINDS = {
  void_xp: "kind_void_xp", restore_xp: "kind_restore_xp", import_shops: "kind_import_shops", import_products: "kind_import_products", import_programs: "kind_import_programs",
  import_orders: "kind_import_orders", rotate_webhook_key: "kind_rotate", set_platform: "kind_platform", begin_program: "kind_begin_program", change_program: "kind_change_program",
  end_program: "kind_end_program", appoint_merchant: "kind_appoint", dismiss_merchant: "kind_dismiss", grant_admin: "kind_grant_admin", grant_analyst: "kind_grant_analyst",
  revoke_admin: "kind_revoke_admin", revoke_analyst: "kind_revoke_analyst", approve_giveaway: "kind_approve", reject_giveaway: "kind_reject", void_giveaway: "kind_void_giveaway",
  set_beacon: "kind_beacon", improve_giveaway: "kind_improve", pass_over_winner: "kind_pass_over", dismiss_report: "act_dismiss",
};
