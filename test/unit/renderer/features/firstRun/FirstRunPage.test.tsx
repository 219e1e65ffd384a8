// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { FirstRunPage } from '../../../../../renderer/features/firstRun/FirstRunPage.tsx';
import { FirstRestore } from '../../../../../renderer/features/settings/FirstRestore.tsx';
import { gatherHandOver } from '../../../../../renderer/storage/gatherHandOver.ts';
import { sealInWorker } from '../../../../../renderer/workers/handOverClient.ts';
import { settingsForPack } from '../../../../../shared/handOver/travellingSettings.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { stubHandOverWorker } from '../../../../support/handOverWorker.ts';
import { stubPreviewWorker } from '../../../../support/previewWorker.ts';
import { creation, Laptop, saved } from '../../storage/laptop.ts';
import { closeScreen, openScreen } from '../openScreen.tsx';

afterEach(() => {
  closeScreen();
  vi.unstubAllGlobals();
});

const Page = () => <FirstRunPage restore={FirstRestore} />;

async function open(language: 'en' | 'ko' = 'en') {
  const laptop = new Laptop();
  const store = await laptop.open();
  return openScreen(Page, { laptop, store }, { language, person: null, workspace: null });
}

test('goes from the first question to a workspace by the keyboard alone', async () => {
  const { user, store, services } = await open();
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Who are you?' });
  await user.keyboard('Kim Minji{Enter}');
  await screen.findByRole('heading', { name: 'Which center is this computer for?' });
  await user.keyboard(' {Enter}');
  await waitFor(() => expect(services.session.getState().settings.workspace).not.toBeNull());
  expect(services.session.getState().settings).toMatchObject({
    language: 'en',
    person: { name: 'Kim Minji', role: 'expert' },
    workspace: { kind: 'center', centerId: builtInCenterId('BG10') },
  });
  expect(store.records.all('center')).toHaveLength(6);
  expect(store.records.all('baseline')).toHaveLength(18);
  expect(recordsOf(store.records, 'person').map(({ values }) => values.name)).toEqual([{ en: 'Kim Minji' }]);
});

test('speaks Korean as soon as it is chosen', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: '한국어' }));
  expect(await screen.findByRole('heading', { name: 'eGCC Fieldbook을 시작합니다' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '계속' }));
  expect(await screen.findByRole('heading', { name: '누구십니까?' })).toBeTruthy();
});

test('says beside the field what is missing', async () => {
  const { user } = await open('ko');
  await user.keyboard('{Enter}{Enter}');
  expect(await screen.findByText('기록 작성자를 알 수 있도록 이름을 입력하세요.')).toBeTruthy();
});

test('describes a new center and makes it the workspace', async () => {
  const { user, store, services } = await open();
  await user.keyboard('{Enter}');
  await user.type(await screen.findByLabelText(/Your name/), 'Kim Minji{Enter}');
  await user.click(await screen.findByRole('radio', { name: /not listed/ }));
  await user.type(screen.getByRole('combobox', { name: 'Partner country' }), 'Bulg');
  await user.click(await screen.findByRole('option', { name: 'Bulgaria', hidden: true }));
  await user.type(screen.getByLabelText(/Opening year/), '2027');
  expect(screen.getByLabelText(/Center code/)).toHaveProperty('value', 'BG27');
  await user.click(screen.getByRole('button', { name: 'Start working' }));
  await waitFor(() => expect(services.session.getState().settings.workspace).not.toBeNull());
  const made = recordsOf(store.records, 'center').find(({ values }) => values.code === 'BG27');
  expect(made?.values).toMatchObject({ country: 'BG', since: 2027, phase: 2, programme: 'dgcc' });
  expect(services.session.getState().settings.workspace).toEqual({ kind: 'center', centerId: made?.id });
});

test('keeps the answers when the disk is full, and saves when there is room again', async () => {
  const { user, laptop, services } = await open();
  await user.keyboard('{Enter}');
  await user.type(await screen.findByLabelText(/Your name/), 'Kim Minji{Enter}');
  await user.click(await screen.findByRole('radio', { name: /Headquarters/ }));
  laptop.host.failWhen((call) => (call === 'journal.append' ? 'NO_SPACE' : undefined));
  await user.click(screen.getByRole('button', { name: 'Start working' }));
  expect((await screen.findByRole('alert')).textContent).toContain('the disk is full');
  expect(services.session.getState().settings.workspace).toBeNull();
  laptop.host.failWhen(() => undefined);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() =>
    expect(services.session.getState().settings.workspace).toEqual({ kind: 'headquarters' }),
  );
});

const passphrase = 'seven lamps winter desk office';

async function packOfOldLaptop(encrypted = false): Promise<Uint8Array> {
  const laptop = new Laptop();
  const store = await laptop.open();
  const ministry = { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' };
  await saved(store, creation('organization', laptop.newId(), ministry));
  const gathered = await gatherHandOver(laptop.host, [], () => undefined);
  if (!gathered.ok) throw new Error(gathered.error.code);
  const { entries, files } = gathered.value;
  const origin = { appVersion: '0.0.0', device: store.device, takenAt: 1, reason: 'manual' } as const;
  const facts = { by: 'Kim Minji', at: 1, encrypted };
  const settings = settingsForPack({ workspace: { kind: 'headquarters' } }, facts);
  return sealInWorker({ entries, origin, settings, files }, passphrase);
}

test('records that came in without their settings are not called empty, and the settings are written again', async () => {
  stubHandOverWorker();
  const bytes = await packOfOldLaptop();
  const { user, laptop } = await open();
  await user.click(screen.getByRole('button', { name: 'Take over from a hand-over pack…' }));
  laptop.host.toPick = [{ name: 'Monday.fbpack', bytes }];
  await user.click(screen.getByRole('button', { name: 'Choose the pack…' }));
  await user.type(await screen.findByLabelText(/^Passphrase of/), `${passphrase}{Enter}`);
  const name = await screen.findByLabelText(/Your name/);
  // A browser must not offer who used it before.
  expect(name.getAttribute('autocomplete')).toBe('off');
  await user.type(name, 'Lee Seoyeon');
  laptop.host.failWhen((call) => {
    const isIn = laptop.host.calls.includes('snapshots.restore');
    return isIn && call === 'settings.write' ? 'NO_SPACE' : undefined;
  });
  await user.click(screen.getByRole('button', { name: 'Take over' }));
  const told = await screen.findByRole('alert');
  expect(told.textContent).toMatch(/^The records and files are on this computer now\./);
  expect(laptop.host.entries.length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'Back to the questions' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Write them again' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  laptop.host.failWhen(() => undefined);
  await user.click(screen.getByRole('button', { name: 'Write them again' }));
  await waitFor(() =>
    expect(laptop.host.currentSettings).toMatchObject({
      ...{ person: { name: 'Lee Seoyeon' }, workspace: { kind: 'headquarters' } },
    }),
  );
});

test.each([
  ['encrypted', true],
  ['plain', false],
])('a take-over from an %s laptop offers to encrypt, as it was there', async (_, encrypted) => {
  stubHandOverWorker();
  const bytes = await packOfOldLaptop(encrypted);
  const { user, laptop } = await open();
  await user.click(screen.getByRole('button', { name: 'Take over from a hand-over pack…' }));
  laptop.host.toPick = [{ name: 'Monday.fbpack', bytes }];
  await user.click(screen.getByRole('button', { name: 'Choose the pack…' }));
  await user.type(await screen.findByLabelText(/^Passphrase of/), `${passphrase}{Enter}`);
  await user.type(await screen.findByLabelText(/Your name/), 'Lee Seoyeon');
  expect(screen.getByRole('checkbox', { name: /Encrypt the data/ })).toHaveProperty('checked', encrypted);
  await user.click(screen.getByRole('button', { name: 'Take over' }));
  await waitFor(() =>
    expect(laptop.host.currentSettings).toMatchObject({
      ...{ person: { name: 'Lee Seoyeon' }, asksToEncrypt: encrypted },
    }),
  );
});

test('an empty installation takes a backup from the stick of a lost laptop, for whoever says who they are', async () => {
  stubPreviewWorker();
  const lost = new Laptop();
  const theirs = await lost.open();
  const ministry = { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' };
  await saved(theirs, creation('organization', lost.newId(), ministry));
  await lost.host.snapshots.chooseFolder('Choose');
  await theirs.close();
  const { user, laptop } = await open();
  const { secondFolder: stick } = lost.host;
  laptop.host.snapshots.chooseFolder = async () => {
    laptop.host.secondFolder = stick;
    return laptop.host.snapshots.state();
  };
  await user.click(screen.getByRole('button', { name: 'Restore from a backup…' }));
  await user.click(await screen.findByRole('button', { name: 'Choose the second folder…' }));
  expect(await screen.findByText('Enter your name first.')).toBeDefined();
  await user.type(screen.getByLabelText(/Your name/), 'Lee Seoyeon');
  await user.click(screen.getByRole('button', { name: 'Choose the second folder…' }));
  await user.click(await screen.findByRole('button', { name: /^Restore the backup of/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Restore this backup' }));
  await waitFor(() =>
    expect(laptop.host.currentSettings).toMatchObject({
      person: { name: 'Lee Seoyeon', role: 'expert' },
      asksToEncrypt: false,
    }),
  );
  const restored = await laptop.open();
  expect(restored.records.all('organization')).toHaveLength(1);
});

test('a folder without a backup is told, and the questions are a click away', async () => {
  const { user } = await open('ko');
  await user.click(screen.getByRole('button', { name: '백업에서 복원…' }));
  await user.type(await screen.findByLabelText(/이름/), '이서연');
  await user.click(screen.getByRole('button', { name: '두 번째 폴더 선택…' }));
  expect(await screen.findByText(/^\/stick에 백업이 없습니다\./)).toBeDefined();
  await user.click(screen.getByRole('button', { name: '처음 질문으로' }));
  expect(await screen.findByRole('radio', { name: '한국어' })).toBeDefined();
});
