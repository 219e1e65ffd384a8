type Environment = Readonly<Record<string, string | undefined>>;
export function findElectron(options: {
  readonly folder: string;
  readonly environment: Environment;
  readonly platform: string;
  readonly limit: number;
  readonly onFetch: () => void;
}): Promise<{ readonly path: string } | { readonly reason: string }>;
export function runElectron(options: {
  readonly path: string;
  readonly project: string;
  readonly environment: Environment;
  readonly signals: readonly string[];
}): Promise<number | null>;
