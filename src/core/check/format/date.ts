import type { Rule } from '../rule';
import { isDay, isEmpty, quoted } from '../text';

export const date: Rule = {
  id: 'format/date',
  check({ brief }, report) {
    const value = brief.meta?.date?.value;
    if (!value || isEmpty(value) || isDay(value.text)) return;
    report(
      value,
      `${quoted(value.text)} is no calendar day: write it as year-month-day, such as 2026-06-04.`,
    );
  },
};
