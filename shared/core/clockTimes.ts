const halfDay = String.raw`[ap]\.?m\b\.?`;
const time = String.raw`(?:오전\s*|오후\s*)?(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*${halfDay})?|\d{1,2}시(?!간)(?:\s*\d{1,2}분|\s*반)?|\d{1,2}\s*${halfDay})`;
const to = String.raw`\s*(?:[~∼〜–—-]|부터|까지|\bto\b)\s*`;
// “10~12시” and “2-4 pm” name the half of the day once.
const begin = String.raw`(?:${time}|(?<=\s)\d{1,2}(?=${to}\d{1,2}(?:시(?!간)|\s*${halfDay})))`;
const times = new RegExp(String.raw`(?<![\d:])(?:${begin}${to})?${time}(?:\s*까지)?(?![\d:])`, 'giu');
const weekday = /\(\s*(?:[월화수목금토일]|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?[\s,]*\)/giu;

/**
 * A text about days without the times of day in it, be they one or a range: “2026.3.2. 10:00~12:00”, “3월 2일(월) 14시부터
 * 16시까지”, “2 March 2026, 2-4 pm”. Weekdays in brackets go with them. Unchanged where it names no time.
 */
export function withoutTimes(text: string): string {
  if (!/[:시]|[ap]\.?m/iu.test(text)) return text;
  const days = text
    .replace(times, ' ')
    .replace(weekday, ' ')
    .replace(/\(\s*\)/gu, ' ');
  return days.replace(/^[\s,]+|(?<![\s,])[\s,]+$/gu, '').replace(/\s+/gu, ' ');
}
