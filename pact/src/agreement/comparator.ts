/** The comparator's types: its own refer to one another in a way that the compiler does not follow. */

/** What it finds at one place of a pact. */
export interface Finding {
  readonly type: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly mockDetails?: { readonly interactionDescription?: string | null };
}

declare module '@pactflow/openapi-pact-comparator' {
  export class Comparator {
    constructor(options: { oas: object });
    compare(pact: object): AsyncGenerator<Finding>;
  }
}
