import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { client } from './client';

type Session = { token: string; user: { id: string; name: string } } | null;

const Context = createContext<Session>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>(null);

  useEffect(() => {
    const jwt = sessionStorage.getItem('jwt');
    if (!jwt) return;
    client
      .get<Session>('/session', { headers: { authorization: `Bearer ${jwt}` } })
      .then(({ data }) => setSession(data))
      .catch((error: unknown) => {
        sessionStorage.removeItem('jwt');
        throw error;
      });
  }, []);

  return <Context.Provider value={session}>{children}</Context.Provider>;
}

export const useSession = () => useContext(Context);
export const useToken = () => useSession()?.token ?? '';
