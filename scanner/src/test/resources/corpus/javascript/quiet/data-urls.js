const BASE64 = ';base64,';

export function toBlob(dataUrl) {
  const [head, body] = dataUrl.split(',');
  const mime = head.split(':')[1].split(';')[0];
  const bytes = Uint8Array.from(atob(body), (c) => c.charCodeAt(0));
  return new Blob([bytes], { type: mime });
}

export function sourceMapOf(comment) {
  const at = comment.indexOf(BASE64);
  const json = atob(comment.slice(at + BASE64.length));
  const map = JSON.parse(json);
  return { version: map.version, sources: map.sources, names: map.names };
}

export function shareLink(state) {
  return '#' + btoa(JSON.stringify(state));
}

export function fromShareLink(hash) {
  try {
    return JSON.parse(atob(hash.slice(1)));
  } catch (e) {
    console.warn('cannot decode the state of the editor', e);
    return null;
  }
}

export const avatar = (png) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
