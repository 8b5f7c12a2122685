import { useMemo, useState } from 'react';
import { isDay } from '../../../core/check/text';
import { newBrief } from '../../../core/edit';
import { slugify } from '../../../core/format/slug';
import { canonicalOf } from '../../../core/workspace/address';
import type { Settings } from '../../../core/workspace/workspace';
import type { ShellDialogProps } from '../../app/dialogs';
import { bridge } from '../../app/bridge';
import { openBrief } from '../../app/navigation';
import { useWorkspace } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ChipsField } from '../../ui/ChipsField';
import { DatePicker } from '../../ui/DatePicker';
import { Dialog } from '../../ui/Dialog';
import { SuggestField } from '../../ui/SuggestField';
import { plain } from '../../ui/suggestions';
import { TextField } from '../../ui/TextField';
import { SlugField, useSlugFault } from './SlugField';
import './dialogs.css';

interface Draft {
  readonly title: string;
  /** Null as long as it follows the title. */
  readonly slug: string | null;
  readonly type: string;
  readonly date: string;
  readonly heads: readonly string[];
}

/** Starts a brief: its six sections are there, and empty. */
export function NewBriefDialog({ onClose }: ShellDialogProps<'new-brief'>) {
  const settings = useWorkspace((workspace) => workspace.settings);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(settings));
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const slug = draft.slug ?? slugify(draft.title);
  const faults = {
    title: titleFault(draft.title),
    slug: useSlugFault(slug),
    date: dateFault(draft.date),
  };

  const create = async () => {
    setTried(true);
    if (faults.title ?? faults.slug ?? faults.date) return;
    setPending(true);
    const result = await bridge.createBrief(slug, textOf(draft, slug, settings));
    setPending(false);
    if (result.kind === 'problem') {
      setProblem(result.problem.message);
      return;
    }
    onClose();
    openBrief(slug);
  };

  return (
    <Dialog
      open
      title="New brief"
      onClose={onClose}
      onSubmit={() => void create()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" pending={pending}>
            Create brief
          </Button>
        </>
      }
    >
      {problem ? <Banner kind="error">{problem}</Banner> : null}
      <TextField
        label="Title"
        value={draft.title}
        onChange={(title) => change({ title })}
        error={tried ? faults.title : null}
        placeholder="What happened, in one line"
      />
      <SlugField
        value={slug}
        onChange={(typed) => change({ slug: typed === '' ? null : typed.toLowerCase() })}
        error={tried || draft.slug !== null ? faults.slug : null}
      />
      <div className="field-row">
        <TypeField settings={settings} value={draft.type} onChange={(type) => change({ type })} />
        <DateField
          value={draft.date}
          onChange={(date) => change({ date })}
          error={tried ? faults.date : null}
        />
      </div>
      <HeadsField
        settings={settings}
        values={draft.heads}
        onChange={(heads) => change({ heads })}
      />
    </Dialog>
  );
}

function TypeField(props: {
  readonly settings: Settings;
  readonly value: string;
  readonly onChange: (type: string) => void;
}) {
  const types = useMemo(() => plain(props.settings.types ?? []), [props.settings]);
  return (
    <SuggestField label="Type" suggestions={types} value={props.value} onChange={props.onChange} />
  );
}

function DateField(props: {
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly error: string | null;
}) {
  const { value, onChange, error } = props;
  return (
    <TextField
      label="Date"
      className="date-field"
      placeholder="YYYY-MM-DD"
      value={value}
      onChange={onChange}
      error={error}
      after={<DatePicker value={value} onPick={onChange} />}
    />
  );
}

function HeadsField(props: {
  readonly settings: Settings;
  readonly values: readonly string[];
  readonly onChange: (heads: readonly string[]) => void;
}) {
  const heads = useMemo(() => plain(props.settings.heads ?? []), [props.settings]);
  return (
    <ChipsField
      label="Heads"
      hint="The themes that the brief stands under."
      suggestions={heads}
      values={props.values}
      onChange={props.onChange}
      accept={(typed) => typed.replaceAll(',', ' ').trim() || null}
    />
  );
}

const emptyDraft = (settings: Settings): Draft => ({
  title: '',
  slug: null,
  type: settings.types?.[0] ?? 'event',
  date: today(),
  heads: [],
});

/** Today where the writer is, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const titleFault = (title: string): string | null =>
  title.trim() === '' ? 'Give the brief a title.' : null;

const dateFault = (date: string): string | null =>
  isDay(date.trim()) ? null : 'Write the date as year-month-day, such as 2026-06-04.';

function textOf(draft: Draft, slug: string, settings: Settings): string {
  return newBrief({
    title: draft.title.trim(),
    type: draft.type.trim() || null,
    date: draft.date.trim(),
    heads: draft.heads,
    canonical: canonicalOf(settings, slug),
  });
}
