export interface RendererServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}
export const serverName: string;
export function serveRenderer(options: {
  readonly folder: string;
  readonly port: number;
}): Promise<RendererServer>;
export function listFiles(
  folder: string,
  prefix?: string,
): readonly { readonly path: string; readonly location: string }[];
