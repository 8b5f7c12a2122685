import ChevronRight from 'lucide-react/icons/chevron-right';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CirclePlus from 'lucide-react/icons/circle-plus';
import Pencil from 'lucide-react/icons/pencil';
import UserPen from 'lucide-react/icons/user-pen';
import { useId, useState } from 'react';
import type { ExportFile, ExportPlan } from '../../../bridge/types';
import { nameOf } from '../../app/list';
import { reveal } from '../../app/navigation';
import { rowsBySlug, useWorkspace } from '../../app/workspace';
import { Button } from '../../ui/Button';
import { DiffView } from '../../ui/DiffView';
import { SeverityIcon } from '../../ui/Severity';

interface PlanProps {
  readonly plan: ExportPlan;
  readonly allReady: boolean;
  /** Paths of targets that may be replaced though someone else changed them. */
  readonly overwrite: ReadonlySet<string>;
  readonly onOverwrite: (paths: ReadonlySet<string>) => void;
  readonly onChooseFolder: () => void;
  readonly onClose: () => void;
}

const order = { 'changed-outside': 0, changed: 1, new: 2, unchanged: 3 };

/** Each file that would be written, and each brief that is held back. */
export function PlanView(props: PlanProps) {
  const { plan, allReady, overwrite, onOverwrite, onChooseFolder, onClose } = props;
  const files = [...plan.files].sort((a, b) => order[a.state] - order[b.state]);
  const allow = (path: string, on: boolean) => {
    const next = new Set(overwrite);
    if (on) next.add(path);
    else next.delete(path);
    onOverwrite(next);
  };
  return (
    <>
      <div className="folder">
        <span>To</span>
        <code className="ui-truncate" title={plan.folder}>
          {plan.folder}
        </code>
        <Button size="s" onClick={onChooseFolder}>
          Change…
        </Button>
      </div>
      {files.length > 0 ? (
        <ul className="plan">
          {files.map((file) => (
            <FileRow
              key={file.path}
              file={file}
              allowed={overwrite.has(file.path)}
              onAllow={allow}
            />
          ))}
        </ul>
      ) : (
        <p className="dialog-note">No brief is ready to be exported.</p>
      )}
      <Blocked plan={plan} folded={allReady && plan.files.length > 0} onClose={onClose} />
    </>
  );
}

const states = {
  new: { icon: CirclePlus, words: 'New' },
  changed: { icon: Pencil, words: 'Changed' },
  unchanged: { icon: CircleDashed, words: 'Unchanged' },
  'changed-outside': { icon: UserPen, words: 'Changed outside' },
};

function FileRow(props: {
  readonly file: ExportFile;
  readonly allowed: boolean;
  readonly onAllow: (path: string, on: boolean) => void;
}) {
  const { file, allowed, onAllow } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { icon: Icon, words } = states[file.state];
  const differs = file.before !== null && file.before !== file.after;
  return (
    <li className={`plan-file plan-${file.state}`}>
      <div className="plan-row">
        <Icon aria-hidden="true" />
        <span className="plan-state">{words}</span>
        <code className="plan-path ui-truncate" title={file.path}>
          {file.path}
        </code>
        {file.state === 'changed-outside' ? (
          <label className="check">
            <input
              type="checkbox"
              checked={allowed}
              onChange={(event) => onAllow(file.path, event.target.checked)}
            />
            Replace it
          </label>
        ) : null}
        {differs ? (
          <Button
            size="s"
            variant="quiet"
            className="plan-open"
            aria-expanded={open}
            aria-controls={id}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => setOpen(!open)}
          >
            Difference
          </Button>
        ) : null}
      </div>
      {file.state === 'changed-outside' ? (
        <p className="plan-why">
          This file was not written by the last export from here. It is left alone unless you say
          so.
        </p>
      ) : null}
      {open && file.before !== null ? (
        <div id={id}>
          <DiffView
            label={`What changes in ${file.path}`}
            before={file.before}
            after={file.after}
          />
        </div>
      ) : null}
    </li>
  );
}

function Blocked(props: {
  readonly plan: ExportPlan;
  readonly folded: boolean;
  readonly onClose: () => void;
}) {
  const { plan, folded, onClose } = props;
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const { blocked } = plan;
  if (blocked.length === 0) return null;
  const title =
    blocked.length === 1
      ? 'One brief is held back by its errors'
      : `${blocked.length} briefs are held back by their errors`;
  const go = (slug: string, line: number) => {
    onClose();
    reveal(slug, { line });
  };
  return (
    <details className="blocked" open={!folded}>
      <summary>{title}</summary>
      <ul>
        {blocked.map(({ slug, errors }) => (
          <li key={slug}>
            <h3>{nameOf(rowsBySlug(briefs).get(slug) ?? { title: '', slug })}</h3>
            <ul>
              {errors.map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  <button type="button" className="blocked-error" onClick={() => go(slug, line)}>
                    <SeverityIcon severity="error" label />
                    <span className="blocked-line">Line {line}</span>
                    <span>{message}</span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
