import type { CellLook, NumberFormat } from '../grid.ts';
import type { StylePlan } from './sheetPlan.ts';

/** One deep blue; grey for structure; red and amber for state, never without words beside them. */
const colors = {
  accent: '1F4E8C',
  accentSoft: '4A6FA5',
  accentPale: 'E9EFF7',
  ink: '1B2430',
  muted: '5A6675',
  white: 'FFFFFF',
  red: '9B1C1C',
  redPale: 'FBE3E1',
  amber: '7A4B00',
  amberPale: 'FFF3D6',
} as const;

const middle = { vertical: 'center', wrap: true } as const;
const left = { horizontal: 'left', indent: 1 } as const;

const styleByLook: Readonly<Record<CellLook, StylePlan>> = {
  title: { font: { size: 18, bold: true, color: colors.accent }, vertical: 'center' },
  subtitle: { font: { size: 12, color: colors.muted }, vertical: 'center' },
  label: { font: { color: colors.muted }, border: 'hairline', fill: colors.accentPale, ...left, ...middle },
  body: { font: { color: colors.ink }, border: 'hairline', ...left, ...middle },
  number: {
    font: { color: colors.ink },
    border: 'hairline',
    horizontal: 'right',
    indent: 1,
    vertical: 'center',
  },
  header: {
    font: { bold: true, color: colors.white },
    fill: colors.accentSoft,
    border: 'header',
    horizontal: 'center',
    ...middle,
  },
  // The format shows " *" behind the text without being part of it: an import still finds the bare header.
  requiredHeader: {
    font: { bold: true, color: colors.white },
    fill: colors.accent,
    border: 'header',
    numberFormat: '@" *"',
    horizontal: 'center',
    ...middle,
  },
  total: {
    font: { bold: true, color: colors.ink },
    fill: colors.accentPale,
    border: 'total',
    ...left,
    vertical: 'center',
  },
  note: { font: { size: 9, color: colors.muted }, vertical: 'top', wrap: true },
  warning: {
    font: { color: colors.amber },
    fill: colors.amberPale,
    border: 'hairline',
    ...left,
    ...middle,
  },
  error: {
    font: { color: colors.red },
    fill: colors.redPale,
    border: 'hairline',
    ...left,
    ...middle,
  },
  link: { font: { color: colors.accent, underline: true }, vertical: 'center' },
};

const codeByFormat: Readonly<Record<NumberFormat, string | undefined>> = {
  general: undefined,
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.00',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm',
  percent: '0.0%',
};

export const tabColor = colors.accent;

export function lookStyle(look: CellLook): StylePlan {
  return styleByLook[look];
}

export function formatCode(format: NumberFormat): string | undefined {
  return codeByFormat[format];
}

/** A style for a cell that needs attention; its comment says why. */
export function markedStyle(style: StylePlan): StylePlan {
  return { ...style, fill: colors.redPale, font: { ...style.font, color: colors.red } };
}

/** A cell of a table's data; spare cells have no border, or they would be printed. */
export function dataStyle(format: NumberFormat, wrap: boolean, spare: boolean): StylePlan {
  const code = formatCode(format);
  return {
    ...(spare ? {} : { border: 'hairline' as const }),
    ...(code === undefined ? {} : { numberFormat: code }),
    ...alignmentOf(format),
    vertical: 'top',
    wrap,
  };
}

function alignmentOf(format: NumberFormat): Pick<StylePlan, 'horizontal' | 'indent'> {
  switch (format) {
    case 'text':
      return { horizontal: 'left', indent: 1 };
    case 'date':
    case 'dateTime':
      return { horizontal: 'center' };
    case 'general':
      return {};
    default:
      return { horizontal: 'right', indent: 1 };
  }
}
