/** A rule as one line: the fault when the condition does not hold, nothing otherwise. */
export const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);
