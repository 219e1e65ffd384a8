// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { EvidenceDetails, PreparedFile } from '../../../../renderer/forms/evidenceServices.ts';
import type { IsoDate } from '../../../../shared/core/dates.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { ok } from '../../../../shared/core/result.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { closeForm, openForm, servicesOver } from './formOf.tsx';

afterEach(closeForm);

/** Chooses a file in the form of a record of a day (today is 2026-11-23). */
async function attach(day: string, suggestedDate: IsoDate | null = null) {
  const kept: EvidenceDetails[] = [];
  const prepared: PreparedFile = {
    name: 'minutes.pdf',
    bytes: new Uint8Array(3),
    mediaType: 'application/pdf',
    isPhoto: suggestedDate !== null,
    givenBytes: 3,
    known: null,
    suggestedDate,
    concerns: [],
  };
  const services = servicesOver([]);
  const { user } = await openForm('en', {
    base: {},
    services: {
      ...services,
      definitionOf: (type) => (type === 'evidence' ? definitionOf(type) : services.definitionOf(type)),
      initialValues: () => ({ center: derivedRecordId('center') }),
      evidence: {
        ...services.evidence,
        prepare: async () => ok(prepared),
        keep: async (_file, details) => {
          kept.push(details);
          return ok(derivedRecordId('kept'));
        },
      },
    },
  });
  if (day !== '') await user.type(screen.getByLabelText('Day *'), `${day}{Tab}`);
  const chooser = document.querySelector<HTMLInputElement>('input[type="file"][multiple]');
  if (chooser === null) throw new Error('nothing takes files');
  fireEvent.change(chooser, { target: { files: [new File(['pdf'], 'minutes.pdf')] } });
  const dialog = await screen.findByRole('dialog');
  const date = await within(dialog).findByLabelText<HTMLInputElement>('Date of “minutes.pdf”');
  return { user, dialog, date, kept };
}

describe('a file that is attached to a record', () => {
  it('is proposed to be of the day of the record, and kept so', async () => {
    const { user, dialog, date, kept } = await attach('2026-03-02');
    expect(date.value).toBe('2026-03-02');
    await user.click(within(dialog).getByRole('button', { name: 'Attach 1 file' }));
    expect(kept.map(({ takenOn }) => takenOn)).toEqual(['2026-03-02']);
  });

  it('is of another day where a person says so', async () => {
    const { user, dialog, date, kept } = await attach('2026-03-02');
    await user.clear(date);
    await user.type(date, '2026-03-05');
    await user.click(within(dialog).getByRole('button', { name: 'Attach 1 file' }));
    expect(kept.map(({ takenOn }) => takenOn)).toEqual(['2026-03-05']);
  });

  it('is of its own day where it says one, and of none where the record is of none or still to come', async () => {
    expect((await attach('2026-03-02', '2026-02-27')).date.value).toBe('2026-02-27');
    closeForm();
    expect((await attach('')).date.value).toBe('');
    closeForm();
    expect((await attach('2026-11-24')).date.value).toBe('');
  });
});
