/** The clock, as far as saving needs it; a test brings its own. */
export interface Timers {
  readonly now: () => number;
  /** @returns the call's cancellation */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const id = setTimeout(run, milliseconds);
    return () => clearTimeout(id);
  },
};
