// authority-modules: auth_service, platform.authority
use auth_service::tokens::issue; // expect: authority-import
use platform::authority::Claims; // expect: authority-import
use platform::authors::list;

pub fn handle(user: &str) -> String {
    list();
    issue(Claims::of(user))
}
