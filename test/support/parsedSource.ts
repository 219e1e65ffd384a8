import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A source file as the architecture rules look at it. */
export interface ParsedSource {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** Uses of the clock, randomness and global stores, as written. */
  readonly impurities: readonly string[];
}

/** A file of the project (`resolved`, from its root), a package, a module of Node.js, or unreadable. */
export type Import =
  | { readonly kind: 'file'; readonly resolved: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'computed' };

/** Reads a source; every way to name another file counts, types and worker addresses included. */
export function parseSource(path: string, text: string): ParsedSource {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const nodes = [...nodesOf(parsed.program)];
  return {
    path,
    text,
    imports: nodes.flatMap((node) => specifiersOf(node)).map((specifier) => toImport(path, specifier)),
    hasDefaultExport: nodes.some(isDefaultExport),
    impurities: nodes.flatMap((node) => impuritiesOf(node)),
  };
}

/** A node of the syntax tree; what it holds depends on its type and is looked at with care (`fieldOf`). */
interface Node {
  readonly type: string;
}

function* nodesOf(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return;
  if (isNode(tree)) yield tree;
  for (const child of Object.values(tree)) yield* nodesOf(child);
}

/** The files and packages that a node names; null for one that is only known when the program runs. */
function specifiersOf(node: Node): readonly (string | null)[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return [stringOf(fieldOf(node, 'source'))];
    case 'ExportNamedDeclaration':
      return fieldOf(node, 'source') ? [stringOf(fieldOf(node, 'source'))] : [];
    case 'TSExternalModuleReference':
      return [stringOf(fieldOf(node, 'expression'))];
    case 'CallExpression':
      return nameOf(fieldOf(node, 'callee')) === 'require' ? [stringOf(argumentsOf(node)[0])] : [];
    case 'NewExpression':
      return isUrlBesideThisFile(node) ? [stringOf(argumentsOf(node)[0])] : [];
    default:
      return [];
  }
}

/** `new URL('./worker.ts', import.meta.url)`, which the bundler follows like an import. */
function isUrlBesideThisFile(node: Node): boolean {
  const base = argumentsOf(node)[1];
  const isImportMeta = typeOf(fieldOf(base, 'object')) === 'MetaProperty';
  return (
    nameOf(fieldOf(node, 'callee')) === 'URL' && isImportMeta && nameOf(fieldOf(base, 'property')) === 'url'
  );
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true;
  return node.type === 'ExportSpecifier' && nameOf(fieldOf(node, 'exported')) === 'default';
}

const impureMember = /^(Date\.now|Math\.random|performance\.now|(crypto|localStorage|globalThis)\..*)$/;

function impuritiesOf(node: Node): readonly string[] {
  const isDate = nameOf(fieldOf(node, 'callee')) === 'Date';
  if (node.type === 'CallExpression' && isDate) return ['Date()'];
  if (node.type === 'NewExpression' && isDate && argumentsOf(node).length === 0) return ['new Date()'];
  if (node.type !== 'MemberExpression') return [];
  const written = `${nameOf(fieldOf(node, 'object'))}.${nameOf(fieldOf(node, 'property'))}`;
  return impureMember.test(written) ? [written] : [];
}

function toImport(from: string, specifier: string | null): Import {
  if (specifier === null) return { kind: 'computed' };
  const [bare = ''] = specifier.split('?');
  if (bare.startsWith('.')) return { kind: 'file', resolved: posix.join(posix.dirname(from), bare) };
  if (bare.startsWith('/')) return { kind: 'file', resolved: bare };
  if (bare.startsWith('node:') || builtinModules.includes(bare)) return { kind: 'node', name: bare };
  const parts = bare.split('/');
  return { kind: 'package', name: bare.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '') };
}

function stringOf(node: unknown): string | null {
  const value = fieldOf(node, 'value');
  return typeof value === 'string' ? value : null;
}

function nameOf(node: unknown): string {
  const name = fieldOf(node, 'name') ?? fieldOf(node, 'value');
  return typeof name === 'string' ? name : '';
}

function argumentsOf(node: Node): readonly unknown[] {
  const given = fieldOf(node, 'arguments');
  return Array.isArray(given) ? given : [];
}

function typeOf(node: unknown): unknown {
  return fieldOf(node, 'type');
}

function isNode(value: object): value is Node {
  return 'type' in value && typeof value.type === 'string';
}

function fieldOf(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
}
