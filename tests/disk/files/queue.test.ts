import { describe, expect, it } from 'vitest';
import { Queues } from '../../../src/disk/files/queue';

describe('queues', () => {
  it('do the works of one key in order, and each caller learns its own outcome', async () => {
    const queues = new Queues();
    const order: number[] = [];
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const first = queues.run('a', async () => {
      await gate;
      order.push(1);
      return 'one';
    });
    const second = queues.run('a', async () => {
      order.push(2);
      throw new Error('two');
    });
    const third = queues.run('a', async () => {
      order.push(3);
      return 'three';
    });
    const other = queues.run('b', async () => {
      order.push(0);
      return 'other';
    });
    expect(await other).toBe('other');
    letGo();
    expect(await first).toBe('one');
    await expect(second).rejects.toThrow('two');
    expect(await third).toBe('three');
    expect(order).toEqual([0, 1, 2, 3]);
    await queues.idle();
  });
});
