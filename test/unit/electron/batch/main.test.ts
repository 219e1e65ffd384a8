import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchFolder, type BatchRun, centerReplica, reportOf } from '../../../support/batch.ts';

const project = resolve(import.meta.dirname, '../../../..');
const main = resolve(project, 'electron/batch/main.ts');
let folder: BatchFolder;

beforeAll(async () => {
  folder = new BatchFolder();
  await folder.writeDocument('sofia.xlsx', reportOf(centerReplica('sofialaptop0', 'BG10', 1), 'BG10'));
  await folder.writeDocument('lima 보고서.xlsx', reportOf(centerReplica('limalaptop00', 'PE17', 2), 'PE17'));
  folder.write('photo.xlsx', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]));
});
afterAll(() => folder.remove());

/** Runs the command line as a process of its own, started in the test's folder. */
function run(
  argv: readonly string[],
  {
    launcher = ['--import', import.meta.resolve('tsx'), main],
    cwd = folder.path,
    closeOutput = false,
    env = {},
  }: {
    readonly launcher?: readonly string[];
    readonly cwd?: string;
    readonly closeOutput?: boolean;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<BatchRun> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...launcher, ...argv], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts.err += text;
    });
    if (closeOutput) child.stdout.destroy();
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? -1, ...texts }));
  });
}

const noTrace = /\n\s+at |Error:|node:internal/;

describe('the command line as a process', { timeout: 60_000 }, () => {
  it('consolidates from any folder, with blanks and Hangul in paths, the same bytes in any order', async () => {
    const first = await run(['consolidate', 'sofia.xlsx', 'lima 보고서.xlsx', '--out', '전체 1.xlsx']);
    const second = await run(['consolidate', 'lima 보고서.xlsx', 'sofia.xlsx', '--out', '전체 2.xlsx']);
    expect([first.code, first.err, second.code, second.err]).toEqual([0, '', 0, '']);
    expect(readFileSync(folder.at('전체 1.xlsx')).equals(readFileSync(folder.at('전체 2.xlsx')))).toBe(true);
    const history = await run(['history', '전체 1.xlsx', '--lang', 'ko']);
    expect(history.out.trimEnd().split('\n').at(-1)).toMatch(
      /^합계 +76 +113 {2}\(109 \+ 4\) +119 {2}\(117 \+ 2\)$/,
    );
  });

  it('runs through tsx’s own command too, in whose child the reader is a grandchild', async () => {
    const tsx = resolve(project, 'node_modules/tsx/dist/cli.mjs');
    const result = await run(['inspect', 'sofia.xlsx', '--json'], { launcher: [tsx, main] });
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(result.out)).toMatchObject({ origin: 'exported' });
  });

  it('takes paths from where npm was called', async () => {
    const env = { npm_lifecycle_event: 'batch', INIT_CWD: folder.path };
    const launcher = ['--import', import.meta.resolve('tsx'), main];
    expect((await run(['inspect', 'sofia.xlsx'], { launcher, cwd: project, env })).code).toBe(0);
  });

  it('runs from a copy of the project on a path with blanks', async () => {
    const copy = folder.at('내 project');
    for (const name of ['electron/batch', 'electron/services', 'shared', 'package.json']) {
      cpSync(resolve(project, name), resolve(copy, name), { recursive: true });
    }
    symlinkSync(resolve(project, 'node_modules'), resolve(copy, 'node_modules'), 'junction');
    const launcher = ['--import', import.meta.resolve('tsx'), resolve(copy, 'electron/batch/main.ts')];
    expect(await run(['inspect', 'sofia.xlsx'], { launcher })).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    [[], /Say what to do/],
    [['explode'], /There is no command/],
    [['inspect', 'none.xlsx'], /There is no file/],
    [['inspect', 'photo.xlsx'], /is not a spreadsheet.*JPEG/],
    [['inspect', '.'], /is a folder/],
    [['consolidate', 'photo.xlsx', '--out', 'never.xlsx', '--lang', 'ko'], /스프레드시트가 아닙니다/],
  ])('ends %j with 2 and a sentence, and without a stack trace', async (argv, sentence) => {
    const result = await run(argv);
    expect(result).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) });
    expect(result.err).not.toMatch(noTrace);
    expect(existsSync(folder.at('never.xlsx'))).toBe(false);
  });

  it('says nothing when nobody reads the result any more', async () => {
    const result = await run(['--help'], { closeOutput: true });
    expect(result).toMatchObject({ code: 0, err: '' });
  });

  it('stops a table whose recognition takes too long, says so and what to do, and ends with 2', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) =>
        `2025-03-${String((row % 28) + 1).padStart(2, '0')},Agency ${row},Topic ${row},Kim Minji,${row % 9}`,
    );
    folder.write('긴 표.csv', `Date,Client,Topic,Expert,Hours\n${rows.join('\n')}\n`);
    const env = { FIELDBOOK_PLANNING_SECONDS: '0.05' };
    const plain = await run(['inspect', '긴 표.csv', '--lang', 'ko'], { env });
    expect([plain.code, plain.out]).toEqual([2, '']);
    expect(plain.err).toBe(
      '“긴 표.csv”의 표를 인식하고 행을 처리하는 데 0.05초가 넘게 걸려 중단했습니다. 저장한 파일은 없습니다. 파일을 시트별이나 연도별로 나누어 다시 시도하세요.\n',
    );
    const json = await run(['inspect', '긴 표.csv', '--json'], { env });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'PLANNING_TIMEOUT' } });
  });
});
