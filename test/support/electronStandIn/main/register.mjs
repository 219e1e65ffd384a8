// Gives the built main bundle the stand-in where it imports 'electron'.
import { register } from 'node:module';

const standIn = JSON.stringify(new URL('./electron.ts', import.meta.url).href);
const hooks = `export const resolve = (name, context, next) =>
  name === 'electron' ? { url: ${standIn}, shortCircuit: true, format: 'module' } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
