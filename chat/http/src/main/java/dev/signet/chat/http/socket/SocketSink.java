package dev.signet.chat.http.socket;

import dev.signet.chat.http.live.SlowPeerException;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.EventSink;
import dev.signet.token.verdict.Verdict;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Writes a user's events to one socket, and nothing before the greeting. */
final class SocketSink implements EventSink {

    private final UpgradedSocket upgraded;
    private final CountDownLatch greeted = new CountDownLatch(1);
    private volatile Consumer<Verdict> onVerdict = _ -> {};

    SocketSink(UpgradedSocket upgraded) {
        this.upgraded = upgraded;
    }

    /** Who is told of fresh verdicts from now on. */
    void judgeBy(Consumer<Verdict> socket) {
        onVerdict = socket;
    }

    /** Writes that text and lets the events follow. */
    void greet(String text) throws IOException, InterruptedException {
        send(text);
        greeted.countDown();
    }

    @Override
    public void write(RunEvent event) throws IOException, InterruptedException {
        greeted.await();
        send(ServerMessages.event(event));
    }

    @Override
    public void note(String text) throws IOException, InterruptedException {
        greeted.await();
        send(text);
    }

    private void send(String text) throws IOException, InterruptedException {
        try {
            upgraded.peer().send(text);
        } catch (SlowPeerException e) {
            upgraded.end(SocketCloses.TOO_SLOW);
            throw e;
        }
    }

    @Override
    public void judged(Verdict verdict) {
        onVerdict.accept(verdict);
    }

    @Override
    public void close(CloseReason reason) {
        upgraded.end(SocketCloses.of(reason));
    }
}
