using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Orders.Api
{
    public class Startup
    {
        public Startup(IConfiguration configuration)
        {
            Configuration = configuration;
        }

        public IConfiguration Configuration { get; }

        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllers();
            services.AddAuthentication("Bearer")
                .AddJwtBearer("Bearer", options => // expect: local-decode
                {
                    options.Authority = Configuration["Identity:Authority"];
                    options.TokenValidationParameters.ValidateAudience = false; // expect: weak-validation
                    options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
                });
            services.AddCors();
        }

        public void Configure(IApplicationBuilder app)
        {
            app.UseRouting();
            app.UseAuthentication();
        }
    }
}
