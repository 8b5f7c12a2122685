import Columns from 'lucide-react/icons/columns-3';
import List from 'lucide-react/icons/list';
import Plus from 'lucide-react/icons/plus';
import { memo, useMemo, useRef } from 'react';
import { useTakesLayout } from '../app-state';
import { Button, IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { FieldNotes } from '../fields/FieldNotes';
import { LineField } from '../fields/LineField';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { newLens, newTake, newTakeHere } from './actions';
import { ItemFrame } from './ItemFrame';
import type { LensShape } from './shape';
import { TakeCard } from './TakeCard';
import { useTakeTarget } from './use-sortable';
import { useVocabulary } from './vocabulary';

/** The takes under their lenses, one below the other or side by side. */
export function TakesSection({ lenses }: { readonly lenses: readonly LensShape[] }) {
  const session = useSession();
  const readOnly = useReadOnly();
  const [layout] = useTakesLayout();
  return (
    <>
      <div className={classes('ed-lenses', layout === 'columns' && 'ed-lenses-columns')}>
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

const LensGroup = memo(function LensGroup(props: LensShape & { readonly index: number }) {
  const { index, headed, first, takes } = props;
  const session = useSession();
  const readOnly = useReadOnly();
  const group = useRef<HTMLElement>(null);
  const over = useTakeTarget(index, group);
  const name = useBrief((brief) => brief.lenses[index]?.name.text ?? '');
  const cards = Array.from({ length: takes }, (_, at) => first + at);
  return (
    <section
      ref={group}
      aria-label={`Lens ${name || 'without a name'}`}
      className={classes('ed-lens', over && 'ed-over')}
    >
      {headed ? <LensHeading index={index} name={name} takes={takes} /> : null}
      {cards.map((take) => (
        <TakeCard key={take} index={take} />
      ))}
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
    </section>
  );
});

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
