using IdentityModel.AspNetCore.OAuth2Introspection;

var builder = WebApplication.CreateBuilder(args);

builder.Services
    .AddAuthentication(OAuth2IntrospectionDefaults.AuthenticationScheme)
    .AddOAuth2Introspection(options =>
    {
        options.Authority = builder.Configuration["Auth:Authority"];
        options.ClientId = "orders";
        options.ClientSecret = builder.Configuration["Auth:ClientSecret"];
    });

builder.Services.AddAuthentication().AddCookie(options => options.ExpireTimeSpan = TimeSpan.FromDays(7));
builder.Services.AddDataProtection();
builder.Services.AddAntiforgery(o => o.HeaderName = "X-CSRF-TOKEN");

var app = builder.Build();
app.MapGet("/me", (HttpContext context) => context.User.Identity?.Name);
app.Run();
