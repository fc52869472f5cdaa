package io.github.curlffm.internal.upcall;

import static io.github.curlffm.internal.upcall.Guard.call;

/** The entries of libcurl: for each kind of callback a method with its C signature, with pointers as numbers. */
final class Entries {

    private Entries() {}

    static long write(long buffer, long size, long nitems, long id) {
        return call(CallbackKind.WRITE, id, buffer, size * nitems, 0, 0);
    }

    static long header(long buffer, long size, long nitems, long id) {
        return call(CallbackKind.HEADER, id, buffer, size * nitems, 0, 0);
    }

    static long interleave(long buffer, long size, long nitems, long id) {
        return call(CallbackKind.INTERLEAVE, id, buffer, size * nitems, 0, 0);
    }

    static long read(long buffer, long size, long nitems, long id) {
        return call(CallbackKind.READ, id, buffer, size * nitems, 0, 0);
    }

    static int xferInfo(long id, long dltotal, long dlnow, long ultotal, long ulnow) {
        return (int) call(CallbackKind.XFERINFO, id, dltotal, dlnow, ultotal, ulnow);
    }

    static int progress(long id, double dltotal, double dlnow, double ultotal, double ulnow) {
        return (int) call(
                CallbackKind.PROGRESS,
                id,
                Double.doubleToRawLongBits(dltotal),
                Double.doubleToRawLongBits(dlnow),
                Double.doubleToRawLongBits(ultotal),
                Double.doubleToRawLongBits(ulnow));
    }

    static int seek(long id, long offset, int origin) {
        return (int) call(CallbackKind.SEEK, id, offset, origin, 0, 0);
    }

    static int ioctl(long handle, int command, long id) {
        return (int) call(CallbackKind.IOCTL, id, command, 0, 0, 0);
    }

    static int debug(long handle, int type, long data, long size, long id) {
        return (int) call(CallbackKind.DEBUG, id, type, data, size, 0);
    }

    static int sockopt(long id, int socket, int purpose) {
        return (int) call(CallbackKind.SOCKOPT, id, socket, purpose, 0, 0);
    }

    static int openSocket(long id, int purpose, long address) {
        return (int) call(CallbackKind.OPENSOCKET, id, purpose, address, 0, 0);
    }

    static int closeSocket(long id, int socket) {
        return (int) call(CallbackKind.CLOSESOCKET, id, socket, 0, 0, 0);
    }

    static int sslCtx(long handle, long sslCtx, long id) {
        return (int) call(CallbackKind.SSL_CTX, id, sslCtx, 0, 0, 0);
    }

    static int sshKey(long handle, long known, long found, int match, long id) {
        return (int) call(CallbackKind.SSH_KEY, id, known, found, match, 0);
    }

    static int sshHostKey(long id, int type, long key, long length) {
        return (int) call(CallbackKind.SSH_HOSTKEY, id, type, key, length, 0);
    }

    static long chunkBgn(long fileInfo, long id, int remaining) {
        return call(CallbackKind.CHUNK_BGN, id, fileInfo, remaining, 0, 0);
    }

    static long chunkEnd(long id) {
        return call(CallbackKind.CHUNK_END, id, 0, 0, 0, 0);
    }

    static int fnmatch(long id, long pattern, long name) {
        return (int) call(CallbackKind.FNMATCH, id, pattern, name, 0, 0);
    }

    static int resolverStart(long resolverState, long reserved, long id) {
        return (int) call(CallbackKind.RESOLVER_START, id, resolverState, 0, 0, 0);
    }

    static int trailer(long list, long id) {
        return (int) call(CallbackKind.TRAILER, id, list, 0, 0, 0);
    }

    static int prereq(long id, long primaryIp, long localIp, int primaryPort, int localPort) {
        return (int) call(CallbackKind.PREREQ, id, primaryIp, localIp, primaryPort, localPort);
    }

    static int hstsRead(long handle, long entry, long id) {
        return (int) call(CallbackKind.HSTSREAD, id, entry, 0, 0, 0);
    }

    static int hstsWrite(long handle, long entry, long index, long id) {
        return (int) call(CallbackKind.HSTSWRITE, id, entry, index, 0, 0);
    }

    /** It has more arguments than {@link Guard#call} takes. */
    static int sslsExport(
            long handle,
            long id,
            long sessionKey,
            long shmac,
            long shmacLength,
            long data,
            long dataLength,
            long validUntil,
            int ietfTlsId,
            long alpn,
            long earlyDataMax) {
        EasyState state = null;
        try {
            state = (EasyState) Registry.get(id);
            return EasyUpcalls.sslsExport(
                    state, sessionKey, shmac, shmacLength, data, dataLength, validUntil, ietfTlsId, alpn, earlyDataMax);
        } catch (Throwable t) {
            return (int) Guard.failed(CallbackKind.SSLS_EXPORT, state, 0, t);
        }
    }

    /** Returning -1 here or in a TIMERFUNCTION, to abort all transfers, crashes libcurl, or makes it report success. */
    static int multiSocket(long easy, int socket, int what, long id, long attachment) {
        return (int) call(CallbackKind.MULTI_SOCKET, id, easy, socket, what, attachment);
    }

    static int multiTimer(long multi, long timeoutMs, long id) {
        return (int) call(CallbackKind.MULTI_TIMER, id, timeoutMs, 0, 0, 0);
    }

    static int multiPush(long parent, long pushed, long count, long headers, long id) {
        return (int) call(CallbackKind.MULTI_PUSH, id, parent, pushed, count, headers);
    }

    static void multiNotify(long multi, int notification, long easy, long id) {
        call(CallbackKind.MULTI_NOTIFY, id, notification, easy, 0, 0);
    }

    static long mimeRead(long buffer, long size, long nitems, long id) {
        return call(CallbackKind.MIME_READ, id, buffer, size * nitems, 0, 0);
    }

    static int mimeSeek(long id, long offset, int origin) {
        return (int) call(CallbackKind.MIME_SEEK, id, offset, origin, 0, 0);
    }

    static void mimeFree(long id) {
        call(CallbackKind.MIME_FREE, id, id, 0, 0, 0);
    }

    static void lock(long easy, int data, int access, long id) {
        call(CallbackKind.SHARE_LOCK, id, easy, data, access, 0);
    }

    static void unlock(long easy, int data, long id) {
        call(CallbackKind.SHARE_UNLOCK, id, easy, data, 0, 0);
    }

    // The five for memory have no userdata.

    static long malloc(long size) {
        return call(CallbackKind.MALLOC, MemoryState.installedId(), size, 0, 0, 0);
    }

    static void free(long memory) {
        call(CallbackKind.FREE, MemoryState.installedId(), memory, 0, 0, 0);
    }

    static long realloc(long memory, long size) {
        return call(CallbackKind.REALLOC, MemoryState.installedId(), memory, size, 0, 0);
    }

    static long strdup(long string) {
        return call(CallbackKind.STRDUP, MemoryState.installedId(), string, 0, 0, 0);
    }

    static long calloc(long count, long size) {
        return call(CallbackKind.CALLOC, MemoryState.installedId(), count, size, 0, 0);
    }
}
