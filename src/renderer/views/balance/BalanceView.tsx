import Scale from 'lucide-react/icons/scale';
import { type ReactNode, useState } from 'react';
import type { Balance } from '../../../core/balance/types';
import { bridge, openBrief, rowsBySlug, showView, useWorkspace } from '../../app/contract';
import { openDialog } from '../../app/dialogs';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Spinner } from '../../ui/Spinner';
import type { ViewProps } from '../props';
import { type Asked, useAnswer } from '../use-answer';
import { BalanceField } from './BalanceField';
import { Bars } from './Bars';
import { Matrix } from './Matrix';
import { useLast } from './use-last';
import { useSearchText } from './use-search-text';
import { type EchoTake, Voices } from './Voices';
import { filterTerm, languageWords } from './words';
import './balance.css';

/** How the takes of the briefs that a search finds are spread. `wish`: the search. */
export function BalanceView({ wish }: ViewProps): ReactNode {
  const { text, setText, settled } = useSearchText(wish);
  const asked = useAnswer(settled, () => bridge.balance(settled));
  const balance = useLast(asked.answer, asked.problem !== null);
  return (
    <div className="view-page">
      <BalanceField
        text={text}
        onChange={setText}
        pending={asked.answer === null && asked.problem === null}
        balance={balance}
      />
      <div className="bl-body">
        <Body asked={asked} balance={balance} search={settled} onAll={() => setText('')} />
      </div>
    </div>
  );
}

function Body(props: {
  readonly asked: Asked<Balance>;
  readonly balance: Balance | null;
  readonly search: string;
  readonly onAll: () => void;
}) {
  const { asked, balance, search, onAll } = props;
  if (!balance && asked.problem) {
    return (
      <EmptyState
        title="The takes can’t be counted"
        actions={<Button onClick={asked.again}>Try again</Button>}
      >
        {asked.problem.message}
      </EmptyState>
    );
  }
  if (!balance) {
    return (
      <div className="bl-wait">
        <Spinner label="The takes are being counted" />
      </div>
    );
  }
  return balance.takes === 0 ? (
    <NoTakes balance={balance} search={search} onAll={onAll} />
  ) : (
    <Figures balance={balance} search={search} />
  );
}

function NoTakes(props: {
  readonly balance: Balance;
  readonly search: string;
  readonly onAll: () => void;
}) {
  const { balance, search, onAll } = props;
  const found = balance.briefs > 0;
  return (
    <EmptyState
      icon={<Scale aria-hidden="true" />}
      title={found || search === '' ? 'No takes yet' : 'No brief is found'}
      actions={search === '' ? null : <Button onClick={onAll}>All briefs</Button>}
    >
      {found || search === ''
        ? 'Once briefs hold takes, their lenses, regions, languages and outlets are weighed here.'
        : 'Other words or fewer filters may find some.'}
    </EmptyState>
  );
}

function Figures({ balance, search }: { readonly balance: Balance; readonly search: string }) {
  const briefs = useWorkspace((workspace) => workspace.briefs);
  const show = (term: string) => showView('search', search === '' ? term : `${search} ${term}`);
  const titleOf = ({ slug }: EchoTake) => rowsBySlug(briefs).get(slug)?.title || slug;
  return (
    <>
      <Gaps gaps={balance.gaps} />
      <section className="bl-part" aria-label="Lens by region">
        <h3>Lens by region</h3>
        <Matrix
          balance={balance}
          action="show briefs of this lens"
          onLens={(lens) => show(filterTerm('lens', lens))}
        />
      </section>
      <div className="bl-columns">
        <section className="bl-part" aria-label="Languages">
          <h3>Languages</h3>
          <Bars label="Takes by language" shares={balance.languages} words={languageWords} />
        </section>
        <section className="bl-part" aria-label="Outlets">
          <h3>Outlets</h3>
          <Bars
            label="Takes by outlet"
            shares={balance.outlets}
            onPress={(outlet) => show(filterTerm('outlet', outlet))}
          />
        </section>
      </div>
      <section className="bl-part" aria-label="Voices">
        <h3>Voices</h3>
        <Voices balance={balance} placeOf={titleOf} onTake={({ slug }) => openBrief(slug)} />
      </section>
    </>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly string[] }) {
  const [all, setAll] = useState(false);
  if (gaps.length === 0) return null;
  const shown = all ? gaps : gaps.slice(0, FIRST);
  return (
    <section className="bl-part" aria-label="What is missing">
      <div className="bl-gaps-head">
        <h3>What is missing</h3>
        <Button
          size="s"
          variant="quiet"
          onClick={() => openDialog({ kind: 'settings', tab: 'balance' })}
        >
          Set target…
        </Button>
      </div>
      <ul className="bl-gaps">
        {shown.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      {all || gaps.length <= FIRST ? null : (
        <Button size="s" variant="quiet" onClick={() => setAll(true)}>
          Show all {gaps.length}
        </Button>
      )}
    </section>
  );
}

const FIRST = 8;
