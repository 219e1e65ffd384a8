export function toPlain(value: unknown): unknown;
export function fromPlain(plain: unknown): unknown;
