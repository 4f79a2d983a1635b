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

/** Progress on a stream; a stream that is no terminal gets whole lines only. */
export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const stamp = (): string => `${seconds().toFixed(1).padStart(6)} s`;
  let shown = '';
  const clear = (): void => {
    if (stream.isTTY && shown !== '') stream.write('\r\u001B[K');
    shown = '';
  };
  return {
    seconds,
    done(text) {
      clear();
      stream.write(`${stamp()}  ✓ ${text}\n`);
    },
    waiting(text) {
      if (!stream.isTTY && text === shown) return;
      clear();
      shown = text;
      stream.write(stream.isTTY ? `${stamp()}  … ${text}`.slice(0, 118) : `${stamp()}  … ${text}\n`);
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
  };
}
