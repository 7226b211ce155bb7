// Repeats a published draw in this browser from public data, with SHA-256 and whole numbers.
// The same steps as service/giveaways/replay.py, which shares no code with it.
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const text = (string) => new TextEncoder().encode(string);

async function digest(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

// RFC 6962, section 2.1.
async function root(leaves) {
  if (leaves.length < 2) return leaves.length ? digest([0], leaves[0]) : digest();
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return digest([1], await root(leaves.slice(0, split)), await root(leaves.slice(split)));
}

async function lowest(seed, { pseudonym, weight }) {
  const start = new Uint8Array([...seed, ...bytes(pseudonym)]);
  const tickets = Array.from({ length: weight }, (_, i) => digest(start, new Uint8Array([i >>> 24, i >>> 16, i >>> 8, i])));
  return (await Promise.all(tickets)).map(hex).sort()[0];
}

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

// Each step and whether it held: [{step, held}]. It runs all steps even after a failed one.
export async function verify(draw, entry) {
  const rules = JSON.parse(draw.rules);
  const leaves = draw.entries.map((each) => `${each.pseudonym}:${each.weight}:${each.nonce}`).sort();
  const weights = draw.entries.map(({ weight }) => weight);
  const allowed = new Set(rules.odds.flatMap((weight) => [weight, Math.floor(weight / 2)]).map((weight) => Math.max(1, weight)));
  const source = bytes(rules.mode === "commit" ? draw.secret : draw.beacon.value);
  const seed = await digest(source, bytes(draw.root));
  const tickets = await Promise.all(draw.entries.map(async (each) => [await lowest(seed, each), each.pseudonym]));
  const order = tickets.sort((left, right) => (left.join() < right.join() ? -1 : 1)).map(([, pseudonym]) => pseudonym);
  const steps = [
    ["rules", hex(await digest(text(draw.rules))) === draw.rules_hash && rules.id === draw.id],
    [rules.mode === "commit" ? "secret" : "beacon", rules.mode === "commit"
      ? hex(await digest(source)) === rules.commitment
      : Object.entries(rules.beacon).every(([name, value]) => draw.beacon[name] === value)],
    ["entries", hex(await root(leaves.map(text))) === draw.root && leaves.length === draw.entrants && new Set(order).size === order.length],
    ["weights", weights.every((weight) => allowed.has(weight)) && weights.reduce((sum, weight) => sum + weight, 0) === draw.total_weight],
    ["seed", hex(seed) === draw.seed],
    ["winners", same(order.slice(0, rules.quantity), draw.winners) && same(order.slice(rules.quantity), draw.alternates)],
  ];
  if (entry) steps.push(["mine", draw.entries.some(({ pseudonym, nonce }) => pseudonym === entry.pseudonym && nonce === entry.nonce)]);
  return steps.map(([step, held]) => ({ step, held }));
}
