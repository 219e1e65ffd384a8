// Arguments, environment and texts of `npm start`.
import { parseArgs } from 'node:util';

// The address owns the browser's store: another port would open an empty one.
export const defaultPort = 4517;

export const texts = {
  usage: {
    en: 'Usage: npm start -- [--browser] [--no-open] [--port N] (or FIELDBOOK_PORT=N)',
    ko: '사용법: npm start -- [--browser] [--no-open] [--port N] (또는 FIELDBOOK_PORT=N)',
  },
  notInstalled: {
    en: 'Some packages are missing. Run "npm ci" once with a network, then "npm start" again.',
    ko: '필요한 패키지가 없습니다. 인터넷에 연결한 상태에서 "npm ci"를 한 번 실행한 뒤 다시 "npm start"를 실행하십시오.',
  },
  building: { en: 'Building Fieldbook …', ko: 'Fieldbook을 빌드하고 있습니다 …' },
  buildFailed: {
    en: 'The build failed; the reason stands above. Fieldbook was not started.',
    ko: '빌드에 실패했습니다. 원인은 위에 표시되어 있습니다. Fieldbook을 시작하지 않았습니다.',
  },
  fetching: {
    en: 'Fetching Electron (once, at most one minute) …',
    ko: 'Electron을 내려받고 있습니다(최초 1회, 최대 1분) …',
  },
  inBrowser: {
    en: 'Fieldbook opens in the browser, because {reason}.',
    ko: '{reason} Fieldbook을 브라우저에서 엽니다.',
  },
  serving: {
    en: 'Fieldbook is at {address} (this computer only). Press Ctrl+C to stop.',
    ko: 'Fieldbook 주소: {address} (이 컴퓨터에서만 열립니다). 끝내려면 Ctrl+C를 누르십시오.',
  },
  otherStore: {
    en: 'Note: port {port} has a store of its own; your records of port {default} are not shown here.',
    ko: '참고: {port}번 포트는 저장소가 따로 있으므로 {default}번 포트의 기록은 여기에 나타나지 않습니다.',
  },
  alreadyRunning: {
    en: 'Fieldbook is already running at {address}; use it there.',
    ko: 'Fieldbook이 이미 {address}에서 실행 중입니다. 그 주소에서 사용하십시오.',
  },
  portTaken: {
    en: 'Another program uses port {port}. Close it, or run "npm start -- --port N" (another port has a store of its own).',
    ko: '다른 프로그램이 {port}번 포트를 사용하고 있습니다. 그 프로그램을 닫거나 "npm start -- --port N"을 실행하십시오(포트마다 저장소가 다릅니다).',
  },
};

/** Why Electron is not used; each completes `inBrowser`. */
export const reasons = {
  ASKED: { en: 'you asked for it', ko: '요청하신 대로' },
  NO_DISPLAY: { en: 'there is no display for a window', ko: '창을 띄울 화면이 없어' },
  SKIPPED: {
    en: 'Electron is not installed and ELECTRON_SKIP_BINARY_DOWNLOAD forbids fetching it',
    ko: 'Electron이 설치되어 있지 않고 ELECTRON_SKIP_BINARY_DOWNLOAD 설정으로 내려받을 수 없어',
  },
  FETCH_FAILED: {
    en: 'Electron is not installed and could not be fetched',
    ko: 'Electron이 설치되어 있지 않고 내려받지 못하여',
  },
  FETCH_TOO_SLOW: {
    en: 'Electron is not installed and fetching it took longer than a minute',
    ko: 'Electron이 설치되어 있지 않고 내려받는 데 1분이 넘게 걸려',
  },
  START_FAILED: { en: 'Electron could not start here', ko: 'Electron을 이 컴퓨터에서 시작할 수 없어' },
};

/** The sentence in the terminal's language with its places filled. */
export function say(text, environment, params = {}) {
  const language = /^ko/i.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '')
    ? 'ko'
    : 'en';
  return text[language].replace(/\{(\w+)\}/g, (place, name) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** The options of a start, or null when the arguments make no sense. */
export function readOptions(args, environment) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
      },
    });
    const text = String(values.port ?? environment.FIELDBOOK_PORT ?? defaultPort);
    const port = Number(text);
    // Browsers refuse most ports below 1024.
    if (!/^\d{1,5}$/.test(text) || port < 1024 || port > 65_535) return null;
    return { browser: values.browser, open: !values['no-open'], port };
  } catch {
    return null;
  }
}
