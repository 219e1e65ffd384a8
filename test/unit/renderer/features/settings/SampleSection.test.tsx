// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SampleSection } from '../../../../../renderer/features/settings/SampleSection.tsx';
import { Page } from '../../../../../renderer/ui/Page.tsx';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { creation, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const Shown = () => (
  <Page title="Settings">
    <SampleSection />
  </Page>
);

test('what one’s own records refer to stays when the sample goes, and is counted in one sentence', async () => {
  const base = await laptopWithCenters();
  const { laptop, store } = base;
  const center = builtInCenterId('BG10');
  const workspace = { kind: 'center', centerId: center } as const;
  const { user } = await openScreen(Shown, base, { language: 'en', workspace });
  await user.click(screen.getByRole('button', { name: 'Add sample data' }));
  await screen.findByText('Sample data were added.', undefined, { timeout: 20_000 });
  const client = store.records.all('organization').find(({ sample }) => sample)?.id;
  await saved(
    store,
    creation('consultation', laptop.newId(), { center, client, date: '2026-11-02', topic: 'Registers' }),
  );
  const remove = () => screen.findByRole('button', { name: 'Remove sample data' });
  await user.click(await remove());
  await screen.findByText(
    'All sample data were removed but 1 record, because your own records refer to it.',
    undefined,
    { timeout: 20_000 },
  );
  expect(store.records.all('organization').map(({ id }) => id)).toEqual([client]);
  expect(store.records.all('consultation')).toHaveLength(1);
  closeScreen();

  await openScreen(Shown, base, { language: 'ko', workspace });
  await user.click(screen.getByRole('button', { name: '예시 데이터 삭제' }));
  await screen.findByText('남아 있는 예시 기록 1건은 실제 기록에서 사용하므로 삭제하지 않았습니다.');
});
