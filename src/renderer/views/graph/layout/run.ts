import { type LayoutTask, Simulation } from './simulation';

/** Where the nodes are now; `done` once they stay there. */
export interface LayoutNews {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly done: boolean;
}

/** A picture a moment is enough for the eye (milliseconds). */
const PACE = 40;

/** Steps until nothing moves, and says now and then where the nodes are. @returns its end */
export function runLayout(task: LayoutTask, say: (news: LayoutNews) => void): () => void {
  const simulation = new Simulation(task);
  let timer: ReturnType<typeof setTimeout>;
  const go = () => {
    const until = performance.now() + PACE;
    let moves = true;
    while (moves && performance.now() < until) moves = simulation.step();
    say({ positions: simulation.positions(), done: !moves });
    // Between two rounds whoever waits comes in: an end, and on the page its frames.
    if (moves) timer = setTimeout(go);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
