import { seededRandom } from '../../shared/records/sample/seededRandom.ts';
import { hasOffice } from '../support/e2eOffice.ts';
import { expect, test } from './support/app.ts';
import { expectAsTheModel, expectHistories } from './support/officeChecks.ts';
import { centers, OfficeStory, type StepKind } from './support/officeStory.ts';
import { beginWork } from './support/person.ts';

// Two centers and headquarters do whatever comes, in an order that the seed decides, and send each other files; a
// small model keeps account of what nobody may lose. At the end all three exchange everything and must be alike.

const seeds = process.env.FIELDBOOK_SEED === undefined ? ['spring', 'autumn'] : [process.env.FIELDBOOK_SEED];

/** What happens, in an order that the seed decides; those of the first half happen before those of the second. */
const halves: readonly (readonly StepKind[])[] = [
  ['edit', 'edit', 'edit', 'send', 'typeIntoFile', 'receive'],
  ['log', 'edit', 'delete', 'send', 'typeIntoFile', 'saveInOtherProgram', 'receive', 'decide', 'takeBack'],
];

for (const seed of seeds) {
  test(`three offices that do what they like and send files are alike in the end: ${seed}`, async ({
    app,
    anotherApp,
    folder,
  }) => {
    test.setTimeout(480_000);
    const [nairobi, headquarters] = await Promise.all([anotherApp('nairobi'), anotherApp('headquarters')]);
    const random = seededRandom(seed);
    const story = new OfficeStory(random, folder, { sofia: app, nairobi, headquarters });
    if (!hasOffice) story.told.push('LibreOffice is not here: no file passes through another program.');
    try {
      await begin(story);
      for (const steps of halves) {
        for (const step of random.some(steps, steps.length)) await story.take(step);
      }
      await exchangeAll(story);
      await expectHistories(story, await expectAsTheModel(story));
    } finally {
      console.log([`FIELDBOOK_SEED=${seed}`, ...story.told].join('\n  '));
    }
  });
}

/** Each center logs something, and headquarters has it. */
async function begin(story: OfficeStory): Promise<void> {
  await Promise.all(
    story.offices.map(({ name, app: { page } }) =>
      name === 'headquarters'
        ? beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' })
        : beginWork(page, {
            language: 'en',
            name: `Expert in ${centers[name].country}`,
            workspace: centers[name].label,
          }),
    ),
  );
  await story.log('sofia');
  await story.log('nairobi');
  const sent = [
    await story.send(story.office('sofia'), 'everything'),
    await story.send(story.office('nairobi'), 'everything'),
  ];
  await story.receive(story.office('headquarters'), sent);
  const consolidated = await story.send(story.office('headquarters'), 'everything');
  for (const name of ['sofia', 'nairobi'] as const) await story.receive(story.office(name), [consolidated]);
}

/** Everybody gets everything; what stands in files only is brought in as well, as nothing may stay behind. */
async function exchangeAll(story: OfficeStory): Promise<void> {
  const headquarters = story.office('headquarters');
  const centersAtWork = story.offices.filter((office) => office !== headquarters);
  for (const office of centersAtWork) {
    await story.becomeHeadquarters(office);
    await story.send(office, 'everything');
  }
  await story.receive(headquarters, story.files);
  const consolidated = await story.send(headquarters, 'everything');
  for (const office of centersAtWork) {
    await story.receive(office, [consolidated]);
    expect([...office.holds.keys()].sort(), 'the model is alike').toEqual(
      [...headquarters.holds.keys()].sort(),
    );
  }
}
