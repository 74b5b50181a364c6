import { useEffect, useState } from 'react';

export function LazyProfile({ token }: { token: string }) {
  const [name, setName] = useState<string>();

  useEffect(() => {
    void (async () => {
      const { jwtDecode } = await import('jwt-decode');
      setName(jwtDecode<{ name: string }>(token).name); // expect: unverified-decode
    })();
  }, [token]);

  return <span>{name ?? 'jwt.decode(token)'}</span>;
}
