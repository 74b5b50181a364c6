// authority-modules: Company.AuthService
using System.Linq;
using Company.AuthService.Tokens; // expect: authority-import
using Company.AuthService; // expect: authority-import
using Company.AuthServiceClient;

namespace Orders;

public class Importer
{
    public object Load() => new TokenIssuer();
}
