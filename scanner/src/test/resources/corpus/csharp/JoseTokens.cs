using System.Collections.Generic;
using System.Text;
using Jose;

namespace Chat.Api
{
    public class JoseTokens
    {
        private readonly byte[] _key;

        public JoseTokens(Settings settings)
        {
            _key = Encoding.UTF8.GetBytes(settings.JwtSecretKey); // expect: secret-env-read
        }

        public string Issue(IDictionary<string, object> claims)
        {
            return JWT.Encode(claims, _key, JwsAlgorithm.HS256); // expect: local-sign
        }

        public Session Open(string token) => JWT.Decode<Session>(token, _key); // expect: local-decode

        public string Unsigned(object claims) => Jose.JWT.Encode(claims, null, JwsAlgorithm.none); // expect: local-sign, weak-validation

        public string OpenUnsigned(string token) => JWT.Decode(token, null); // expect: unverified-decode, weak-validation

        public string Raw(string token) => JWT.Payload(token); // expect: unverified-decode

        public IDictionary<string, object> Header(string token) => JWT.Headers(token); // expect: unverified-decode
    }
}
