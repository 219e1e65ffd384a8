// What the two processes of the stand-in ask each other. Addresses are as Electron gives them (app://…).

export interface FrameOfCall {
  readonly url: string;
  readonly isMainFrame: boolean;
}

export type NetworkAnswer =
  | { readonly kind: 'blocked' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    };

/** What the process with Chromium does for the main bundle's process. */
export type WindowCalls = {
  readonly open: {
    readonly payload: {
      readonly window: number;
      /** Chromium's folder. */
      readonly profile: string;
      readonly size: { readonly width: number; readonly height: number };
      /** The preload bundle's text. */
      readonly preload: string;
      readonly schemes: readonly string[];
      readonly switches: readonly string[];
    };
    readonly result: null;
  };
  readonly permit: {
    readonly payload: { readonly origin: string; readonly granted: Readonly<Record<string, boolean>> };
    readonly result: null;
  };
  readonly load: {
    readonly payload: { readonly window: number; readonly url: string };
    readonly result: null;
  };
  readonly reload: { readonly payload: { readonly window: number }; readonly result: null };
  readonly send: {
    readonly payload: {
      readonly window: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    };
    readonly result: null;
  };
  readonly clearStorage: {
    readonly payload: { readonly storages: readonly string[] };
    readonly result: null;
  };
  readonly print: { readonly payload: { readonly window: number }; readonly result: Uint8Array };
  readonly close: { readonly payload: { readonly window: number }; readonly result: null };
};

/** What the main bundle's process decides and does for the windows. */
export type MainCalls = {
  /** Runs a test's function there, with the stand-in's `electron` as its first argument. */
  readonly evaluate: {
    readonly payload: { readonly source: string; readonly argument: unknown };
    readonly result: unknown;
  };
  readonly request: {
    readonly payload: { readonly url: string; readonly method: string; readonly resourceType: string };
    readonly result: NetworkAnswer;
  };
  /** The results of these four: whether it was prevented. */
  readonly navigate: {
    readonly payload: { readonly window: number; readonly url: string; readonly isMainFrame: boolean };
    readonly result: boolean;
  };
  readonly redirect: {
    readonly payload: { readonly window: number; readonly url: string; readonly isMainFrame: boolean };
    readonly result: boolean;
  };
  readonly openWindow: {
    readonly payload: { readonly window: number; readonly url: string };
    readonly result: boolean;
  };
  readonly download: {
    readonly payload: { readonly window: number; readonly url: string };
    readonly result: boolean;
  };
  readonly invoke: {
    readonly payload: {
      readonly window: number;
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly frame: FrameOfCall;
    };
    readonly result: unknown;
  };
  /** The user closes the window. */
  readonly closeAsked: { readonly payload: { readonly window: number }; readonly result: null };
  readonly gone: {
    readonly payload: { readonly window: number; readonly reason: 'crashed' | 'closed' };
    readonly result: null;
  };
};
