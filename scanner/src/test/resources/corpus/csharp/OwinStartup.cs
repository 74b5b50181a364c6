using System.Configuration;
using Microsoft.Owin.Security.Jwt;
using Microsoft.Owin.Security;
using Owin;

[assembly: OwinStartup(typeof(Portal.OwinStartup))]

namespace Portal
{
    public class OwinStartup
    {
        public void Configuration(IAppBuilder app)
        {
            var issuer = ConfigurationManager.AppSettings["as:Issuer"];
            var secret = TextEncodings.Base64Url.Decode(ConfigurationManager.AppSettings["JwtSecret"]); // expect: secret-env-read

            app.UseJwtBearerAuthentication( // expect: local-decode
                new JwtBearerAuthenticationOptions
                {
                    AuthenticationMode = AuthenticationMode.Active,
                    AllowedAudiences = new[] { "portal" },
                    IssuerSecurityTokenProviders = new IIssuerSecurityTokenProvider[]
                    {
                        new SymmetricKeyIssuerSecurityTokenProvider(issuer, secret)
                    }
                });
        }
    }
}
