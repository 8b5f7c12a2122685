import { useState } from 'react';
import type { FileProblem } from '../../../bridge/types';
import { bridge } from '../../app/bridge';
import { toast, toastProblem } from '../../app/toasts';
import { useWorkspace } from '../../app/workspace';
import { Button } from '../../ui/Button';
import { SeverityIcon } from '../../ui/Severity';

const files = ['briefwright.json', 'registry/entities.json', 'registry/outlets.json'];

/** The workspace's own files: which can't be read, and the way back. */
export function FilesTab() {
  const problems = useWorkspace((workspace) => workspace.problems);
  const fine = files.filter((file) => problems.every((problem) => problem.file !== file));
  return (
    <div className="settings-tab">
      {problems.length > 0 ? (
        <p className="dialog-note">
          A file that can’t be read is never overwritten. Mend it in any text editor, or bring back
          the last good copy; the bad file is set aside beside it.
        </p>
      ) : null}
      <ul className="files">
        {problems.map((problem) => (
          <BadFile key={problem.file} problem={problem} />
        ))}
        {fine.map((file) => (
          <li key={file} className="files-row">
            <code>{file}</code>
            <span className="dialog-note">in order</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BadFile({ problem }: { readonly problem: FileProblem }) {
  const [pending, setPending] = useState(false);
  const restore = async () => {
    setPending(true);
    const result = await bridge.restoreLastGood(problem.file);
    setPending(false);
    if (result.kind === 'problem') toastProblem(result.problem);
    else toast(`The last good copy of ${problem.file} is back.`, { kind: 'done' });
  };
  return (
    <li className="files-row files-bad">
      <SeverityIcon severity="error" label />
      <p>{problem.message}</p>
      {problem.lastGood ? (
        <Button size="s" pending={pending} onClick={() => void restore()}>
          Restore last good copy
        </Button>
      ) : (
        <span className="dialog-note">No earlier copy is kept</span>
      )}
    </li>
  );
}
