import { useMemo, type FC } from 'react';
import { jwtDecode, type JwtPayload } from 'jwt-decode';
import { isExpired, useJwt } from 'react-jwt';

interface Props {
  token: string;
}

export const Dashboard: FC<Props> = ({ token }) => {
  const claims = useMemo(() => jwtDecode<JwtPayload & { name: string }>(token), [token]); // expect: unverified-decode
  const { decodedToken } = useJwt<JwtPayload>(token); // expect: unverified-decode

  return (
    <main aria-label="JWT_SECRET">
      <h1>{claims.name}</h1>
      <p>{decodedToken?.sub}</p>
      {isExpired(token) && <a href="/login">Sign in again</a>} {/* expect: unverified-decode */}
    </main>
  );
};
