/** A line that grows while work goes on: a bar on a terminal, now and then a line elsewhere. */

export interface Progress {
  set(done: number): void;
  end(): void;
}

/** Redrawn this often, so that drawing costs nothing beside the work. */
const everyMs = 100;
const lineEveryMs = 5_000;
const width = 30;

export function startProgress(label: string, total: number, output: NodeJS.WriteStream = process.stderr): Progress {
  let [done, drawnAt] = [0, -Infinity];
  const draw = (last: boolean): void => {
    const now = performance.now();
    if (!last && now - drawnAt < (output.isTTY ? everyMs : lineEveryMs)) return;
    drawnAt = now;
    const filled = total === 0 ? width : Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'·'.repeat(width - filled)}`;
    output.write(
      output.isTTY ? `\r${label} ${bar} ${done}/${total}${last ? '\n' : ''}` : `${label} ${done}/${total}\n`,
    );
  };
  return {
    set(value) {
      done = value;
      draw(false);
    },
    end: () => draw(true),
  };
}
