// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import {
  StoreProvider,
  useChangeSets,
  useHistory,
  useRecord,
  useRecordSet,
  useRecords,
  useStore,
  useStoreState,
} from '../../../../renderer/storage/StoreContext.tsx';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { creation, edit, Laptop, saved } from './laptop.ts';

afterEach(cleanup);

const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };

async function opened() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  return { laptop, store, id };
}

function show(store: FieldbookStore, page: ReactNode): void {
  render(<StoreProvider store={store}>{page}</StoreProvider>);
}

const text = (testId: string): string => screen.getByTestId(testId).textContent;

test('records on the screen follow each commit, and only those of the changed type are drawn again', async () => {
  const { laptop, store, id } = await opened();
  const drawn = { organization: 0, person: 0 };
  function Count({ type }: { readonly type: 'organization' | 'person' }): ReactNode {
    drawn[type] += 1;
    return <p data-testid={type}>{useRecords(type).length}</p>;
  }
  function Country(): ReactNode {
    return <p data-testid="country">{String(useRecord('organization', id)?.values.country)}</p>;
  }
  show(
    store,
    <>
      <Count type="organization" />
      <Count type="person" />
      <Country />
    </>,
  );
  expect([text('organization'), text('person'), text('country')]).toEqual(['1', '0', 'BG']);
  await act(async () => {
    await saved(store, creation('organization', laptop.newId(), ministry));
    await saved(store, edit('organization', id, { country: 'KE' }));
  });
  expect([text('organization'), text('person'), text('country')]).toEqual(['2', '0', 'KE']);
  expect(drawn.organization).toBeGreaterThan(1);
  expect(drawn.person).toBe(1);
});

test('what is derived from all records is derived anew after each commit, and not in between', async () => {
  const { store, id } = await opened();
  const sets = new Set<unknown>();
  function Total(): ReactNode {
    const records = useRecordSet();
    sets.add(records);
    const { changeSets, writing } = useStoreState();
    return (
      <p data-testid="total">{`${changeSets} ${writing} ${records.all('organization')[0]?.values.country}`}</p>
    );
  }
  show(store, <Total />);
  expect(text('total')).toBe('1 false BG');
  await act(() => saved(store, edit('organization', id, { country: 'KE' })));
  expect(text('total')).toBe('2 false KE');
  expect(sets.size).toBe(2);
});

test('history and change sets arrive after they were read, and again after a commit', async () => {
  const { store, id } = await opened();
  function History(): ReactNode {
    const history = useHistory(id);
    const sets = useChangeSets(1);
    const changes = history?.map(({ change }) => change.path).join(' ') ?? 'reading';
    return <p data-testid="history">{`${changes}; ${sets?.[0]?.changes.length ?? 'reading'}`}</p>;
  }
  show(store, <History />);
  expect(text('history')).toBe('reading; reading');
  await waitFor(() => expect(text('history')).toBe('$created name/en type country; 4'));
  await act(() => saved(store, edit('organization', id, { country: 'KE' })));
  await waitFor(() => expect(text('history')).toBe('$created name/en type country country; 1'));
});

test('a record that is chosen anew does not show the history of the one before', async () => {
  const { laptop, store, id } = await opened();
  const other = laptop.newId();
  const shown: string[] = [];
  function History({ of }: { readonly of: RecordId }): ReactNode {
    const history = useHistory(of);
    shown.push(`${of === id ? 'first' : 'other'} ${history?.length ?? 'reading'}`);
    return <p data-testid="history">{history?.length ?? 'reading'}</p>;
  }
  const { rerender } = render(<History of={id} />, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <StoreProvider store={store}>{children}</StoreProvider>
    ),
  });
  await waitFor(() => expect(text('history')).toBe('4'));
  rerender(<History of={other} />);
  await waitFor(() => expect(text('history')).toBe('0'));
  expect(shown).not.toContain('other 4');
});

test('a component outside of a store is told so', () => {
  function Lost(): ReactNode {
    useStore();
    return null;
  }
  expect(() => render(<Lost />)).toThrow('no StoreProvider');
});
