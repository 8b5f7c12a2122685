import Columns from 'lucide-react/icons/columns-3';
import List from 'lucide-react/icons/list';
import Plus from 'lucide-react/icons/plus';
import { memo, useMemo, useRef } from 'react';
import { openDialog } from '../../app/dialogs';
import { useTakesLayout } from '../app-state';
import { Button, IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { FieldNotes } from '../fields/FieldNotes';
import { LineField } from '../fields/LineField';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { newLens, newTake, newTakeHere } from './actions';
import { FarTakes } from './FarTakes';
import { ItemFrame } from './ItemFrame';
import type { LensShape } from './shape';
import { TakeCard } from './TakeCard';
import { indexesOf, keysOf, type Stretch, stretchesOf, useDrawn } from './use-drawn';
import { useTakeTarget } from './use-sortable';
import { useVocabulary } from './vocabulary';

/** So many takes are drawn in any case. */
const ALWAYS = 30;
/** The takes of a lens come and go in groups of this many: drawing a card takes its time. */
const GROUP = 6;

/** The takes under their lenses, one below the other or side by side. */
export function TakesSection({ lenses }: { readonly lenses: readonly LensShape[] }) {
  const session = useSession();
  const readOnly = useReadOnly();
  const [layout] = useTakesLayout();
  return (
    <>
      <div
        className={classes('ed-lenses', layout === 'columns' && 'ed-lenses-columns')}
        data-columns={layout === 'columns' ? '' : undefined}
      >
        {lenses.map((lens, index) => (
          // A lens has no identity but its place; its fields follow the text.
          // oxlint-disable-next-line react/no-array-index-key
          <LensGroup key={index} index={index} {...lens} />
        ))}
      </div>
      {readOnly || lenses.length > 0 ? null : (
        <Button
          variant="quiet"
          size="s"
          className="ed-add"
          icon={<Plus aria-hidden="true" />}
          onClick={() => newTakeHere(session)}
        >
          Take
        </Button>
      )}
      {readOnly ? null : (
        <Button
          variant="quiet"
          size="s"
          className="ed-add"
          icon={<Plus aria-hidden="true" />}
          onClick={() => newLens(session)}
        >
          Lens
        </Button>
      )}
    </>
  );
}

export function LayoutSwitch() {
  const [layout, setLayout] = useTakesLayout();
  const columns = layout === 'columns';
  return (
    <IconButton
      size="s"
      label={columns ? 'Show takes as a list' : 'Show takes in columns'}
      icon={columns ? <List aria-hidden="true" /> : <Columns aria-hidden="true" />}
      onClick={() => setLayout(columns ? 'list' : 'columns')}
    />
  );
}

/** The takes of a lens under its name. Far from what is seen it is no more than their room. */
const LensGroup = memo(function LensGroup(props: LensShape & { readonly index: number }) {
  const { index, headed, first, takes } = props;
  const group = useRef<HTMLElement>(null);
  const over = useTakeTarget(index, group);
  const name = useBrief((brief) => brief.lenses[index]?.name.text ?? '');
  const all = { first, count: takes };
  const items = `lenses[${index}]\n${keysOf('takes', all)}`;
  const { isDrawn, height } = useDrawn(group, items, first < ALWAYS);
  return (
    <section
      ref={group}
      aria-label={`Lens ${name || 'without a name'}`}
      className={classes('ed-lens', over && 'ed-over')}
      style={{ containIntrinsicBlockSize: `auto ${takes * 200 + 100}px`, minHeight: height }}
    >
      {isDrawn ? (
        <Drawn {...props} name={name} />
      ) : (
        <>
          {headed ? <div data-item={`lenses[${index}]`}>{name}</div> : null}
          <FarTakes {...all} />
        </>
      )}
    </section>
  );
});

function Drawn(props: LensShape & { readonly index: number; readonly name: string }) {
  const { index, headed, first, takes, name } = props;
  const session = useSession();
  const readOnly = useReadOnly();
  const all = { first, count: takes };
  return (
    <>
      {headed ? <LensHeading index={index} name={name} takes={takes} /> : null}
      {takes <= GROUP ? (
        <Cards {...all} />
      ) : (
        stretchesOf(all, GROUP).map((stretch) => <TakeGroup key={stretch.first} {...stretch} />)
      )}
      {readOnly ? null : (
        <Button
          variant="quiet"
          size="s"
          className="ed-add"
          icon={<Plus aria-hidden="true" />}
          onClick={() => newTake(session, index, takes)}
        >
          Take
        </Button>
      )}
    </>
  );
}

const TakeGroup = memo(function TakeGroup(stretch: Stretch) {
  const box = useRef<HTMLDivElement>(null);
  const { isDrawn, height } = useDrawn(box, keysOf('takes', stretch), stretch.first < ALWAYS);
  return (
    <div ref={box} style={{ minHeight: height }}>
      {isDrawn ? <Cards {...stretch} /> : <FarTakes {...stretch} />}
    </div>
  );
});

function Cards(stretch: Stretch) {
  return indexesOf(stretch).map((index) => <TakeCard key={index} index={index} />);
}

function LensHeading(props: {
  readonly index: number;
  readonly name: string;
  readonly takes: number;
}) {
  const { index, name, takes } = props;
  const vocabulary = useVocabulary('lenses');
  const path = useMemo(() => ({ field: 'lens.name', index }) as const, [index]);
  return (
    <>
      <ItemFrame
        item={{ list: 'lenses', index }}
        label={`Lens ${name || 'without a name'}`}
        className="ed-lens-heading"
        entries={[
          {
            label: 'Where it is used…',
            disabled: name === '',
            onSelect: () => openDialog({ kind: 'used', subject: { kind: 'lens', name }, name }),
          },
          {
            label: 'Rename everywhere…',
            // It stands for no lens, in every workspace.
            disabled: name === '' || name === 'unlabelled',
            onSelect: () => openDialog({ kind: 'rename', what: 'lens', id: name }),
          },
        ]}
      >
        <LineField path={path} label="Lens" placeholder="Lens" suggestions={vocabulary} quiet />
        <span className="ed-count" aria-hidden="true">
          {takes}
        </span>
      </ItemFrame>
      <FieldNotes path={path} />
    </>
  );
}
