package dev.signet.chat.model;

import dev.signet.chat.agent.AgentFailedException;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.model.ModelAnswer.Piece;
import dev.signet.chat.run.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One request to the model: its text goes to the run as it comes, its tool calls are collected. */
final class Round {
    private final AgentRun run;
    private final int callsMax;
    private final StringBuilder text = new StringBuilder();
    private final List<ModelToolCall> calls = new ArrayList<>();
    private String separator;
    private boolean done;

    /**
     * @param separator goes before the first text, to part it from that of the round before
     */
    Round(AgentRun run, String separator, int callsMax) {
        this.run = run;
        this.separator = separator;
        this.callsMax = callsMax;
    }

    /** Asks, and returns when the answer is complete. */
    ModelMessage.Assistant ask(ChatModel model, ModelRequest request) throws InterruptedException {
        ModelAnswer answer = new ModelAnswer();
        ChatModel.Exchange exchange = model.ask(request, answer);
        try {
            receive(answer, request.timeout());
        } finally {
            answer.abandon();
            exchange.cancel();
        }
        return new ModelMessage.Assistant(text.toString(), calls);
    }

    private void receive(ModelAnswer answer, Duration timeout) throws InterruptedException {
        long begin = System.nanoTime();
        while (!done) {
            long left = timeout.toNanos() - (System.nanoTime() - begin);
            List<Piece> pieces = left > 0 ? answer.take(left) : List.of();
            if (pieces.isEmpty()) {
                throw failed(ModelFailure.TIMEOUT, "nothing within " + timeout);
            }
            pieces.forEach(this::handle);
        }
    }

    private void handle(Piece piece) {
        switch (piece) {
            case Piece.Text(var more) -> say(more);
            case Piece.Call(var call) -> collect(call);
            case Piece.Done _ -> done = true;
            case Piece.Failed(var failure, var detail) -> throw failed(failure, detail);
        }
    }

    private void say(String more) {
        run.answer(separator + more);
        separator = "";
        text.append(more);
    }

    private void collect(ModelToolCall call) {
        if (calls.size() >= callsMax) {
            throw failed(ModelFailure.MALFORMED, "more than " + callsMax + " tool calls");
        }
        calls.add(call);
    }

    private static AgentFailedException failed(ModelFailure failure, String detail) {
        Failure told =
                switch (failure) {
                    case UNREACHABLE ->
                            new Failure(
                                    "model_unreachable", "The language model cannot be reached.");
                    case TIMEOUT ->
                            new Failure(
                                    "model_timeout", "The language model did not answer in time.");
                    case REFUSED ->
                            new Failure("model_refused", "The language model refused the request.");
                    case MALFORMED ->
                            new Failure(
                                    "model_malformed",
                                    "The language model's answer was not usable.");
                    case CUT_SHORT ->
                            new Failure(
                                    "model_cut_short",
                                    "The language model's answer broke off before its end.");
                };
        return new AgentFailedException(told, detail);
    }
}
