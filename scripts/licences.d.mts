export function collectLicences(folder?: string): readonly {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}[];
