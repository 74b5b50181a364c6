package dev.signet.authority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several do something at the same moment. */
public final class Race {

    private Race() {}

    /** The results in the order of the work. */
    public static <T> List<T> of(List<? extends Callable<? extends T>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        List<Callable<T>> runners = new ArrayList<>();
        for (Callable<? extends T> one : work) {
            runners.add(() -> {
                start.await();
                return one.call();
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(runners).stream().map(Future::resultNow).toList();
        }
    }

    /** The results of so many who all do the same. */
    public static <T> List<T> of(int runners, Callable<T> work) throws Exception {
        return of(Collections.nCopies(runners, work));
    }
}
