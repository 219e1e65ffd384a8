import { defineTexts } from '../../i18n/texts.ts';

export const firstRunTexts = defineTexts('firstRun', {
  title: { en: 'Welcome to eGCC Fieldbook', ko: 'eGCC Fieldbook을 시작합니다' },
  lead: {
    en: 'Three short questions, then you can log your first entry. Everything stays on this computer until you send it.',
    ko: '세 가지 질문에 답하면 바로 첫 기록을 작성할 수 있습니다. 보내기 전까지 모든 내용은 이 컴퓨터에만 저장됩니다.',
  },
  languageStep: { en: 'Language', ko: '언어' },
  personStep: { en: 'About you', ko: '사용자' },
  workspaceStep: { en: 'Workspace', ko: '작업 공간' },
  languageNote: {
    en: 'You can change it at any time under Settings. Both languages work with the same records.',
    ko: '언제든지 설정에서 바꿀 수 있습니다. 어느 언어로 쓰든 기록은 같습니다.',
  },
  personQuestion: { en: 'Who are you?', ko: '누구십니까?' },
  name: { en: 'Your name', ko: '이름' },
  nameHelp: {
    en: 'As it should stand in records and in the workbooks you send.',
    ko: '기록과 보내는 통합 문서에 표시될 이름입니다.',
  },
  nameMissing: {
    en: 'Enter your name, so that colleagues can see who wrote an entry.',
    ko: '기록 작성자를 알 수 있도록 이름을 입력하세요.',
  },
  role: { en: 'Your role', ko: '역할' },
  expert: { en: 'Expert', ko: '전문가' },
  expertHelp: {
    en: 'I advise and train at a center and log what was done.',
    ko: '센터에서 자문과 교육을 하고 활동을 기록합니다.',
  },
  head: { en: 'Head of center', ko: '센터장' },
  headHelp: {
    en: 'I plan the center’s work, answer to the committee and send the reports.',
    ko: '센터 업무를 계획하고 협력위원회에 보고하며 보고서를 보냅니다.',
  },
  officer: { en: 'Programme officer', ko: '사업 담당자' },
  officerHelp: {
    en: 'I collect and check the reports of all centers at headquarters.',
    ko: '본부에서 모든 센터의 보고를 모으고 점검합니다.',
  },
  workspaceQuestion: {
    en: 'Which center is this computer for?',
    ko: '이 컴퓨터에서 어느 센터의 일을 합니까?',
  },
  workspaceHelp: {
    en: 'New entries go to this center. You can change it later under Settings.',
    ko: '새 기록은 이 센터의 기록으로 저장됩니다. 나중에 설정에서 바꿀 수 있습니다.',
  },
  centers: { en: 'Centers of the programme', ko: '사업 센터' },
  otherCenter: { en: 'A center that is not listed', ko: '목록에 없는 센터' },
  otherCenterHelp: {
    en: 'For example a new center, or a country’s second one.',
    ko: '새로 여는 센터나 같은 국가의 두 번째 센터인 경우입니다.',
  },
  headquarters: { en: 'Headquarters', ko: '본부' },
  headquartersHelp: {
    en: 'All centers together, to consolidate their workbooks.',
    ko: '모든 센터를 함께 보며 각 센터의 통합 문서를 취합합니다.',
  },
  workspaceMissing: {
    en: 'Choose a center, or headquarters.',
    ko: '센터나 본부를 선택하세요.',
  },
  newCenterQuestion: { en: 'The new center', ko: '새 센터' },
  country: { en: 'Partner country', ko: '협력국' },
  countryMissing: { en: 'Choose the partner country.', ko: '협력국을 선택하세요.' },
  countryNone: { en: 'No country of that name', ko: '일치하는 국가가 없습니다' },
  openingYear: { en: 'Opening year', ko: '개소 연도' },
  openingYearHelp: {
    en: 'It stands in the center’s label, as in Korea-Bulgaria(’10).',
    ko: '한-불가리아(’10)처럼 센터 이름에 붙습니다.',
  },
  openingYearMissing: {
    en: 'Enter a year with four digits, for example 2026.',
    ko: '2026처럼 네 자리 연도를 입력하세요.',
  },
  code: { en: 'Center code', ko: '센터 코드' },
  codeHelp: {
    en: 'Short and unique; it stands in file names.',
    ko: '짧고 겹치지 않아야 하며 파일 이름에 쓰입니다.',
  },
  codeMissing: { en: 'Enter a short code, for example BG10.', ko: 'BG10처럼 짧은 코드를 입력하세요.' },
  codeTaken: {
    en: 'A center with this code exists. Enter another code, or choose that center from the list.',
    ko: '같은 코드를 쓰는 센터가 있습니다. 다른 코드를 입력하거나 목록에서 그 센터를 선택하세요.',
  },
  encrypts: {
    en: 'Encrypt the data on this computer with a passphrase',
    ko: '암호를 정해 이 컴퓨터의 데이터 암호화하기',
  },
  encryptsHelp: {
    en: 'Recommended for a laptop that travels. Set up right after this; it can also be done later under Settings.',
    ko: '가지고 다니는 노트북에 권장합니다. 바로 다음 단계에서 설정하며, 나중에 설정에서 할 수도 있습니다.',
  },
  sampleQuestion: { en: 'How would you like to begin?', ko: '어떻게 시작하시겠습니까?' },
  sampleHelp: {
    en: 'Sample data are invented, marked everywhere, and removed with one click under Settings.',
    ko: '예시 데이터는 가상이며 모든 화면에 예시로 표시되고, 설정에서 한 번에 삭제할 수 있습니다.',
  },
  sampleNone: { en: 'With an empty workspace', ko: '빈 작업 공간으로 시작' },
  sampleTour: { en: 'With a small sample and a tour', ko: '소량의 예시와 둘러보기로 시작' },
  sampleFullProgramme: {
    en: 'With a whole sample programme (about 4,000 records) and a tour',
    ko: '전체 사업 예시(약 4,000건)와 둘러보기로 시작',
  },
  sampleFullCenter: {
    en: 'With several sample years of the center (about 600 records) and a tour',
    ko: '센터의 여러 해 예시(약 600건)와 둘러보기로 시작',
  },
  next: { en: 'Continue', ko: '계속' },
  back: { en: 'Back', ko: '뒤로' },
  finish: { en: 'Start working', ko: '시작하기' },
  saving: { en: 'Preparing the workspace…', ko: '작업 공간을 준비하고 있습니다…' },
  retry: { en: 'Try again', ko: '다시 시도' },
  answersKept: { en: 'Your answers are kept.', ko: '입력한 답은 그대로 있습니다.' },
});
