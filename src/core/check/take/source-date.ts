import type { Rule } from '../rule';
import { isDay } from '../text';

export const sourceDate: Rule = {
  id: 'take/source-date',
  check({ brief, addresses }, report) {
    const date = brief.meta?.date?.value.text;
    if (date === undefined || !isDay(date)) return;
    brief.takes.forEach(({ source }, index) => {
      const path = addresses[index]?.path;
      if (!source || path === undefined || !PERHAPS_A_DAY.test(path)) return;
      const later = laterDay(path, date);
      if (later === undefined) return;
      report(
        source,
        `The source is of ${later}, after the brief’s ${date}: correct one of the two.`,
      );
    });
  },
};

const PERHAPS_A_DAY = /\/\d{4}[/-]\d/;
const DAY = /\/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?!\d)/g;

/** The first day in a path, as YYYY-MM-DD, that comes after a date. */
function laterDay(path: string, date: string): string | undefined {
  DAY.lastIndex = 0;
  for (let match = DAY.exec(path); match; match = DAY.exec(path)) {
    const [, year = '', , month = '', day = ''] = match;
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (found > date && isDay(found)) return found;
  }
  return undefined;
}
