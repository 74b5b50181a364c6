/** Reads `traceparent` and `baggage` as the W3C has them. */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly baggage: Readonly<Record<string, string>>;
}

export function decode(headers: Headers): TraceContext | undefined {
  const [version, traceId, spanId] = (headers.get('traceparent') ?? '').split('-');
  if (version !== '00') return undefined;
  return { traceId, spanId, baggage: baggage(headers.get('baggage') ?? '') };
}

function baggage(text: string): Record<string, string> {
  const entries = text.split(',').map((one) => one.split('='));
  return Object.fromEntries(entries.map(([k, v]) => [k.trim(), decodeURIComponent(v ?? '')]));
}

export function sentryDsn(dsn: string) {
  const { username: key, host, pathname } = new URL(dsn);
  const [organisation] = host.split('.');
  return { key, organisation, project: pathname.slice(1) };
}

export async function payload(response: Response): Promise<unknown> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return JSON.parse(new TextDecoder().decode(bytes));
}
