import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const preloadWorldName = 'preload';

export interface Worlds {
  /** The binding by which the preload's world asks the main process. */
  readonly binding: string;
  readonly mainWorld: string;
  readonly preloadWorld: string;
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The scripts that make a page's two worlds; their names are of this window only, so that no page guesses them. */
export function worldsOf(preload: string): Worlds {
  const secret = randomUUID();
  const binding = `invoke-${secret}`;
  const names = ['expose', 'call', 'returned', 'settled', 'callback', 'callbackReturned'] as const;
  const events = JSON.stringify(Object.fromEntries(names.map((name) => [name, `${secret}:${name}`])));
  // Replaced by functions, because a text after it may hold a dollar sign.
  const filled = (script: string): string =>
    script
      .replace('EVENTS', () => events)
      .replace('INVOKE_IN_MAIN', () => `globalThis[${JSON.stringify(binding)}]`);
  const payloadText = read('payloadText.js').replace(/^export .*$/m, '');
  return {
    binding,
    mainWorld: filled(read('mainWorld.js')),
    preloadWorld: `(() => {
      ${payloadText}
      const runPreload = (require, module, exports) => {${preload}\n};
      ${filled(read('preloadWorld.js'))}
    })();`,
  };
}
