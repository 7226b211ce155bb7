// The state and the date of a giveaway, for its line in a list.
import { day, moment, spoken, t } from "../core/words.js";

const STATUS = {
  proposed: "gift_proposed", rejected: "gift_rejected", scheduled: "gift_scheduled", open: "gift_open", closed: "gift_closed", drawn: "gift_drawn", void: "gift_void",
};
export const status = (giveaway) => spoken(STATUS, giveaway.status);

export function when(giveaway) {
  if (giveaway.status === "open") return t("closes", { when: moment(giveaway.closes_at) });
  if (giveaway.status === "scheduled") return t("opens", { when: moment(giveaway.opens_at) });
  if (giveaway.status === "closed") return t("reveals", { when: moment(giveaway.reveal_by) });
  return day(giveaway.drawn_at ?? giveaway.closes_at);
}
