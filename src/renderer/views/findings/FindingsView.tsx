import ListChecks from 'lucide-react/icons/list-checks';
import { type ReactNode, useEffect, useRef } from 'react';
import { bridge } from '../../app/bridge';
import { useCommand } from '../../app/commands';
import { useStore } from '../../app/store';
import { useWorkspace } from '../../app/workspace';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Progress } from '../../ui/Spinner';
import type { ViewProps } from '../props';
import { useRefresh } from '../use-refresh';
import { FilterBar } from './FilterBar';
import { FindingRows } from './FindingRows';
import { begin, filtersStore, found, isNarrowed, NO_FILTERS, setFilters } from './query';
import { RuleList } from './RuleList';
import './findings-view.css';

/** What the checks find over the whole workspace, to be gone to, mended or waived. */
export function FindingsView({ wish }: ViewProps): ReactNode {
  useEffect(() => begin(wish), [wish]);
  useRefresh(() => found.refresh());
  const filter = useRef<HTMLInputElement>(null);
  useCommand('edit.find', () => {
    filter.current?.focus();
    filter.current?.select();
  });
  useEffect(() => {
    // Where one comes back to the list, one goes on in it.
    const list = document.querySelector<HTMLElement>('#findings-list');
    (list ?? filter.current)?.focus();
  }, []);
  const head = useStore(found.state, (state) => state.head);
  const problem = useStore(found.state, (state) => state.problem);
  return (
    <div className="view-page">
      <FilterBar head={head} inputRef={filter} />
      <IndexState />
      {problem && head ? (
        <Banner
          kind="error"
          actions={
            <Button size="s" onClick={() => found.refresh()}>
              Try again
            </Button>
          }
        >
          {problem.message}
        </Banner>
      ) : null}
      <div className="fv-panes">
        {head && head.rules.length > 0 ? <RuleList rules={head.rules} /> : null}
        <div className="fv-list">
          <Found />
        </div>
      </div>
    </div>
  );
}

function Found(): ReactNode {
  const head = useStore(found.state, (state) => state.head);
  const problem = useStore(found.state, (state) => state.problem);
  const filters = useStore(filtersStore);
  const phase = useWorkspace((workspace) => workspace.index.phase);
  if (head && head.total > 0) return <FindingRows total={head.total} />;
  if (problem && !head) {
    return (
      <EmptyState
        title="The findings can’t be shown"
        actions={<Button onClick={() => found.refresh()}>Try again</Button>}
      >
        {problem.message}
      </EmptyState>
    );
  }
  if (!head) return null;
  if (isNarrowed(filters)) {
    return (
      <EmptyState
        title="No finding matches"
        actions={<Button onClick={() => setFilters(NO_FILTERS)}>Show all</Button>}
      />
    );
  }
  return phase === 'ready' ? (
    <EmptyState icon={<ListChecks aria-hidden="true" />} title="No findings">
      All briefs of the workspace pass all rules.
    </EmptyState>
  ) : null;
}

const phases = {
  reading: 'Reading the briefs',
  checking: 'Checking the briefs',
};

/** Says that there may be more to come. */
function IndexState(): ReactNode {
  const { phase, done, total } = useWorkspace((workspace) => workspace.index);
  if (phase === 'ready') return null;
  if (phase === 'cancelled') {
    return (
      <Banner
        kind="info"
        actions={
          <Button size="s" onClick={() => void bridge.resumeIndex()}>
            Go on
          </Button>
        }
      >
        Reading was stopped: briefs that were not read yet show no findings.
      </Banner>
    );
  }
  return (
    <div className="fv-index">
      <Progress
        label={`${phases[phase]}: ${done.toLocaleString()} of ${total.toLocaleString()}`}
        value={done}
        max={Math.max(total, 1)}
      />
    </div>
  );
}
