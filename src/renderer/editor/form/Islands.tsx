import { memo, useCallback, useState } from 'react';
import type { Brief } from '../../../core/format/brief';
import { difference } from '../../../core/text/edit';
import type { Range } from '../../../core/text/range';
import { Button } from '../../ui/Button';
import { showSource } from '../app-state';
import { useBrief, useReadOnly, useSession } from '../session/context';

/** Text that is part of no field, as it stands: kept, shown, and editable. */
export function Islands(props: { readonly indexes: readonly number[] }) {
  return props.indexes.map((index) => <Island key={index} index={index} />);
}

const Island = memo(function Island({ index }: { readonly index: number }) {
  const range = useCallback((brief: Brief) => brief.islands[index] ?? null, [index]);
  const entry = useBrief((brief) => brief.islands[index]?.entry ?? false);
  return (
    <RawBlock range={range} label={entry ? 'Can’t be read as a take' : 'Not part of the format'} />
  );
});

/** A stretch of the text in a plain box. */
export function RawBlock(props: {
  readonly range: (brief: Brief) => Range | null;
  readonly label: string;
}) {
  const { range, label } = props;
  const session = useSession();
  const { document } = session;
  const readOnly = useReadOnly();
  const read = (brief: Brief) => {
    const at = range(brief);
    return at ? brief.source.slice(at.from, at.to) : '';
  };
  const text = useBrief(read);
  const [held, setHeld] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const shown = held && held.over === text ? held.text : text;
  const write = (typed: string) => {
    const at = range(document.brief);
    const edit = at && difference(read(document.brief), typed);
    if (edit) {
      const moved = { ...edit, from: edit.from + at.from, to: edit.to + at.from };
      document.edit([moved], { event: 'input.type' });
    }
    setHeld({ text: typed, over: read(document.brief) });
  };
  return (
    <div className="ed-raw">
      <div className="ed-raw-head">
        <span className="ed-raw-label">{label}</span>
        <Button
          variant="quiet"
          size="s"
          onClick={() => {
            const at = range(document.brief);
            if (at) showSource(session, at);
          }}
        >
          Show in source
        </Button>
      </div>
      <textarea
        aria-label={label}
        className="ed-raw-text"
        dir="auto"
        rows={Math.min(shown.split('\n').length, 12)}
        readOnly={readOnly}
        value={shown}
        onChange={(event) => write(event.target.value)}
        onBlur={() => setHeld(null)}
      />
    </div>
  );
}
