import Plus from 'lucide-react/icons/plus';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { addHead, removeHead } from '../../../core/edit';
import { COUNT_NAMES, countText, deriveCounts } from '../../../core/format/counts';
import { useWorkspace } from '../../app/contract';
import { openDialog } from '../../app/dialogs';
import { Button } from '../../ui/Button';
import { ChipsField } from '../../ui/ChipsField';
import { ContextMenu, type MenuEntry } from '../../ui/Menu';
import { DateField } from '../fields/DateField';
import { FieldNotes } from '../fields/FieldNotes';
import { LineField } from '../fields/LineField';
import { ProseField } from '../fields/ProseField';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { changeList, unique } from './change-list';
import { useChipsPlace } from './use-chips-place';
import { useVocabulary } from './vocabulary';

const TITLE = { field: 'title' } as const;
const DEK = { field: 'dek' } as const;
const TYPE = { field: 'type' } as const;
const HEADS = { field: 'heads' } as const;

/** Title, dek and what stands in the meta line. */
export function Header({ hasDek }: { readonly hasDek: boolean }) {
  const session = useSession();
  return (
    <header className="ed-head" data-part="head">
      <ProseField
        path={TITLE}
        label="Title"
        oneLine
        placeholder="Title"
        className="ed-title"
        onEnter={() => session.places.focus(DEK)}
      />
      <Dek present={hasDek} />
      <div className="ed-meta">
        <Type />
        <DateField />
        <Heads />
      </div>
      <Counts />
    </header>
  );
}

function Dek({ present }: { readonly present: boolean }) {
  const session = useSession();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const shown = present || open;
  useEffect(() => {
    if (shown) return;
    return session.places.register('dek', {
      focus: (offset) => {
        setOpen(true);
        queueMicrotask(() => session.places.await('dek', offset));
      },
    });
  }, [shown, session]);
  if (!shown) {
    return readOnly ? null : (
      <>
        <Button
          variant="quiet"
          size="s"
          className="ed-add"
          icon={<Plus aria-hidden="true" />}
          onClick={() => session.places.focus(DEK)}
        >
          Dek
        </Button>
        <FieldNotes path={DEK} />
      </>
    );
  }
  return (
    <div onFocus={() => setOpen(true)} onBlur={() => setOpen(false)}>
      <ProseField
        path={DEK}
        label="Dek"
        placeholder="One sentence that says what it means"
        className="ed-dek"
      />
    </div>
  );
}

function Type() {
  const types = useVocabulary('types');
  return (
    <LineField
      path={TYPE}
      label="Type"
      hiddenLabel={false}
      placeholder="Type"
      suggestions={types}
      className="ed-type"
    />
  );
}

function Heads() {
  const session = useSession();
  const readOnly = useReadOnly();
  const input = useChipsPlace(HEADS);
  const vocabulary = useVocabulary('heads');
  const known = useWorkspace((workspace) => workspace.settings.heads);
  const text = useBrief(
    (brief) => brief.meta?.heads?.items.map((head) => head.text).join('\n') ?? '',
  );
  const heads = useMemo(() => (text ? text.split('\n') : []), [text]);
  return (
    <HeadMenu>
      <ChipsField
        label="Heads"
        values={unique(heads)}
        suggestions={vocabulary}
        readOnly={readOnly}
        inputRef={input}
        placeholder="Add a head"
        accept={(typed) => typed.replaceAll(',', ' ').trim() || null}
        isWrong={(head) => Boolean(known?.length) && !known?.includes(head)}
        onChange={(next) => changeList(session, heads, next, addHead, removeHead)}
      />
      <FieldNotes path={HEADS} />
    </HeadMenu>
  );
}

/** What one can do with a head besides removing it, at its chip. */
function HeadMenu({ children }: { readonly children: ReactNode }) {
  const head = useRef<string | null>(null);
  const entries = (): MenuEntry[] => {
    const id = head.current;
    if (id === null) return [];
    return [
      {
        label: `Where “${id}” is used…`,
        onSelect: () => openDialog({ kind: 'used', subject: { kind: 'head', name: id }, name: id }),
      },
      {
        label: `Rename “${id}” everywhere…`,
        onSelect: () => openDialog({ kind: 'rename', what: 'head', id }),
      },
    ];
  };
  return (
    <ContextMenu entries={entries}>
      <div
        className="ed-heads"
        data-field="heads"
        onContextMenuCapture={(event) => {
          head.current = headAt(event.target);
          // What is typed keeps the system's menu.
          if (head.current === null) event.stopPropagation();
        }}
      >
        {children}
      </div>
    </ContextMenu>
  );
}

function headAt(element: EventTarget): string | null {
  const chip = element instanceof Element ? element.closest('.ui-chip') : null;
  return chip?.getAttribute('aria-label') ?? null;
}

/** What the takes come to; said as well where the meta line says otherwise. */
function Counts() {
  const says = useBrief((brief) => {
    const counts = deriveCounts(brief);
    return COUNT_NAMES.map((name) => countText(name, counts[name])).join(' · ');
  });
  const written = useBrief((brief) =>
    !brief.meta
      ? says
      : COUNT_NAMES.map((name) => {
          const count = brief.meta?.counts[name];
          return count ? brief.source.slice(count.from, count.to) : `no ${name}`;
        }).join(' · '),
  );
  return (
    <p className="ed-counts">
      {says}
      {written === says ? null : (
        <span className="ed-counts-wrong"> — the meta line says {written}</span>
      )}
    </p>
  );
}
