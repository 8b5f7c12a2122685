import Plus from 'lucide-react/icons/plus';
import {
  type CSSProperties,
  memo,
  type ReactNode,
  useCallback,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Brief, SectionKind } from '../../../core/format/brief';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { useTakesLayout } from '../app-state';
import { SeverityIcon } from '../../ui/Severity';
import { ProseField } from '../fields/ProseField';
import { SECTION_NAMES } from '../findings/places';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { addSection } from './actions';
import { Footer } from './Footer';
import { Graph } from './Graph';
import { Header } from './Header';
import { Islands, RawBlock } from './Islands';
import { Numbers, Watch } from './Lists';
import { type Shape, shapeReader } from './shape';
import { LayoutSwitch, TakesSection } from './TakesSection';

/**
 * The brief as a form: every part in its place, and what is missing where it would go. Until `whole`
 * it ends with the Summary, which fills the first screen.
 */
export function FormView({ whole }: { readonly whole: boolean }) {
  const read = useMemo(() => shapeReader(), []);
  const shape = useBrief(read);
  const [layout] = useTakesLayout();
  return (
    <div className={classes('ed-form', layout === 'columns' && 'ed-form-columns')}>
      <Header hasDek={shape.hasDek} />
      <Islands indexes={islandsAt(shape, 'top')} />
      {(whole ? shape.blocks : firstOf(shape.blocks)).map((block, index) => {
        // A section has no identity but its kind and, where it is unknown, its place.
        const key = block.kind === 'foreign' ? `foreign ${index}` : index;
        if (block.kind === 'missing') return <Missing key={key} kind={block.missing} />;
        if (block.kind === 'foreign') return <Foreign key={key} section={block.section} />;
        return <Section key={block.kind} shape={shape} {...block} />;
      })}
      {whole ? (
        <>
          <Islands indexes={islandsAt(shape, 'footer')} />
          <Footer />
        </>
      ) : null}
    </div>
  );
}

function firstOf(blocks: Shape['blocks']): Shape['blocks'] {
  return blocks.slice(0, blocks.findIndex(({ kind }) => kind === 'summary') + 1);
}

function Section(props: {
  readonly kind: SectionKind;
  readonly section: number;
  readonly shape: Shape;
}) {
  const { kind, section, shape } = props;
  return (
    <section
      className={`ed-section ed-section-${kind}`}
      aria-label={SECTION_NAMES[kind]}
      data-part={kind}
      style={roomOf(kind, shape)}
    >
      <div className="ed-section-head">
        <h2 className="ed-section-name">{SECTION_NAMES[kind]}</h2>
        {kind === 'takes' ? <LayoutSwitch /> : null}
      </div>
      <Body kind={kind} shape={shape} />
      <Islands indexes={islandsAt(shape, section)} />
    </section>
  );
}

/** The room for a section of items as long as it has not been in sight. */
function roomOf(kind: SectionKind, shape: Shape): CSSProperties | undefined {
  const { lenses, watch } = shape;
  if (kind === 'watch') return { containIntrinsicBlockSize: `auto ${80 + watch * 40}px` };
  if (kind !== 'takes') return undefined;
  const takes = lenses.reduce((sum, lens) => sum + lens.takes, 0);
  return { containIntrinsicBlockSize: `auto ${80 + lenses.length * 100 + takes * 200}px` };
}

const SUMMARY = { field: 'summary' } as const;
const WHY = { field: 'why' } as const;

const Body = memo(function Body(props: {
  readonly kind: SectionKind;
  readonly shape: Shape;
}): ReactNode {
  const { kind, shape } = props;
  switch (kind) {
    case 'summary':
      return <ProseField path={SUMMARY} label="Summary" placeholder="What happened" />;
    case 'why':
      return <ProseField path={WHY} label="Why it matters" placeholder="What follows from it" />;
    case 'numbers':
      return <Numbers count={shape.numbers} />;
    case 'watch':
      return <Watch count={shape.watch} />;
    case 'takes':
      return <TakesSection lenses={shape.lenses} />;
    case 'graph':
      return <Graph />;
  }
});

function Missing({ kind }: { readonly kind: SectionKind }) {
  const session = useSession();
  const readOnly = useReadOnly();
  const { findings } = session;
  const told = useSyncExternalStore(
    findings.subscribe,
    () =>
      findings.shown().find(({ rule, waiver }) => rule === 'format/section-missing' && !waiver)
        ?.severity,
  );
  if (readOnly) return null;
  return (
    <div className="ed-missing" data-missing={kind}>
      <Button
        variant="quiet"
        size="s"
        icon={<Plus aria-hidden="true" />}
        onClick={() => addSection(session, kind)}
      >
        Add section: {SECTION_NAMES[kind]}
      </Button>
      {told ? <SeverityIcon severity={told} label /> : null}
    </div>
  );
}

function Foreign({ section }: { readonly section: number }) {
  const range = useCallback(
    (brief: Brief) => {
      const found = brief.sections[section];
      return found ? { from: found.from, to: found.content?.to ?? found.heading.to } : null;
    },
    [section],
  );
  const duplicate = useBrief((brief) => brief.sections[section]?.duplicate ?? false);
  return (
    <div className="ed-section" data-part={`section-${section}`}>
      <RawBlock
        range={range}
        label={
          duplicate ? 'A section that stands twice' : 'A section that is not part of the format'
        }
      />
    </div>
  );
}

/** The islands that stand somewhere, by their index; those of foreign sections are in their block. */
function islandsAt(shape: Shape, where: Shape['islands'][number]): readonly number[] {
  return shape.islands.flatMap((stands, index) => (stands === where ? [index] : []));
}
