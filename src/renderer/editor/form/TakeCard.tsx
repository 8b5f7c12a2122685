import ExternalLink from 'lucide-react/icons/external-link';
import Plus from 'lucide-react/icons/plus';
import { memo, useEffect, useRef, useState } from 'react';
import { locate, setField } from '../../../core/edit';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import type { Brief } from '../../../core/format/brief';
import { bridge, toastProblem, workspaceStore } from '../../app/contract';
import { Button, IconButton } from '../../ui/Button';
import type { MenuEntry } from '../../ui/Menu';
import { SeverityIcon } from '../../ui/Severity';
import { FieldNotes } from '../fields/FieldNotes';
import { LineField } from '../fields/LineField';
import { ProseField } from '../fields/ProseField';
import { bringIntoSight } from '../fields/scroll';
import { useFieldFindings } from '../findings/use-findings';
import { useBrief, useFieldText, useReadOnly, useSession } from '../session/context';
import type { Session } from '../session/session';
import { moveTakeTo } from './actions';
import { takeLabel } from './FarTakes';
import { ItemFrame } from './ItemFrame';
import { isRightToLeft, useOutlets, useVocabulary } from './vocabulary';

type Part = 'outlet' | 'region' | 'lang' | 'summary' | 'quote' | 'source';
const path = (part: Part, index: number): FieldPath => ({ field: `take.${part}`, index });

/** A take. */
export const TakeCard = memo(function TakeCard({ index }: { readonly index: number }) {
  const session = useSession();
  const slot = useRef<HTMLDivElement>(null);
  const entries = useMoveEntries(session, index);
  const label = takeLabel(useFieldText(path('outlet', index)) ?? '');
  useEffect(
    () => session.places.registerCard(`takes[${index}]`, () => bringIntoSight(slot.current)),
    [session, index],
  );
  return (
    <div ref={slot} className="ed-take-slot">
      <ItemFrame
        item={{ list: 'takes', index }}
        label={label}
        className="ed-take"
        entries={entries}
      >
        <TakeFields index={index} />
      </ItemFrame>
    </div>
  );
});

const namesOf = new WeakMap<Brief, string>();

/** Lens names as one text: the same as long as they say the same; joined once for all cards. */
function lensNames(brief: Brief): string {
  const names = namesOf.get(brief) ?? brief.lenses.map(({ name }) => name.text).join('\n');
  namesOf.set(brief, names);
  return names;
}

function useMoveEntries(session: Session, index: number): readonly MenuEntry[] {
  const names = useBrief(lensNames);
  const vocabulary = useVocabulary('lenses');
  const present = names.split('\n');
  const here = locate(session.document.brief, index)?.lensIndex;
  const others = vocabulary.map(({ value }) => value).filter((name) => !present.includes(name));
  const to = (lens: number | string) => () =>
    moveTakeTo(session, index, { lens, at: Number.MAX_SAFE_INTEGER });
  return [
    {
      heading: 'Move to lens',
      entries: [
        ...present.flatMap((name, lens) =>
          lens === here ? [] : [{ label: name || 'No lens', onSelect: to(lens) }],
        ),
        ...others.map((name) => ({ label: `${name} (new)`, onSelect: to(name) })),
      ],
    },
  ];
}

function TakeFields({ index }: { readonly index: number }) {
  const session = useSession();
  const outlets = useOutlets();
  const regions = useVocabulary('regions');
  const languages = useVocabulary('languages');
  const lang = useFieldText(path('lang', index)) ?? '';
  return (
    <div className="ed-take-fields">
      <LineField
        path={path('outlet', index)}
        label="Outlet"
        placeholder="Outlet"
        className="ed-take-outlet"
        suggestions={outlets}
        onTake={({ value }) => takeOutlet(session, index, value)}
      />
      <div className="ed-take-place">
        <LineField
          path={path('region', index)}
          label="Region"
          placeholder="Region"
          suggestions={regions}
        />
        <LineField
          path={path('lang', index)}
          label="Language"
          placeholder="Language"
          suggestions={languages}
          className="ed-take-lang"
        />
      </div>
      <ProseField
        path={path('summary', index)}
        label="Take summary"
        placeholder="What this outlet says, and how it frames it"
      />
      <Optional index={index} part="quote" label="Quote" lang={lang} />
      <Optional index={index} part="source" label="Source" lang={lang} />
    </div>
  );
}

/** A quote or a source: a button as long as there is none. */
function Optional(props: {
  readonly index: number;
  readonly part: 'quote' | 'source';
  readonly label: string;
  readonly lang: string;
}) {
  const { index, part, label, lang } = props;
  const session = useSession();
  const readOnly = useReadOnly();
  const present = useFieldText(path(part, index)) !== null;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const key = formatPath(path(part, index));
  const shown = present || open;
  useEffect(() => {
    if (shown) return;
    // Whoever goes to the missing part finds it ready to be written.
    return session.places.register(key, {
      focus: (offset) => {
        setOpen(true);
        queueMicrotask(() => session.places.await(key, offset));
      },
    });
  }, [shown, session, key]);
  if (!shown) {
    return readOnly ? null : (
      <div className="ed-optional">
        <Button
          variant="quiet"
          size="s"
          className="ed-add"
          icon={<Plus aria-hidden="true" />}
          onClick={() => session.places.focus(path(part, index))}
        >
          {label}
        </Button>
        <Missed path={path(part, index)} />
      </div>
    );
  }
  return (
    <div
      ref={box}
      className={`ed-take-${part}`}
      dir={part === 'quote' && isRightToLeft(lang) ? 'rtl' : undefined}
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setOpen(false);
      }}
      onFocus={() => setOpen(true)}
    >
      {part === 'quote' ? (
        <ProseField
          path={path('quote', index)}
          label="Quote"
          placeholder="The quotation, word for word"
          {...(lang ? { lang } : {})}
        />
      ) : (
        <SourceField index={index} />
      )}
    </div>
  );
}

/** What the checks say of a part that is not there; a note is no more than a sign. */
function Missed(props: { readonly path: FieldPath }) {
  const [first] = useFieldFindings(props.path);
  if (!first) return null;
  if (first.severity !== 'info' || first.waiver) return <FieldNotes path={props.path} />;
  return (
    <span className="ed-missed" title={first.message}>
      <SeverityIcon severity="info" label />
      <span className="ui-hidden">{first.message}</span>
    </span>
  );
}

function SourceField({ index }: { readonly index: number }) {
  const url = useFieldText(path('source', index)) ?? '';
  const open = async () => {
    const result = await bridge.openExternal(url);
    if (result.kind === 'problem') toastProblem(result.problem);
  };
  return (
    <>
      <LineField path={path('source', index)} label="Source" placeholder="https://" />
      <IconButton
        size="s"
        label="Open the source in the browser"
        disabled={!/^https?:\/\//i.test(url)}
        icon={<ExternalLink aria-hidden="true" />}
        onClick={() => void open()}
      />
    </>
  );
}

/**
 * An outlet that is chosen brings its region and language, and its lens where the take has none
 * yet; all of it is one step of the history.
 */
function takeOutlet(session: Session, index: number, name: string): void {
  const { region, lang, lens } =
    workspaceStore.get()?.outlets.find((one) => one.name === name) ?? {};
  const set = (part: Part, text: string | undefined) =>
    text ? [(brief: Brief) => setField(brief, path(part, index), text)] : [];
  const found = locate(session.document.brief, index);
  const unassigned = found && (!found.lens.heading || found.lens.name.text === 'unlabelled');
  const fill = [...set('outlet', name), ...set('region', region), ...set('lang', lang)];
  if (lens && unassigned && found.lens.name.text !== lens) {
    const place = { lens, at: Number.MAX_SAFE_INTEGER };
    moveTakeTo(session, index, place, path('summary', index), fill);
  } else {
    session.document.performAll(fill, { event: 'input.outlet' });
  }
}
