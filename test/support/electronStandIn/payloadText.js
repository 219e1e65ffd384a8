// Structured values as text, for the way between a page's world and Node: JSON with bytes and undefined. Anything
// else that a structured clone could carry is refused, because the bridge declares nothing else. One file for both
// ends; in the page it is put before the preload's world.

/** @param {unknown} value @returns {unknown} */
function toPlain(value) {
  if (value === undefined) return ['u'];
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value instanceof Uint8Array) return ['b', toBase64(value)];
  if (Array.isArray(value)) return ['a', ...value.map(toPlain)];
  const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (prototype === Object.prototype || prototype === null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toPlain(member)]));
  }
  throw new Error('An object could not be cloned.');
}

/** @param {unknown} plain @returns {unknown} */
function fromPlain(plain) {
  if (plain === null || typeof plain !== 'object') return plain;
  if (!Array.isArray(plain)) {
    return Object.fromEntries(Object.entries(plain).map(([name, member]) => [name, fromPlain(member)]));
  }
  const [kind, ...members] = plain;
  if (kind === 'u') return undefined;
  return kind === 'b' ? fromBase64(members[0]) : members.map(fromPlain);
}

const piece = 0x8000;

function toBase64(bytes) {
  let text = '';
  for (let start = 0; start < bytes.length; start += piece) {
    text += String.fromCharCode(...bytes.subarray(start, start + piece));
  }
  return btoa(text);
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

export { fromPlain, toPlain };
