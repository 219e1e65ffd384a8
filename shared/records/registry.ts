import { type AnyRecordDefinition, anyRecord } from '../schema/defineRecord.ts';
import type { ValuesOf } from '../schema/fieldSpec.ts';
import { assignment } from './assignment.ts';
import { baseline } from './baseline.ts';
import { budgetEntry } from './budgetEntry.ts';
import { center } from './center.ts';
import { consultation } from './consultation.ts';
import { counterpart } from './counterpart.ts';
import { decision } from './decision.ts';
import { deliverable } from './deliverable.ts';
import { event } from './event.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { followUp } from './followUp.ts';
import { meeting } from './meeting.ts';
import { milestone } from './milestone.ts';
import { organization } from './organization.ts';
import { outcome } from './outcome.ts';
import { participation } from './participation.ts';
import { person } from './person.ts';
import { plan } from './plan.ts';
import { planLine } from './planLine.ts';
import { project } from './project.ts';
import { report } from './report.ts';
import { reportStep } from './reportStep.ts';
import { sealPart } from './sealPart.ts';
import { story } from './story.ts';
import { training } from './training.ts';

/** Every record type that this version knows, in the order of sheets and menus. */
export const recordTypes = [
  'center',
  'milestone',
  'organization',
  'person',
  'assignment',
  'counterpart',
  'meeting',
  'decision',
  'plan',
  'planLine',
  'budgetEntry',
  'project',
  'deliverable',
  'consultation',
  'training',
  'participation',
  'event',
  'exchange',
  'followUp',
  'outcome',
  'story',
  'evidence',
  'report',
  'reportStep',
  'sealPart',
  'baseline',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** The exact value types, for code that names a record type. */
export interface ValuesByType {
  readonly center: ValuesOf<typeof center.fields>;
  readonly milestone: ValuesOf<typeof milestone.fields>;
  readonly organization: ValuesOf<typeof organization.fields>;
  readonly person: ValuesOf<typeof person.fields>;
  readonly assignment: ValuesOf<typeof assignment.fields>;
  readonly counterpart: ValuesOf<typeof counterpart.fields>;
  readonly meeting: ValuesOf<typeof meeting.fields>;
  readonly decision: ValuesOf<typeof decision.fields>;
  readonly plan: ValuesOf<typeof plan.fields>;
  readonly planLine: ValuesOf<typeof planLine.fields>;
  readonly budgetEntry: ValuesOf<typeof budgetEntry.fields>;
  readonly project: ValuesOf<typeof project.fields>;
  readonly deliverable: ValuesOf<typeof deliverable.fields>;
  readonly consultation: ValuesOf<typeof consultation.fields>;
  readonly training: ValuesOf<typeof training.fields>;
  readonly participation: ValuesOf<typeof participation.fields>;
  readonly event: ValuesOf<typeof event.fields>;
  readonly exchange: ValuesOf<typeof exchange.fields>;
  readonly followUp: ValuesOf<typeof followUp.fields>;
  readonly outcome: ValuesOf<typeof outcome.fields>;
  readonly story: ValuesOf<typeof story.fields>;
  readonly evidence: ValuesOf<typeof evidence.fields>;
  readonly report: ValuesOf<typeof report.fields>;
  readonly reportStep: ValuesOf<typeof reportStep.fields>;
  readonly sealPart: ValuesOf<typeof sealPart.fields>;
  readonly baseline: ValuesOf<typeof baseline.fields>;
}

const definitions: { readonly [Type in RecordType]: AnyRecordDefinition } = {
  center: anyRecord(center),
  milestone: anyRecord(milestone),
  organization: anyRecord(organization),
  person: anyRecord(person),
  assignment: anyRecord(assignment),
  counterpart: anyRecord(counterpart),
  meeting: anyRecord(meeting),
  decision: anyRecord(decision),
  plan: anyRecord(plan),
  planLine: anyRecord(planLine),
  budgetEntry: anyRecord(budgetEntry),
  project: anyRecord(project),
  deliverable: anyRecord(deliverable),
  consultation: anyRecord(consultation),
  training: anyRecord(training),
  participation: anyRecord(participation),
  event: anyRecord(event),
  exchange: anyRecord(exchange),
  followUp: anyRecord(followUp),
  outcome: anyRecord(outcome),
  story: anyRecord(story),
  evidence: anyRecord(evidence),
  report: anyRecord(report),
  reportStep: anyRecord(reportStep),
  sealPart: anyRecord(sealPart),
  baseline: anyRecord(baseline),
};

export const recordDefinitions: readonly AnyRecordDefinition[] = recordTypes.map((type) => definitions[type]);

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(definitions, type);

/** Null for a type that this version does not know. */
export function findDefinition(type: string): AnyRecordDefinition | null {
  return isRecordType(type) ? definitions[type] : null;
}

/** The definition of a type that the code itself names; throws for a typing mistake. */
export function definitionOf(type: string): AnyRecordDefinition {
  const definition = findDefinition(type);
  if (definition === null) throw new Error(`No record type “${type}”`);
  return definition;
}
