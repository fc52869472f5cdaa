package io.github.curlffm.share;

import static io.github.curlffm.option.Info.COOKIELIST;
import static io.github.curlffm.option.Option.CONNECT_TO;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.ShareOption.LOCKFUNC;
import static io.github.curlffm.option.ShareOption.UNLOCKFUNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.LockCallback.Access;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The callbacks around each use of shared data. */
class LockCallbackTest {

    private final ShareTransfers transfers = new ShareTransfers();
    private final Share share = new Share(LockData.COOKIE, LockData.DNS);
    private final Easy easy = transfers.easy("/set");

    @Test
    void areToldOfEachUseInPairs() throws CurlException {
        List<String> problems = new ArrayList<>();
        Deque<LockData> held = new ArrayDeque<>();
        Set<LockData> seen = EnumSet.noneOf(LockData.class);
        Thread thread = Thread.currentThread();
        share.set(LOCKFUNC, (data, access) -> {
            held.push(data);
            seen.add(data);
            if (access != Access.SINGLE || Thread.currentThread() != thread) {
                problems.add(data + " " + access + " " + Thread.currentThread());
            }
        });
        share.set(UNLOCKFUNC, data -> {
            if (held.pop() != data) {
                problems.add("unlocked " + data);
            }
        });
        easy.set(SHARE, share);
        assertEquals(EnumSet.of(LockData.SHARE), seen);
        easy.perform();
        assertEquals(EnumSet.of(LockData.SHARE, LockData.DNS, LockData.COOKIE), seen);
        seen.clear();
        assertEquals(1, easy.get(COOKIELIST).size());
        assertEquals(EnumSet.of(LockData.COOKIE), seen);
        easy.close();
        share.close();
        assertEquals(List.of(), problems);
        assertEquals(0, held.size());
    }

    @Test
    void thePublicSuffixListIsLoadedOnceAndThenOnlyRead() throws CurlException {
        Needs.feature("PSL");
        List<Access> seen = new ArrayList<>();
        try (Share suffixes = new Share(LockData.PSL)) {
            suffixes.set(LOCKFUNC, (data, access) -> {
                if (data == LockData.PSL) {
                    seen.add(access);
                }
            });
            easy.set(URL, "http://www.example.com/set")
                    .set(CONNECT_TO, List.of("::127.0.0.1:" + transfers.peer.port()))
                    .set(SHARE, suffixes)
                    .perform();
            easy.perform();
            assertEquals(List.of(Access.SHARED, Access.SINGLE, Access.SHARED), seen.subList(0, 3));
            assertEquals(
                    List.of(Access.SHARED),
                    seen.subList(3, seen.size()).stream().distinct().toList());
            easy.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneDoesWithoutTheOther(boolean lock) throws CurlException {
        List<LockData> seen = new ArrayList<>();
        if (lock) {
            share.set(LOCKFUNC, (data, access) -> seen.add(data));
        } else {
            share.set(UNLOCKFUNC, data -> seen.add(data));
        }
        easy.set(SHARE, share).perform();
        assertTrue(seen.containsAll(List.of(LockData.SHARE, LockData.DNS, LockData.COOKIE)), seen::toString);
    }

    private static LockCallback at(LockData where, Runnable run) {
        return (data, access) -> {
            if (data == where) {
                run.run();
            }
        };
    }

    @Test
    void whatTheyThrowReachesTheCallerOfPerform() throws Exception {
        Exploding.check(CurlCode.WRITE_ERROR, (other, exploding) -> {
            share.set(LOCKFUNC, at(LockData.DNS, exploding::explode));
            transfers.prepare(other, "/").set(SHARE, share);
        });
        share.unset(LOCKFUNC);
        Exploding.check(CurlCode.WRITE_ERROR, (other, exploding) -> {
            share.set(UNLOCKFUNC, data -> at(LockData.DNS, exploding::explode).lock(data, Access.NONE));
            transfers.prepare(other, "/").set(SHARE, share);
        });
    }

    @Test
    void noOtherCallbackRunsAfterOneHasThrown() throws Exception {
        boolean someRunBefore = false; // cookies come first
        Bystanders.check(
                someRunBefore,
                (other, bystanders) -> {
                    share.set(LOCKFUNC, at(LockData.COOKIE, () -> {
                        if (armed) {
                            armed = false;
                            bystanders.explode();
                        }
                    }));
                    transfers
                            .prepare(other.set(SHARE, share), "/")
                            .set(WRITEFUNCTION, body -> bystanders.called("WRITE"));
                },
                Easy::perform);
    }

    /** How the lambda under test is called, other than in perform. */
    @FunctionalInterface
    private interface Use {
        void of(Easy easy, Share share) throws IOException;
    }

    static Stream<Named<Use>> uses() {
        return Stream.of(
                Named.of("set SHARE", (easy, share) -> easy.set(SHARE, share)),
                Named.of("unset SHARE", (easy, share) -> easy.unset(SHARE)),
                Named.of("get COOKIELIST", (easy, share) -> easy.get(COOKIELIST)),
                Named.of("set COOKIELIST", (easy, share) -> easy.set(Option.COOKIELIST, "ALL")),
                Named.of("close the handle", (easy, share) -> easy.close()),
                Named.of("close the handle last", (easy, share) -> {
                    share.close();
                    easy.close();
                }),
                Named.of("take the closed share away", (easy, share) -> {
                    share.close();
                    easy.unset(SHARE);
                }));
    }

    private final RuntimeException thrown = new IllegalStateException("thrown");
    private boolean armed = true;

    private void explode() {
        if (armed) {
            throw thrown;
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void whatTheyThrowReachesTheCallerOfOtherMethods(Use use) throws IOException {
        try (Share failing = new Share(LockData.COOKIE);
                Easy other = transfers.easy("/")) {
            other.set(SHARE, failing).perform();
            failing.set(LOCKFUNC, (data, access) -> explode());
            UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> use.of(other, failing));
            armed = false;
            CallbackException wrapped = (CallbackException) e.getCause();
            assertSame(thrown, wrapped.getCause());
        }
    }

    @Test
    void whatTheyThrowReachesTheCallerThatClosesTheShare() throws CurlException {
        easy.set(SHARE, share).perform();
        easy.close();
        share.set(LOCKFUNC, (data, access) -> explode());
        UncheckedIOException e = assertThrows(UncheckedIOException.class, share::close);
        assertSame(thrown, e.getCause().getCause());
        share.close();
    }

    @Test
    void whatTheyThrowInAMultiComesWithTheMessage() throws Exception {
        share.set(LOCKFUNC, at(LockData.COOKIE, this::explode));
        easy.set(SHARE, share);
        try (Multi multi = new Multi();
                Easy unconcerned = transfers.easy("/")) {
            multi.add(easy).add(unconcerned);
            Transfers.perform(multi);
            List<Message> messages = multi.messages();
            assertEquals(2, messages.size());
            for (Message message : messages) {
                assertSame(message.easy() == easy ? thrown : null, message.thrown());
            }
            armed = false;
        }
    }

    /** UNLOCK is owed for a LOCK that has returned, even when another has thrown meanwhile, and only for such. */
    @Test
    void unlockIsCalledForEveryLockThatReturned() {
        List<String> calls = new ArrayList<>();
        share.set(LOCKFUNC, (data, access) -> {
            calls.add("lock " + data);
            if (data == LockData.COOKIE) {
                explode();
            }
        });
        share.set(UNLOCKFUNC, data -> calls.add("unlock " + data));
        easy.set(SHARE, share);
        assertThrows(CallbackException.class, easy::perform);
        armed = false;
        assertEquals("lock COOKIE", calls.getLast());
        assertFalse(calls.contains("unlock COOKIE"), calls::toString);
        assertEquals(
                calls.stream().filter(call -> call.startsWith("lock ")).count() - 1,
                calls.stream().filter(call -> call.startsWith("unlock ")).count(),
                calls::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterOneHasThrownAnotherThreadGetsTheData(boolean lock) throws Exception {
        if (lock) {
            share.set(LOCKFUNC, at(LockData.COOKIE, this::explode));
        } else {
            share.set(UNLOCKFUNC, data -> at(LockData.COOKIE, this::explode).lock(data, Access.NONE));
        }
        easy.set(SHARE, share);
        assertThrows(CallbackException.class, easy::perform);
        share.unset(LOCKFUNC).unset(UNLOCKFUNC);
        List<Throwable> failures = new ArrayList<>();
        Thread thread = Thread.ofPlatform()
                .uncaughtExceptionHandler((t, e) -> failures.add(e))
                .start(() -> {
                    try (Easy other = transfers.easy("/")) {
                        other.set(SHARE, share).perform();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        thread.join();
        assertEquals(List.of(), failures);
        easy.perform();
    }

    @Test
    void areReplacedAndUnsetWhileTheShareIsInUse() throws CurlException {
        List<String> calls = new ArrayList<>();
        easy.set(SHARE, share);
        share.set(LOCKFUNC, (data, access) -> {
            calls.add("first");
            share.set(LOCKFUNC, (laterData, laterAccess) -> calls.add("second"));
        });
        easy.perform();
        assertEquals("first", calls.getFirst());
        assertEquals(0, calls.lastIndexOf("first"));
        assertEquals("second", calls.getLast());
        calls.clear();
        share.unset(LOCKFUNC);
        easy.perform();
        assertEquals(List.of(), calls);
        assertEquals("c=1", Perform.body(easy));
    }

    @Test
    void onlyTheyCanBeUnset() {
        assertThrows(IllegalArgumentException.class, () -> share.unset(ShareOption.SHARE));
        assertThrows(NullPointerException.class, () -> share.set(LOCKFUNC, null));
        share.close();
        assertThrows(IllegalStateException.class, () -> share.set(LOCKFUNC, (data, access) -> explode()));
        assertThrows(IllegalStateException.class, () -> share.unset(LOCKFUNC));
    }
}
