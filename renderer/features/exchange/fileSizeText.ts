export { fileSizeText } from '../../i18n/fileSizeText.ts';
