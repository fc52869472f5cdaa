package io.github.curlffm.callback;

/** What libcurl wants a socket for. */
public enum SocketPurpose {
    /** To connect to a peer. */
    IPCXN,
    /** It was accepted from a peer: active FTP. */
    ACCEPT
}
