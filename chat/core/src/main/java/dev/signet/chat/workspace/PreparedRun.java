package dev.signet.chat.workspace;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Task;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A run with its agent and its first event, ready to be stored. */
record PreparedRun(RunMachine machine, Agent agent, Task task, NewRun newRun) {}
