package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.key.CryptoProvider.Choice;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CryptoProviderTest {

    @Test
    void the_fastest_that_loads_is_the_best() {
        assertThat(CryptoProvider.best().description())
                .startsWith("AmazonCorrettoCryptoProvider 2");
        assertThat(CryptoProvider.of(Choice.AUTO)).isSameAs(CryptoProvider.best());
    }

    @Test
    void each_can_be_asked_for_by_name() {
        assertThat(CryptoProvider.of(Choice.ACCP).description()).startsWith("AmazonCorretto");
        assertThat(CryptoProvider.of(Choice.CONSCRYPT).description()).startsWith("Conscrypt");
        assertThat(CryptoProvider.of(Choice.JDK).description()).isEqualTo("JDK");
    }

    /** Whoever embeds this keeps the providers that the process had. */
    @Test
    void none_is_installed_for_the_whole_process() {
        assertThat(CryptoProvider.best().description()).isNotEqualTo("JDK");

        assertThat(Arrays.stream(Security.getProviders()).map(Provider::getName))
                .noneMatch(name -> name.startsWith("Amazon") || name.startsWith("Conscrypt"));
    }

    @Test
    void without_them_the_jdk_does_it_but_not_in_their_name() throws Exception {
        try (URLClassLoader alone =
                new URLClassLoader(
                        classesWithoutProviders(), ClassLoader.getPlatformClassLoader())) {
            assertThat(description(alone, "AUTO")).isEqualTo("JDK");
            assertThat(description(alone, "ACCP"))
                    .isEqualTo(
                            "crypto.provider: Amazon Corretto Crypto Provider does not load on this machine; use auto or jdk");
            assertThat(description(alone, "CONSCRYPT"))
                    .isEqualTo(
                            "crypto.provider: Conscrypt does not load on this machine; use auto or jdk");
        }
    }

    private static URL[] classesWithoutProviders() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("AmazonCorretto") && !entry.contains("conscrypt"))
                .map(CryptoProviderTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The description of a choice as that class path sees it, or the message that refuses it. */
    private static Object description(ClassLoader classes, String choice)
            throws ReflectiveOperationException {
        Class<?> type = classes.loadClass(CryptoProvider.class.getName());
        Class<?> choices = classes.loadClass(Choice.class.getName());
        Object chosen = choices.getMethod("valueOf", String.class).invoke(null, choice);
        try {
            Object provider = type.getMethod("of", choices).invoke(null, chosen);
            return type.getMethod("description").invoke(provider);
        } catch (InvocationTargetException refused) {
            return refused.getCause().getMessage();
        }
    }
}
