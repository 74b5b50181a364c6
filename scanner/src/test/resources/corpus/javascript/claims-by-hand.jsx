import { useMemo } from 'react';

function parseJwt(token) {
  const base64 = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  const json = decodeURIComponent(
    window
      .atob(base64) // expect: unverified-decode
      .split('')
      .map((c) => '%' + ('00' + c.charCodeAt(0).toString(16)).slice(-2))
      .join(''),
  );
  return JSON.parse(json);
}

export const Menu = ({ token }) => {
  const roles = useMemo(() => parseJwt(token).roles ?? [], [token]);
  return <nav>{roles.includes('admin') && <a href="/admin">Admin</a>}</nav>;
};

export const expired = (accessToken) => {
  const { exp } = JSON.parse(atob(accessToken.split('.')[1])); // expect: unverified-decode
  return exp * 1000 < Date.now();
};
