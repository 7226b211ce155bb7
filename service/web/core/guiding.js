// The guided tour through the loop, and how far this person has come. The API says whether a step is done.
// This browser remembers only where the tour began and which answers it has shown.
import { get, post } from "./api.js";
import { change, keep, state } from "./state.js";

export const STEPS = ["look", "claim", "use", "publish", "read"];
const LATEST = 20;
const name = (person) => `guide ${person}`;

// The memory of the signed-in person; null before the tour begins.
export function memory() {
  try {
    return state.me && JSON.parse(keep(name(state.me.id)));
  } catch {
    return null;
  }
}

export function remember(changes, person = state.me.id) {
  keep(name(person), JSON.stringify({ ...(state.me ? memory() : null), ...changes }));
  change({ guided: person === state.me?.id && !memory().shut });
}

// Start the tour now: earlier claims and purchases are not part of it.
export async function begin(person, anew = false) {
  if (keep(name(person)) && !anew) return;
  keep(name(person), null);
  const [claims, purchases] = await Promise.all(["claims", "purchases"].map((list) => get(`/v1/me/${list}`, { limit: 1 })));
  remember({ claims: claims.items[0]?.id ?? null, purchases: purchases.items[0]?.id ?? null, folded: false, shut: false }, person);
}

const since = (items, id) => {
  const place = items.findIndex((item) => item.id === id);
  return place < 0 ? items : items.slice(0, place);
};
const latest = async (list, query = {}) => (await get(`/v1/me/${list}`, { limit: LATEST, ...query })).items;

// {step, ...}: the first step still open (STEPS.length when all are done) and the things it is about.
export async function whereabouts() {
  const path = memory();
  const bought = since(await latest("purchases"), path.purchases).filter((each) => each.claim_id);
  const purchase = bought.find(({ coupon }) => coupon) ?? bought[0];
  if (purchase) return earned(purchase, path);
  const claim = since(await latest("claims"), path.claims).find(({ usable }) => usable);
  if (claim) return { step: 2, claim };
  const { items: circle } = await get("/v1/circle", { limit: LATEST });
  const free = circle.filter(({ claimed, remaining }) => !claimed && remaining);
  if (path.looked && circle.length) return { step: 1, share: free.find(({ id }) => id === path.looked) };
  const company = circle.length ? 0 : (await get("/v1/me/friend-requests", { limit: 1 })).items.length;
  return { step: 0, circle: circle.length, company, share: free.find(({ degree }) => degree === 2) ?? free[0] };
}

async function earned(purchase, path) {
  const coupon = purchase.coupon && (await latest("coupons")).find(({ id }) => id === purchase.coupon.id);
  const share = coupon?.shares[0];
  if (!share) return { step: 3, purchase, coupon };
  if (path.read === share) return { step: STEPS.length, share };
  const [line, reach] = await Promise.all([
    latest("xp").then((lines) => lines.find(({ share_id: id }) => id === share)),
    post(`/v1/coupons/${encodeURIComponent(coupon.id)}/preview`, { audience: "circle" }, { again: true }),
  ]);
  return { step: 4, share, line, reach };
}
