package io.github.curlffm.testing;

/** A server that has files. */
public interface FilePeer extends AutoCloseable {

    /** {@return the URL of a path, with name and password} */
    String url(String path);

    @Override
    void close();
}
