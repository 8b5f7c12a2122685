import { useEffect, useState } from 'react';
import type { ExportPlan, Problem } from '../../../bridge/types';
import type { ShellDialogProps } from '../../app/dialogs';
import { bridge } from '../../app/bridge';
import { mayLeave } from '../../app/close-guard';
import { toastProblem } from '../../app/toasts';
import { useWorkspace, workspaceStore } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { Progress } from '../../ui/Spinner';
import { PlanView } from './ExportPlan';
import './dialogs.css';

type Step =
  | { readonly kind: 'planning' }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'planned'; readonly plan: ExportPlan }
  | { readonly kind: 'running'; readonly plan: ExportPlan }
  | {
      readonly kind: 'exported';
      readonly written: number;
      readonly unchanged: number;
      readonly left: readonly string[];
    };

/** From the gate to the written files: plan, yes, result. */
export function ExportDialog({ dialog, onClose }: ShellDialogProps<'export'>) {
  const folder = useWorkspace((workspace) => workspace.exportFolder);
  const [step, plan] = usePlan(dialog.slugs, folder);
  const [overwrite, setOverwrite] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<Step | null>(null);
  const now = state ?? step;

  const again = () => {
    setState(null);
    setOverwrite(new Set());
    plan();
  };
  const choose = async () => {
    const chosen = await bridge.chooseExportFolder();
    if (chosen.kind === 'problem') toastProblem(chosen.problem);
    if (chosen.kind !== 'chosen') return;
    workspaceStore.update((now) => now && { ...now, exportFolder: chosen.path });
    again();
  };
  const run = async (ready: ExportPlan) => {
    setState({ kind: 'running', plan: ready });
    const result = await bridge.runExport(ready.id, [...overwrite]);
    setState(
      result.kind === 'exported'
        ? { ...result, left: leftAlone(ready, overwrite) }
        : { kind: 'failed', problem: result.problem },
    );
  };
  const count = now.kind === 'planned' ? toWrite(now.plan, overwrite) : 0;

  return (
    <Dialog
      open
      size="l"
      title={titleFor(dialog.slugs.length, dialog.allReady)}
      onClose={onClose}
      footer={
        <>
          {now.kind === 'exported' ? (
            <Button onClick={() => void showFolder()}>Show in folder</Button>
          ) : null}
          <Button onClick={onClose}>{now.kind === 'exported' ? 'Close' : 'Cancel'}</Button>
          {now.kind === 'planned' ? (
            <Button variant="primary" disabled={count === 0} onClick={() => void run(now.plan)}>
              {count === 0
                ? 'Nothing to write'
                : count === 1
                  ? 'Write 1 file'
                  : `Write ${count} files`}
            </Button>
          ) : null}
          {now.kind === 'failed' || now.kind === 'unsaved' ? (
            <Button variant="primary" onClick={again}>
              Try again
            </Button>
          ) : null}
        </>
      }
    >
      <StepView
        step={now}
        overwrite={overwrite}
        allReady={dialog.allReady}
        onOverwrite={setOverwrite}
        onChoose={() => void choose()}
        onClose={onClose}
      />
    </Dialog>
  );
}

function StepView(props: {
  readonly step: Step;
  readonly overwrite: ReadonlySet<string>;
  readonly allReady: boolean;
  readonly onOverwrite: (paths: ReadonlySet<string>) => void;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}) {
  const { step, onChoose } = props;
  switch (step.kind) {
    case 'planning':
      return <Progress label="Checking the briefs and the files they would become…" />;
    case 'running':
      return <Progress label="Writing…" />;
    case 'unsaved':
      return (
        <Banner kind="error">
          A brief could not be saved, and what is exported is what is saved. Save it, then try
          again.
        </Banner>
      );
    case 'failed':
      return <Banner kind="error">{step.problem.message}</Banner>;
    case 'no-folder':
      return (
        <EmptyState
          title="Where should exported briefs go?"
          actions={
            <Button variant="primary" onClick={onChoose}>
              Choose export folder…
            </Button>
          }
        >
          Choose the folder of your publishing repository. It is remembered for this workspace.
        </EmptyState>
      );
    case 'exported':
      return (
        <EmptyState title={writtenWords(step.written)}>
          {step.unchanged > 0 ? unchangedWords(step.unchanged) : null}
          <LeftAlone paths={step.left} />
        </EmptyState>
      );
    default:
      return (
        <PlanView
          plan={step.plan}
          allReady={props.allReady}
          overwrite={props.overwrite}
          onOverwrite={props.onOverwrite}
          onChooseFolder={onChoose}
          onClose={props.onClose}
        />
      );
  }
}

/** Plans at once where the folder is known; what is open is saved first. */
function usePlan(slugs: readonly string[], folder: string | null): [Step, () => void] {
  const [made, setMade] = useState<Step>({ kind: 'planning' });
  const [wish, setWish] = useState(folder === null ? null : { slugs });
  useEffect(() => {
    if (wish === null) return;
    let dropped = false;
    const keep = (step: Step) => !dropped && setMade(step);
    void makePlan(wish.slugs).then(keep);
    return () => {
      dropped = true;
    };
  }, [wish]);
  const again = () => {
    setMade({ kind: 'planning' });
    setWish({ slugs });
  };
  return [folder === null ? { kind: 'no-folder' } : made, again];
}

async function makePlan(slugs: readonly string[]): Promise<Step> {
  if (!(await mayLeave())) return { kind: 'unsaved' };
  const result = await bridge.planExport(slugs);
  return result.kind === 'planned' ? result : { kind: 'failed', problem: result.problem };
}

const toWrite = (plan: ExportPlan, overwrite: ReadonlySet<string>): number =>
  plan.files.filter(
    ({ state, path }) => state === 'new' || state === 'changed' || overwrite.has(path),
  ).length;

/** What someone else changed, and nobody said to replace. */
const leftAlone = (plan: ExportPlan, overwrite: ReadonlySet<string>): string[] =>
  plan.files.flatMap(({ state, path }) =>
    state === 'changed-outside' && !overwrite.has(path) ? [path] : [],
  );

function LeftAlone({ paths }: { readonly paths: readonly string[] }) {
  if (paths.length === 0) return null;
  return (
    <div className="plan-left">
      <p>
        {paths.length === 1
          ? 'One was changed outside and left alone:'
          : `${paths.length} were changed outside and left alone:`}
      </p>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

const titleFor = (count: number, allReady: boolean): string => {
  if (allReady) return 'Export all that are ready';
  return count === 1 ? 'Export brief' : `Export ${count} briefs`;
};

const writtenWords = (count: number): string =>
  count === 1 ? 'One file was written' : `${count} files were written`;

const unchangedWords = (count: number): string =>
  count === 1 ? 'One more was the same already.' : `${count} more were the same already.`;

async function showFolder(): Promise<void> {
  const result = await bridge.showExportFolder();
  if (result.kind === 'problem') toastProblem(result.problem);
}
