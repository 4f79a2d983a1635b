/** What the tests use of a client that brings no types. */
declare module 'eureka-js-client' {
  interface Found {
    readonly instanceId: string;
  }
  export class Eureka {
    constructor(options: object);
    start(done: (failure?: Error) => void): void;
    stop(done: (failure?: Error) => void): void;
    getInstancesByAppId(application: string): readonly Found[];
    getInstancesByVipAddress(address: string): readonly Found[];
  }
}
