import { isDay } from '../check/text';
import { dayOf } from './waive';

/** How long a waiver may be given at one press, from today. */
export const SPANS = [
  { label: '1 week', days: 7 },
  { label: '1 month', months: 1 },
  { label: '3 months', months: 3 },
  { label: '1 year', months: 12 },
] as const;

/** The last day of a span that starts today; a month ends on its last day where it is shorter. */
export function endOf(span: (typeof SPANS)[number], today: Date): string {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  if ('days' in span) return dayOf(new Date(year, month, day + span.days));
  const last = new Date(year, month + span.months + 1, 0).getDate();
  return dayOf(new Date(year, month + span.months, Math.min(day, last)));
}

/** Why a waiver can't end on what was typed, as a sentence; null where it can, or needs no end. */
export function faultOfUntil(until: string, today: string): string | null {
  if (until === '') return null;
  if (!isDay(until)) return 'Write the day as year-month-day, such as 2026-06-04.';
  return until < today ? 'That day has passed. Choose a later one, or none.' : null;
}
