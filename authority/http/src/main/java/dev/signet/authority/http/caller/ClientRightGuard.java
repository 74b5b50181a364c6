package dev.signet.authority.http.caller;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;

/** Of the OAuth clients that another guard lets in, those that are registered with a right. */
record ClientRightGuard(Guard<Client> clients, ClientRight right) implements Guard<Client> {

    @Override
    public Caller caller() {
        return clients.caller();
    }

    @Override
    public Admission<Client> admit(Request request) {
        Admission<Client> admission = clients.admit(request);
        return admission instanceof Admission.Admitted<Client>(Client client) && !client.may(right)
                ? new Admission.Refused<>(
                        OAuthError.of(
                                403,
                                "unauthorized_client",
                                "not registered with the right " + right.code()))
                : admission;
    }
}
