import Scale from 'lucide-react/icons/scale';
import type { ReactNode } from 'react';
import type { Balance, Share } from '../../../core/balance/types';
import { UNLABELLED } from '../../../core/balance/takes';
import { reveal, showView } from '../../app/contract';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Matrix } from '../../views/balance/Matrix';
import { Voices } from '../../views/balance/Voices';
import { languageWords } from '../../views/balance/words';
import { useSession } from '../session/context';
import type { Session } from '../session/session';
import type { Timers } from '../session/timers';
import { useBalance } from './use-balance';
import '../../views/balance/balance.css';
import './panel.css';

/** How the takes of the open brief are spread, and what is missing. It explains, and blocks nothing. */
export function BalancePanel({ timers }: { readonly timers?: Timers }) {
  const session = useSession();
  const balance = useBalance(session, timers);
  if (!balance || balance.takes === 0) {
    return (
      <EmptyState icon={<Scale aria-hidden="true" />} title="No takes yet">
        Once the brief holds takes, their lenses, regions and languages are weighed here.
      </EmptyState>
    );
  }
  return (
    <div className="bp" data-pane="balance">
      {balance.gaps.length > 0 ? (
        <Part title="What is missing">
          <ul className="bl-gaps">
            {balance.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title="Lens by region">
        <Matrix
          compact
          balance={balance}
          action="go to the first"
          onLens={(lens, region) => goToTake(session, firstTake(session, lens, region))}
        />
      </Part>
      <Missing balance={balance} />
      <Part title="Voices">
        <Voices balance={balance} onTake={({ index }) => goToTake(session, index)} />
      </Part>
      <Button size="s" variant="quiet" onClick={() => showView('balance')}>
        Balance of all briefs
      </Button>
    </div>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="bl-part" aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** What the vocabulary or the target names and no take has. */
function Missing({ balance }: { readonly balance: Balance }) {
  const sides = [
    { label: 'Lenses', names: namesOf(balance.lenses) },
    { label: 'Regions', names: namesOf(balance.regions) },
    { label: 'Languages', names: namesOf(balance.languages).map(languageWords) },
  ].filter(({ names }) => names.length > 0);
  if (sides.length === 0) return null;
  return (
    <Part title="Without a take">
      <dl className="bp-missing">
        {sides.map(({ label, names }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

const namesOf = (shares: readonly Share[]): string[] =>
  shares.filter(({ present }) => !present).map(({ name }) => name);

/** The place among the takes of the first that stands under the lens and comes from the region. */
function firstTake({ document }: Session, lens: string, region: string): number {
  const { lenses, takes } = document.brief;
  const same = (text: string, name: string) => text.trim().normalize('NFC') === name;
  return takes.findIndex((take) => {
    const group = lenses.find((one) => one.takes.includes(take));
    return same(take.region.text, region) && same(group?.name.text.trim() || UNLABELLED, lens);
  });
}

function goToTake({ slug, document }: Session, index: number): void {
  const take = document.brief.takes[index];
  if (take) reveal(slug, { offset: take.outlet.from });
}
