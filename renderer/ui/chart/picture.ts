import { accent, grey } from '../../theme/palette.ts';
import { type Paint, type Point, type Scene, type SceneMark, wrapText } from './scene.ts';

/** What a picture says of itself once it lies outside the application. */
export interface PictureTexts {
  readonly title: string;
  /** Source, date, rules: one line each. */
  readonly notes: readonly string[];
}

const margin = 24;
const titleSize = 18;
const lineHeight = 16;

/** A scene with its title above and its source below, on a paper of its own. */
export function framedScene(scene: Scene, { title, notes }: PictureTexts): Scene {
  const titles = wrapText(title, scene.width, 2, titleSize);
  const lines = notes.flatMap((note) => wrapText(note, scene.width, 3));
  const top = margin + titles.length * 24 + 8;
  const foot = top + scene.height + 20;
  return {
    width: scene.width + 2 * margin,
    height: foot + lines.length * lineHeight + margin - 8,
    targets: [],
    marks: [
      ...titles.map(
        (text, line): SceneMark => ({
          kind: 'text',
          x: margin,
          y: margin + titleSize + line * 24,
          text,
          paint: 'ink',
          size: titleSize,
          bold: true,
        }),
      ),
      { kind: 'group', x: margin, y: top, marks: scene.marks },
      ...lines.map(
        (text, line): SceneMark => ({
          kind: 'text',
          x: margin,
          y: foot + line * lineHeight,
          text,
          paint: 'muted',
        }),
      ),
    ],
  };
}

/** A picture is for documents, which are white whatever the theme of the screen. */
const onPaper: Readonly<Record<Paint, string>> = {
  ink: grey[9] ?? '#000000',
  muted: grey[6] ?? '#555555',
  line: grey[2] ?? '#dddddd',
  axis: grey[4] ?? '#aaaaaa',
  paper: '#ffffff',
  deep: accent[8] ?? '#000080',
  soft: '#b9c6d7',
  land: '#e3e4e6',
};

const fontFamily = "'Pretendard Variable', Pretendard, 'Malgun Gothic', 'Noto Sans KR', sans-serif";
/** Sharp in print and on screens with fine pixels. */
const pixelRatio = 2;

/** The scene as a PNG file, at twice its size; null where this engine cannot draw it. */
export async function pngOf(scene: Scene): Promise<Uint8Array | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(scene.width * pixelRatio);
  canvas.height = Math.ceil(scene.height * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // The parts of the typeface that the texts need may not have been shown yet.
  const text = textsIn(scene.marks).join('');
  await Promise.all(
    ['400', '600'].map((weight) => document.fonts.load(`${weight} 12px ${fontFamily}`, text)),
  );
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = onPaper.paper;
  context.fillRect(0, 0, scene.width, scene.height);
  for (const mark of scene.marks) drawMark(context, mark);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

function textsIn(marks: readonly SceneMark[]): readonly string[] {
  return marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark.text] : mark.kind === 'group' ? textsIn(mark.marks) : [],
  );
}

function drawMark(context: CanvasRenderingContext2D, mark: SceneMark): void {
  switch (mark.kind) {
    case 'rect': {
      const path = new Path2D();
      path.rect(mark.x, mark.y, mark.width, mark.height);
      paintPath(context, path, mark.fill, mark.stroke, 1);
      break;
    }
    case 'path':
      paintPath(context, new Path2D(mark.d), mark.fill, mark.stroke, mark.strokeWidth ?? 1);
      break;
    case 'line':
      context.setLineDash([...(mark.dash ?? [])]);
      paintPath(context, lineThrough(mark.points), null, mark.stroke, mark.width ?? 1);
      context.setLineDash([]);
      break;
    case 'text':
      drawText(context, mark);
      break;
    case 'group':
      context.save();
      context.translate(mark.x, mark.y);
      for (const inner of mark.marks) drawMark(context, inner);
      context.restore();
  }
}

function lineThrough(points: readonly Point[]): Path2D {
  const path = new Path2D();
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  return path;
}

function paintPath(
  context: CanvasRenderingContext2D,
  path: Path2D,
  fill: Paint | null,
  stroke: Paint | undefined,
  width: number,
): void {
  if (fill !== null) {
    context.fillStyle = onPaper[fill];
    context.fill(path);
  }
  if (stroke !== undefined) {
    context.strokeStyle = onPaper[stroke];
    context.lineWidth = width;
    context.stroke(path);
  }
}

function drawText(
  context: CanvasRenderingContext2D,
  {
    x,
    y,
    text,
    anchor = 'start',
    size = 12,
    bold = false,
    paint,
    halo = false,
  }: SceneMark & { kind: 'text' },
): void {
  context.font = `${bold ? 600 : 400} ${size}px ${fontFamily}`;
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  if (halo) {
    context.strokeStyle = onPaper.paper;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
  }
  context.fillStyle = onPaper[paint];
  context.fillText(text, x, y);
}
