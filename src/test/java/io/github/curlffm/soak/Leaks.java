package io.github.curlffm.soak;

import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Memory;
import io.github.curlffm.testing.MemoryLedger;
import java.io.IOException;
import java.util.List;

/**
 * Transfers and changes of callbacks one after another. Arguments: how many of the one, how many of the other, and
 * {@code ledger} for counting libcurl's allocations.
 */
public final class Leaks {

    private static final int PER_HANDLE = 100;
    private static final int WARM_UP = 3;

    /** What code the JVM itself still adds; one stub for each change would be a thousand times that. */
    private static final long STUB_BYTES_ALLOWED = 256 << 10;

    /** What the JVM itself was seen to add on a busy machine, and half as much again: 250 bytes a transfer. */
    private static final long GROWTH_ALLOWED_KIB = 24 << 10;

    private final HttpPeer peer;
    private long bytes;

    private Leaks(HttpPeer peer) {
        this.peer = peer;
    }

    public static void main(String[] arguments) throws IOException {
        int transfers = Integer.parseInt(arguments[0]);
        int changes = Integer.parseInt(arguments[1]);
        MemoryLedger ledger = arguments.length > 2 ? new MemoryLedger().install() : null;
        Curl.version();
        int blocks = ledger == null ? 0 : ledger.live();
        try (HttpPeer peer = HttpPeer.answering("body")) {
            Leaks leaks = new Leaks(peer);
            leaks.transfer(transfers / WARM_UP);
            leaks.change(changes / WARM_UP);
            System.gc();
            long warm = Memory.residentKiB();
            long stubs = Memory.stubBytes();
            leaks.transfer(transfers);
            leaks.change(changes);
            System.gc();
            long grown = Memory.residentKiB() - warm;
            long stubsGrown = Memory.stubBytes() - stubs;
            System.out.println(transfers + " transfers and " + changes + " changes of callbacks: " + warm
                    + " KiB resident after the warm-up, " + grown + " KiB more at the end; " + stubsGrown
                    + " bytes more of stubs"
                    + (ledger == null ? "" : "; " + (ledger.live() - blocks) + " blocks left"));
            check(ledger != null || grown < GROWTH_ALLOWED_KIB, "memory grows"); // the books of the ledger grow
            check(stubsGrown < STUB_BYTES_ALLOWED, "there are more and more stubs");
            check(Registry.size() == (ledger == null ? 0 : 1), Registry.size() + " handles are left");
            check(
                    ledger == null || ledger.live() == blocks && ledger.wrong().isEmpty(),
                    "libcurl's memory is not back");
        }
        System.exit(0);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println(otherwise);
            System.exit(SoakChild.FAILED);
        }
    }

    private void transfer(int times) throws IOException {
        for (int done = 0; done < times; done += PER_HANDLE) {
            try (Easy easy = new Easy()) {
                easy.set(URL, peer.url("/"));
                for (int i = 0; i < PER_HANDLE && done + i < times; i++) {
                    byte[] sent = new byte[i];
                    easy.set(WRITEFUNCTION, data -> bytes += data.length)
                            .set(HEADERFUNCTION, data -> bytes += sent.length)
                            .set(HTTPHEADER, List.of("X-Number: " + i))
                            .set(POSTFIELDS, sent)
                            .perform();
                }
            }
        }
    }

    private void change(int times) {
        try (Easy easy = new Easy()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                switch (i % 4) {
                    case 0 -> easy.set(WRITEFUNCTION, data -> bytes += number);
                    case 1 -> easy.set(HEADERFUNCTION, data -> bytes += number);
                    case 2 -> easy.set(XFERINFOFUNCTION, (a, b, c, d) -> bytes += number);
                    default -> easy.unset(i % 8 == 3 ? HEADERFUNCTION : XFERINFOFUNCTION);
                }
            }
        }
    }
}
