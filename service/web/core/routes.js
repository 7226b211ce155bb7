// Every screen: its address after `#/`, the module that draws it, and its place in the bar.
export const ROUTES = {
  "": { tag: "circle-feed", load: () => import("../screens/feed.js"), tab: "circle", kept: true },
  share: { tag: "circle-share", load: () => import("../screens/share.js"), tab: "circle" },
  wallet: { tag: "circle-wallet", load: () => import("../screens/wallet.js"), tab: "wallet" },
  mine: { tag: "circle-mine", load: () => import("../screens/mine.js"), tab: "mine" },
  publish: { tag: "circle-publish", load: () => import("../screens/publish.js"), tab: "mine" },
  friends: { tag: "circle-friends", load: () => import("../screens/friends.js"), tab: "friends" },
  person: { tag: "circle-person", load: () => import("../screens/person.js"), tab: "friends" },
  me: { tag: "circle-me", load: () => import("../screens/me.js"), tab: "me" },
  ledger: { tag: "circle-ledger", load: () => import("../screens/ledger.js"), tab: "me" },
  settings: { tag: "circle-settings", load: () => import("../screens/settings.js"), tab: "me" },
  giveaways: { tag: "circle-giveaways", load: () => import("../screens/giveaways.js"), tab: "giveaways" },
  giveaway: { tag: "circle-giveaway", load: () => import("../screens/giveaway.js"), tab: "giveaways" },
};
export const WELCOME = { tag: "circle-welcome", load: () => import("../screens/welcome.js"), tab: null };

export const TABS = [
  { tab: "circle", at: "#/", icon: "circle", word: "tab_circle" },
  { tab: "wallet", at: "#/wallet", icon: "wallet", word: "tab_wallet" },
  { tab: "mine", at: "#/mine", icon: "share", word: "tab_mine" },
  { tab: "friends", at: "#/friends", icon: "friends", word: "tab_friends" },
  { tab: "me", at: "#/me", icon: "me", word: "tab_me" },
];

// `#/share/abc` -> ["share", "abc"]
export function place(hash = location.hash) {
  return hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
}
