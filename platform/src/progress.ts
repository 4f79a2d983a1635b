/** Lines that tell a person what `make up` does and waits for. */

export interface Progress {
  /** Something is done; `seconds` it took since the platform began to start are shown. */
  done(text: string): void;
  /** What is waited for; on a terminal in one line that changes, elsewhere a line each time it changes. */
  waiting(text: string): void;
  /** A line as it is. */
  say(text: string): void;
  seconds(): number;
}

/** Where it is no terminal, a line of what is waited for comes no more often than this. */
const quietSeconds = 5;

/** Progress on a stream; a stream that is no terminal gets whole lines only. */
export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const stamp = (): string => `${seconds().toFixed(1).padStart(6)} s`;
  let shown = '';
  let toldAt = -quietSeconds;
  const clear = (): void => {
    if (stream.isTTY && shown !== '') stream.write('\r\u001B[K');
    shown = '';
  };
  const whole = (text: string): void => {
    if (text === shown || seconds() - toldAt < quietSeconds) return;
    toldAt = seconds();
    shown = text;
    stream.write(`${stamp()}  … ${text}\n`);
  };
  return {
    seconds,
    done(text) {
      clear();
      stream.write(`${stamp()}  ✓ ${text}\n`);
    },
    waiting(text) {
      if (!stream.isTTY) return whole(text);
      clear();
      shown = text;
      stream.write(`${stamp()}  … ${text}`.slice(0, 110)); // a line that wraps cannot be taken back
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
  };
}
