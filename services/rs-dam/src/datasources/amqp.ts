/** Tells of changes to data sources. */
import { publishBroadcastPluginConf, publishDatasource } from '@regards/generated/rs-dam/messages';
import type { SourceEvents } from './service.ts';

/** What REGARDS calls the kind of plugin that a data source is. */
const sourcePlugin = 'fr.cnes.regards.modules.dam.domain.datasources.plugins.IDataSourcePlugin';

export const sourceEvents: SourceEvents = {
  changed(unit, { id, businessId, label }, action) {
    const payload = { pluginConfId: id, pluginBusinnessId: businessId, label, action, pluginTypes: [sourcePlugin] };
    publishBroadcastPluginConf(unit, [{ payload }]);
    if (action === 'DELETE') publishDatasource(unit, [{ payload: { datasourceId: id, type: 'DELETED' } }]);
  },
};
