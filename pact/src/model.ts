/** A model that pacts speak of: one attribute with a restriction, one in a fragment. */
import type { RunningInstance } from '@regards/service';

export const modelXml = `<?xml version="1.0" encoding="UTF-8"?>
<model><name>IMAGE</name><description>Images</description><type>DATA</type>
  <attribute alterable="false" optional="false" indexed="true"><label>Band</label><name>band</name><type>STRING</type>
    <restriction><enumeration><value>B1</value><value>B2</value></enumeration></restriction></attribute>
  <fragment><name>quality</name>
    <attribute optional="true" indexed="true"><label>Cloud cover</label><name>cloud_cover</name><type>DOUBLE</type></attribute></fragment>
</model>`;

/** Imports it as people do. */
export async function importModel(dam: RunningInstance, token: string): Promise<void> {
  const form = new FormData();
  form.append('file', new File([modelXml], 'model.xml', { type: 'application/xml' }));
  const answer = await fetch(`${dam.url}/models/import`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  if (answer.status !== 201) throw new Error(`the model was refused: ${answer.status} ${await answer.text()}`);
}
