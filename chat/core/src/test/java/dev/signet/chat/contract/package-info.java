/**
 * Hand-written stand-ins for what the chat backend needs from outside, also for the tests of its
 * adapters. Entry type: {@link dev.signet.chat.contract.Backend}.
 */
@NullMarked
package dev.signet.chat.contract;

import org.jspecify.annotations.NullMarked;
