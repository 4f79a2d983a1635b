// How names, values and comments are written in TypeScript.

const commentWidth = 110;

export const pascal = (name) =>
  name
    .split(/[-_.]/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

export const camel = (name) => pascal(name).replace(/^./, (first) => first.toLowerCase());

export const literal = (value) =>
  typeof value === 'object'
    ? JSON.stringify(value)
    : `'${String(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function lines(text) {
  const wrapped = [];
  for (const word of text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim().split(' ')) {
    const line = wrapped.at(-1);
    if (line === undefined || line.length + word.length >= commentWidth) wrapped.push(word);
    else wrapped[wrapped.length - 1] = `${line} ${word}`;
  }
  return wrapped;
}

export function comment(...paragraphs) {
  const all = paragraphs.filter((paragraph) => paragraph.trim() !== '').flatMap(lines);
  return all.length === 1 ? `/** ${all[0]} */` : ['/**', ...all.map((line) => ` * ${line}`), ' */'].join('\n');
}
