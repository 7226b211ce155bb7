// Every screen: its address after `#/`, its module, and its tab in the bar. A `kept` screen keeps its state and
// its scroll position; an `open` screen needs no session.
export const ROUTES = {
  "": { tag: "circle-feed", load: () => import("../screens/feed.js"), tab: "circle", kept: true },
  search: { tag: "circle-search", load: () => import("../screens/search.js"), tab: "circle", kept: true },
  formula: { tag: "circle-formula", load: () => import("../screens/formula.js"), tab: "circle" },
  share: { tag: "circle-share", load: () => import("../screens/share.js"), tab: "circle" },
  shop: { tag: "circle-shop", load: () => import("../screens/shop.js"), tab: "circle" },
  wallet: { tag: "circle-wallet", load: () => import("../screens/wallet.js"), tab: "wallet" },
  mine: { tag: "circle-mine", load: () => import("../screens/mine.js"), tab: "mine" },
  publish: { tag: "circle-publish", load: () => import("../screens/publish.js"), tab: "mine" },
  friends: { tag: "circle-friends", load: () => import("../screens/friends.js"), tab: "friends" },
  creators: { tag: "circle-creators", load: () => import("../screens/creators.js"), tab: "friends" },
  person: { tag: "circle-person", load: () => import("../screens/person.js"), tab: "friends" },
  me: { tag: "circle-me", load: () => import("../screens/me.js"), tab: "me" },
  ledger: { tag: "circle-ledger", load: () => import("../screens/ledger.js"), tab: "me" },
  accounts: { tag: "circle-accounts", load: () => import("../screens/accounts.js"), tab: "mine" },
  settings: { tag: "circle-settings", load: () => import("../screens/settings.js"), tab: "me" },
  saved: { tag: "circle-saved", load: () => import("../screens/saved.js"), tab: "me" },
  safety: { tag: "circle-safety", load: () => import("../screens/safety.js"), tab: "me" },
  wishes: { tag: "circle-wishes", load: () => import("../screens/wishes.js"), tab: "wishes" },
  talk: { tag: "circle-talk", load: () => import("../screens/talk.js"), tab: "talk" },
  thread: { tag: "circle-thread", load: () => import("../screens/thread.js"), tab: "talk" },
  notifications: { tag: "circle-notifications", load: () => import("../screens/notifications.js"), tab: "notifications" },
  invite: { tag: "circle-invite", load: () => import("../screens/invite.js"), tab: "friends", open: true },
  giveaways: { tag: "circle-giveaways", load: () => import("../screens/giveaways.js"), tab: "giveaways" },
  giveaway: { tag: "circle-giveaway", load: () => import("../screens/giveaway.js"), tab: "giveaways" },
  analyst: { tag: "circle-analyst", load: () => import("../consoles/analyst.js"), tab: "me" },
  question: { tag: "circle-question", load: () => import("../consoles/question.js"), tab: "me" },
  cypher: { tag: "circle-cypher", load: () => import("../consoles/cypher.js"), tab: "me" },
  merchant: { tag: "circle-merchant", load: () => import("../consoles/merchant.js"), tab: "me" },
  program: { tag: "circle-program", load: () => import("../consoles/program.js"), tab: "me" },
  insight: { tag: "circle-insight", load: () => import("../consoles/insight.js"), tab: "me" },
  admin: { tag: "circle-admin", load: () => import("../consoles/admin.js"), tab: "me" },
};
export const WELCOME = { tag: "circle-welcome", load: () => import("../screens/welcome.js"), tab: null };

// The bar; a `wide` tab shows only on wide screens.
export const TABS = [
  { tab: "circle", at: "#/", icon: "circle", word: "tab_circle" },
  { tab: "wallet", at: "#/wallet", icon: "wallet", word: "tab_wallet" },
  { tab: "mine", at: "#/mine", icon: "share", word: "tab_mine" },
  { tab: "friends", at: "#/friends", icon: "friends", word: "tab_friends" },
  { tab: "wishes", at: "#/wishes", icon: "wish", word: "wishes_title", wide: true },
  { tab: "giveaways", at: "#/giveaways", icon: "gift", word: "tab_giveaways", wide: true },
  { tab: "me", at: "#/me", icon: "me", word: "tab_me" },
];

// `#/share/abc` -> ["share", "abc"]
export function place(hash = location.hash) {
  return hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
}
