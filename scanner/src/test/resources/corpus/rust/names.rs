use std::env;

const PREFIX: &str = "JWT_";
const OLD_NAME: &str = concat!("JWT_", "SECRET"); // expect: deprecated-secret-name

pub fn first() -> String {
    env::var(format!("{}SECRET_KEY", PREFIX)).unwrap() // expect: secret-env-read
}

pub fn second() -> Option<String> {
    env::var(format!("{PREFIX}SECRET_KEY")).ok() // expect: secret-env-read
}

pub fn third() -> Option<String> {
    let name = ["JWT", "SECRET", "KEY"].join("_");
    env::var(&name).ok() // expect: secret-env-read
}

pub fn fourth() -> Option<String> {
    env::var(OLD_NAME).ok() // expect: secret-env-read
}

pub fn fine() -> Option<String> {
    println!("JWT_SECRET_KEY is read by the authority");
    env::var(["JWT", "ISSUER"].join("_")).ok()
}
