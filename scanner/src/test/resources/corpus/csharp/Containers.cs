using System;
using System.Collections.Generic;
using System.IdentityModel.Tokens.Jwt;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Acme.Gate;

public class Containers(IServiceProvider services, IEnumerable<JwtSecurityTokenHandler> handlers)
{
    public void Check(string text, TokenValidationParameters parameters)
    {
        var handler = services.GetRequiredService<JwtSecurityTokenHandler>();
        handler.ValidateToken(text, parameters, out _); // expect: local-decode
    }

    public void All(string text, TokenValidationParameters parameters)
    {
        foreach (JwtSecurityTokenHandler handler in handlers)
        {
            handler.ValidateToken(text, parameters, out _); // expect: local-decode
        }
    }

    public string Name(string text)
    {
        return Handler().ReadToken(text).Id; // expect: unverified-decode
    }

    protected virtual JwtSecurityTokenHandler Handler() => null;

    public string Mail(string text) => services.GetRequiredService<IMailer>().ReadToken(text);
}

public interface IMailer
{
    string ReadToken(string text);
}

public class StrictHandler : JwtSecurityTokenHandler
{
    public string Realm { get; set; } = "acme";
}

public class Strict(StrictHandler handler)
{
    private static readonly byte[] Bytes = "in-the-code-of-the-gate-4711"u8.ToArray(); // expect: secret-hardcoded

    public void Check(string text) =>
        handler.ValidateToken( // expect: local-decode
            text,
            new TokenValidationParameters { IssuerSigningKey = new SymmetricSecurityKey(Bytes) },
            out _);

    public string Realm() => handler.Realm;
}
