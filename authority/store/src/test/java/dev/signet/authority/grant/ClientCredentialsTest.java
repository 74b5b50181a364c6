package dev.signet.authority.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRegistration;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.Clients;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientCredentialsTest {

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void a_service_gets_a_token_in_its_own_name() {
        Client client = live.service("billing").client();

        var issued = (ServiceGrant.Issued) ask(client, Optional.empty(), Optional.empty());

        Identity identity =
                ((Verdict.Valid) live.authority().validation().service(issued.access().value()))
                        .identity();
        assertThat(identity.kind()).isEqualTo(Identity.Kind.SERVICE);
        assertThat(identity.subject()).isEqualTo("billing");
        assertThat(identity.audiences()).containsExactly("signet-services");
        assertThat(identity.sessionId()).isEmpty();
        assertThat(identity.permissions()).containsExactly("reports:read");
        assertThat(identity.scopes()).containsExactlyInAnyOrder("feed", "validate", "reports:read");
        assertThat(issued.access().expiresInSeconds()).isEqualTo(3600);
    }

    @Test
    void the_answer_comes_from_memory_also_when_the_store_is_gone() throws Exception {
        ClientRegistration.Registered service = live.service("billing");
        String secret = service.secret().orElseThrow().value();
        live.database().close();

        Client client = live.authority().clients().authenticate("billing", secret).orElseThrow();

        assertThat(ask(client, Optional.of("feed"), Optional.empty()))
                .isInstanceOf(ServiceGrant.Issued.class);
    }

    @Test
    void nobody_gets_more_than_the_client_was_registered_for() {
        Client client = live.service("billing").client();

        assertThat(error(ask(client, Optional.of("feed admin"), Optional.empty())))
                .isEqualTo(Grant.Error.INVALID_SCOPE);
        assertThat(error(ask(client, Optional.of("feed  validate"), Optional.empty())))
                .isEqualTo(Grant.Error.INVALID_SCOPE);
        assertThat(error(ask(client, Optional.empty(), Optional.of("signet-platform"))))
                .isEqualTo(Grant.Error.INVALID_TARGET);
        assertThat(error(ask(live.chat(), Optional.empty(), Optional.empty())))
                .isEqualTo(Grant.Error.UNAUTHORIZED_CLIENT);
        var issued = (ServiceGrant.Issued) ask(client, Optional.of("feed"), Optional.empty());
        assertThat(issued.scopes()).isEqualTo(Scopes.of("feed"));
    }

    @Test
    void a_client_is_recognised_by_its_secret_alone() {
        String secret = live.service("billing").secret().orElseThrow().value();
        String other = live.service("other").secret().orElseThrow().value();
        Clients clients = live.authority().clients();

        assertThat(clients.authenticate("billing", secret)).isPresent();
        assertThat(clients.authenticate("billing", other)).isEmpty();
        assertThat(clients.authenticate("billing", "")).isEmpty();
        assertThat(clients.authenticate("billing", secret + "=")).isEmpty();
        assertThat(clients.authenticate("nobody", secret)).isEmpty();
        assertThat(clients.authenticate("signet", "")).isEmpty();
        assertThat(clients.identify("billing")).isEmpty();
        assertThat(clients.identify("signet")).isPresent();
    }

    @Test
    void a_secret_changes_without_a_gap() {
        String first = live.service("billing").secret().orElseThrow().value();
        Clients clients = live.authority().clients();

        String second = add(clients);
        assertThat(clients.authenticate("billing", first)).isPresent();
        assertThat(clients.authenticate("billing", second)).isPresent();

        assertThat(clients.removeOldSecrets("billing", Caller.SYSTEM)).isTrue();
        assertThat(clients.authenticate("billing", first)).isEmpty();
        assertThat(clients.authenticate("billing", second)).isPresent();

        String third = add(clients);
        String fourth = add(clients);
        assertThat(clients.authenticate("billing", second)).isEmpty();
        assertThat(clients.authenticate("billing", third)).isPresent();
        assertThat(clients.authenticate("billing", fourth)).isPresent();
        live.restart();
        assertThat(live.authority().clients().authenticate("billing", fourth)).isPresent();
    }

    private static String add(Clients clients) {
        return clients.addSecret("billing", Caller.SYSTEM).map(Credential::value).orElseThrow();
    }

    @Test
    void a_client_that_is_removed_or_changed_is_so_at_once() {
        ClientRegistration.Registered service = live.service("billing");
        String secret = service.secret().orElseThrow().value();
        Clients clients = live.authority().clients();
        Client old = service.client();
        var changed =
                new Client(
                        old.id(),
                        "New name",
                        old.kind(),
                        old.redirectUris(),
                        old.grants(),
                        ClientScopes.of(),
                        old.service());

        assertThat(clients.update(changed, Caller.SYSTEM)).isTrue();
        assertThat(clients.authenticate("billing", secret)).contains(changed);
        assertThat(clients.remove("billing", Caller.SYSTEM)).isTrue();
        assertThat(clients.authenticate("billing", secret)).isEmpty();
        assertThat(clients.remove("billing", Caller.SYSTEM)).isFalse();
        assertThat(clients.update(changed, Caller.SYSTEM)).isFalse();
        assertThat(clients.addSecret("billing", Caller.SYSTEM)).isEmpty();
    }

    @Test
    void an_id_belongs_to_one_client() {
        Client client = live.service("billing").client();

        assertThat(live.authority().clients().register(client, Caller.SYSTEM))
                .isEqualTo(new ClientRegistration.IdTaken());
    }

    @Test
    void no_secret_is_kept_in_plain_text() {
        String secret = live.service("billing").secret().orElseThrow().value();

        assertThat(secret).matches("sgs_[A-Za-z0-9_-]{43}");
        assertThat(live.count("client WHERE secrets LIKE '%" + secret.substring(4) + "%'"))
                .isZero();
    }

    private ServiceGrant ask(Client client, Optional<String> scope, Optional<String> audience) {
        return live.authority().grants().clientCredentials(client, scope, audience);
    }

    private static Grant.Error error(ServiceGrant grant) {
        return ((ServiceGrant.Refused) grant).error();
    }
}
