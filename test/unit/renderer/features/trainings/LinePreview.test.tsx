// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LinePreview } from '../../../../../renderer/features/trainings/LinePreview.tsx';
import { useRecordSet } from '../../../../../renderer/storage/StoreContext.tsx';
import { guessColumns } from '../../../../../shared/participants/pasteColumns.ts';
import { planParticipants } from '../../../../../shared/participants/planParticipants.ts';
import { referenceBookOf } from '../../../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { creation, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const list = [
  ['Name', 'Organization'],
  ['IVAN SAMPLE', 'Ministry of Examples'],
  ['Nora Sample', 'Unknown House'],
  ['Ivan  Sample', 'Elsewhere'],
];

function PreviewPage() {
  const set = useRecordSet();
  const [training] = recordsOf(set, 'training');
  if (training === undefined) return null;
  const lines = planParticipants({
    records: list,
    ...guessColumns(list),
    training: training.id,
    set,
    references: referenceBookOf(set, 'en'),
  });
  return (
    <>
      <h1>Training</h1>
      <LinePreview lines={lines} />
    </>
  );
}

test('the preview says where a known person is, so that a wrong match can be seen', async () => {
  const { laptop, store } = await laptopWithCenters();
  const ministry = laptop.newId();
  await saved(store, creation('training', laptop.newId(), { title: { en: 'Course' }, start: '2026-03-02' }));
  await saved(store, creation('organization', ministry, { name: { en: 'Ministry of Examples' } }));
  const ivan = { name: { en: 'Ivan Sample' }, organization: ministry, position: 'Director' };
  await saved(store, creation('person', laptop.newId(), ivan));
  await saved(store, creation('person', laptop.newId(), { name: { en: 'Nora Sample' } }));
  await openScreen(PreviewPage, { laptop, store }, { language: 'en' });
  const effectOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) }).textContent;
  expect(effectOf('IVAN SAMPLE')).toContain('Known person: Ivan Sample (Ministry of Examples, Director)');
  expect(effectOf('Nora Sample')).toContain('Known person: Nora Sample (no organization entered)');
  expect(effectOf('Elsewhere')).toContain(
    'New person · not the one of this name who is known here (Ministry of Examples, Director)',
  );
});
