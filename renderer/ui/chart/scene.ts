/** What a colour stands for; the screen takes it from the theme, a saved picture from paper. */
export type Paint = 'ink' | 'muted' | 'line' | 'axis' | 'paper' | 'deep' | 'soft' | 'land';

/**
 * A drawing as data, in pixels from the upper left corner. The same scene is shown as SVG, where its numbers can be
 * opened, and drawn into a picture file; neither knows what it means.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly SceneMark[];
  /** Where a number can be opened. */
  readonly targets: readonly SceneTarget[];
}

export type SceneMark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Paint | null;
      readonly stroke?: Paint;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly Point[];
      readonly stroke: Paint;
      readonly width?: number;
      readonly dash?: readonly number[];
    }
  | {
      /** An SVG path, whose outline closes where it is filled. */
      readonly kind: 'path';
      readonly d: string;
      readonly fill: Paint | null;
      readonly stroke?: Paint;
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'text';
      /** Of the base line. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly paint: Paint;
      readonly anchor?: 'start' | 'middle' | 'end';
      /** Default 12. */
      readonly size?: number;
      readonly bold?: boolean;
      /** A rim that keeps it readable over a drawing. */
      readonly halo?: boolean;
    }
  | {
      readonly kind: 'group';
      readonly x: number;
      readonly y: number;
      readonly marks: readonly SceneMark[];
    };

export type Point = readonly [x: number, y: number];

export interface SceneTarget {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
  readonly category: number;
}

/** The width of a text in Pretendard, about right: enough to place labels without measuring on a screen. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

function widthOf(character: string): number {
  if (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7ff\uff00-\uffef]/.test(character)) return 0.89;
  if (/[ il.,:;'’|!()[\]/·]/.test(character)) return 0.32;
  if (/[A-ZMWmw%@]/.test(character)) return 0.72;
  return 0.58;
}

/** A text in at most so many lines, broken between words; what does not fit is cut with an ellipsis. */
export function wrapText(text: string, most: number, lines = 2, size = 12): readonly string[] {
  const words = text.split(' ');
  const wrapped: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= most) {
      line = longer;
      continue;
    }
    if (wrapped.length === lines - 1) {
      line = `${line} ${words.slice(index).join(' ')}`;
      break;
    }
    wrapped.push(line);
    line = word;
  }
  return [...wrapped, line].map((one) => cutText(one, most, size));
}

function cutText(text: string, most: number, size: number): string {
  if (textWidth(text, size) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > most) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
