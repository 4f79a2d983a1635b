/** What a group may see of a dataset (rs-dam §4.2, §6). */

export type MetadataLevel = 'NO_ACCESS' | 'RESTRICTED_ACCESS' | 'CUSTOM_ACCESS' | 'FULL_ACCESS';
export type FileLevel = 'NO_ACCESS' | 'INHERITED_ACCESS' | 'CUSTOM_ACCESS';

export interface QualityFilter {
  readonly minScore: number;
  readonly maxScore: number;
  readonly qualityLevel: 'ACCEPTED' | 'ACCEPTED_WITH_WARNINGS' | 'REJECTED';
}

export interface Right {
  readonly group: string;
  readonly dataset: number;
  readonly metadata: MetadataLevel;
  readonly file: FileLevel;
  readonly quality: QualityFilter;
}

/** Lets everything pass. */
export const everyQuality: QualityFilter = { minScore: 0, maxScore: 10, qualityLevel: 'ACCEPTED' };

/** Whether the group sees the dataset itself, if not its products. */
export const showsDataset = ({ metadata }: Pick<Right, 'metadata'>): boolean => metadata !== 'NO_ACCESS';

/** Sentences on why a right cannot be kept, none when it can. */
export function rightFaults({ metadata, file, quality }: Right, hasPlugin: boolean): string[] {
  return [
    ...(metadata === 'CUSTOM_ACCESS'
      ? ['metadataAccessLevel: CUSTOM_ACCESS is not offered yet; give FULL_ACCESS, RESTRICTED_ACCESS or NO_ACCESS.']
      : []),
    ...(file === 'CUSTOM_ACCESS'
      ? ['fileAccessLevel: CUSTOM_ACCESS is not offered yet; give INHERITED_ACCESS or NO_ACCESS.']
      : []),
    ...(hasPlugin && metadata !== 'CUSTOM_ACCESS' ? ['dataAccessPlugin: it goes with CUSTOM_ACCESS alone.'] : []),
    ...(quality.minScore > quality.maxScore ? ['qualityFilter: minScore is greater than maxScore.'] : []),
  ];
}
