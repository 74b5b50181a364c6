/** Clocks and token fixtures for tests. Entry type: {@link dev.signet.testkit.TestAuthority}. */
@NullMarked
package dev.signet.testkit;

import org.jspecify.annotations.NullMarked;
