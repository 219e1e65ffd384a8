import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../shared/core/language.ts';
import { navigation } from './person.ts';

/** What the screens of encryption say. */
export const words = {
  en: {
    settings: 'Settings',
    security: 'Security',
    encrypts: 'Encrypt the data on this computer with a passphrase',
    newPassphrase: 'New passphrase',
    repeat: 'The same again',
    next: 'Continue',
    recoveryKey: 'Recovery key',
    keyLabel: 'Recovery key, 7 groups of 5 characters',
    encrypt: 'Encrypt now',
    locked: 'Fieldbook is locked',
    passphrase: 'Passphrase',
    unlock: 'Unlock',
    wrong: /^This passphrase does not open the data/,
    otherKey: /^This is not the key that was shown|A character is wrong in group 1/,
    useRecovery: 'Passphrase forgotten? Use the recovery key',
    change: 'Change the passphrase…',
    current: 'Present passphrase',
    doChange: 'Change',
    changed: 'The passphrase was changed.',
    switchOff: 'Switch encryption off…',
    off: 'Switch off',
    setUp: 'Encrypt with a passphrase…',
    lockAfter: 'Lock after a pause of',
    minute: '1 minute',
    topic: 'Topic',
    consultations: 'Consultations',
    newConsultation: /^New:? consultation$/i,
    draft: 'Not saved yet; kept as a draft',
  },
  ko: {
    settings: '설정',
    security: '보안',
    encrypts: '암호를 정해 이 컴퓨터의 데이터 암호화하기',
    newPassphrase: '새 암호',
    repeat: '새 암호 확인',
    next: '계속',
    recoveryKey: '복구 키',
    keyLabel: '복구 키(5자씩 7묶음)',
    encrypt: '지금 암호화',
    locked: 'Fieldbook이 잠겨 있습니다',
    passphrase: '암호',
    unlock: '잠금 해제',
    wrong: /^입력한 암호로 데이터를 열 수 없습니다/,
    otherKey: /1번째 묶음에 잘못된 글자가 있습니다/,
    useRecovery: '암호를 잊으셨습니까? 복구 키 사용',
    change: '암호 변경…',
    current: '현재 암호',
    doChange: '변경',
    changed: '암호를 변경했습니다.',
    switchOff: '암호화 해제…',
    off: '해제',
    setUp: '암호를 정해 암호화…',
    lockAfter: '자동 잠금 시간',
    minute: '1분',
    topic: '주제',
    consultations: '컨설팅',
    newConsultation: /^새 ?컨설팅/,
    draft: '아직 저장하지 않음. 임시 보관 중',
  },
} as const;

/** The passphrase that `setUp` sets. */
export const first = 'seven quiet boats at noon';

/** Through the dialogue; ends on the locked screen. The key as it was shown. */
export async function setUp(page: Page, language: Language): Promise<string> {
  const w = words[language];
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w.newPassphrase, { exact: true }).fill(first);
  await dialog.getByLabel(w.repeat, { exact: true }).fill(first);
  await dialog.getByRole('button', { name: w.next }).click();
  const groups = await dialog.getByRole('list', { name: w.keyLabel }).getByRole('listitem').allInnerTexts();
  expect(groups).toHaveLength(7);
  await dialog.getByRole('button', { name: w.next }).click();
  const typed = dialog.getByRole('textbox', { name: w.recoveryKey });
  const [start = ''] = groups;
  await typed.fill([`${start.slice(0, 4)}${start.endsWith('A') ? 'B' : 'A'}`, ...groups.slice(1)].join(' '));
  await dialog.getByRole('button', { name: w.encrypt }).click();
  await expect(dialog.getByRole('alert')).toHaveText(w.otherKey);
  await typed.fill(groups.join('-'));
  await dialog.getByRole('button', { name: w.encrypt }).click();
  return groups.join('-');
}

export async function expectLocked(page: Page, language: Language): Promise<void> {
  // The key is stretched and everything is written anew.
  await expect(page.getByRole('heading', { name: words[language].locked })).toBeVisible({ timeout: 60_000 });
  await expect(navigation(page)).toHaveCount(0);
}

export async function unlock(page: Page, language: Language, passphrase: string): Promise<void> {
  const w = words[language];
  await page.getByLabel(w.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: w.unlock, exact: true }).click();
  // The word changes while it is computed, and comes back or goes with the screen.
  await expect(
    page.getByRole('button', { name: w.unlock, exact: true }).or(navigation(page)).first(),
  ).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('alert').or(navigation(page)).first().waitFor({ timeout: 60_000 });
}
