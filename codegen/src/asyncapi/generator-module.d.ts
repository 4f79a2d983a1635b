/** The part of @asyncapi/generator that is used; it brings no types. */
declare module '@asyncapi/generator' {
  export default class Generator {
    constructor(
      template: string,
      output: string,
      options: { forceWrite: boolean; templateParams: Record<string, string> },
    );
    generate(document: string, options: { path: string }): Promise<void>;
  }
}
