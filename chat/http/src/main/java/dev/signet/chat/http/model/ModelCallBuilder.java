package dev.signet.chat.http.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands the one call to LangChain4j, whose own time-outs are not used: the call has its own. */
record ModelCallBuilder(ModelCall call) implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
        return call.timeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return call.timeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return call;
    }
}
