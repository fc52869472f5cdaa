package io.github.curlffm;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.PushHeaders;
import io.github.curlffm.option.MultiOption;
import java.util.concurrent.CancellationException;

/** The callbacks of the multi of a {@link LoopThread}: whose transfers their exceptions end, and what is pushed. */
final class LoopPushes {

    private final LoopThread thread;
    private final LoopTransfers transfers;

    /** What the PUSHFUNCTION that is running is asked about, or null. */
    private TransferFuture offered;

    LoopPushes(LoopThread thread, LoopTransfers transfers) {
        this.thread = thread;
        this.transfers = transfers;
    }

    /** {@return a value for an option of the multi: for one that a user has given} */
    Object adapted(MultiOption<?> option, Object value) {
        if (option == MultiOption.PUSHFUNCTION && value instanceof PushCallback users) {
            return (PushCallback) (parent, pushed, headers) -> push(users, parent, pushed, headers);
        } else if (option == MultiOption.NOTIFYFUNCTION && value instanceof NotifyCallback users) {
            return (NotifyCallback) (notification, easy) -> notify(users, notification, easy);
        }
        return value;
    }

    /** {@return the future of a handle that the PUSHFUNCTION which is running is asked about; null for another} */
    TransferFuture take(Easy easy) {
        if (offered == null || offered.easy() != easy) {
            return null;
        }
        offered.isNobodys(false);
        return offered;
    }

    private PushCallback.Result push(PushCallback users, Easy parent, Easy pushed, PushHeaders headers) {
        TransferFuture future = thread.future(pushed);
        future.isNobodys(true);
        offered = future;
        PushCallback.Result result;
        try {
            result = users.push(parent, pushed, headers);
        } catch (Throwable t) {
            transfers.failLater(parent, t);
            result = PushCallback.Result.ERROROUT;
        } finally {
            offered = null;
        }
        if (result == PushCallback.Result.OK) {
            transfers.accept(future);
        } else if (!future.isNobodys()) {
            future.failing(new CancellationException("the PUSHFUNCTION has refused what was pushed"));
            thread.give(() -> thread.deliver(future, future.settling()));
        }
        return result;
    }

    private void notify(NotifyCallback users, Notification notification, Easy easy) {
        try {
            users.notify(notification, easy);
        } catch (Throwable t) {
            transfers.failLater(easy, t);
        }
    }
}
