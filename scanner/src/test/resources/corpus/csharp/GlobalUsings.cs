namespace Reports.Security;

public class ReportTokens
{
    private readonly JwtSecurityTokenHandler handler;

    public ReportTokens()
    {
        handler = new JwtSecurityTokenHandler { MapInboundClaims = false };
    }

    public string? Read(string? raw)
    {
        if (handler?.ReadToken(raw) is JwtSecurityToken { Subject: not null } jwt) // expect: unverified-decode
        {
            return jwt.Subject;
        }
        return null;
    }

    public string Write(IEnumerable<Claim> claims, SigningCredentials credentials)
    {
        var payload = new JwtPayload("reports", "web", claims, null, DateTime.UtcNow.AddDays(1));
        return handler.WriteToken(new JwtSecurityToken(new JwtHeader(credentials), payload)); // expect: local-sign
    }

    public string Encoded(SecurityTokenDescriptor descriptor) =>
        handler.CreateEncodedJwt(descriptor); // expect: local-sign

    public static bool TryRead(object other, string raw)
    {
        var reader = Factory.Get(other);
        return reader.ReadJwtToken(raw) != null; // expect: unverified-decode
    }
}
