package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignaturePoolTest {

    private static final int IDLE_MAX = 16;

    private final AtomicInteger made = new AtomicInteger();
    private final KeyPair pair = pair();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Signature make() throws GeneralSecurityException {
        made.incrementAndGet();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        return signature;
    }

    @Test
    void one_thread_needs_one_object() throws Exception {
        SignaturePool pool = new SignaturePool(this::make);
        for (int i = 0; i < 100; i++) {
            pool.with(Signature::sign);
        }

        assertThat(made).hasValue(1);
    }

    @Test
    void an_object_that_failed_is_not_used_again() throws Exception {
        SignaturePool pool = new SignaturePool(this::make);
        Set<Signature> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() ->
                            pool.with(signature -> {
                                seen.add(signature);
                                throw new SignatureException("broken");
                            }))
                    .isInstanceOf(SignatureException.class);
        }

        assertThat(seen).hasSize(3);
    }

    /** The provider's failure must not look like a bad signature. */
    @Test
    void a_provider_that_fails_is_no_fault_of_the_message() throws Exception {
        SignaturePool pool =
                new SignaturePool(() -> {
                    if (made.get() > 0) {
                        throw new NoSuchAlgorithmException("gone");
                    }
                    return make();
                });

        assertThatIllegalStateException()
                .isThrownBy(() -> pool.with(first -> pool.with(Signature::sign)));
    }

    @Test
    void no_two_borrowers_share_an_object_and_few_are_kept() throws Exception {
        SignaturePool pool = new SignaturePool(this::make);
        int borrowers = 40;
        CountDownLatch all = new CountDownLatch(borrowers);
        Set<Signature> seen =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        ExecutorService threads = Executors.newFixedThreadPool(borrowers);
        try {
            Set<Future<?>> uses = new HashSet<>();
            for (int i = 0; i < borrowers; i++) {
                uses.add(
                        threads.submit(() ->
                                pool.with(signature -> {
                                    seen.add(signature);
                                    all.countDown();
                                    await(all);
                                    return true;
                                })));
            }
            for (Future<?> use : uses) {
                use.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(seen).hasSize(borrowers);
        assertThat(kept(pool)).isEqualTo(IDLE_MAX);
    }

    /** How deep borrowing goes without a new object. */
    private int kept(SignaturePool pool) throws SignatureException {
        int before = made.get();
        int depth = depthUntilOneIsMade(pool, before);
        return depth - 1;
    }

    private int depthUntilOneIsMade(SignaturePool pool, int before) throws SignatureException {
        return pool.with(
                signature -> made.get() > before ? 1 : 1 + depthUntilOneIsMade(pool, before));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
