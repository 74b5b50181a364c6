/**
 * One question and the work on its answer, as a state machine that is the only source of events.
 * Entry type: {@link dev.signet.chat.run.RunMachine}.
 */
@NullMarked
package dev.signet.chat.run;

import org.jspecify.annotations.NullMarked;
