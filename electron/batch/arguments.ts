import { parseArgs } from 'node:util';
import { isLanguage, type Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type BatchError, batchError } from './batchErrors.ts';

export type BatchCommand =
  | { readonly command: 'help' }
  | {
      readonly command: 'consolidate';
      readonly files: readonly string[];
      readonly out: string;
      readonly report: string | null;
      readonly password: string | null;
      readonly redact: boolean;
      /** How foreign tables are read. */
      readonly mapping: string | null;
    }
  | {
      readonly command: 'inspect';
      readonly file: string;
      readonly json: boolean;
      readonly password: string | null;
      /** How a foreign table is read; where that is to be written while the file is not there. */
      readonly mapping: string | null;
    }
  | {
      readonly command: 'history';
      readonly files: readonly string[];
      readonly json: boolean;
      readonly password: string | null;
    }
  | { readonly command: 'template'; readonly out: string; readonly center: string | null }
  | {
      readonly command: 'seal' | 'verify';
      readonly file: string;
      readonly json: boolean;
      readonly password: string | null;
    };

export interface ParsedArguments {
  /** Also that of the messages about wrong arguments. */
  readonly language: Language;
  /** Errors are wanted as JSON too. */
  readonly json: boolean;
  readonly command: Result<BatchCommand, BatchError>;
}

type CommandName = Exclude<BatchCommand['command'], 'help'>;

const optionTypes = {
  out: { type: 'string' },
  report: { type: 'string' },
  password: { type: 'string' },
  lang: { type: 'string' },
  mapping: { type: 'string' },
  center: { type: 'string' },
  redact: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type OptionName = keyof typeof optionTypes;

const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  consolidate: ['out', 'report', 'mapping', 'password', 'lang', 'redact', 'help'],
  inspect: ['json', 'mapping', 'password', 'lang', 'help'],
  history: ['json', 'password', 'lang', 'help'],
  template: ['out', 'lang', 'center', 'help'],
  seal: ['json', 'password', 'lang', 'help'],
  verify: ['json', 'password', 'lang', 'help'],
};

const isCommand = (name: string): name is CommandName => Object.hasOwn(optionsOf, name);

/** Reads the command line; whatever is wrong with it is told in the language that it asks for. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  // Not strict: the library's own messages exist in English only.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: optionTypes,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const language = isLanguage(values.lang) ? values.lang : 'en';
  const [name, ...files] = positionals;
  const given: Given = {
    files,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : null;
    },
    flag: (option) => values[option] === true,
  };
  const base = { language, json: values.json === true };
  if (values.help === true) return { ...base, command: ok({ command: 'help' }) };
  if (name === undefined) return { ...base, command: err(batchError('NO_COMMAND')) };
  if (!isCommand(name)) return { ...base, command: err(batchError('UNKNOWN_COMMAND', { command: name })) };
  const wrong = wrongOption(name, tokens);
  if (wrong !== null) return { ...base, command: err(wrong) };
  if (values.lang !== undefined && !isLanguage(values.lang)) {
    return { ...base, command: err(batchError('BAD_LANGUAGE', { value: String(values.lang) })) };
  }
  return { ...base, command: commandOf(name, given) };
}

interface Given {
  readonly files: readonly string[];
  text(option: OptionName): string | null;
  flag(option: OptionName): boolean;
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function wrongOption(command: CommandName, tokens: readonly Token[]): BatchError | null {
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = token.rawName;
    const name = optionsOf[command].find((known) => known === token.name);
    if (name === undefined) return batchError('UNKNOWN_OPTION', { command, option });
    if (optionTypes[name].type === 'boolean') {
      if (token.value !== undefined) return batchError('VALUE_UNEXPECTED', { option });
      continue;
    }
    // `--out --report x` is a forgotten value, not a file called “--report”.
    const isForgotten = token.value === undefined || (!token.inlineValue && token.value.startsWith('-'));
    if (isForgotten || token.value === '') return batchError('VALUE_MISSING', { option });
  }
  return null;
}

function commandOf(command: CommandName, { files, text, flag }: Given): Result<BatchCommand, BatchError> {
  const [first, second] = files;
  const out = text('out');
  const password = text('password');
  switch (command) {
    case 'consolidate':
      if (first === undefined) return err(batchError('FILES_MISSING', { command }));
      if (out === null) return err(batchError('OPTION_MISSING', { command, option: '--out' }));
      return ok({
        command,
        files,
        out,
        report: text('report'),
        password,
        redact: flag('redact'),
        mapping: text('mapping'),
      });
    case 'inspect':
    case 'seal':
    case 'verify': {
      if (first === undefined) return err(batchError('FILES_MISSING', { command }));
      if (second !== undefined) return err(batchError('ONE_FILE', { command }));
      const one = { file: first, json: flag('json'), password };
      return ok(command === 'inspect' ? { command, ...one, mapping: text('mapping') } : { command, ...one });
    }
    case 'history':
      return ok({ command, files, json: flag('json'), password });
    case 'template':
      if (first !== undefined) return err(batchError('FILES_UNEXPECTED', { command, name: first }));
      if (out === null) return err(batchError('OPTION_MISSING', { command, option: '--out' }));
      return ok({ command, out, center: text('center') });
  }
}
