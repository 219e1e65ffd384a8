interface Text {
  readonly en: string;
  readonly ko: string;
}
export const defaultPort: number;
export const texts: Readonly<Record<string, Text>>;
export const reasons: Readonly<Record<string, Text>>;
export function say(
  text: Text,
  environment: Readonly<Record<string, string | undefined>>,
  params?: Readonly<Record<string, string | number | Text>>,
): string;
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly browser: boolean; readonly open: boolean; readonly port: number } | null;
