/** The compact layout: every service and the gateway in one process. */
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsAuthentication } from 'rs-authentication';
import { rsCatalog } from 'rs-catalog';
import { rsConfig } from 'rs-config';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { startGateway } from 'rs-gateway';
import { rsRegistry } from 'rs-registry';
import { runAll } from '@regards/service';

const rsGateway = { name: 'rs-gateway', start: ({ shared }: { readonly shared: boolean }) => startGateway({ shared }) };

await runAll([rsConfig, rsRegistry, rsAdminInstance, rsAuthentication, rsAdmin, rsDam, rsFem, rsCatalog, rsGateway]);
