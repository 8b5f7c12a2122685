import Plus from 'lucide-react/icons/plus';
import { memo, useMemo, useRef } from 'react';
import { Button } from '../../ui/Button';
import { LineField } from '../fields/LineField';
import { ProseField } from '../fields/ProseField';
import { useBrief, useReadOnly, useSession } from '../session/context';
import { newNumber, newWatch } from './actions';
import { ItemFrame } from './ItemFrame';
import { indexesOf, keysOf, type Stretch, stretchesOf, useDrawn } from './use-drawn';

/** The figures, each a row of value and label. */
export function Numbers({ count }: { readonly count: number }) {
  const session = useSession();
  return (
    <>
      {range(count).map((index) => (
        <NumberRow key={index} index={index} />
      ))}
      <Add label="Number" onAdd={() => newNumber(session)} />
    </>
  );
}

const NumberRow = memo(function NumberRow({ index }: { readonly index: number }) {
  const session = useSession();
  const value = useBrief((brief) => brief.numbers[index]?.value.text ?? '');
  const labelPath = useMemo(() => ({ field: 'number.label', index }) as const, [index]);
  const valuePath = useMemo(() => ({ field: 'number.value', index }) as const, [index]);
  return (
    <ItemFrame
      item={{ list: 'numbers', index }}
      label={`Number ${value || index + 1}`}
      className="ed-number"
    >
      <LineField
        path={valuePath}
        label="Value"
        placeholder="0"
        className="ed-number-value"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          session.places.focus(labelPath);
        }}
      />
      <ProseField
        path={labelPath}
        label="Label"
        placeholder="what it counts"
        oneLine
        onEnter={() => newNumber(session, index + 1)}
      />
    </ItemFrame>
  );
});

/** Watch items come and go in groups of this many. */
const GROUP = 20;

/** What to watch: one line each. */
export function Watch({ count }: { readonly count: number }) {
  const session = useSession();
  return (
    <>
      {stretchesOf({ first: 0, count }, GROUP).map((stretch) => (
        <WatchGroup key={stretch.first} {...stretch} />
      ))}
      <Add label="Watch item" onAdd={() => newWatch(session)} />
    </>
  );
}

const WatchGroup = memo(function WatchGroup(stretch: Stretch) {
  const box = useRef<HTMLDivElement>(null);
  const { isDrawn, height } = useDrawn(box, keysOf('watch', stretch), stretch.first === 0);
  return (
    <div ref={box} style={{ minHeight: height }}>
      {isDrawn ? (
        indexesOf(stretch).map((index) => <WatchRow key={index} index={index} />)
      ) : (
        <FarWatch {...stretch} />
      )}
    </div>
  );
});

/** Watch items that are not drawn, as text. */
function FarWatch({ first, count }: Stretch) {
  // One text for all of them: one comparison at each key.
  const texts = useBrief((brief) =>
    brief.watch
      .slice(first, first + count)
      .map(({ value }) => value.text.replaceAll('\n', ' '))
      .join('\n'),
  );
  return texts.split('\n').map((text, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <div key={at} data-item={`watch[${first + at}]`} className="ed-watch ed-prose">
      {text}
    </div>
  ));
}

const WatchRow = memo(function WatchRow({ index }: { readonly index: number }) {
  const session = useSession();
  const path = useMemo(() => ({ field: 'watch', index }) as const, [index]);
  return (
    <ItemFrame
      item={{ list: 'watch', index }}
      label={`Watch item ${index + 1}`}
      className="ed-watch"
    >
      <ProseField
        path={path}
        label={`Watch item ${index + 1}`}
        placeholder="What may come next"
        onEnter={() => newWatch(session, index + 1)}
      />
    </ItemFrame>
  );
});

function Add(props: { readonly label: string; readonly onAdd: () => void }) {
  const readOnly = useReadOnly();
  if (readOnly) return null;
  return (
    <Button
      variant="quiet"
      size="s"
      className="ed-add"
      icon={<Plus aria-hidden="true" />}
      onClick={props.onAdd}
    >
      {props.label}
    </Button>
  );
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
