/** A model that pacts speak of: one attribute with a restriction, one in a fragment. */
import type { Scene } from './scene.ts';

export const modelXml = `<?xml version="1.0" encoding="UTF-8"?>
<model><name>IMAGE</name><description>Images</description><type>DATA</type>
  <attribute alterable="false" optional="false" indexed="true"><label>Band</label><name>band</name><type>STRING</type>
    <restriction><enumeration><value>B1</value><value>B2</value></enumeration></restriction></attribute>
  <fragment><name>quality</name>
    <attribute optional="true" indexed="true"><label>Cloud cover</label><name>cloud_cover</name><type>DOUBLE</type></attribute></fragment>
</model>`;

/** Imports it into rs-dam as people do. */
export async function importModel(scene: Scene, xml: string): Promise<void> {
  const form = new FormData();
  form.append('file', new File([xml], 'model.xml', { type: 'application/xml' }));
  const sent = new Response(form);
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
  await scene.make('rs-dam', 'POST', '/models/import', new Uint8Array(await sent.arrayBuffer()), headers);
}
