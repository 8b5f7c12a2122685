import CircleAlert from 'lucide-react/icons/circle-alert';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Severity } from '../../core/check/finding';
import { classes } from './classes';
import './Severity.css';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };

const words: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** `1 error`, `3 notes`. */
export const countWords = (severity: Severity, count: number): string =>
  `${count} ${words[severity][count === 1 ? 0 : 1]}`;

/** The sign of a severity: a shape of its own as well as a colour. */
export function SeverityIcon(props: { readonly severity: Severity; readonly label?: boolean }) {
  const { severity, label = false } = props;
  const Icon = icons[severity];
  return (
    <span className={classes('ui-severity', `ui-severity-${severity}`)}>
      <Icon aria-hidden="true" />
      {label ? <span className="ui-hidden">{words[severity][0]}</span> : null}
    </span>
  );
}

/** The counts that are not zero, each with its sign. */
export function SeverityCounts(props: {
  readonly counts: Readonly<Record<Severity, number>>;
  /** What to say where all are zero. */
  readonly none?: string;
}) {
  const { counts, none } = props;
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return none ? <span className="ui-counts-none">{none}</span> : null;
  return (
    <span className="ui-counts">
      {found.map((severity) => (
        <span key={severity} className={classes('ui-count', `ui-severity-${severity}`)}>
          <SeverityIcon severity={severity} />
          <span aria-hidden="true">{counts[severity]}</span>
          <span className="ui-hidden">{countWords(severity, counts[severity])}</span>
        </span>
      ))}
    </span>
  );
}
