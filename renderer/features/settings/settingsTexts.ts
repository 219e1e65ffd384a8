import { defineTexts } from '../../i18n/texts.ts';

export const settingsTexts = defineTexts('settings', {
  title: { en: 'Settings', ko: '설정' },
  lead: {
    en: 'They belong to this computer and are never sent with a workbook.',
    ko: '이 컴퓨터에만 적용되며 통합 문서와 함께 보내지 않습니다.',
  },
  look: { en: 'Language and look', ko: '언어와 화면' },
  language: { en: 'Language', ko: '언어' },
  theme: { en: 'Theme', ko: '테마' },
  light: { en: 'Light', ko: '밝게' },
  dark: { en: 'Dark', ko: '어둡게' },
  system: { en: 'Like this computer', ko: '시스템 설정' },
  compactRows: { en: 'Compact rows in lists', ko: '목록 행 간격 좁게' },
  person: { en: 'Who I am', ko: '사용자' },
  name: { en: 'Name', ko: '이름' },
  nameHelp: {
    en: 'Stands in what you write from now on; earlier entries keep the earlier name.',
    ko: '앞으로 작성하는 기록에 표시됩니다. 이전 기록의 이름은 바뀌지 않습니다.',
  },
  nameMissing: {
    en: 'Enter a name; until then the earlier one stays.',
    ko: '이름을 입력하세요. 입력하기 전에는 이전 이름을 사용합니다.',
  },
  role: { en: 'Role', ko: '역할' },
  expert: { en: 'Expert', ko: '전문가' },
  head: { en: 'Head of center', ko: '센터장' },
  officer: { en: 'Programme officer', ko: '사업 담당자' },
  workspace: { en: 'Workspace', ko: '작업 공간' },
  workspaceLabel: { en: 'This computer works for', ko: '이 컴퓨터의 작업 공간' },
  workspaceHelp: {
    en: 'New entries go to this center. Records that exist stay where they are.',
    ko: '새 기록은 이 센터의 기록으로 저장됩니다. 기존 기록은 바뀌지 않습니다.',
  },
  headquartersShort: { en: 'Headquarters', ko: '본부' },
  headquarters: { en: 'Headquarters: all centers', ko: '본부: 전체 센터' },
  workspaceChanged: { en: 'Workspace: {name}', ko: '작업 공간: {name}' },
  data: { en: 'Your data', ko: '데이터' },
  location: { en: 'Where they lie', ko: '저장 위치' },
  journal: { en: 'Journal', ko: '저널' },
  journalSize: {
    en: { one: '{size}, {count} change set', other: '{size}, {count} change sets' },
    ko: '{size}, 변경 묶음 {count}개',
  },
  freeSpace: { en: 'Free disk space', ko: '남은 디스크 공간' },
  durable: {
    en: 'Every saved entry is written to the journal and flushed to the disk before the screen says “Saved”. Copy this folder to a USB stick from time to time: a broken disk takes everything with it.',
    ko: '저장한 기록은 화면에 ‘저장됨’이 표시되기 전에 저널에 기록되고 디스크에 반영됩니다. 디스크 고장에 대비해 이 폴더를 가끔 USB에 복사하세요.',
  },
  weaker: {
    en: 'This browser keeps the data, and may clear them by itself when space is short or when somebody clears browsing data. It is the weaker home: save a workbook with everything under “Send” at least once a week.',
    ko: '데이터가 이 브라우저에 저장됩니다. 공간이 부족하거나 인터넷 사용 기록을 지우면 데이터가 삭제될 수 있으므로 안전하지 않은 저장소입니다. 적어도 일주일에 한 번 ‘보내기’에서 전체 통합 문서를 저장하세요.',
  },
  browserKept: {
    en: 'This browser keeps the data and has promised not to clear them by itself. Clearing browsing data still deletes them: save a workbook with everything under “Send” at least once a week.',
    ko: '데이터가 이 브라우저에 저장되며 브라우저가 스스로 지우지 않습니다. 다만 인터넷 사용 기록을 지우면 삭제되므로 적어도 일주일에 한 번 ‘보내기’에서 전체 통합 문서를 저장하세요.',
  },
  toSend: { en: 'Go to Send', ko: '보내기로 이동' },
  sample: { en: 'Sample data', ko: '예시 데이터' },
  sampleText: {
    en: 'Invented organizations, people and activities to try everything out. They are marked as samples everywhere, left out of the history table unless you include them, and named SAMPLE in file names. At headquarters a sample center comes with them that has an operating period, budgets and reports in time; the real centers stay as they are.',
    ko: '연습을 위한 가상의 기관, 인물, 활동입니다. 모든 화면에 예시로 표시되며 따로 포함하지 않는 한 연혁·실적 표에 집계되지 않고, 파일 이름에는 SAMPLE이 붙습니다. 본부에서는 운영 기간, 예산, 기한별 보고서를 갖춘 예시 센터도 추가되며 실제 센터의 정보는 바뀌지 않습니다.',
  },
  sampleCount: {
    en: { one: '{count} sample record is here.', other: '{count} sample records are here.' },
    ko: '예시 기록이 {count}건 있습니다.',
  },
  addSample: { en: 'Add sample data', ko: '예시 데이터 추가' },
  addFullProgramme: {
    en: 'Add a whole programme (about 4,000 records)',
    ko: '전체 사업 예시 추가(약 4,000건)',
  },
  addFullCenter: {
    en: 'Add several years of this center (about 600 records)',
    ko: '이 센터의 여러 해 예시 추가(약 600건)',
  },
  tourText: {
    en: 'The tour shows the main pages in seven steps. It goes best over sample data, and can be left at any time.',
    ko: '일곱 단계로 주요 화면을 둘러봅니다. 예시 데이터가 있으면 이해하기 쉬우며 언제든지 그만둘 수 있습니다.',
  },
  beginTour: { en: 'Begin the tour', ko: '둘러보기 시작' },
  removeSample: { en: 'Remove sample data', ko: '예시 데이터 삭제' },
  working: { en: 'One moment…', ko: '처리하고 있습니다…' },
  sampleAdded: { en: 'Sample data were added.', ko: '예시 데이터를 추가했습니다.' },
  sampleRemoved: { en: 'All sample data were removed.', ko: '예시 데이터를 모두 삭제했습니다.' },
  sampleRemovedBut: {
    en: {
      one: 'All sample data were removed but {count} record, because your own records refer to it.',
      other: 'All sample data were removed but {count} records, because your own records refer to them.',
    },
    ko: '실제 기록에서 사용하는 {count}건을 제외하고 예시 데이터를 모두 삭제했습니다.',
  },
  sampleStays: {
    en: {
      one: 'Nothing was removed: the {count} sample record that is left stays, because your own records refer to it.',
      other:
        'Nothing was removed: the {count} sample records that are left stay, because your own records refer to them.',
    },
    ko: '남아 있는 예시 기록 {count}건은 실제 기록에서 사용하므로 삭제하지 않았습니다.',
  },
  about: { en: 'About', ko: '정보' },
  version: { en: 'Version', ko: '버전' },
  host: { en: 'Runs', ko: '실행 환경' },
  electron: { en: 'as an installed program', ko: '설치 프로그램' },
  browser: { en: 'in a browser', ko: '브라우저' },
  licences: { en: 'Licences', ko: '라이선스' },
  fontLicence: {
    en: 'The typeface is Pretendard by Kil Hyung-jin, under the SIL Open Font License 1.1.',
    ko: '글꼴은 길형진의 Pretendard이며 SIL 오픈 폰트 라이선스 1.1을 따릅니다.',
  },
  iconLicence: {
    en: 'The icons are Lucide, under the ISC License.',
    ko: '아이콘은 Lucide이며 ISC 라이선스를 따릅니다.',
  },
  showLicence: { en: 'Show the font’s licence', ko: '글꼴 라이선스 보기' },
  showLicences: {
    en: 'Show the licences of all parts',
    ko: '모든 구성 요소의 라이선스 보기',
  },
  diagnostics: { en: 'When something failed', ko: '오류 발생 시' },
  diagnosticsText: {
    en: 'The report says what this program did and where it failed: times, counts and error codes. It holds nothing that you entered and no names. Send it to whoever looks after Fieldbook.',
    ko: '보고서에는 프로그램의 동작과 오류 위치가 시각, 건수, 오류 코드로만 기록됩니다. 입력하신 내용과 이름은 포함되지 않습니다. Fieldbook 담당자에게 보내 주시기 바랍니다.',
  },
  copyDiagnostics: { en: 'Copy diagnostics', ko: '진단 정보 복사' },
  saveCrashReport: { en: 'Save crash report…', ko: '오류 보고서 저장…' },
  diagnosticsCopied: { en: 'Diagnostics were copied.', ko: '진단 정보를 복사했습니다.' },
  crashReportSaved: { en: 'Saved: {path}', ko: '저장했습니다: {path}' },
  diagnosticsFailed: {
    en: 'The report could not be made. Try the other button, or start Fieldbook again.',
    ko: '보고서를 만들지 못했습니다. 다른 단추를 사용하거나 Fieldbook을 다시 시작하세요.',
  },
  noLicenceText: {
    en: 'This part comes without a text of its licence.',
    ko: '이 구성 요소에는 라이선스 전문이 들어 있지 않습니다.',
  },
});
