export * from './common-settings.ts';
export { defineService } from './definition.ts';
export type { ClientFactories, ClientsOf, Service, ServiceDefinition } from './definition.ts';
export type { Replacements, RunningInstance } from './instance.ts';
export type { Parts, Running, Task, Tenants, TenantSource } from './parts.ts';
export * from './process.ts';
export * from './start-service.ts';
export { instanceTenant, restTenantSource, tenantRoutes } from './tenant-source.ts';
export { keySetRoute } from './identity.ts';
