import { expect, test } from './support/app.ts';
import { electronOf } from './support/electronApp.ts';

test('the built reader reads a file in a utility process, without Node being started', async ({ app }) => {
  const answer = await electronOf(app).evaluate(
    ({ app: main, utilityProcess }) =>
      new Promise<unknown>((done) => {
        const child = utilityProcess.fork(`${main.getAppPath()}/out/main/reader.js`, [], {
          env: { ...process.env, FIELDBOOK_READER_BYTES: '1000000000', FIELDBOOK_READER_LAST_WORDS: 'x' },
        });
        child.on('exit', (code) => done(`ended with ${code}`));
        child.on('message', (message) => {
          if (message === 'ready') {
            const bytes = new TextEncoder().encode('Topic,Hours\nCloud,3\n');
            return child.postMessage({ bytes, name: 'a.csv', options: {} });
          }
          child.removeAllListeners('exit');
          child.kill();
          done(message);
        });
      }),
  );
  expect(answer).toMatchObject({
    result: {
      ok: true,
      value: { sheets: [{ rows: [['Topic', 'Hours'], expect.arrayContaining(['Cloud'])] }] },
    },
  });
});
