package dev.signet.chat.workspace;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Task;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.RunMachine;

/** A run with its agent and its first event, ready to be stored. */
record PreparedRun(RunMachine machine, Agent agent, Task task, NewRun newRun) {}
