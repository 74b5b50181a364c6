using ServiceStack;
using ServiceStack.Auth;

namespace Stack;

public class AppHost : AppHostBase
{
    public AppHost() : base("Stack", typeof(MyServices).Assembly) { }

    public override void Configure(Container container)
    {
        Plugins.Add(new AuthFeature(() => new AuthUserSession(),
            new IAuthProvider[]
            {
                new JwtAuthProvider(AppSettings) // expect: local-decode
                {
                    HashAlgorithm = "RS256",
                    PrivateKeyXml = AppSettings.GetString("PrivateKeyXml"),
                },
                new CredentialsAuthProvider(AppSettings),
            }));
    }
}
