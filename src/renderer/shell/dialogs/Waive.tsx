import { useState } from 'react';
import { RULE_TITLES } from '../../../core/check/titles';
import { endOf, faultOfUntil, SPANS } from '../../../core/waive/until';
import { dayOf } from '../../../core/waive/waive';
import { keyOfWaiver, type Waiver } from '../../../core/waive/waiver';
import { bridge } from '../../app/bridge';
import type { ShellDialogProps } from '../../app/dialogs';
import { useMemory } from '../../app/memory';
import { toast, toastProblem } from '../../app/toasts';
import { useWorkspace } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { DatePicker } from '../../ui/DatePicker';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import './dialogs.css';
import './Waive.css';

interface Draft {
  readonly reason: string;
  readonly by: string;
  readonly until: string;
}

/** Lets a finding stand: why, who decided, until when; or changes and ends that. */
export function WaiveDialog({ dialog, onClose }: ShellDialogProps<'waive'>) {
  const { slug, rule, text, nth, message } = dialog;
  const place = { slug, rule, text, ...(nth ? { nth } : {}) };
  const old = useWorkspace(({ waivers }) => waiverOf(waivers, place));
  const readOnly = useWorkspace((workspace) => workspace.readOnly);
  const [who, setWho] = useMemory('waiver-by', (kept) => (typeof kept === 'string' ? kept : ''));
  const [draft, setDraft] = useState<Draft>(() => draftOf(old, who));
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = faultsOf(draft);

  const run = async (work: () => Promise<boolean>) => {
    setPending(true);
    if (await work()) onClose();
    else setPending(false);
  };
  const save = () => {
    setTried(true);
    if (Object.values(faults).some(Boolean) || readOnly !== null) return;
    setWho(draft.by.trim());
    void run(() => putWaiver({ ...place, ...partsOf(draft) }, old === null));
  };
  return (
    <Dialog
      open
      size="s"
      title={old ? 'Change waiver' : 'Waive finding'}
      description="It stays in sight, but counts and blocks nothing until its text changes."
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          {old ? (
            <Button
              className="waive-back"
              disabled={readOnly !== null}
              pending={pending}
              onClick={() => void run(() => takeBack(old))}
            >
              Take back
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" pending={pending} disabled={readOnly !== null}>
            {old ? 'Save' : 'Waive'}
          </Button>
        </>
      }
    >
      {readOnly ? <Banner kind="warning">{readOnly}</Banner> : null}
      <div className="waive-finding">
        <p className="waive-rule">{RULE_TITLES[rule]}</p>
        <p>{message}</p>
        {text.trim() === '' ? null : <q className="waive-text">{text}</q>}
      </div>
      <TextField
        label="Reason"
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={tried ? faults.reason : null}
        placeholder="Why it may stand"
      />
      <TextField
        label="Decided by"
        value={draft.by}
        onChange={(by) => change({ by })}
        error={tried ? faults.by : null}
      />
      <UntilField
        value={draft.until}
        onChange={(until) => change({ until })}
        error={tried || draft.until.length >= 10 ? faults.until : null}
      />
    </Dialog>
  );
}

function UntilField(props: {
  readonly value: string;
  readonly onChange: (until: string) => void;
  readonly error: string | null;
}) {
  const { value, onChange, error } = props;
  return (
    <div className="waive-until">
      <TextField
        label="Holds until"
        className="date-field"
        placeholder="YYYY-MM-DD; empty: no end"
        value={value}
        onChange={onChange}
        error={error}
        after={<DatePicker value={value} onPick={onChange} />}
      />
      <fieldset className="waive-spans">
        <legend className="ui-hidden">Holds for</legend>
        {SPANS.map((span) => {
          const end = endOf(span, new Date());
          return (
            <Button
              key={span.label}
              size="s"
              aria-pressed={value === end}
              onClick={() => onChange(end)}
            >
              {span.label}
            </Button>
          );
        })}
        <Button size="s" aria-pressed={value === ''} onClick={() => onChange('')}>
          No end
        </Button>
      </fieldset>
    </div>
  );
}

type Place = Pick<Waiver, 'slug' | 'rule' | 'text' | 'nth'>;

function waiverOf(waivers: readonly Waiver[], place: Place): Waiver | null {
  const key = keyOfWaiver({ ...place, reason: '', by: '' });
  return waivers.find((waiver) => keyOfWaiver(waiver) === key) ?? null;
}

const draftOf = (old: Waiver | null, who: string): Draft => ({
  reason: old?.reason ?? '',
  by: old?.by ?? who,
  until: old?.until ?? '',
});

function faultsOf({ reason, by, until }: Draft) {
  return {
    reason: reason.trim() === '' ? 'Say why it may stand.' : null,
    by: by.trim() === '' ? 'Say who decided.' : null,
    until: faultOfUntil(until.trim(), dayOf(new Date())),
  };
}

function partsOf({ reason, by, until }: Draft): Pick<Waiver, 'reason' | 'by' | 'until'> {
  const parts = { reason: reason.trim(), by: by.trim() };
  return until.trim() === '' ? parts : { ...parts, until: until.trim() };
}

async function putWaiver(waiver: Waiver, isNew: boolean): Promise<boolean> {
  const result = await bridge.putWaiver(waiver);
  if (result.kind === 'problem') toastProblem(result.problem);
  else if (isNew) {
    toast('Waived.', { action: { label: 'Take back', run: () => void takeBack(waiver) } });
  }
  return result.kind === 'done';
}

/** Ends a waiver: its finding counts again. */
async function takeBack(waiver: Waiver): Promise<boolean> {
  const result = await bridge.removeWaiver(waiver);
  if (result.kind === 'problem') toastProblem(result.problem);
  else toast('The waiver is taken back; the finding counts again.');
  return result.kind === 'done';
}
