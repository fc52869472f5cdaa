package io.github.curlffm.callback;
/** x. */
public interface NotifyCallback {}
