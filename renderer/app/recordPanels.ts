import { type ComponentType, lazy } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { RecordPanels } from '../stores/recordPanels.tsx';

type Panel = ComponentType<{ readonly id: RecordId }>;

/** React fetches default exports; ours are named. */
const fetched = (load: () => Promise<Panel>) => lazy(async () => ({ default: await load() }));

/** The further tabs of open records by type; each is fetched when it is first shown. */
export const recordPanels: RecordPanels = {
  meeting: [
    {
      key: 'decisions',
      label: { en: 'Decisions', ko: '결정 사항' },
      Panel: fetched(async () => (await import('../features/committee/MeetingPanel.tsx')).MeetingPanel),
    },
  ],
  decision: [
    {
      key: 'carriedOut',
      label: { en: 'Meeting and projects', ko: '회의·과제' },
      Panel: fetched(async () => (await import('../features/committee/DecisionPanel.tsx')).DecisionPanel),
    },
  ],
  project: [
    {
      key: 'progress',
      label: { en: 'Progress', ko: '진행 관리' },
      Panel: fetched(async () => (await import('../features/projects/ProjectPanel.tsx')).ProjectPanel),
    },
  ],
  consultation: [
    {
      key: 'case',
      label: { en: 'Case', ko: '자문 사례' },
      Panel: fetched(async () => (await import('../features/consultations/CasePanel.tsx')).CasePanel),
    },
  ],
  training: [
    {
      key: 'participants',
      label: { en: 'Participants', ko: '참가자' },
      Panel: fetched(async () => (await import('../features/trainings/TrainingPanel.tsx')).TrainingPanel),
    },
  ],
};
