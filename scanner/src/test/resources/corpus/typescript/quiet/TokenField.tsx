import React, { useCallback, useState } from 'react';
import { Trans } from '@lingui/macro';

interface Props {
  jwtSecretLabel?: string;
  onVerify(token: string): Promise<boolean>;
}

export const TokenField: React.FC<Props> = ({ jwtSecretLabel = 'JWT secret', onVerify }) => {
  const [token, setToken] = useState<string>('');
  const [valid, setValid] = useState<boolean | null>(null);

  const verify = useCallback(async () => {
    try {
      setValid(await onVerify(token));
    } catch {
      setValid(false);
    }
  }, [token, onVerify]);

  const [header, payload, signature] = token.split('.');
  return (
    <fieldset>
      <legend>{jwtSecretLabel}</legend>
      <input name="token" value={token} onChange={(e) => setToken(e.target.value)} />
      <span className="part header">{header}</span>
      <span className="part payload">{payload}</span>
      <span className="part signature">{signature}</span>
      <button onClick={verify}>
        <Trans>Verify JWT</Trans>
      </button>
      {valid === false && <Trans>jwt.verify(): the signature is invalid</Trans>}
    </fieldset>
  );
};
