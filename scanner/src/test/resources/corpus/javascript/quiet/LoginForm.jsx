import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api';

export function LoginForm({ onLogin }) {
  const [token, setToken] = useState(() => localStorage.getItem('jwt'));
  const [secret, setSecret] = useState('');
  const { t } = useTranslation();

  useEffect(() => {
    if (!token) return;
    localStorage.setItem('jwt', token);
    api.get('/me', { headers: { Authorization: `Bearer ${token}` } }).then(onLogin);
  }, [token, onLogin]);

  async function submit(event) {
    event.preventDefault();
    const { data } = await api.post('/login', { secret });
    setToken(data.jwt);
  }

  return (
    <form onSubmit={submit}>
      <label htmlFor="secret">{t('login.jwt.secretLabel')}</label>
      <input id="secret" type="password" value={secret} onChange={(e) => setSecret(e.target.value)} />
      <button type="submit">{token ? t('login.again') : t('login.first')}</button>
      <p>Your JWT is decoded by the server, jwt.decode() never runs here.</p>
    </form>
  );
}
