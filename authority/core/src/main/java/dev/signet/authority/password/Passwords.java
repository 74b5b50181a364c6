package dev.signet.authority.password;

/** What an account service needs to accept and hash a password. */
public record Passwords(PasswordGate gate, PasswordRules rules) {}
