/** The scanner gives one answer, in whatever process it runs. */
@org.jspecify.annotations.NullMarked
package dev.signet.scanner.order;
