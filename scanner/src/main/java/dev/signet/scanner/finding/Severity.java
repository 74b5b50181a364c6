package dev.signet.scanner.finding;

/** How bad it is. */
public enum Severity {
    ERROR,
    WARNING
}
