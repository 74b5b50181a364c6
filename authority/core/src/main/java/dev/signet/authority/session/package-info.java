/**
 * Logins: who is signed in, from where, until when. Entry type: {@link
 * dev.signet.authority.session.Sessions}.
 */
@NullMarked
package dev.signet.authority.session;

import org.jspecify.annotations.NullMarked;
