/** A statement in the making: its values are never part of its text. */
export class Statement {
  text = '';
  readonly values: unknown[] = [];

  /** Takes a value, gives its placeholder. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
