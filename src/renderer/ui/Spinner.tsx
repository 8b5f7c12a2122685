import './Spinner.css';

/** Turns while something is under way; `label` where no words beside it say so. */
export function Spinner({ label }: { readonly label?: string }) {
  return (
    <>
      <span className="ui-spinner" aria-hidden="true" />
      {label ? <span className="ui-hidden">{label}</span> : null}
    </>
  );
}

/** How far something has come; without `value` it is not known. */
export function Progress(props: {
  readonly label: string;
  readonly value?: number;
  readonly max?: number;
}) {
  const { label, value, max = 1 } = props;
  return (
    <div className="ui-progress">
      <span className="ui-progress-label">{label}</span>
      <progress aria-label={label} value={value} max={max} />
    </div>
  );
}
