/** Data sources: where the products of one model come from (rs-dam §4.4, §7). */

export interface SourceParameter {
  readonly name: string;
  readonly type?: string;
  readonly value?: unknown;
  readonly dynamic?: boolean;
}

export interface DataSource {
  readonly businessId: string;
  readonly label: string;
  readonly pluginId: string;
  readonly priorityOrder: number;
  readonly active: boolean;
  readonly parameters: readonly SourceParameter[];
  readonly iconUrl?: string;
  /** Model of its products. */
  readonly model: string;
}

/** The one plugin there is: products come from the feature manager by events, so how to crawl has no effect. */
export const featurePlugin = 'feature-datasource';

/** Version of that plugin as configurations show it. */
export const featurePluginVersion = '1.0.0';

/** Sentences on what is wrong with a configuration, none when nothing is. */
export function sourceFaults({ pluginId, label, parameters }: Omit<DataSource, 'model'>): string[] {
  if (pluginId !== featurePlugin) return [`There is no plugin ${pluginId}; data sources are made of ${featurePlugin}.`];
  return [
    ...(label.trim() === '' ? ['The data source has no label.'] : []),
    ...(modelNameOf(parameters) === undefined ? ['The parameter modelName names no model.'] : []),
  ];
}

/** The model that the parameters name, as plain text or as a JSON string. */
export function modelNameOf(parameters: readonly SourceParameter[]): string | undefined {
  const value = parameters.find(({ name }) => name === 'modelName')?.value;
  if (typeof value !== 'string') return undefined;
  const plain = /^"(.*)"$/s.exec(value.trim())?.[1] ?? value;
  return plain.trim() || undefined;
}
