/**
 * Who calls: users, services and OAuth clients by their credentials. Entry type: {@link
 * dev.signet.authority.http.caller.Guards}.
 */
@NullMarked
package dev.signet.authority.http.caller;

import org.jspecify.annotations.NullMarked;
