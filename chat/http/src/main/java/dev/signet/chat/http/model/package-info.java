/**
 * A language model behind any OpenAI-compatible endpoint, by LangChain4j. Entry type: {@link
 * dev.signet.chat.http.model.LangChainModel}.
 */
@NullMarked
package dev.signet.chat.http.model;

import org.jspecify.annotations.NullMarked;
