using System;
using System.Collections.Generic;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Identity.Services
{
    public class TokenService : ITokenService
    {
        private readonly IConfiguration _configuration;
        private readonly JwtSecurityTokenHandler _handler = new();

        public TokenService(IConfiguration configuration)
        {
            _configuration = configuration;
        }

        public string CreateToken(User user)
        {
            var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(_configuration["Jwt:Key"])); // expect: secret-env-read
            var creds = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
            var descriptor = new SecurityTokenDescriptor
            {
                Subject = new ClaimsIdentity(new[] { new Claim(ClaimTypes.Name, user.Name) }),
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = creds
            };
            var token = _handler.CreateToken(descriptor); // expect: local-sign
            return _handler.WriteToken(token);
        }

        public bool ValidateToken(string token) // expect: validate-duplicate
        {
            try
            {
                var key = Encoding.UTF8.GetBytes(_configuration.GetValue<string>("Jwt:Key")); // expect: secret-env-read
                _handler.ValidateToken(token, new TokenValidationParameters // expect: local-decode
                {
                    ValidateIssuerSigningKey = true,
                    IssuerSigningKey = new SymmetricSecurityKey(key),
                    ValidateIssuer = true,
                    ValidIssuer = _configuration["Jwt:Issuer"],
                    ValidateAudience = true,
                    ValidAudience = _configuration["Jwt:Audience"]
                }, out SecurityToken validated);
                return validated != null;
            }
            catch (SecurityTokenException)
            {
                return false;
            }
        }
    }
}
