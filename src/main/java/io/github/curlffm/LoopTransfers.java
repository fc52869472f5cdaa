package io.github.curlffm;

import io.github.curlffm.internal.handle.Gate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The transfers of a {@link LoopThread}: how they come into its multi, and out of it. */
final class LoopTransfers {

    private final LoopThread thread;
    private final Multi multi;

    /** All that have been started and are not out yet. Only the thread of the loop takes some out. */
    private final Set<TransferFuture> futures = ConcurrentHashMap.newKeySet();

    /** Whether something is still in here that could not be taken out. */
    private boolean mustTryAgain;

    LoopTransfers(LoopThread thread, Multi multi) {
        this.thread = thread;
        this.multi = multi;
    }

    // --- for all threads
    // ----------------------------------------------------------------------------------------------

    void put(TransferFuture future) {
        future.easy().inLoop(future);
        futures.add(future);
    }

    /** Forgets one that is out, or has not been started after all. */
    void forget(Easy easy) {
        TransferFuture future = easy.inLoop();
        if (future != null) {
            easy.inLoop(null);
            futures.remove(future);
        }
    }

    /** {@return the future of a handle that has been started and is not out yet, or null} */
    TransferFuture get(Easy easy) {
        TransferFuture future = easy.inLoop();
        return future != null && future.thread() == thread ? future : null;
    }

    int size() {
        return futures.size();
    }

    /** {@return whether libcurl has to look now and then at one in here even if nothing happens to it} */
    boolean isAnyToBeLookedAt() {
        for (TransferFuture future : futures) {
            if (future.easy().state.isToBeLookedAt()) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return futures.isEmpty();
    }

    /** All in here are to fail when they are taken out next; {@return whether there were some of which that was not said}. */
    boolean failAll(Throwable thrown) {
        boolean some = false;
        for (TransferFuture future : futures) {
            some |= future.failing(thrown);
        }
        return some;
    }

    // --- for the thread of the loop
    // -----------------------------------------------------------------------------------

    void admit(TransferFuture future) {
        Gate own = future.easy().gate();
        try {
            if (!future.isEnding()) {
                multi.add(future.easy());
                future.isIn(true);
            }
        } catch (CurlMultiException e) {
            future.failing(told(e));
        } catch (Throwable t) {
            future.failing(t);
        } finally {
            own.keepForNobody();
            future.admitted();
        }
        if (future.isEnding()) {
            takeOut(future);
        }
    }

    /** A handle that libcurl has pushed is in the multi already. */
    void accept(TransferFuture pushed) {
        pushed.isIn(true);
        pushed.admitted();
        put(pushed);
    }

    /** A callback of the multi threw: that ends the transfer it is about or, if there is none, all. */
    void failLater(Easy easy, Throwable thrown) {
        Throwable failure = thrown instanceof Error ? thrown : new CallbackException(CurlCode.OK.number(), "", thrown);
        TransferFuture future = easy == null ? null : get(easy);
        if (future != null) {
            future.ended(failure);
            thread.takeOutSoon(future);
        } else if (easy == null && failAll(failure)) {
            thread.give(this::takeOutAllThatEnd);
        } else {
            thread.untold(failure);
        }
    }

    /** A transfer has ended by itself. */
    void done(Message message) {
        TransferFuture future = get(message.easy());
        if (future != null) {
            takeOut(future, message.thrown() instanceof Error error ? error : message.failure());
        }
    }

    boolean mustTryAgain() {
        return mustTryAgain;
    }

    void tryAgainSoon() {
        mustTryAgain = true;
    }

    void tryAgain() {
        if (mustTryAgain) {
            takeOutAllThatEnd();
        }
    }

    void takeOutAllThatEnd() {
        mustTryAgain = false;
        for (TransferFuture future : futures) {
            if (future.isEnding() && future.isAdmitted()) {
                takeOut(future);
            }
        }
    }

    void takeOut(TransferFuture future) {
        takeOut(future, null);
    }

    private void takeOut(TransferFuture future, Throwable thrown) {
        if (get(future.easy()) != future) {
            return;
        }
        Throwable all = thrown;
        if (future.isIn()) {
            all = merged(thrown, removed(future.easy()));
            if (future.easy().core() == multi.core) {
                future.ended(all);
                mustTryAgain = true;
                return;
            }
            future.isIn(false);
        }
        future.ended(all);
        forget(future.easy());
        if (future.isNobodys()) {
            closeNobodys(future);
        } else {
            thread.deliver(future, future.settling());
        }
    }

    /** {@return what was thrown when a handle was taken out of the multi, or null} It is out, unless there is no memory. */
    private Throwable removed(Easy easy) {
        try {
            multi.remove(easy);
            return null;
        } catch (CurlMultiException e) {
            return told(e);
        } catch (Throwable t) {
            return t;
        }
    }

    /** {@return what a transfer is told of a callback that threw when its handle was put in or taken out} */
    private static Throwable told(CurlMultiException e) {
        return e.getCause() == null ? e : new CallbackException(CurlCode.OK.number(), "", e.getCause());
    }

    private static Throwable merged(Throwable first, Throwable second) {
        if (first != null && second != null && first != second) {
            first.addSuppressed(second);
        }
        return first == null ? second : first;
    }

    private void closeNobodys(TransferFuture future) {
        Throwable thrown = future.thrown();
        if (thrown instanceof CallbackException || thrown instanceof Error) {
            thread.untold(thrown);
        }
        try {
            future.easy().close();
        } catch (Throwable t) {
            thread.untold(t);
        }
    }
}
