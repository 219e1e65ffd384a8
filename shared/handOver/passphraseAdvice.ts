/** `short` is not taken; `weak` is, with advice. */
export type PassphraseAdvice = 'empty' | 'short' | 'weak' | 'good';

export const shortestPassphrase = 10;
const goodLength = 16;
/** Fewer different signs than this are a pattern, however long. */
const fewSigns = 6;

/**
 * How well a passphrase locks a file that others may try to open for years. Length tells nearly all of it; rules about
 * capitals and digits only make people write it down.
 */
export function passphraseAdvice(passphrase: string): PassphraseAdvice {
  const signs = [...passphrase.normalize('NFKC')];
  if (signs.length === 0) return 'empty';
  if (signs.length < shortestPassphrase) return 'short';
  return signs.length < goodLength || new Set(signs).size < fewSigns ? 'weak' : 'good';
}
