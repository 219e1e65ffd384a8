import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, integer, longText, text } from '../schema/fields.ts';
import { notAfterToday } from './dateRules.ts';

/** A file or paper that proves something. Its bytes lie in the file store, under their SHA-256. */
export const evidence = defineRecord({
  type: 'evidence',
  scope: 'center',
  label: { one: { en: 'Evidence', ko: '증빙' }, many: { en: 'Evidence', ko: '증빙' } },
  sheetAliases: [
    'evidence files',
    'files',
    'documents',
    'attachments',
    '증빙자료',
    '증빙 목록',
    '첨부',
    '근거자료',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'what', label: { en: 'What is it?', ko: '어떤 증빙입니까?' } },
    {
      key: 'where',
      label: { en: 'Where is it, and who may see it?', ko: '어디에 있고 누가 볼 수 있습니까?' },
    },
    { key: 'file', label: { en: 'Which file is it?', ko: '어떤 파일입니까?' } },
  ],
  fields: {
    fileName: text({
      label: { en: 'Name', ko: '파일·문서명' },
      help: { en: 'Name of the file, or of the paper.', ko: '파일 이름 또는 문서의 제목을 적으세요.' },
      required: true,
      aliases: ['file name', 'file', 'document', 'title', '파일명', '파일', '문서명', '제목'],
      maxLength: 255,
      width: 36,
      group: 'what',
    }),
    kind: choice({
      label: { en: 'Kind', ko: '증빙 유형' },
      help: { en: 'What sort of evidence it is.', ko: '증빙의 종류를 선택하세요.' },
      required: true,
      aliases: ['type', 'document type', '유형', '구분', '종류', '증빙 구분'],
      choices: [
        { value: 'photo', label: { en: 'Photo', ko: '사진' }, aliases: ['photos', 'picture', 'image'] },
        { value: 'minutes', label: { en: 'Minutes', ko: '회의록' }, aliases: ['meeting minutes', 'record'] },
        {
          value: 'attendanceSheet',
          label: { en: 'Attendance sheet', ko: '참석자 명부' },
          aliases: ['attendance list', 'sign-in sheet', '출석부', '참가자 명단', '서명부'],
        },
        {
          value: 'report',
          label: { en: 'Report', ko: '보고서' },
          aliases: ['deliverable', 'study', '결과보고서'],
        },
        {
          value: 'letter',
          label: { en: 'Letter', ko: '공문' },
          aliases: ['official letter', 'note', '서한'],
        },
        {
          value: 'mou',
          label: { en: 'MoU or agreement', ko: '양해각서·협정' },
          aliases: ['MoU', 'agreement', 'contract', '양해각서', '협약', '계약서'],
        },
        {
          value: 'receipt',
          label: { en: 'Receipt', ko: '영수증' },
          aliases: ['invoice', 'bill', '지출증빙', '세금계산서'],
        },
      ],
      sensitivity: 'public',
      group: 'what',
    }),
    takenOn: date({
      label: { en: 'Dated', ko: '작성일' },
      help: {
        en: 'The day on which it was taken, written or signed.',
        ko: '촬영, 작성 또는 서명한 날입니다.',
      },
      aliases: ['taken on', 'date', 'of', '날짜', '일자', '촬영일', '서명일'],
      group: 'what',
    }),
    description: longText({
      label: { en: 'Description', ko: '설명' },
      help: { en: 'What it shows, and who.', ko: '무엇을, 누구를 보여 주는지 적으세요.' },
      aliases: ['caption', 'notes', 'content', 'what it shows', '내용', '비고', '사진 설명'],
      maxLength: 4000,
      group: 'what',
    }),
    keptAt: text({
      label: { en: 'Original kept at', ko: '원본 보관 위치' },
      help: { en: 'For paper: archive and folder.', ko: '종이 문서이면 문서함과 철 번호를 적으세요.' },
      aliases: ['kept at', 'location', 'archive', 'folder', '보관 위치', '보관 장소', '문서함'],
      maxLength: 300,
      group: 'where',
    }),
    sensitivity: choice({
      label: { en: 'Who may see it', ko: '공개 범위' },
      help: {
        en: '“Personal data” when it names or shows people.',
        ko: '이름이나 얼굴이 나오면 ‘개인정보’를 선택하세요.',
      },
      required: true,
      aliases: ['confidentiality', 'access', '보안 등급', '공개 여부', '공개 구분'],
      choices: [
        { value: 'public', label: { en: 'Public', ko: '공개' }, aliases: ['open', 'everybody'] },
        {
          value: 'internal',
          label: { en: 'Internal', ko: '내부' },
          aliases: ['restricted', '비공개', '내부용'],
        },
        {
          value: 'personal',
          label: { en: 'Personal data', ko: '개인정보' },
          aliases: ['personal', 'private'],
        },
      ],
      initial: 'internal',
      group: 'where',
    }),
    mediaType: text({
      label: { en: 'Media type', ko: '파일 형식' },
      help: { en: 'Filled in when the file is attached.', ko: '파일을 첨부하면 자동으로 입력됩니다.' },
      aliases: ['mime type', 'format', 'content type', '형식', '확장자'],
      maxLength: 120,
      group: 'file',
    }),
    size: integer({
      label: { en: 'Size', ko: '크기' },
      help: { en: 'Filled in when the file is attached.', ko: '파일을 첨부하면 자동으로 입력됩니다.' },
      aliases: ['file size', 'bytes', '파일 크기', '용량'],
      unit: { en: 'bytes', ko: '바이트' },
      min: 0,
      group: 'file',
    }),
    // Not required: paper has none, and a file that is still on its way is told of already.
    sha256: text({
      label: { en: 'Fingerprint', ko: '파일 지문' },
      help: {
        en: 'Filled in when the file is attached; it proves that the file was not changed.',
        ko: '파일을 첨부하면 자동으로 입력됩니다. 파일이 바뀌지 않았음을 증명합니다.',
      },
      aliases: ['sha-256', 'hash', 'checksum', '해시', '해시값'],
      maxLength: 64,
      width: 20,
      group: 'file',
    }),
  },
  title: ({ fileName }) => fileName ?? '',
  dateField: 'takenOn',
  listFields: ['fileName', 'kind', 'center', 'takenOn', 'description', 'sensitivity'],
  indexes: ['center', 'kind', 'takenOn', 'sensitivity'],
  rules: [
    notAfterToday('takenOn', {
      en: 'The evidence is of {date}, which is still to come. Check the date.',
      ko: '증빙의 날짜({date})가 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    {
      code: 'FINGERPRINT_SHAPE',
      level: 'error',
      field: 'sha256',
      message: {
        en: 'A fingerprint has 64 of the signs 0 to 9 and a to f. Clear it; it is filled in when the file is attached.',
        ko: '파일 지문은 0~9와 소문자 영문 여섯 자로 된 64자리입니다. 지우면 파일을 첨부할 때 자동으로 입력됩니다. 확인하세요.',
      },
      broken: ({ sha256 }) => sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256),
    },
    {
      code: 'NOWHERE',
      level: 'warning',
      field: 'keptAt',
      message: {
        en: 'There is neither a file nor a place where the original is kept. Attach the file, or enter the place.',
        ko: '파일도 원본 보관 위치도 없습니다. 파일을 첨부하거나 보관 위치를 입력하세요.',
      },
      broken: ({ sha256, keptAt }) => sha256 === undefined && keptAt === undefined,
    },
    {
      code: 'FILE_TWICE',
      level: 'warning',
      field: 'sha256',
      message: {
        en: 'The same file is entered already as “{name}”. Use that entry, and delete this one.',
        ko: '같은 파일이 ‘{name}’(으)로 이미 등록되어 있습니다. 그 기록을 쓰고 이 기록은 삭제하세요.',
      },
      broken: ({ center, sha256 }, lookup, id) => {
        if (sha256 === undefined) return false;
        const other = lookup
          .where('evidence', 'sha256', sha256)
          .find((one) => one.id !== id && one.centerId === (center ?? null));
        return other !== undefined && { name: String(other.values.fileName ?? '') };
      },
    },
  ],
});
