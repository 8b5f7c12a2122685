import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ChangedFile } from '../../../core/plan/types';
import { nameOf } from '../../app/list';
import { rowsBySlug, useWorkspace } from '../../app/workspace';
import { leaveOut, optionalOf } from './selection';

/** A file of a plan: what becomes of it, and all its changes at once. */
export function FileRow(props: {
  readonly file: ChangedFile;
  readonly open: boolean;
  readonly without: ReadonlySet<string>;
  readonly onFold: () => void;
  readonly onChoose: (without: ReadonlySet<string>) => void;
}) {
  const { file, open, without, onFold, onChoose } = props;
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const optional = optionalOf(file);
  const left = optional.filter((id) => without.has(id)).length;
  // Where a file is renamed, the two names need the room.
  const named = file.slug !== null && (file.to === null || file.to === file.file);
  const row = named ? rowsBySlug(briefs).get(file.slug ?? '') : undefined;
  return (
    <div className="change-file">
      <button
        type="button"
        className="change-fold"
        aria-expanded={open}
        disabled={file.changes.length === 0}
        onClick={onFold}
      >
        <ChevronRight aria-hidden="true" />
        {row ? <span className="change-name ui-truncate">{nameOf(row)}</span> : null}
        <FilePath file={file} />
      </button>
      <span className="change-count">{countWords(file)}</span>
      {optional.length > 0 ? (
        <input
          type="checkbox"
          className="change-check"
          aria-label={`All changes in ${file.file}`}
          checked={left === 0}
          ref={(box) => {
            if (box) box.indeterminate = left > 0 && left < optional.length;
          }}
          onChange={() => onChoose(leaveOut(without, optional, left === 0))}
        />
      ) : (
        <span className="change-check" />
      )}
    </div>
  );
}

function FilePath({ file }: { readonly file: ChangedFile }) {
  if (file.to === null || file.to === file.file) {
    return (
      <code className="change-path ui-truncate" title={file.file}>
        {file.file}
      </code>
    );
  }
  return (
    <code className="change-path ui-truncate" title={`${file.file} → ${file.to}`}>
      <del>{file.file}</del>
      <span aria-hidden="true"> → </span>
      <span className="ui-hidden"> becomes </span>
      <ins>{file.to}</ins>
    </code>
  );
}

function countWords({ file, to, changes }: ChangedFile): string {
  if (to === null) return 'Deleted';
  if (changes.length > 0) return changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return to === file ? '' : 'Renamed';
}
