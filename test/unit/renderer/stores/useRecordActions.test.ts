import { describe, expect, it } from 'vitest';
import { createSessionStore } from '../../../../renderer/stores/sessionStore.ts';
import { settingsFromJson } from '../../../../renderer/stores/settings.ts';
import { type RecordActions, recordActions } from '../../../../renderer/stores/useRecordActions.ts';
import { Laptop, random } from '../storage/laptop.ts';

async function atWork() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const session = createSessionStore(laptop.host.settings, settingsFromJson({}, 'en'));
  session.getState().update({ person: { name: 'Kim', role: 'expert' } });
  const actions = recordActions(store, { host: laptop.host, clock: laptop.clock, random, session });
  const created = await actions.create('organization', { name: { en: 'A' }, type: 'agency', country: 'BG' });
  if (!created.ok) throw new Error(created.error.code);
  const { id } = created.value;
  return { store, actions, id, record: () => store.records.find('organization', id) };
}

async function undoLast(actions: RecordActions): Promise<void> {
  const last = await actions.lastUndoable();
  if (last !== null) await actions.undo(last.id);
}

describe('what people do to records', () => {
  it('is signed with their name', async () => {
    const { store, record } = await atWork();
    expect(record()?.createdBy).toBe('Kim');
    expect((await store.changeSets(1)).map(({ by }) => by)).toEqual(['Kim']);
  });

  it('changes only the fields that they touched', async () => {
    const { actions, id, record } = await atWork();
    await actions.update('organization', id, { name: { en: 'A' }, type: 'ministry' }, ['type']);
    expect(record()?.values).toEqual({ name: { en: 'A' }, type: 'ministry', country: 'BG' });
    await actions.update('organization', id, {}, ['country']);
    expect(record()?.values).toEqual({ name: { en: 'A' }, type: 'ministry' });
  });

  it('is undone step by step, each undo going further back', async () => {
    const { actions, id, record } = await atWork();
    await actions.update('organization', id, { type: 'ministry' }, ['type']);
    await actions.remove('organization', id);
    await undoLast(actions);
    expect(record()?.deleted).toBe(false);
    await undoLast(actions);
    expect(record()?.values.type).toBe('agency');
    await undoLast(actions);
    expect(record()?.deleted).toBe(true);
    expect(await actions.lastUndoable()).toBeNull();
  });

  it('is undone as often as one likes, however much else was saved meanwhile', async () => {
    const { actions, id, record } = await atWork();
    const other = await actions.create('organization', { name: { en: 'B' }, type: 'agency', country: 'VN' });
    const edit = await actions.update('organization', id, { type: 'ministry' }, ['type']);
    if (!other.ok || !edit.ok || edit.value.changeSet === null) throw new Error('not saved');
    const undone = await actions.undo(edit.value.changeSet.id);
    if (!undone.ok || undone.value.changeSet === null) throw new Error('not undone');
    await actions.undo(undone.value.changeSet.id);
    expect(record()?.values.type).toBe('ministry');
    for (let time = 0; time < 510; time++) {
      const name = { en: `B ${time}` };
      await actions.update('organization', other.value.id, { name }, ['name']);
    }
    const again = await actions.undo(edit.value.changeSet.id);
    expect(again).toMatchObject({ ok: true, value: { kept: [] } });
    expect(record()?.values.type).toBe('agency');
  });

  it('is undone step by step where the same field was changed twice', async () => {
    const { actions, id, record } = await atWork();
    await actions.update('organization', id, { type: 'ministry' }, ['type']);
    await actions.update('organization', id, { type: 'private' }, ['type']);
    await undoLast(actions);
    expect(record()?.values.type).toBe('ministry');
    await undoLast(actions);
    expect(record()?.values.type).toBe('agency');
  });

  it('is done again by undoing the undo, and can be undone once more', async () => {
    const { actions, id, record } = await atWork();
    await actions.update('organization', id, { type: 'ministry' }, ['type']);
    const last = await actions.lastUndoable();
    const undone = last === null ? null : await actions.undo(last.id);
    const undo = undone?.ok === true ? undone.value.changeSet : null;
    if (undo !== null) await actions.undo(undo.id);
    expect(record()?.values.type).toBe('ministry');
    expect((await actions.lastUndoable())?.id).toBe(last?.id);
    await undoLast(actions);
    expect(record()?.values.type).toBe('agency');
  });

  it('keeps what was edited since, and says so', async () => {
    const { actions, id, record } = await atWork();
    const first = await actions.update('organization', id, { type: 'ministry' }, ['type']);
    await actions.update('organization', id, { type: 'private' }, ['type']);
    const changeSet = first.ok ? first.value.changeSet : null;
    const undone = changeSet === null ? null : await actions.undo(changeSet.id);
    expect(undone?.ok === true && undone.value.kept.map(({ path }) => path)).toEqual(['type']);
    expect(record()?.values.type).toBe('private');
  });

  it('brings a deleted record back', async () => {
    const { actions, id, record } = await atWork();
    await actions.remove('organization', id);
    await actions.restore('organization', id);
    expect(record()?.deleted).toBe(false);
  });
});
