/**
 * One question and the work on its answer: a state machine that is the only source of events, and
 * what these events tell the run's owner. Entry type: {@link dev.signet.chat.run.RunMachine}.
 */
@NullMarked
package dev.signet.chat.run;

import org.jspecify.annotations.NullMarked;
