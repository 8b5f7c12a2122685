const HEARTBEAT_MS = { terminal: 200, log: 10_000 };

/**
 * Shows one step as one line: its title at once, how it gets on, and the time it took.
 * In a log, where a line can't be redrawn, a heartbeat is appended every ten seconds.
 * @template T
 * @param {string} title such as `Installing the dependencies`
 * @param {(note: (detail: string) => void) => Promise<T>} work may name what it is busy with
 * @param {{ outcome?: (result: T) => string, out?: NodeJS.WriteStream }} [options] `outcome` words the end
 * @returns {Promise<T>}
 */
export async function step(title, work, { outcome = () => 'done', out = process.stdout } = {}) {
  const started = performance.now();
  const live = out.isTTY;
  let detail = '';
  const draw = () => out.write(line(live, title, seconds(started), detail, out.columns));
  out.write(`${title} …`);
  const heartbeat = setInterval(draw, live ? HEARTBEAT_MS.terminal : HEARTBEAT_MS.log);
  const end = (word) => {
    clearInterval(heartbeat);
    out.write(live ? `\r\u001B[K${title}: ${word}\n` : ` ${word}\n`);
  };
  try {
    const result = await work((text) => {
      detail = text;
    });
    end(`${outcome(result)} in ${seconds(started)}`);
    return result;
  } catch (error) {
    end(`failed after ${seconds(started)}`);
    throw error;
  }
}

function line(live, title, time, detail, columns = 80) {
  const more = detail === '' ? '' : `, ${detail}`;
  if (!live) return ` ${time}${more} …`;
  return `\r\u001B[K${`${title}: ${time}${more}`.slice(0, columns - 1)}`;
}

function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
