/** What a statement is made for: its parameters, and what the caller may see. */
import type { ItemIdentifier } from '../../products/domain/engine.ts';
import type { VisibleModels } from '../../products/domain/membership.ts';
import type { ValueStatistics } from '../statistics.ts';
import type { Statement } from '../statement.ts';

export interface Scope {
  readonly statement: Statement;
  readonly models: VisibleModels;
  readonly identifier: ItemIdentifier;
  readonly statistics: ValueStatistics;
}
