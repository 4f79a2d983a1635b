/** `make mock SERVICE=rs-fem PORT=8090`: a service, or all of them, played by the examples of their contracts. */
import { listen } from '@regards/http';
import { mockApplications, mockListener } from './mock.ts';

const [, , name = '', port = '8090'] = process.argv;

try {
  const applications = await mockApplications(name === '' ? [] : [name]);
  const { url } = await listen(mockListener(applications), { port: Number(port) });
  for (const service of applications.keys()) console.log(`${service.padEnd(18)} ${url}/api/v1/${service}`);
  console.log(
    '\nEvery operation answers with the example of its contract; `Prefer: status=404` asks for another answer.',
  );
  console.log('Any bearer token will do; Ctrl-C ends it.');
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
