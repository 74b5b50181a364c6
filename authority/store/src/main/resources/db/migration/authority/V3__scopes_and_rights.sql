-- What a client gets when it asks for nothing, and what it may ask the authority about others' tokens.

ALTER TABLE client ADD COLUMN default_scopes TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN rights TEXT NOT NULL DEFAULT '';

-- A service keeps what it could do. An application for people loses what it had without asking for it.
UPDATE client SET rights = 'feed introspect validate'
WHERE kind = 'service' AND ' ' || grants || ' ' LIKE '% client_credentials %';
UPDATE client SET rights = 'introspect'
WHERE kind = 'service' AND ' ' || grants || ' ' NOT LIKE '% client_credentials %';
UPDATE client SET grants = TRIM(REPLACE(' ' || grants || ' ', ' client_credentials ', ' '))
WHERE kind <> 'service';

-- Without a wish: who the person is, as far as the client may ask for it.
UPDATE client SET default_scopes = TRIM(
    CASE WHEN ' ' || scopes || ' ' LIKE '% email %' THEN 'email ' ELSE '' END
    || CASE WHEN ' ' || scopes || ' ' LIKE '% openid %' THEN 'openid ' ELSE '' END
    || CASE WHEN ' ' || scopes || ' ' LIKE '% profile %' THEN 'profile' ELSE '' END);

-- Who is signed in at the authority itself stays so, with all that this client may ask for.
UPDATE refresh_family
SET scopes = 'account:read account:security account:sessions account:write chat:use ' || scopes
WHERE client_id = 'signet';
