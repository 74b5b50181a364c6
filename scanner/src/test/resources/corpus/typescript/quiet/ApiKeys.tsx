import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';

const PREFIXES = { live: 'sk_live_', test: 'sk_test_' } as const;

function decode(cursor: string): { after: string } {
  return JSON.parse(atob(cursor));
}

export function ApiKeys({ cursor }: { cursor: string }) {
  const { after } = useMemo(() => decode(cursor), [cursor]);
  const { data: keys = [] } = useQuery({
    queryKey: ['keys', after],
    queryFn: () => fetch(`/api/keys?after=${after}`).then((r) => r.json()),
  });

  return (
    <table>
      <tbody>
        {keys.map((key: { id: string; mode: keyof typeof PREFIXES; version: string }) => (
          <tr key={key.id}>
            <td>{PREFIXES[key.mode] + '…'}</td>
            <td>v{key.version.split('.')[0]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
