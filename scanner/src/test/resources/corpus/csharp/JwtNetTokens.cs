using System.Collections.Generic;
using JWT;
using JWT.Algorithms;
using JWT.Exceptions;
using JWT.Serializers;

namespace Legacy.Tokens
{
    public class JwtNetTokens
    {
        private const string Secret = "GQDstcKsx0NHjPOuXOYg5MbeJ1XT0uFiwDVvVBrk"; // expect: secret-hardcoded
        private readonly IJwtEncoder _encoder;
        private readonly IJwtDecoder _decoder;

        public JwtNetTokens(IJwtEncoder encoder, IJwtDecoder decoder)
        {
            _encoder = encoder;
            _decoder = decoder;
        }

        public string Make(IDictionary<string, object> payload)
        {
            return _encoder.Encode(payload, Secret); // expect: local-sign
        }

        public string Read(string token)
        {
            try
            {
                return _decoder.Decode(token, Secret, verify: true); // expect: local-decode
            }
            catch (TokenExpiredException)
            {
                return null;
            }
        }

        public IDictionary<string, object> Peek(string token) =>
            _decoder.DecodeToObject<IDictionary<string, object>>(token, verify: false); // expect: unverified-decode, weak-validation

        public string PeekOld(string token) =>
            new JwtDecoder(new JsonNetSerializer(), new JwtBase64UrlEncoder())
                .Decode(token, Secret, false); // expect: unverified-decode, weak-validation

        public JwtHeader Header(string token) => _decoder.DecodeHeader<JwtHeader>(token); // expect: unverified-decode
    }
}
