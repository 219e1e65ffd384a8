import type { MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep blue. Shade 8 is used on paper, shade 6 in the dark. */
export const accent: MantineColorsTuple = [
  '#f0f4fa',
  '#e1e9f5',
  '#c3d3ea',
  '#9db7dc',
  '#7b9dce',
  '#557fba',
  '#3a68a8',
  '#285590',
  '#17407a',
  '#0f2e5b',
];

/** Cool greys of paper and ink. 6 and darker are readable as text on white (AA). */
export const grey: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e7eaef',
  '#d8dde4',
  '#bec6d0',
  '#8b95a3',
  '#5d6776',
  '#454f5c',
  '#2d3541',
  '#1a2029',
];

/** The dark theme from its text (0) to its deepest ground (9); 7 is the body. */
export const night: MantineColorsTuple = [
  '#dce0e7',
  '#b9c0cb',
  '#9aa3b0',
  '#7a8493',
  '#3c444f',
  '#2c333d',
  '#1f252d',
  '#161b21',
  '#11151a',
  '#0b0e12',
];

/** Only for state, and always beside a word or an icon. */
export const stateColors = {
  green: [
    '#eef7f1',
    '#d8ecdf',
    '#b3d9c0',
    '#87c19b',
    '#5fa97a',
    '#3f915f',
    '#2c7a4b',
    '#21663d',
    '#185230',
    '#103d23',
  ],
  yellow: [
    '#fdf6e7',
    '#faeac6',
    '#f3d58e',
    '#e8bb52',
    '#d7a02b',
    '#b98212',
    '#96680a',
    '#7d5607',
    '#644405',
    '#4b3303',
  ],
  red: [
    '#fdf1f0',
    '#fadfdd',
    '#f3bdb9',
    '#e99590',
    '#dd6e68',
    '#cb4a44',
    '#b3332d',
    '#982823',
    '#7c1f1b',
    '#5e1714',
  ],
} as const satisfies Record<string, MantineColorsTuple>;
