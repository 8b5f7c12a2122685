import { type Disk, type OpenFile, realDisk } from '../../src/disk/files/disk';

export interface Fault {
  /** Which operation fails, counted from 1. */
  readonly at: number;
  readonly code: 'ENOSPC' | 'EIO' | 'EPERM';
  /** True where no later operation works either, as after a crash. */
  readonly lasting: boolean;
}

/** The real disk, one operation of which fails; a write that fails has written half. */
export class FaultyDisk implements Disk {
  operations = 0;
  /** While false, all works and nothing is counted. */
  isArmed = true;

  constructor(readonly fault: Fault | null) {}

  get wasHit(): boolean {
    return this.fault !== null && this.operations >= this.fault.at;
  }

  readonly read = (path: string) => this.#do(() => realDisk.read(path));
  readonly facts = (path: string) => this.#do(() => realDisk.facts(path));
  readonly target = (path: string) => this.#do(() => realDisk.target(path));
  readonly rename = (from: string, to: string) => this.#do(() => realDisk.rename(from, to));
  readonly link = (from: string, to: string) => this.#do(() => realDisk.link(from, to));
  readonly remove = (path: string) => this.#do(() => realDisk.remove(path));
  readonly removeFolder = (path: string) => this.#do(() => realDisk.removeFolder(path));
  readonly list = (path: string) => this.#do(() => realDisk.list(path));
  readonly makeFolder = (path: string) => this.#do(() => realDisk.makeFolder(path));
  readonly syncFolder = (path: string) => this.#do(() => realDisk.syncFolder(path));
  readonly create = (path: string) =>
    this.#do(async (): Promise<OpenFile> => {
      const file = await realDisk.create(path);
      return {
        write: (bytes) =>
          this.#do(
            () => file.write(bytes),
            () => file.write(bytes.subarray(0, bytes.length >> 1)),
          ),
        become: (facts) => this.#do(() => file.become(facts)),
        sync: () => this.#do(() => file.sync()),
        close: () =>
          this.#do(
            () => file.close(),
            () => file.close(),
          ),
      };
    });

  async #do<T>(work: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    if (!this.isArmed) return work();
    this.operations++;
    const { fault } = this;
    const isHit = fault !== null && this.operations === fault.at;
    const isDead = fault !== null && fault.lasting && this.operations > fault.at;
    if (!isHit && !isDead) return work();
    await half?.();
    throw Object.assign(new Error(`${fault.code}: put in by the test`), { code: fault.code });
  }
}

/**
 * Runs a scenario with the first operation failing, then the second, and so on, until one run meets
 * no fault. @returns how many operations the scenario has
 */
export async function withEveryFault(
  shapes: readonly Omit<Fault, 'at'>[],
  scenario: (disk: FaultyDisk, fault: Fault | null) => Promise<void>,
): Promise<number> {
  for (const shape of shapes) {
    for (let at = 1; ; at++) {
      const fault = { ...shape, at };
      const disk = new FaultyDisk(fault);
      await scenario(disk, fault);
      if (!disk.wasHit) break;
    }
  }
  const whole = new FaultyDisk(null);
  await scenario(whole, null);
  return whole.operations;
}

export const FAULTS = [
  { code: 'ENOSPC', lasting: false },
  { code: 'EIO', lasting: false },
  { code: 'EPERM', lasting: false },
  { code: 'EIO', lasting: true },
] as const satisfies readonly Omit<Fault, 'at'>[];
