package dev.signet.cli.node;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.model.LangChainModel;
import dev.signet.chat.http.model.ModelEndpoint;
import dev.signet.config.ModelSettings;
import dev.signet.config.Secret;

/** The model that an operator named. */
final class ModelAccess {

    private ModelAccess() {}

    static LangChainModel of(ModelSettings settings) {
        var endpoint =
                new ModelEndpoint(
                        settings.baseUrl(), settings.name(), settings.apiKey().map(Secret::value));
        return new LangChainModel(endpoint, BackendLimits.standard().model());
    }
}
