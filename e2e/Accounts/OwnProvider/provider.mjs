// A certified OpenID provider that stands for a council's own sign-in: node provider.mjs <port> <the portal's answer address>.
// Whoever signs in as "somebody" is somebody@example.org; "unchecked" has an address that nobody checked.
import Provider from 'oidc-provider';

const [port, answer] = process.argv.slice(2);
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: 'portal', client_secret: 'a secret of the tests', redirect_uris: [answer] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['a key of the tests'] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: id !== 'unchecked' }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
