import ShieldCheck from 'lucide-react/icons/shield-check';

/** The sign of a finding that somebody let stand. */
export function WaivedIcon() {
  return (
    <span className="ui-severity fi-waived-icon">
      <ShieldCheck aria-hidden="true" />
      <span className="ui-hidden">waived</span>
    </span>
  );
}
