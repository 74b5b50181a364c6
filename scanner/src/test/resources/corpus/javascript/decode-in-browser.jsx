import React, { useEffect, useState } from 'react';
import jwt_decode from 'jwt-decode';
import { useNavigate } from 'react-router-dom';

export default function Profile({ token }) {
  const [user, setUser] = useState(null);
  const navigate = useNavigate();

  useEffect(() => {
    if (!token) return navigate('/login');
    const claims = jwt_decode(token); // expect: unverified-decode
    if (claims.exp * 1000 < Date.now()) navigate('/login');
    setUser(claims);
  }, [token]);

  if (!user) return <p>Loading your token…</p>;
  return (
    <section title="JWT_SECRET">
      <h1>Hello {user.name}</h1>
      <small>{jwt_decode(token, { header: true }).kid}</small> {/* expect: unverified-decode */}
    </section>
  );
}
