package dev.signet.chat.http.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.signet.chat.model.ModelFailure;
import dev.signet.chat.model.ModelListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Passes one answer on as it comes, up to its one end. */
final class ModelReply implements StreamingChatResponseHandler {

    private final ModelCall call;
    private final ModelListener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean saidSomething;

    ModelReply(ModelCall call, ModelListener listener) {
        this.call = call;
        this.listener = listener;
    }

    /** Asks and passes the answer on; returns when it has ended. */
    void receive(StreamingChatModel model, ChatRequest request) {
        try {
            model.chat(request, this);
        } catch (RuntimeException e) {
            onError(e);
        }
        fail(ModelFailure.MALFORMED, "the answer has no end");
    }

    @Override
    public void onPartialResponse(String piece) {
        if (!over.get() && !piece.isEmpty()) {
            saidSomething = true;
            listener.text(piece);
        }
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall complete) {
        ToolExecutionRequest request = complete.toolExecutionRequest();
        if (!over.get()) {
            saidSomething = true;
            listener.toolCall(Translation.call(request, complete.index()));
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        Optional<ModelFailure> unfinished = unfinished(response.finishReason());
        if (unfinished.isPresent()) {
            fail(unfinished.get(), "ended by " + response.finishReason());
            return;
        }
        if (!saidSomething) {
            fail(ModelFailure.MALFORMED, "the answer is empty");
            return;
        }
        if (over.compareAndSet(false, true)) {
            listener.done();
        }
    }

    /**
     * What is wrong with an answer that ended so. Some servers give no reason; then the end mark
     * tells a whole answer from a connection that was lost.
     */
    private Optional<ModelFailure> unfinished(@Nullable FinishReason reason) {
        if (reason == FinishReason.CONTENT_FILTER) {
            return Optional.of(ModelFailure.REFUSED);
        }
        boolean cut =
                reason == null ? saidSomething && !call.whole() : reason == FinishReason.LENGTH;
        return cut ? Optional.of(ModelFailure.CUT_SHORT) : Optional.empty();
    }

    @Override
    public void onError(Throwable error) {
        if (call.late()) {
            fail(ModelFailure.TIMEOUT, "no whole answer within " + call.timeout());
            return;
        }
        fail(failure(error), detail(error));
        call.breakOff();
    }

    private static ModelFailure failure(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return http.statusCode() >= 500 ? ModelFailure.UNREACHABLE : ModelFailure.REFUSED;
            }
            if (cause instanceof IOException && !isJson(cause)) {
                return ModelFailure.UNREACHABLE;
            }
        }
        return ModelFailure.MALFORMED;
    }

    /** Jackson's exceptions are I/O exceptions by type. */
    private static boolean isJson(Throwable cause) {
        return cause.getClass().getName().startsWith("com.fasterxml.jackson");
    }

    /** Names the kind of error; its text may quote the request. */
    private static String detail(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return "status " + http.statusCode();
            }
        }
        boolean theirs = error instanceof LangChain4jException;
        return theirs || !(error instanceof IOException)
                ? error.getClass().getSimpleName()
                : String.valueOf(error.getMessage());
    }

    private void fail(ModelFailure failure, String detail) {
        if (over.compareAndSet(false, true)) {
            listener.failed(failure, detail);
        }
    }

    /** Ends the exchange; nothing is passed on any more. */
    void cancel() {
        over.set(true);
        call.breakOff();
    }
}
