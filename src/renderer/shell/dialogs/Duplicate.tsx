import { useState } from 'react';
import type { ShellDialogProps } from '../../app/dialogs';
import { bridge } from '../../app/bridge';
import { mayLeave } from '../../app/close-guard';
import { nameOf } from '../../app/list';
import { openBrief } from '../../app/navigation';
import { rowsBySlug, useBriefRow, workspaceStore } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SlugField, useSlugFault } from './SlugField';

export function DuplicateDialog({ dialog, onClose }: ShellDialogProps<'duplicate'>) {
  const row = useBriefRow(dialog.slug);
  const [slug, setSlug] = useState(() => freeSlug(dialog.slug));
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const fault = useSlugFault(slug);

  const duplicate = async () => {
    if (fault) return;
    setPending(true);
    // The copy is made of the file: what was typed must be in it.
    const saved = await mayLeave();
    const result = saved ? await bridge.duplicateBrief(dialog.slug, slug) : null;
    setPending(false);
    if (result?.kind === 'problem') setProblem(result.problem.message);
    if (result?.kind !== 'done') return;
    onClose();
    openBrief(slug);
  };

  return (
    <Dialog
      open
      size="s"
      title="Duplicate brief"
      description={`A copy of “${nameOf(row ?? { title: '', slug: dialog.slug })}” with a slug of its own.`}
      onClose={onClose}
      onSubmit={() => void duplicate()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" pending={pending}>
            Duplicate
          </Button>
        </>
      }
    >
      {problem ? <Banner kind="error">{problem}</Banner> : null}
      <SlugField value={slug} onChange={(typed) => setSlug(typed.toLowerCase())} error={fault} />
    </Dialog>
  );
}

function freeSlug(slug: string): string {
  const taken = rowsBySlug(workspaceStore.get()?.briefs ?? []);
  for (let number = 2; ; number++) {
    const free = `${slug}-${number}`;
    if (!taken.has(free)) return free;
  }
}
