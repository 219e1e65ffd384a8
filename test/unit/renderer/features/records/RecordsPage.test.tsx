// @vitest-environment happy-dom

import { Notifications } from '@mantine/notifications';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordsPage } from '../../../../../renderer/features/records/RecordsPage.tsx';
import { i18n } from '../../../../../renderer/i18n/texts.ts';
import type { FieldbookStore } from '../../../../../renderer/storage/fieldbookStore.ts';
import { StoreProvider } from '../../../../../renderer/storage/StoreContext.tsx';
import { openRecords } from '../../../../../renderer/stores/paths.ts';
import { ServicesProvider } from '../../../../../renderer/stores/services.tsx';
import { createSessionStore } from '../../../../../renderer/stores/sessionStore.ts';
import { settingsFromJson } from '../../../../../renderer/stores/settings.ts';
import { ThemeProvider } from '../../../../../renderer/theme/ThemeProvider.tsx';
import type { Language } from '../../../../../shared/core/language.ts';
import { creation, deletion, Laptop, random, saved } from '../../storage/laptop.ts';

afterEach(cleanup);

/** The list draws only what is in sight, and nothing is in sight without a layout; so the record is tested here. */
async function openPage(path: string, language: Language = 'en') {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  const values = { name: { en: 'Tax Office' }, type: 'agency', country: 'BG' };
  await saved(store, creation('organization', id, values));
  const session = createSessionStore(laptop.host.settings, {
    ...settingsFromJson({}, language),
    person: { name: 'Kim', role: 'expert' },
    workspace: { kind: 'headquarters' },
  });
  await i18n.changeLanguage(language);
  const services = { host: laptop.host, clock: laptop.clock, random, session };
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/records/$type/{-$id}',
    component: RecordsPage,
  });
  const history = createMemoryHistory({ initialEntries: [path.replace('ID', id)] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  render(
    <ServicesProvider services={services}>
      <StoreProvider store={store}>
        <ThemeProvider choice="light" language={language}>
          <Notifications />
          <RouterProvider router={router} />
        </ThemeProvider>
      </StoreProvider>
    </ServicesProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { store, session, history, router, id, user: userEvent.setup() };
}

const names = (store: FieldbookStore) => store.records.all('organization').map(({ values }) => values.name);

describe('the page of a record type', () => {
  it('says what belongs there while it is empty, and how to begin', async () => {
    const { user, history } = await openPage('/records/event', 'ko');
    expect(screen.getByText('아직 기록한 행사가 없습니다')).toBeDefined();
    await user.click(screen.getByRole('link', { name: '행사 추가' }));
    expect(await screen.findByRole('heading', { level: 2, name: '새 행사' })).toBeDefined();
    expect(history.location.pathname).toBe('/records/event/new');
  });

  it('counts what the search leaves', async () => {
    const { user } = await openPage('/records/organization');
    expect(screen.getByText('1 record')).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: 'Search in all texts' }), 'nothing like it');
    expect(await screen.findByText('No record fits')).toBeDefined();
    expect(screen.getByText('0 of 1 records')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show all records' }));
    expect(await screen.findByText('1 record')).toBeDefined();
  });

  it('shows only the records that another page asked for, until that is taken away', async () => {
    const { user, session, router } = await openPage('/records/organization');
    openRecords(session.getState().select, router.navigate, {
      type: 'organization',
      title: 'Behind the number',
      ids: [],
    });
    expect(await screen.findByText('Shown: Behind the number (0)')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show all records again' }));
    expect(await screen.findByText('1 record')).toBeDefined();
  });
});

describe('a record beside its list', () => {
  it('is found by its address, changed, and the change undone', async () => {
    const { user, store } = await openPage('/records/organization/ID');
    const name = await screen.findByRole('textbox', { name: 'Name * English' });
    await user.type(name, ' of Bulgaria');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(names(store)).toEqual([{ en: 'Tax Office of Bulgaria' }]));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(names(store)).toEqual([{ en: 'Tax Office' }]));
  });

  it('is deleted and brought back by the toast', async () => {
    const { user, store } = await openPage('/records/organization/ID');
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(names(store)).toEqual([]));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(names(store)).toEqual([{ en: 'Tax Office' }]));
  });

  it('stays deleted where a meeting approved its plan without it', async () => {
    const planned = async (store: FieldbookStore, status: string) => {
      const laptop = new Laptop();
      const [plan, target] = [laptop.newId(), laptop.newId()];
      await saved(store, creation('plan', plan, { year: 2026, version: 1, status }));
      await saved(store, creation('planLine', target, { plan, indicator: 'events', target: 1 }));
      await saved(store, deletion('planLine', target));
      return target;
    };
    const { store, history } = await openPage('/records/planLine');
    history.push(`/records/planLine/${await planned(store, 'draft')}`);
    expect(await screen.findByRole('button', { name: 'Bring it back' })).toBeDefined();
    history.push(`/records/planLine/${await planned(store, 'approved')}`);
    expect(await screen.findByText(/A meeting approved this plan/)).toBeDefined();
    expect(screen.getByText('This record was deleted.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
  });

  it('is duplicated into a new form, which saves another record', async () => {
    const { user, store, history } = await openPage('/records/organization/ID');
    await user.click(await screen.findByRole('button', { name: 'Duplicate' }));
    await waitFor(() => expect(history.location.pathname).toBe('/records/organization/new'));
    await user.type(await screen.findByRole('textbox', { name: 'Name * English' }), ' 2');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(names(store)).toEqual([{ en: 'Tax Office' }, { en: 'Tax Office 2' }]));
  });

  it('tells its history: who changed what, from what', async () => {
    const { user } = await openPage('/records/organization/ID');
    await user.type(await screen.findByRole('textbox', { name: 'Name * English' }), '!');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(screen.getByRole('tab', { name: 'History' }));
    const [last, first] = await waitFor(() => {
      const entries = within(screen.getByRole('tabpanel', { name: 'History' })).getAllByRole('listitem');
      expect(entries).toHaveLength(2);
      return entries;
    });
    expect(last?.textContent).toContain('Kim');
    expect(last?.textContent).toMatch(/Name \(English\)Tax Office.*Tax Office!/);
    expect(first?.textContent).toContain('Record made');
  });

  it('calls nobody back to what was saved, or deleted, who went on meanwhile', async () => {
    const { user, store, history, id } = await openPage('/records/organization/ID');
    const commit = store.commit.bind(store);
    const slow = async (act: () => Promise<void>) => {
      let release = () => {};
      const asked = new Promise<void>((done) => {
        store.commit = async (...given) => {
          done();
          await new Promise<void>((go) => {
            release = go;
          });
          return await commit(...given);
        };
      });
      await act();
      await asked;
      return () => release();
    };
    await user.click(await screen.findByRole('button', { name: 'Duplicate' }));
    await waitFor(() => expect(history.location.pathname).toBe('/records/organization/new'));
    await user.type(await screen.findByRole('textbox', { name: 'Name * English' }), ' 2');
    const saves = await slow(() => user.keyboard('{Control>}{Enter}{/Control}'));
    history.push(`/records/organization/${id}`);
    await screen.findByDisplayValue('Tax Office');
    saves();
    await waitFor(() => expect(names(store)).toHaveLength(2));
    await screen.findByText('Saved');
    expect(history.location.pathname).toBe(`/records/organization/${id}`);

    const deletes = await slow(async () => user.click(await screen.findByRole('button', { name: 'Delete' })));
    history.push('/records/event');
    await screen.findByText('No event is logged yet');
    deletes();
    await waitFor(() => expect(names(store)).toHaveLength(1));
    await screen.findByRole('button', { name: 'Undo' });
    expect(history.location.pathname).toBe('/records/event');
  });

  it('keeps a draft of what was typed, and forgets it when it is saved', async () => {
    const { user, session, id } = await openPage('/records/organization/ID');
    await user.type(await screen.findByRole('textbox', { name: 'Name * English' }), '!');
    const key = `organization/${id}`;
    expect(Object.keys(session.getState().settings.drafts)).toEqual([key]);
    expect([...session.getState().unsaved]).toEqual([key]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(session.getState().settings.drafts).toEqual({}));
    expect(session.getState().unsaved.size).toBe(0);
  });
});

describe('lists that belong together', () => {
  it('stand beside each other behind tabs', async () => {
    const { user } = await openPage('/records/plan');
    const tabs = screen.getByRole('navigation', { name: 'Plan and budget' });
    const current = () =>
      within(screen.getByRole('navigation', { name: 'Plan and budget' }))
        .getAllByRole('link')
        .filter((link) => link.getAttribute('aria-current') === 'page')
        .map(({ textContent }) => textContent);
    expect(
      within(tabs)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Overview', 'Plans', 'Targets', 'Budget entries']);
    expect(current()).toEqual(['Plans']);
    await user.click(within(tabs).getByRole('link', { name: 'Budget entries' }));
    expect(await screen.findByText('Nothing is spent yet')).toBeDefined();
    expect(current()).toEqual(['Budget entries']);
  });

  it('have no tabs where one stands alone', async () => {
    await openPage('/records/consultation');
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('a text of several paragraphs', () => {
  it('has room for them in each language', async () => {
    const { user } = await openPage('/records/story/new', 'ko');
    const body = screen.getByRole('group', { name: /본문/ });
    const box = within(body).getByRole('textbox');
    expect(box.tagName).toBe('TEXTAREA');
    expect(within(screen.getByRole('group', { name: /제목/ })).getByRole('textbox').tagName).toBe('INPUT');
    await user.type(box, '첫 문단{Enter}둘째 문단');
    expect(box).toHaveProperty('value', '첫 문단\n둘째 문단');
  });
});
