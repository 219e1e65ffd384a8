/** Pictures in boxes (HEIC, AVIF) of any layout: whole files, but for the coded picture itself, which is any bytes. */

type Bytes = readonly number[];

const letters = (text: string): Bytes => [...text].map((letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number): Bytes =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256);

export const box = (type: string, ...content: readonly Bytes[]): Bytes => {
  const all = content.flat();
  return [...big(all.length + 8, 4), ...letters(type), ...all];
};
/** With the size in 64 bits. */
export const longBox = (type: string, ...content: readonly Bytes[]): Bytes => {
  const all = content.flat();
  return [...big(1, 4), ...letters(type), ...big(all.length + 16, 8), ...all];
};
const full = (version: number): Bytes => [version, 0, 0, 0];

export interface MadeItem {
  readonly id: number;
  readonly type: string;
  readonly mediaType?: string;
  readonly bytes: Bytes;
  /** In how many pieces it lies. */
  readonly pieces?: number;
  /** In “idat” within the description rather than in “mdat”. */
  readonly inDescription?: boolean;
}

export interface MadeHeic {
  readonly items: readonly MadeItem[];
  readonly infeVersion?: 2 | 3;
  readonly ilocVersion?: 0 | 1 | 2;
  readonly numberBytes?: 4 | 8;
  readonly isLong?: boolean;
  readonly more?: Bytes;
  readonly moreProperties?: Bytes;
  readonly moreDescription?: Bytes;
  /** Bytes in “mdat” that no item names. */
  readonly unnamed?: Bytes;
  /** Says for an item where it lies, instead of what is true. */
  readonly forge?: (item: MadeItem, extents: readonly MadeExtent[]) => MadePlace;
}

interface MadeExtent {
  readonly offset: number;
  readonly length: number;
}
interface MadePlace {
  readonly extents: readonly MadeExtent[];
  readonly method?: number;
  readonly reference?: number;
}

/** A file with these items; positions are told from the start of the file, or of “idat”. */
export function heicFile(made: MadeHeic): Uint8Array {
  const description = (dataAt: number) => descriptionOf(made, dataAt);
  const type = box('ftyp', letters('heic'), big(0, 4), letters('mif1heic'));
  const dataAt = type.length + description(0).length + (made.isLong ? 16 : 8);
  const stored = made.items.filter((item) => item.inDescription !== true).flatMap(({ bytes }) => bytes);
  const data = (made.isLong ? longBox : box)('mdat', stored, made.unnamed ?? []);
  return Uint8Array.from([...type, ...description(dataAt), ...data, ...(made.more ?? [])]);
}

function descriptionOf(made: MadeHeic, dataAt: number): Bytes {
  const idat = made.items.filter((item) => item.inDescription === true).flatMap(({ bytes }) => bytes);
  const size = box('ispe', full(0), big(640, 4), big(480, 4));
  return box(
    'meta',
    full(0),
    box('hdlr', full(0), big(0, 4), letters('pict'), big(0, 13)),
    box('pitm', full(0), big(made.items[0]?.id ?? 1, 2)),
    iloc(made, dataAt),
    iinf(made),
    box('iprp', box('ipco', size, made.moreProperties ?? [])),
    idat.length === 0 ? [] : box('idat', idat),
    made.moreDescription ?? [],
  );
}

function iinf({ items, infeVersion = 2 }: MadeHeic): Bytes {
  const entries = items.map(({ id, type, mediaType }) =>
    box(
      'infe',
      full(infeVersion),
      big(id, infeVersion === 2 ? 2 : 4),
      big(0, 2),
      letters(type),
      [0],
      mediaType === undefined ? [] : [...letters(mediaType), 0],
    ),
  );
  return box('iinf', full(0), big(items.length, 2), ...entries);
}

function iloc(made: MadeHeic, dataAt: number): Bytes {
  const { items, ilocVersion = 1, numberBytes = 4, forge } = made;
  const next = { data: dataAt, description: 0 };
  const entries = items.map((item) => {
    const store = item.inDescription === true ? 'description' : 'data';
    const extents = piecesOf(item, next[store]);
    next[store] += item.bytes.length;
    const {
      method = item.inDescription === true ? 1 : 0,
      reference = 0,
      ...place
    } = forge?.(item, extents) ?? {
      extents,
    };
    return [
      ...big(item.id, ilocVersion < 2 ? 2 : 4),
      ...(ilocVersion === 0 ? [] : big(method, 2)),
      ...big(reference, 2),
      ...big(place.extents.length, 2),
      ...place.extents.flatMap(({ offset, length }) => [
        ...big(offset, numberBytes),
        ...big(length, numberBytes),
      ]),
    ];
  });
  const count = big(items.length, ilocVersion < 2 ? 2 : 4);
  return box('iloc', full(ilocVersion), [numberBytes * 17, 0], count, ...entries);
}

function piecesOf({ bytes, pieces = 1 }: MadeItem, from: number): readonly MadeExtent[] {
  const step = Math.ceil(bytes.length / pieces);
  return Array.from({ length: pieces }, (_, index) => ({
    offset: from + index * step,
    length: Math.min(step, bytes.length - index * step),
  }));
}
