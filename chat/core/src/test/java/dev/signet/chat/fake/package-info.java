/**
 * Users, runs, models and an authority made for tests. Entry type: {@link
 * dev.signet.chat.fake.Users}.
 */
@NullMarked
package dev.signet.chat.fake;

import org.jspecify.annotations.NullMarked;
