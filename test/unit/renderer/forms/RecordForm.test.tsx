// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { agencyId, closeForm, conditional, createdId, everyKind, openForm } from './formOf.tsx';

afterEach(closeForm);

const summary = () => screen.queryByRole('alert');

describe('a form made of a declaration', () => {
  it('has a labelled control for every kind of field', async () => {
    await openForm('en');
    for (const name of [
      'Day *',
      'Subject',
      'Notes',
      'Hours',
      'Rooms',
      'Country',
      'Host',
      'Guests',
      'Proof',
    ]) {
      // A picker's list bears the same label as the picker.
      expect(screen.getAllByLabelText(name).length, name).toBeGreaterThan(0);
    }
    for (const name of ['Cost', 'Participants', 'At']) {
      expect(screen.getAllByRole('group', { name }), name).toHaveLength(1);
    }
    expect(screen.getByRole('group', { name: 'Name' })).toBeDefined();
    expect(screen.getByRole('group', { name: 'Topics' })).toBeDefined();
    expect(screen.getByRole('radiogroup', { name: 'Mode' })).toBeDefined();
    expect(screen.getByRole('radiogroup', { name: 'Paid' })).toBeDefined();
  });

  it('groups the fields by the question they answer, in the language of the screen', async () => {
    await openForm('ko');
    const group = screen.getByRole('group', { name: '언제였습니까?' });
    expect(within(group).getByLabelText('날짜 *')).toBeDefined();
    expect(within(group).queryByLabelText('제목')).toBeNull();
  });

  it('begins with today in the date that the type requires, and with the initial choices', async () => {
    await openForm('en');
    expect(screen.getByLabelText('Day *')).toHaveProperty('value', '2026-11-23');
    expect(screen.getByRole('radio', { name: 'Near' })).toHaveProperty('checked', true);
  });

  it('links help and errors to the field', async () => {
    const { user } = await openForm('en');
    const day = screen.getByLabelText('Day *');
    await user.clear(day);
    await user.tab();
    const described = (day.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['“Day” is required.', 'The day of the visit.']);
    expect(day.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a field that another one makes needless', () => {
  it('has a star, and a way to empty it, as its record needs it', async () => {
    const { user } = await openForm('en', { definition: conditional });
    expect(screen.getByRole('radiogroup', { name: 'Use *' })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Rent' }));
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
    const way = within(screen.getByRole('radiogroup', { name: 'Way' }));
    await user.click(way.getByRole('radio', { name: 'Received' }));
    expect(screen.getByRole('radiogroup', { name: 'Use' })).toBeDefined();
    const clear = screen.getAllByRole('button', { name: 'Clear' });
    expect(clear).toHaveLength(2);
    await user.click(clear[1] ?? expect.fail('no way to empty it'));
    expect(screen.getByRole('radio', { name: 'Rent' })).toHaveProperty('checked', false);
  });

  it('is not asked for in a drop-down list either', async () => {
    const { user } = await openForm('en', { definition: definitionOf('budgetEntry') });
    expect(screen.getByRole('combobox', { name: 'Category *' }).getAttribute('aria-required')).toBe('true');
    await user.click(screen.getByRole('radio', { name: 'Received' }));
    expect(screen.getByRole('combobox', { name: 'Category' }).getAttribute('aria-required')).toBe('false');
  });
});

describe('what is typed', () => {
  it('is saved as values, kind by kind', async () => {
    const { user, saved } = await openForm('en');
    await user.type(screen.getByLabelText('Subject'), 'Portal');
    await user.type(screen.getByLabelText('Notes'), 'Two lines');
    await user.type(screen.getByLabelText('Hours'), '1,5');
    await user.type(screen.getByLabelText('Rooms'), '3');
    await user.type(screen.getByRole('textbox', { name: 'Cost' }), '1,200.50');
    await user.click(screen.getByRole('radio', { name: 'Far' }));
    await user.click(screen.getByRole('checkbox', { name: 'Data' }));
    await user.click(screen.getByRole('radio', { name: 'No' }));
    await user.type(screen.getByLabelText('women'), '4');
    await user.type(screen.getByLabelText('men'), '3');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved).toHaveLength(1);
    expect(saved[0]?.values).toEqual({
      day: '2026-11-23',
      subject: 'Portal',
      notes: 'Two lines',
      hours: 1.5,
      rooms: 3,
      cost: { amount: 1200.5, currency: 'EUR' },
      mode: 'far',
      topics: ['data'],
      paid: false,
      people: { female: 4, male: 3, other: 0, undisclosed: 0 },
    });
  });

  it('is no value when it is blank', async () => {
    const { user, saved } = await openForm('en');
    await user.type(screen.getByLabelText('Subject'), '   ');
    await user.keyboard('{Control>}s{/Control}');
    expect(saved[0]?.values).toEqual({ day: '2026-11-23', mode: 'near' });
  });

  it('may be a date in any usual form, which becomes the stored one', async () => {
    const { user } = await openForm('ko');
    const day = screen.getByLabelText('날짜 *');
    await user.clear(day);
    await user.type(day, '2026년 3월 4일');
    await user.tab();
    expect(day).toHaveProperty('value', '2026-03-04');
    await user.type(day, '{ArrowUp}');
    expect(day).toHaveProperty('value', '2026-03-05');
  });

  it('adds up the participants', async () => {
    const { user } = await openForm('en');
    await user.type(screen.getByLabelText('women'), '12');
    await user.type(screen.getByLabelText('not disclosed'), '5');
    expect(screen.getByText('Total 17')).toBeDefined();
  });

  it('shows the language of the screen first and the others when they are asked for', async () => {
    const { user, saved } = await openForm('ko');
    const name = screen.getByRole('group', { name: '이름' });
    expect(within(name).getAllByRole('textbox')).toHaveLength(1);
    await user.type(within(name).getByRole('textbox', { name: '이름 한국어' }), '포털');
    await user.click(within(name).getByRole('button', { name: '추가: 영어' }));
    await user.keyboard('Portal');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved[0]?.values.name).toEqual({ ko: '포털', en: 'Portal' });
  });
});

describe('what is wrong', () => {
  it.each([
    ['en', 'Hours', 'Rooms', 'Save', 'Not saved: 2 entries need your attention.', '“many” is not a number.'],
    [
      'ko',
      '시간',
      '방',
      '저장',
      '저장하지 않았습니다. 확인할 항목이 2개 있습니다.',
      '“many”은(는) 숫자가 아닙니다.',
    ],
  ] as const)('keeps the form from being saved and is said in %s', async (...row) => {
    const [language, hours, rooms, save, title, sentence] = row;
    const { user, saved } = await openForm(language);
    await user.type(screen.getByLabelText(hours), 'many');
    await user.type(screen.getByLabelText(rooms), '1.5');
    await user.click(screen.getByRole('button', { name: new RegExp(`^${save}`) }));
    expect(saved).toEqual([]);
    expect(summary()?.textContent).toContain(title);
    expect(summary()?.textContent).toContain(sentence);
    expect(document.activeElement).toBe(summary());
  });

  it('leads from the summary to its field', async () => {
    const { user } = await openForm('en');
    await user.clear(screen.getByLabelText('Day *'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(screen.getByRole('button', { name: '“Day” is required.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Day *'));
  });

  it('keeps what was typed, also where it is no value', async () => {
    const { user } = await openForm('en');
    await user.type(screen.getByRole('textbox', { name: 'Cost' }), 'ten');
    await user.tab();
    expect(screen.getByRole('textbox', { name: 'Cost' })).toHaveProperty('value', 'ten');
    expect(screen.getByText(/“ten” is not a number/)).toBeDefined();
  });

  it('is not saved when Enter is pressed in a line', async () => {
    const { user, saved } = await openForm('en');
    await user.type(screen.getByLabelText('Subject'), 'Portal{Enter}');
    expect(saved).toEqual([]);
  });

  it('blocks nothing when it is a warning', async () => {
    const { user, saved } = await openForm('en');
    await user.type(screen.getByRole('textbox', { name: 'Cost' }), '10');
    await user.click(screen.getByLabelText('Hours'));
    await user.tab();
    expect(screen.getByText('There is a cost but no hours.')).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved).toHaveLength(1);
  });
});

describe('a reference', () => {
  it('is chosen by typing part of a name, with the keyboard alone', async () => {
    const { user, saved } = await openForm('en');
    await user.type(screen.getByRole('combobox', { name: 'Host' }), 'agen{Enter}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved[0]?.values.host).toBe(agencyId);
  });

  it('is taken away with the backspace key', async () => {
    const { user, saved } = await openForm('en');
    await user.type(screen.getByRole('combobox', { name: 'Guests' }), 'agen{Enter}{Backspace}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved[0]?.values.guests).toBeUndefined();
  });

  it('that does not exist is created on the spot, under the name that was typed, and chosen', async () => {
    const { user, saved, created } = await openForm('en');
    await user.type(screen.getByRole('combobox', { name: 'Host' }), 'Tax Office{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'New agency' });
    expect(within(dialog).queryByLabelText('City')).toBeNull();
    await user.click(within(dialog).getByRole('textbox', { name: 'Name * English' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(created).toEqual([{ type: 'agency', values: { name: { en: 'Tax Office' } } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Host' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved.map(({ values }) => values.host)).toEqual([createdId]);
  });

  it('is created in Korean when its name is Korean', async () => {
    const { user, created } = await openForm('en');
    await user.type(screen.getByRole('combobox', { name: 'Host' }), '세무서{Enter}');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /^Create and choose/ }));
    expect(created[0]?.values).toEqual({ name: { ko: '세무서' } });
  });
});

describe('a draft', () => {
  it('is kept with each key, and only what differs from the record', async () => {
    const { user, lastDraft } = await openForm('en');
    await user.type(screen.getByLabelText('Subject'), 'P');
    expect(lastDraft()).toEqual({ subject: { value: 'P', texts: ['P'] } });
    await user.type(screen.getByLabelText('Subject'), '{Backspace}');
    expect(lastDraft()).toBeNull();
  });

  it('is restored, also what is no value yet, and told with its time', async () => {
    const draft = {
      subject: { value: 'Portal', texts: ['Portal'] },
      hours: { value: null, texts: ['many'] },
      unknown: { value: 1 },
    };
    await openForm('en', { draft, draftTime: '14:02' });
    expect(screen.getByText('A draft of 14:02 was restored; it is not saved yet.')).toBeDefined();
    expect(screen.getByLabelText('Subject')).toHaveProperty('value', 'Portal');
    expect(screen.getByLabelText('Hours')).toHaveProperty('value', 'many');
  });

  it('is discarded on request', async () => {
    const draft = { subject: { value: 'Portal', texts: ['Portal'] } };
    const { user, lastDraft } = await openForm('ko', { draft, draftTime: '14:02' });
    await user.click(screen.getByRole('button', { name: '임시 내용 버리기' }));
    expect(screen.getByLabelText('제목')).toHaveProperty('value', '');
    expect(lastDraft()).toBeNull();
    expect(screen.queryByText(/14:02/)).toBeNull();
  });
});

describe('a stored record', () => {
  const base = { day: '2026-01-02', subject: 'Before', host: agencyId };

  it('says which fields the person changed, so that the others can stay as they are elsewhere', async () => {
    const { user, saved } = await openForm('en', { definition: everyKind, id: agencyId, base });
    await user.type(screen.getByLabelText('Subject'), '!');
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    expect(saved).toEqual([{ values: { ...base, subject: 'Before!' }, changed: ['subject'] }]);
  });

  it('has nothing to save while nothing differs', async () => {
    await openForm('en', { id: agencyId, base });
    expect(screen.getByRole('button', { name: /^Save/ })).toHaveProperty('disabled', true);
  });
});

describe('the form of a new center', () => {
  const end = () => screen.getByLabelText('Operation until');

  it('begins with the usual budget of Korea', async () => {
    await openForm('en', { definition: definitionOf('center') });
    const [amount] = within(screen.getByRole('group', { name: 'Korea’s budget' })).getAllByRole('textbox');
    expect(amount).toHaveProperty('value', '1000000');
  });

  it('proposes three years of operation, and again after the start was corrected', async () => {
    const { user } = await openForm('en', { definition: definitionOf('center') });
    const start = screen.getByLabelText('Operation from');
    await user.type(start, '2027-03-01');
    expect(end()).toHaveProperty('value', '2030-02-28');
    await user.clear(start);
    await user.type(start, '2027-04-01');
    expect(end()).toHaveProperty('value', '2030-03-31');
  });

  it('leaves an end alone that a person typed', async () => {
    const { user } = await openForm('en', { definition: definitionOf('center') });
    await user.type(end(), '2029-12-31');
    await user.type(screen.getByLabelText('Operation from'), '2027-03-01');
    expect(end()).toHaveProperty('value', '2029-12-31');
  });
});
