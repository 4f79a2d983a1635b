/** Scenarios that nobody runs yet, each with its reason. */
export interface OpenScenario {
  readonly id: string;
  readonly sentence: string;
  readonly why: string;
}

export const openScenarios: readonly OpenScenario[] = [
  {
    id: 'R4',
    sentence: '30 % of the instances stop renewing at once',
    why: 'rs-registry has no such protection: whoever does not renew is out after its lease',
  },
  {
    id: 'R8',
    sentence: 'unsigned, replayed and foreign registrations',
    why: 'a credential decides, as Eureka clients send it: services/rs-registry/test/registrants.test.ts and `make attack`',
  },
  {
    id: 'R12',
    sentence: 'addresses that policy refuses',
    why: 'a setting refuses networks: services/rs-registry/test/registrants.test.ts',
  },
  {
    id: 'P2',
    sentence: 'two and three instances of every service',
    why: 'a command of its own: `make test-instances INSTANCES=3` runs the tests of all services so',
  },
];
