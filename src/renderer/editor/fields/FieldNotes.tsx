import Wrench from 'lucide-react/icons/wrench';
import { memo } from 'react';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import { describeWaiver } from '../../../core/waive/waiver';
import { showSource } from '../app-state';
import { Button, IconButton } from '../../ui/Button';
import { SeverityIcon } from '../../ui/Severity';
import { WaivedIcon } from '../findings/WaivedIcon';
import type { Refusal } from '../document/brief-document';
import { applyFix, canFix } from '../findings/fixes';
import { fieldFindings, useFieldFindings } from '../findings/use-findings';
import { useSession } from '../session/context';

/** Why what was typed can't stand in the field, and the way to where it can. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }) {
  const session = useSession();
  if (!refusal) return null;
  return (
    <p className="ed-refusal" role="alert">
      {refusal.reason}{' '}
      <Button
        variant="quiet"
        size="s"
        // The field keeps the focus, and with it what was typed, until the source has it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => showSource(session, refusal.at)}
      >
        Show in source
      </Button>
    </p>
  );
}

/** What the checks say of a field, below it. */
export const FieldNotes = memo(function FieldNotes({ path }: { readonly path: FieldPath }) {
  const session = useSession();
  const findings = useFieldFindings(path);
  if (findings.length === 0) return null;
  const fix = (index: number) => {
    const finding = fieldFindings(session, path)[index];
    if (finding) void applyFix(session, finding);
  };
  return (
    <ul className="ed-notes" id={notesId(path)}>
      {findings.map((finding, index) => (
        // The same finding may stand twice in a field.
        // oxlint-disable-next-line react/no-array-index-key
        <li
          key={`${finding.rule} ${index}`}
          className={finding.waiver ? 'ed-note' : `ed-note ed-note-${finding.severity}`}
        >
          {finding.waiver ? <WaivedIcon /> : <SeverityIcon severity={finding.severity} label />}
          <span className="ed-note-text">
            {finding.message}
            {finding.waiver ? ` ${describeWaiver(finding.waiver)}` : ''}
          </span>
          {canFix(session, finding) ? (
            <IconButton
              size="s"
              label={finding.fixes[0]?.title ?? 'Fix'}
              icon={<Wrench aria-hidden="true" />}
              onClick={() => fix(index)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
});

export const notesId = (path: FieldPath): string =>
  `notes-${formatPath(path).replace(/[[\].]/g, '-')}`;
